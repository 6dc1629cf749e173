/** The decision owed before an agreement's period ends, as it stands on a day; for lists and pages. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { inOneLine, type DecisionOwed } from '../../machines/decisions.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { withDaysLeft } from '../days.ts';

/** Where a day is known only within bounds, by when it is owed depends on it. Undefined where nothing is to be decided. */
export function decisionInLineOf(owed: DecisionOwed | undefined, { within, termination, asOf }: Standing): string | undefined {
  if (owed?.decision || !within?.periods || termination || within.lastDayInForce) return owed && decisionInLine(owed, asOf);
  const { safeDay, safeDayMissing } = within;
  if (safeDayMissing) return 'undecided: owed now, since no safe day can be given; silence renews';
  if (!safeDay || safeDay.from <= asOf) return owed && decisionInLine(owed, asOf);
  return `undecided: owed now for the running period, of which the time for notice may be over; for the next one by the safe day, ${withDaysLeft(safeDay.date, asOf)}; silence renews`;
}

/** In a line: what was decided and by whom, or since when it is owed. */
export function decisionInLine({ question, state, decision, due, sendBy, owedSince }: DecisionOwed, today: CalendarDate): string {
  if (decision) return inOneLine(decision);
  if (state === 'undecided' && owedSince > today) return `not owed yet: reminders begin ${withDaysLeft(owedSince, today)}`;
  if (question === 'expiry') return `undecided: expires ${withDaysLeft(due, today)} unless the Parties agree to renew`;
  return `undecided: send by ${withDaysLeft(sendBy!, today)}, safe day ${withDaysLeft(due, today)}; silence renews`;
}
