import type { CalendarDate } from '../clauses/calendar.ts';
import type { LastDayForNotice, SafeWindow } from './standing-types.ts';

/** The days on which a notice is in time on every reading: those that have begun, or the next ones; undefined where they are past. */
export function safeWindow(
  { safe, sendBy, reopens }: Pick<LastDayForNotice, 'safe' | 'sendBy' | 'reopens'>,
  asOf: CalendarDate,
): SafeWindow | undefined {
  return safe && safe >= asOf ? { from: asOf, safe, sendBy: sendBy! } : (reopens ?? undefined);
}
