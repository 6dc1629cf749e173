/** The last day on which a notice still prevents the renewal of a period. Here art. 13 ¶2: "at least six months before". */
import { after, before, dayAfter, dayBefore, type CalendarDate, type Length } from './calendar.ts';
import type { Reading } from './reading.ts';

/**
 * Returns the last day on which a notice is at least `noticeBefore` before the end. `backward`: the end less the length, clamped.
 * `forward`: the last day from which the length still fits. 28 February 2029 less six months: 28 or 31 August 2028. A length with months
 * and days takes the months first in either direction: 5 May 2029 less one month and ten days is 26 March; counted forward from there it
 * gives 6 May, so the last day from which it fits is 25 March.
 */
export function lastDayForNotice(end: CalendarDate, noticeBefore: Length, { noticeCount }: Reading): CalendarDate {
  let day = before(end, noticeBefore);
  if (noticeCount === 'backward') return day;
  while (after(day, noticeBefore) > end) day = dayBefore(day);
  while (after(dayAfter(day), noticeBefore) <= end) day = dayAfter(day);
  return day;
}
