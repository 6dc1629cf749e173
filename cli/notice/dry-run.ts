/** What a notice would do if it left today: the standing with and without it, whether in time, until when it could be revoked. */
import type { Dossier } from '../../machines/ledger.ts';
import { after, type CalendarDate } from '../../clauses/calendar.ts';
import { transitOf, type Channel } from '../../clauses/desk.ts';
import type { NoticeContext } from '../../machines/notice/context.ts';
import { factOf } from '../../machines/notice/facts.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/refusals.ts';
import { revocable } from '../../machines/revocable.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { consequencesOf, type Consequences } from '../../client/consequences.ts';
import { consequencesPage } from '../answers/consequences.ts';
import { UsageError } from '../failures.ts';
import { revocableLines } from '../answers/revocable.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';

export interface DryRun extends Consequences {
  dispatched: CalendarDate;
  received: CalendarDate;
  /** A notice of the other Party, which is here already. */
  theirs: boolean;
  inTime: 'yes' | 'no' | 'disputed' | null;
  revocable: Revocable | null;
}

/** Received when its channel's allowance is over, or on the day of arrival itself when it has one. */
export function dryRun(words: Words, source: Dossier, c: NoticeContext, on: CalendarDate, channel: Channel = c.channel): DryRun {
  const dispatched = c.dispatched ?? on;
  const received = c.arrival?.received ?? after(dispatched, transitOf(channel, source.agreement));
  const raw = factOf({ ...c, ...(c.direction === 'ours' ? { dispatched, received, evidence: 'dry run' } : {}) });
  const fact = readEntry(raw, source.agreement);
  if (isRefusal(fact)) throw new UsageError(words.refusal(fact));
  const found = consequencesOf(words.wording, without(source, fact.id), [fact], on);
  const line = found.after.notices.find(n => n.id === fact.id);
  return {
    ...found,
    dispatched,
    received,
    theirs: c.direction === 'theirs',
    inTime: line?.inTime ?? null,
    revocable: line ? revocable(found.after, line) : null,
  };
}

/** A notice that has been received stands in the ledger already: it is assessed against a ledger without it. */
const without = (source: Dossier, id: string): Dossier => ({
  ...source,
  entries: source.entries.filter((e: Entry) => e.id !== id && !(isAmending(e) && e.of === id)),
});

export function dryRunPage(d: DryRun, today: CalendarDate, page: Page): string {
  const { words, style } = page;
  const { m, say } = words;
  const days = { dispatched: words.day(d.dispatched), received: words.day(d.received) };
  const more = d.inTime === 'disputed' && Boolean(d.after.termination?.alternatives.length);
  return [
    style.strong(say(d.theirs ? m.notice.ifAccepted : m.notice.ifLeaves, days)),
    ...(d.inTime ? [say(m.notice.itIs, { inTime: words.inTime(d.inTime), more: String(more) })] : []),
    consequencesPage(d, page),
    ...(d.revocable ? revocableLines(d.revocable, today, words) : []),
  ].join('\n');
}
