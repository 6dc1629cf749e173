/** Days by which a notice must be sent although the period of the default reading does not set them. */
import { dayAfter, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import { safeWayOut, type SafeWayOut } from '../machines/safe-window.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import { decisionListed } from './decision-listed.ts';
import { decisionStateOn, standingOn } from './dossier.ts';
import type { Known } from './known.ts';
import type { OnItsWay } from './notice-in-transit.ts';

/** A day by which a notice would end the agreement; if silence renews the period ending then, a decision is owed by that day. */
export function wayOutDeadline(
  source: Dossier,
  s: Answer,
  { safe, sendBy, lastDayInForce }: SafeWayOut,
  known: Known,
  sent: OnItsWay | null,
): Deadline {
  const { lastDayForNotice, basis, reason, how } = s.nextWayOut!;
  const { asOf } = known.standing;
  const owed = known.owed?.due === safe ? known.owed : undefined;
  return {
    ...common(source, s),
    ...toSend(asOf, sendBy, owed, sent),
    ...sure,
    what: 'notice',
    ...labelled({ code: 'safeDayToEndOn', args: { lastDayInForce } }),
    date: safe,
    daysLeft: daysBetween(asOf, safe),
    lastDay: lastDayInForce === s.nextWayOut!.lastDayInForce ? lastDayForNotice : null,
    decision: owed ? decisionListed(known) : null,
    basis,
    reason,
    how,
  };
}

/** Between the next fixed day and the one that answers the decision owed: the days by which a notice ends the agreement on each of them. */
export function laterWaysOut(source: Dossier, known: Known, through: CalendarDate, sent: OnItsWay | null): Deadline[] {
  const { standing, owed } = known;
  const found: Deadline[] = [];
  if (owed?.question !== 'renewal') return found;
  for (let s = standing; ;) {
    const wayOut = s.nextWayOut && safeWayOut(s.nextWayOut);
    if (!wayOut || wayOut.sendBy > through) return found;
    if (s !== standing) found.push(wayOutDeadline(source, s, wayOut, known, sent));
    if (wayOut.safe >= owed.due) return found;
    s = standingOn(source, { asOf: dayAfter(wayOut.safe) });
  }
}

/** In a later period, only the day by which a notice ends the agreement on the fixed day that answers its decision. */
export function decidingWayOut(source: Dossier, s: Answer, known: Known, through: CalendarDate, sent: OnItsWay | null): Deadline[] {
  const { owed } = decisionStateOn(source, s.asOf);
  if (owed?.question !== 'renewal') return [];
  const then = standingOn(source, { asOf: owed.due });
  const wayOut = then.nextWayOut && safeWayOut(then.nextWayOut);
  return wayOut && wayOut.sendBy <= through ? [wayOutDeadline(source, then, wayOut, known, sent)] : [];
}

/** The next fixed day of one period may also be the first of the following period, and the first may be the one that decides. */
export const isSameWayOut = ({ says: a }: Deadline, { says: b }: Deadline): boolean =>
  a.code === 'safeDayToEndOn' && b.code === a.code && a.args.lastDayInForce === b.args.lastDayInForce;
