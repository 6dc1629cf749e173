/** The safe day where all readings take the same course: each counts the same period to its own end. */
import { dayAfter, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { lastDayOfPeriod } from '../clauses/periods.ts';
import { combinations, type Reading } from '../clauses/reading.ts';
import { expiresAfter, isRenewedAfter } from './agreement/context.ts';
import { lastDayFor, noticeOfPeriod } from './period-runs.ts';
import { type SafeDay, type ReadingWindow, combineReadings } from './safe-day-of-readings.ts';
import { type CarriedOn, type Running, runningOn } from './carried-on.ts';

/** Without protocols, all readings count the same period, each to its own end. */
export function safeDayByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): SafeDay | undefined {
  const running = runningOn(history, day);
  const notice = running && noticeOfPeriod(running);
  if (!notice || !isRenewedAfter(running, running.period.lastDay)) return undefined;
  const { cycle } = running;
  const each = combinations(['periodEnd', 'noticeCount'], reading).map((r): ReadingWindow => {
    const end = lastDayOfPeriod(cycle, r);
    const lastDay = lastDayFor(notice, end, r);
    const from = firstDayOn(r, running);
    return { reading: r, days: lastDay < from ? [] : [{ from, to: lastDay }], lastDay, end };
  });
  return combineReadings(['periodEnd', 'noticeCount'], each, day);
}

/**
 * Returns the first day of the running period on a reading on which the period before may end later. One day makes no difference: on the
 * first day of a period, the one before counts as over.
 */
function firstDayOn(reading: Reading, { period: { firstDay }, cycle }: Running): CalendarDate {
  if (cycle.lengths.length < 2) return firstDay;
  const begins = dayAfter(lastDayOfPeriod({ ...cycle, lengths: cycle.lengths.slice(0, -1) }, reading));
  return begins > dayAfter(firstDay) ? begins : firstDay;
}

export function expiryByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): CalendarDate | undefined {
  const running = runningOn(history, day);
  if (!running || !expiresAfter(running, running.period.lastDay)) return undefined;
  return earliest(...combinations(['periodEnd'], reading).map(r => lastDayOfPeriod(running.cycle, r)));
}
