/** The safe day: the earliest last day for notice over all readings. A notice received by then is in time on every one. */
import { earliest, type CalendarDate } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import { lastDayOfPeriod, type Cycle, type Period } from './periods.ts';
import { combinations, type Reading } from './reading.ts';

/** The safe day of a period; undefined where no notice could prevent its renewal. */
export function safeDayOf(period: Period, cycle: Cycle, reading: Reading): CalendarDate | undefined {
  const { noticeBefore } = period;
  if (!noticeBefore) return undefined;
  const ends = (r: Reading): CalendarDate => (period.endedBy ? period.lastDay : lastDayOfPeriod(cycle, r));
  return earliest(...combinations(['periodEnd', 'noticeCount'], reading).map(r => lastDayForNotice(ends(r), noticeBefore, r)));
}
