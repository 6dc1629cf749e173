/** The safe day: the earliest last day for notice over all readings. A notice received by then is in time on every one. */
import { earliest, type CalendarDate, type Length } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import { lastDayOfPeriod, type Cycle, type Period } from './periods.ts';
import { combinations, type Reading } from './reading.ts';

/** The safe day of a period; undefined where no notice could prevent its renewal. */
export function safeDayOf(period: Period, cycle: Cycle, reading: Reading): CalendarDate | undefined {
  const ends = (r: Reading): CalendarDate => (period.endedBy ? period.lastDay : lastDayOfPeriod(cycle, r));
  const lastDays = combinations(['periodEnd', 'noticeCount'], reading).flatMap(r => {
    const noticeBefore = governing(period, ends(r), r);
    return noticeBefore ? [lastDayForNotice(ends(r), noticeBefore, r)] : [];
  });
  return lastDays.length ? earliest(...lastDays) : undefined;
}

/** A changed notice may reach the running period on one reading and not on another: its new last day is not before its own day. */
function governing({ noticeBefore, renoticed }: Period, end: CalendarDate, reading: Reading): Length | undefined {
  if (!renoticed) return noticeBefore;
  const reaching = renoticed.changes.findLast(c => lastDayForNotice(end, c.noticeBefore, reading) >= c.on);
  return reaching?.noticeBefore ?? renoticed.first;
}
