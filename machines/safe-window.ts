import type { CalendarDate } from '../clauses/calendar.ts';
import type { LastDayForNotice, NextWayOut, SafeWindow } from './standing-types.ts';

/** The days on which a notice is in time on every reading: those that have begun, or the next ones; undefined where they are past. */
export function safeWindow(
  { safe, sendBy, reopens }: Pick<LastDayForNotice, 'safe' | 'sendBy' | 'reopens'>,
  asOf: CalendarDate,
): SafeWindow | undefined {
  return safe && safe >= asOf ? { from: asOf, safe, sendBy: sendBy! } : (reopens ?? undefined);
}

/** By when a notice must leave and be received to end the agreement on which of the fixed days. */
export interface SafeWayOut {
  lastDayInForce: CalendarDate;
  safe: CalendarDate;
  sendBy: CalendarDate;
}

/** Of the next of the fixed days; where the readings differ on which that is, of the first on which they agree. */
export function safeWayOut({ safe, sendBy, lastDayInForce, reopens }: NextWayOut): SafeWayOut | undefined {
  return safe && sendBy ? { lastDayInForce, safe, sendBy } : (reopens ?? undefined);
}
