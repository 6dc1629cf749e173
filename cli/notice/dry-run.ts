/** What a notice would do if it left today: the standing with and without it, whether in time, until when it could be revoked. */
import type { Dossier } from '../../machines/ledger.ts';
import { after, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import { transitOf, type Channel } from '../../clauses/desk.ts';
import type { NoticeContext } from '../../machines/notice/context.ts';
import { factOf } from '../../machines/notice/facts.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/refusals.ts';
import { revocable } from '../../machines/revocable.ts';
import type { Revocable } from '../../machines/standing-types.ts';
import { isAmending, type Entry } from '../../machines/facts.ts';
import { consequencesOf, consequencesPage, type Consequences } from '../answers/consequences.ts';
import { BadInput } from '../failures.ts';
import { revocableLines } from '../answers/revocable.ts';
import { refusalInWords } from '../source.ts';
import { inTimeInWords } from '../words.ts';
import type { Ink } from '../world.ts';

export interface DryRun extends Consequences {
  dispatched: CalendarDate;
  received: CalendarDate;
  /** A notice of the other Party, which is here already. */
  theirs: boolean;
  inTime: 'yes' | 'no' | 'disputed' | null;
  revocable: Revocable | null;
}

/** Received when its channel's allowance is over, or on the day of arrival itself when it has one. */
export function dryRun(source: Dossier, c: NoticeContext, on: CalendarDate, channel: Channel = c.channel): DryRun {
  const dispatched = c.dispatched ?? on;
  const received = c.arrival?.received ?? after(dispatched, transitOf(channel, source.agreement));
  const raw = factOf({ ...c, ...(c.direction === 'ours' ? { dispatched, received, evidence: 'dry run' } : {}) });
  const fact = readEntry(raw, source.agreement);
  if (isRefusal(fact)) throw new BadInput(refusalInWords(fact));
  const found = consequencesOf(without(source, fact.id), [fact], on);
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

/** A notice that has been received stands in the ledger already: it is weighed against a ledger without it. */
const without = (source: Dossier, id: string): Dossier => ({
  ...source,
  entries: source.entries.filter((e: Entry) => e.id !== id && !(isAmending(e) && e.of === id)),
});

export function dryRunPage(d: DryRun, today: CalendarDate, ink: Ink): string {
  const readings = d.after.termination?.alternatives.length ? ' Each reading is shown below.' : '';
  return [
    ink.strong(
      d.theirs
        ? `If it is accepted, received ${inWords(d.received)}:`
        : `If it leaves ${inWords(d.dispatched)} and is received ${inWords(d.received)}:`,
    ),
    ...(d.inTime ? [`It is ${inTimeInWords(d.inTime)}.${d.inTime === 'disputed' ? readings : ''}`] : []),
    consequencesPage(d, ink),
    ...(d.revocable ? revocableLines(d.revocable, today) : []),
  ].join('\n');
}
