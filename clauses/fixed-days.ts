/**
 * Termination on fixed days: a notice ends the agreement only on certain days of the year and must be given long enough before. The last
 * day for notice recurs each year. Where silence also renews a period, the last such day in the period decides.
 */
import { byText, dayAfter, latest, type CalendarDate } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import type { Reading } from './reading.ts';
import type { Reckoning } from './reckoning.ts';
import type { TerminationClause } from './terms.ts';

export type FixedDaysClause = Extract<TerminationClause, { when: 'onFixedDays' }>;

/** A day on which a notice can end the agreement, and the last day for that notice. */
export interface Window {
  lastDay: CalendarDate;
  lastDayForNotice: CalendarDate;
}

/**
 * Returns the first window on or after `notBefore` for which a notice on `day` is in time: on 1 July 2026, with six months' notice, 31
 * December 2027.
 */
export function windowFrom(day: CalendarDate, { days, notice }: FixedDaysClause, reading: Reading, notBefore: CalendarDate = day): Window {
  const inOrder = [...days].sort(byText);
  for (let year = Number(notBefore.slice(0, 4)); ; year += 1)
    for (const fixed of inOrder) {
      const lastDay = `${year}-${fixed}` as CalendarDate;
      const last = lastDayForNotice(lastDay, notice, reading);
      if (lastDay >= notBefore && last >= day) return { lastDay, lastDayForNotice: last };
    }
}

/** Returns the last window that ends on or before a day. */
export function lastWindowThrough(end: CalendarDate, { days, notice }: FixedDaysClause, reading: Reading): Window {
  const year = Number(end.slice(0, 4));
  const lastDay = latest(...[year - 1, year].flatMap(y => days.map(fixed => `${y}-${fixed}` as CalendarDate)).filter(d => d <= end));
  return { lastDay, lastDayForNotice: lastDayForNotice(lastDay, notice, reading) };
}

/** Returns the last day for notice of a window, with its reason. */
export function windowReckoned(window: Window, { article, notice }: FixedDaysClause, { noticeCount }: Reading): Reckoning {
  const { lastDay, lastDayForNotice: date } = window;
  const args = { lastDay, firstDayOut: dayAfter(lastDay), noticeBefore: notice, noticeCount };
  return { date, basis: article, reason: { code: 'beforeFixedDay', args } };
}
