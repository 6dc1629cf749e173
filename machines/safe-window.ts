import type { CalendarDate } from '../clauses/calendar.ts';
import type { LastDayForNotice, NextWayOut, SafeWindow } from './standing-types.ts';

/** Returns the days on which a notice is in time on every reading: the current ones or the next; undefined if they are past. */
export function safeWindow(
  { safe, sendBy, reopens }: Pick<LastDayForNotice, 'safe' | 'sendBy' | 'reopens'>,
  asOf: CalendarDate,
): SafeWindow | undefined {
  return safe && safe >= asOf ? { from: asOf, safe, sendBy: sendBy! } : (reopens ?? undefined);
}

/** Whether a known change applies before the period ends: only the safe day then tells until when a notice prevents the renewal. */
export const isToMove = ({ safeBy }: Pick<LastDayForNotice, 'safeBy'>): boolean => safeBy.changes.length > 0;

/** By when a notice must leave and be received to end the agreement on a given fixed day. */
export interface SafeWayOut {
  lastDayInForce: CalendarDate;
  safe: CalendarDate;
  sendBy: CalendarDate;
}

/** Returns the next fixed day or, if the readings differ about which that is, the first on which they agree. */
export function safeWayOut({ safe, sendBy, lastDayInForce, reopens }: NextWayOut): SafeWayOut | undefined {
  return safe && sendBy ? { lastDayInForce, safe, sendBy } : (reopens ?? undefined);
}
