/** What a notice would do, as a page: the standing with and without it, whether it is in time, until when it can be revoked. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { againstIn, type DryRun } from '../../client/dry-run.ts';
import { consequencesPage } from '../answers/consequences.ts';
import { revocableLines } from '../answers/revocable.ts';
import type { Page } from '../world.ts';

export function dryRunPage(d: DryRun, today: CalendarDate, page: Page): string {
  const { words, style } = page;
  const { m, say } = words;
  const days = { dispatched: words.day(d.dispatched), received: words.day(d.received) };
  const more = d.inTime === 'disputed' && Boolean(d.after.termination?.alternatives.length);
  const against = againstIn(d, words.wording);
  return [
    ...(against ? [style.strong(against)] : []),
    style.strong(say(d.theirs ? m.notice.ifAccepted : m.notice.ifLeaves, days)),
    ...(d.inTime ? [say(m.notice.itIs, { inTime: words.inTime(d.inTime), more: String(more) })] : []),
    consequencesPage(d, page),
    ...(d.revocable ? revocableLines(d.revocable, today, words) : []),
  ].join('\n');
}
