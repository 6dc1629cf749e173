/**
 * The interval from a clause's anchor to the day it leads to: months first, then days, then the first day of a month or year. No rule
 * between States settles whether "on the expiry of 30 days" means the 30th day or the day after; that is a reading. ETS 76 art. 3, 4(2).
 */
import { addDays, addMonths, firstOfMonthAfter, firstOfYearAfter, type CalendarDate } from './calendar.ts';
import type { Reading } from './reading.ts';
import type { Interval } from './terms.ts';

/** Adds an interval to its anchor. 25 July 1934 and a month: 25 August 1934. 22 October 2012 and 60 days: 21 December 2012. */
export function through(interval: Interval, anchor: CalendarDate, { dayCount }: Pick<Reading, 'dayCount'>): CalendarDate {
  if (interval === 'sameDay') return anchor;
  const { months = 0, days = 0, firstDayOfMonth, firstDayOfYear } = interval;
  const counted = addDays(addMonths(anchor, months), days);
  if (firstDayOfMonth) return firstOfMonthAfter(counted, firstDayOfMonth);
  if (firstDayOfYear) return firstOfYearAfter(counted, firstDayOfYear);
  return asksDayCount(interval) && dayCount === 'afterExpiry' ? addDays(counted, 1) : counted;
}

/** Returns whether the text requires days to have expired. The first day of a month after their expiry is the same on either reading. */
export const asksDayCount = (interval: Interval): boolean =>
  interval !== 'sameDay' && interval.expired === true && !interval.firstDayOfMonth && !interval.firstDayOfYear;
