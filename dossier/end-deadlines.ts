/** Days on which an agreement ends, on any reading. Every end warns. */
import { dayBefore, daysBetween } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, toSend, type Deadline } from './deadline.ts';
import { decisionListed } from './decision-listed.ts';
import type { Known } from './known.ts';
import { endsAhead } from './other-readings.ts';

/** The earliest end on any reading, and the expiry that a decision is owed about if that is another. `s`: today's or a later standing. */
export function endDeadlines(source: Dossier, s: Answer, known: Known): Deadline[] {
  const isLater = s.asOf > known.standing.asOf;
  const ends = endsAhead(source, s, known.standing);
  const earliest = ends.next().value;
  if (!earliest) return [];
  const asksToRenew = !isLater && known.owed?.question === 'expiry';
  const isExpiry = ({ termination }: Answer): boolean => termination!.cause === 'expiry';
  const expiry = asksToRenew && !isExpiry(earliest) ? [...ends].find(isExpiry) : undefined;
  return [earliest, ...(expiry ? [expiry] : [])].map(on => endDeadline(on, { source, known, isLater, asksToRenew }));
}

interface Asked {
  source: Dossier;
  known: Known;
  isLater: boolean;
  asksToRenew: boolean;
}

function endDeadline(on: Answer, { source, known, isLater, asksToRenew }: Asked): Deadline {
  const { lastDayInForce: date, basis, reason, how, cause, certain, alternatives } = on.termination!;
  const { asOf, status } = known.standing;
  return {
    ...common(source, on),
    ...toSend(asOf, null),
    status: isLater ? on.status : status,
    certain,
    alternatives: alternatives.map(a => ({ date: a.firstDayOut && dayBefore(a.firstDayOut), when: a.when })),
    onlyIf: [],
    what: 'end',
    ...labelled(cause === 'expiry' ? { code: 'comingExpiry', args: { isLater } } : { code: 'comingEnd', args: { cause, isLater } }),
    date,
    daysLeft: daysBetween(asOf, date),
    lastDay: null,
    decision: asksToRenew && cause === 'expiry' ? decisionListed(known) : null,
    basis,
    reason,
    how,
  };
}
