/** What a notice would do if it left on a day and travelled as long as its channel may take: asked before it is drafted, and before it leaves. */
import { after, date, type CalendarDate } from '../clauses/calendar.ts';
import { transitOf, type Channel } from '../clauses/desk.ts';
import { factOf } from '../machines/notice/facts.ts';
import { noticeContent } from '../machines/notice/content.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/refusals.ts';
import { revocable } from '../machines/revocable.ts';
import type { InTime, Revocable } from '../machines/standing-types.ts';
import { readAs } from '../machines/notice/steps.ts';
import { consequencesOf, type Consequences } from './consequences.ts';
import type { Context } from './context.ts';
import { dossierToday } from './dossiers.ts';
import { Refused } from './failures.ts';
import type { NoticeContentGiven } from './requests.ts';

export interface DryRun extends Consequences {
  dispatched: CalendarDate;
  received: CalendarDate;
  /** Of a notice that ends the agreement. */
  inTime: InTime | null;
  revocable: Revocable | null;
}

/** `on`: the day of dispatch, today by default. Nothing is written. @throws Refused with all that is missing */
export async function dryRun(
  context: Context,
  agreement: string,
  given: NoticeContentGiven,
  { on, channel = 'diplomaticNote' }: { on?: string; channel?: Channel } = {},
): Promise<DryRun> {
  const { dossier, today } = await dossierToday(context, agreement);
  const content = readAs(noticeContent, given, 'notice');
  if (isRefusal(content)) throw new Refused([content], context.wording);
  const dispatched = on ? date(on) : today;
  const received = after(dispatched, transitOf(channel, dossier.agreement));
  const raw = factOf({ number: 'dry-run', content, dispatched, received, evidence: 'dry run' });
  const fact = readEntry(raw, dossier.agreement);
  if (isRefusal(fact)) throw new Refused([fact], context.wording);
  const found = consequencesOf(context.wording, dossier, [fact], dispatched);
  const line = found.after.notices.find(n => n.id === fact.id);
  return { ...found, dispatched, received, inTime: line?.inTime ?? null, revocable: line ? revocable(found.after, line) : null };
}
