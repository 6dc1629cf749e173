/** What to do on the day of a calendar entry: the same in letters and in subscribed calendars. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { say } from './statements.ts';
import type { Wording } from './wording.ts';

export interface ToSend {
  sendBy: CalendarDate;
  safe: CalendarDate;
  /** The fixed day on which the notice ends the agreement, if there is one. */
  lastDayInForce?: CalendarDate | null;
}

/** Names a day only once. */
export const titleToSend = ({ sendBy, safe, lastDayInForce = null }: ToSend, w: Wording): string =>
  say('calendarSend', { sendBy, safe: safe === sendBy ? null : safe, lastDayInForce }, w);

export const titleOfExpiry = ({ letter }: Wording): string => letter.entries.expiry;
