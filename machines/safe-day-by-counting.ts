/** The safe day where all readings take the same course: each counts the same period to its own end. */
import { earliest, type CalendarDate } from '../clauses/calendar.ts';
import { lastDayOfPeriod } from '../clauses/periods.ts';
import { combinations } from '../clauses/reading.ts';
import { expiresAfter, isRenewedAfter } from './agreement/context.ts';
import { lastDayFor, noticeOfPeriod } from './period-runs.ts';
import { type SafeDay, type ReadingWindow, combineReadings } from './safe-day-of-readings.ts';
import { type CarriedOn, runningOn } from './carried-on.ts';

/** Without protocols, all readings count the same period, each to its own end. */
export function safeDayByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): SafeDay | undefined {
  const running = runningOn(history, day);
  const notice = running && noticeOfPeriod(running);
  if (!notice || !isRenewedAfter(running, running.period.lastDay)) return undefined;
  const { period, cycle } = running;
  const each = combinations(['periodEnd', 'noticeCount'], reading).map((r): ReadingWindow => {
    const end = lastDayOfPeriod(cycle, r);
    const lastDay = lastDayFor(notice, end, r);
    return { reading: r, days: lastDay < period.firstDay ? [] : [{ from: period.firstDay, to: lastDay }], lastDay, end };
  });
  return combineReadings(['periodEnd', 'noticeCount'], each, day);
}

export function expiryByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): CalendarDate | undefined {
  const running = runningOn(history, day);
  if (!running || !expiresAfter(running, running.period.lastDay)) return undefined;
  return earliest(...combinations(['periodEnd'], reading).map(r => lastDayOfPeriod(running.cycle, r)));
}
