/** A safe day that passed without action. */
import { dayAfter, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Coming } from '../machines/coming.ts';
import type { Dossier } from '../machines/ledger.ts';
import { isToMove } from '../machines/safe-window.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import type { Known } from './known.ts';
import { isInForceOn } from './other-readings.ts';

/** A safe day of the current period that passed without action: listed until the renewal, however far ahead that is. */
export function missedDeadline(source: Dossier, known: Known): Deadline[] {
  const line = missedOf(known);
  const { standing: s, missed } = known;
  const { period, asOf } = s;
  if (!line || !period) return [];
  const { due, sendBy } = missed!;
  const { lastDayForNotice: last } = period;
  const renewal = dayAfter(period.lastDay);
  const { basis, reason, how } = last ?? period;
  return [
    {
      ...common(source, s),
      ...toSend(asOf, sendBy),
      ...sure,
      what: 'missed',
      ...labelled(line.says),
      date: renewal,
      daysLeft: daysBetween(asOf, renewal),
      overdue: true,
      since: due,
      follows: { what: 'renewal', on: renewal },
      lastDay: last?.date ?? null,
      decision: line.state,
      basis,
      reason,
      how,
    },
  ];
}

/** The missed decision, while that period's renewal is ahead; null if none was missed or the agreement ends first on every reading. */
export function missedOf({ standing, missed }: Known): MissedLine | null {
  const { period, asOf } = standing;
  if (!missed || !mayGoOn(standing, dayAfter((period ?? missed).lastDay))) return null;
  const { number, due, decided } = missed;
  const last = period?.lastDayForNotice && !isToMove(period.lastDayForNotice) ? period.lastDayForNotice.date : undefined;
  const says: Coming = {
    code: 'safeDayMissed',
    args: { period: number, decided, since: due, lastDay: last && last >= asOf ? last : null },
  };
  return { state: decided ?? 'undecided', says };
}

const mayGoOn = ({ readings, termination: end }: Answer, renewal: CalendarDate): boolean =>
  readings.length ? readings.some(r => isInForceOn(r, renewal)) : !end || end.lastDayInForce >= renewal;

/** A safe day that passed without action, as pages show it. */
export interface MissedLine {
  /** Nobody decided, or the notice that was decided on has not been received. */
  state: 'undecided' | 'terminate';
  says: Coming;
}
