/**
 * From the day that a clause counts from to the day that it leads to: months first, then days, then the first day of a month or of a
 * year. Between States no rule says whether what comes "on the expiry of 30 days" comes on the 30th day or on the day after: a reading.
 * ETS 76 art. 3, 4(2).
 */
import { addDays, addMonths, firstOfMonthAfter, firstOfYearAfter, ordinal, type CalendarDate } from './calendar.ts';
import type { Reading } from './reading.ts';
import type { Interval } from './terms.ts';

/** 25 July 1934 and a month: 25 August 1934. 22 October 2012 and 60 days: 21 December 2012. */
export function through(interval: Interval, anchor: CalendarDate, { dayCount }: Pick<Reading, 'dayCount'>): CalendarDate {
  if (interval === 'sameDay') return anchor;
  const { months = 0, days = 0, firstDayOfMonth, firstDayOfYear } = interval;
  const counted = addDays(addMonths(anchor, months), days);
  if (firstDayOfMonth) return firstOfMonthAfter(counted, firstDayOfMonth);
  if (firstDayOfYear) return firstOfYearAfter(counted, firstDayOfYear);
  return asksDayCount(interval) && dayCount === 'afterExpiry' ? addDays(counted, 1) : counted;
}

/** Whether the text says that days must have expired. The first day of a month after their expiry is the same on either reading. */
export const asksDayCount = (interval: Interval): boolean =>
  interval !== 'sameDay' && interval.expired === true && !interval.firstDayOfMonth && !interval.firstDayOfYear;

/** `, and 30 days after it, then the first day of the 2nd month after that`; nothing on the day itself. */
export function intervalInWords(interval: Interval): string {
  if (interval === 'sameDay') return '';
  const counted = countedInWords(interval);
  const beyond = counted ? 'that' : 'it';
  const lengths = counted && (interval.expired ? `, on the expiry of ${counted} after it` : `, and ${counted} after it`);
  const first = firstDayInWords(interval);
  return first ? `${lengths}, then ${first} after ${beyond}` : lengths;
}

type Steps = Omit<Exclude<Interval, 'sameDay'>, 'expired'>;

const several = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** `1 month and 15 days`; nothing where it goes to a first day at once. */
export const countedInWords = ({ months, days }: Steps): string =>
  [...(months ? [several(months, 'month')] : []), ...(days ? [several(days, 'day')] : [])].join(' and ');

/** `the first day of the 7th month`; nothing where it goes to none. */
export function firstDayInWords({ firstDayOfMonth, firstDayOfYear }: Steps): string {
  if (firstDayOfMonth) return `the first day of the ${ordinal(firstDayOfMonth)} month`;
  return firstDayOfYear ? `1 January of the ${ordinal(firstDayOfYear)} year` : '';
}
