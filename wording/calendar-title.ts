/** What is to be done on the day of a calendar entry: the same in letters and in the calendars that are subscribed to. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { say } from './statements.ts';
import type { Wording } from './wording.ts';

export interface ToSend {
  sendBy: CalendarDate;
  safe: CalendarDate;
  /** Where the notice ends the agreement on a fixed day: that day. */
  lastDayInForce?: CalendarDate | null;
}

/** One day is named once. */
export const titleToSend = ({ sendBy, safe, lastDayInForce = null }: ToSend, w: Wording): string =>
  say('calendarSend', { sendBy, safe: safe === sendBy ? null : safe, lastDayInForce }, w);

export const titleOfExpiry = ({ letter }: Wording): string => letter.entries.expiry;
