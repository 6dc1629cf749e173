/** The days on which a notice is in time on every reading. */
import type { CalendarDate } from '../clauses/calendar.ts';

/** From when a notice is effective, the safe day and the send-by day. */
export interface SafeWindow {
  from: CalendarDate;
  safe: CalendarDate;
  sendBy: CalendarDate;
}

/** The days on which a notice is in time on every reading: those that have begun, or the next ones; undefined where they are past. */
export function safeWindow(
  { safe, sendBy, reopens }: { safe: CalendarDate | null; sendBy: CalendarDate | null; reopens: SafeWindow | null },
  asOf: CalendarDate,
): SafeWindow | undefined {
  return safe && safe >= asOf ? { from: asOf, safe, sendBy: sendBy! } : (reopens ?? undefined);
}
