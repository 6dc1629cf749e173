/** Days by which a notice must be sent although the period of the default reading does not set them. */
import { dayAfter, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import { safeWayOut, type SafeWayOut } from '../machines/safe-window.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import { decisionListed } from './decision-listed.ts';
import { standingOn } from './dossier.ts';
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

/** The next fixed day of one period may also be the first of the following period. */
export const isToEndOn = ({ says }: Deadline, { lastDayInForce }: SafeWayOut): boolean =>
  says.code === 'safeDayToEndOn' && says.args.lastDayInForce === lastDayInForce;
