/** What a notice would do, dispatched on a given day and in transit for its channel's full allowance: before drafting or dispatch. */
import { after, date, type CalendarDate } from '../clauses/calendar.ts';
import { transitOf, type Channel } from '../clauses/desk.ts';
import { decisionFor } from '../dossier/dossier.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import { isAmending, type Entry } from '../machines/facts.ts';
import type { Dossier } from '../machines/ledger.ts';
import { noticeContent } from '../machines/notice/content.ts';
import type { NoticeContext } from '../machines/notice/context.ts';
import { factOf } from '../machines/notice/facts.ts';
import { visitRefusal } from '../machines/notice/refusals.ts';
import { readAs } from '../machines/notice/steps.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/read-entries.ts';
import { revocable } from '../machines/revocable.ts';
import type { InTime, Revocable } from '../machines/standing-types.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';
import { decisionValues } from './decision-preview.ts';
import { consequencesOf, type Consequences } from './consequences.ts';
import type { Context } from './context.ts';
import { dossierToday } from './dossiers.ts';
import { Refused } from './failures.ts';
import type { NoticeContentGiven } from './requests.ts';

export interface DryRun extends Consequences {
  dispatched: CalendarDate;
  received: CalendarDate;
  /** True for a notice of the other Party, which has already arrived. */
  theirs: boolean;
  /** Only for a notice that ends the agreement and could prevent a renewal. */
  inTime: InTime | null;
  revocable: Revocable | null;
  /** For our notice of termination: the decision in effect, if it is not to give notice. */
  against: OpenDecision['decision'] | null;
}

/** The number used for a notice that has none yet. */
export const notYetWritten = 'dry-run';

/** A notice as far as it is written: with its date and its day of dispatch, if dispatched, and its defect, if one was found. */
export type Tried = Pick<NoticeContext, 'number' | 'content' | 'direction' | 'channel' | 'dated' | 'dispatched' | 'arrival' | 'defect'>;

/**
 * Assumes receipt at the end of the channel's transit allowance, or on the day of arrival if there is one. Entries that the ledger already
 * has for this notice are left out. @throws Refused with everything that is missing
 */
export function dryRunOf(wording: Wording, source: Dossier, notice: Tried, on: CalendarDate, channel: Channel = notice.channel): DryRun {
  const { direction, arrival } = notice;
  const dispatched = notice.dispatched ?? on;
  const received = arrival?.received ?? after(dispatched, transitOf(channel, source.agreement));
  const raw = factOf({ ...notice, ...(direction === 'ours' ? { dispatched, received, evidence: 'dry run' } : {}) }, notice.defect);
  const fact = readEntry(raw, source.agreement);
  if (isRefusal(fact)) throw new Refused([fact], wording);
  const found = consequencesOf(wording, without(source, fact.id), [fact], on);
  const line = found.after.notices.find(n => n.id === fact.id);
  return {
    ...found,
    dispatched,
    received,
    theirs: direction === 'theirs',
    inTime: line && !line.preventsNothing ? line.inTime : null,
    revocable: line ? revocable(found.after, line) : null,
    against: direction === 'ours' && notice.content.kind === 'termination' ? otherDecision(source, on) : null,
  };
}

/** A draft outlives the decision that called for it: whoever approves or sends it must know. */
function otherDecision(source: Dossier, on: CalendarDate): DryRun['against'] {
  const decision = decisionFor(source, on)?.decision;
  return decision && decision.decision !== 'terminate' ? decision : null;
}

const without = (source: Dossier, id: string): Dossier => ({
  ...source,
  entries: source.entries.filter((e: Entry) => e.id !== id && !(isAmending(e) && e.of === id)),
});

/** `on`: the day of dispatch, today by default. @throws Refused, also if it has not arrived yet or its days are out of order */
export async function dryRun(
  context: Context,
  agreement: string,
  notice: Omit<Tried, 'number' | 'content'> & { number?: string; content: NoticeContentGiven },
  { on }: { on?: string | undefined } = {},
): Promise<DryRun> {
  const { dossier, today } = await dossierToday(context, agreement);
  const content = readAs(noticeContent, notice.content, 'notice');
  if (isRefusal(content)) throw new Refused([content], context.wording);
  const tried = { ...notice, number: notice.number ?? notYetWritten, content };
  const arrived = notice.arrival && readEntry(factOf(tried), dossier.agreement, await context.now());
  const refused = visitRefusal(content) ?? (arrived && isRefusal(arrived) ? arrived : undefined);
  if (refused) throw new Refused([refused], context.wording);
  return dryRunOf(context.wording, dossier, tried, on ? date(on) : today);
}

/** The sentence on the decision that the notice would not follow; undefined if there is none. */
export const againstIn = ({ against }: DryRun, w: Wording): string | undefined =>
  against ? message(w.client.decided.against, w.locale, decisionValues(against, w)) : undefined;
