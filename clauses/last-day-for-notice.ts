/** The last day on which a notice still prevents the renewal of a period. Here art. 13 ¶2: "at least six months before". */
import { after, before, dayAfter, dayBefore, type CalendarDate, type Length } from './calendar.ts';
import type { Reading } from './reading.ts';

/**
 * The last day on which a notice is at least `noticeBefore` before the end. Backward: the end less the length, clamped.
 * Forward: the last day from which the length still fits. 28 February 2029 less six months: 28 or 31 August 2028. Of a length with
 * months and days the months are taken first in either direction: 5 May 2029 less one month and ten days is 26 March, and from there forward
 * it is 6 May, so that the last day from which it fits is 25 March.
 */
export function lastDayForNotice(end: CalendarDate, noticeBefore: Length, { noticeCount }: Reading): CalendarDate {
  let day = before(end, noticeBefore);
  if (noticeCount === 'backward') return day;
  while (after(day, noticeBefore) > end) day = dayBefore(day);
  while (after(dayAfter(day), noticeBefore) <= end) day = dayAfter(day);
  return day;
}
