/**
 * The course of one period on a history: from its first day to the renewal or the end after it, through the changes that protocols make
 * to it on the way.
 */
import { dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { lastWindowThrough, type FixedDaysClause } from '../clauses/fixed-days.ts';
import { lastDayForNotice } from '../clauses/last-day-for-notice.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Terms } from '../clauses/terms.ts';
import { expiresAfter, isRenewedAfter, type AgreementContext } from './agreement/context.ts';
import type { StateAt } from './treaty-state.ts';

/** Days of a period under the same clauses. */
export interface PeriodStretch {
  from: CalendarDate;
  to: CalendarDate;
  /** The last day of the period by these clauses. */
  end: CalendarDate;
  /** By when a notice must be given to keep it from being renewed; undefined where none could. */
  notice: NoticeOfPeriod | undefined;
}

/** So long before the end of the period; or in time for one of the days on which alone a notice ends the agreement. */
export type NoticeOfPeriod = Length | FixedDaysClause;

export function noticeOfPeriod({ period, terms: { termination } }: AgreementContext): NoticeOfPeriod | undefined {
  return period?.noticeBefore ?? (termination?.when === 'onFixedDays' ? termination : undefined);
}

/** The article by which silence renews unless a notice is given. */
export const articleOfNotice = ({ duration, termination }: Terms): string =>
  (termination?.when === 'onFixedDays' ? termination : duration).article;

/** The last day for a notice that keeps a period with that last day from being renewed. */
export const lastDayFor = (notice: NoticeOfPeriod, end: CalendarDate, reading: Reading): CalendarDate =>
  typeof notice === 'object' && 'when' in notice
    ? lastWindowThrough(end, notice, reading).lastDayForNotice
    : lastDayForNotice(end, notice, reading);

export interface PeriodRun {
  firstDay: CalendarDate;
  /** Its last day, as known at its last change. */
  end: CalendarDate;
  stretches: readonly PeriodStretch[];
  /** What protocols changed in it, with the day. */
  changes: readonly { protocol: string; on: CalendarDate }[];
  /** Another period, or time without limit, follows of itself. */
  isRenewed: boolean;
  /** It ends without renewal, and nothing else ends the agreement before. */
  expires: boolean;
}

/** The run that contains a day; where the agreement is in force only later, the first one. Undefined where no period runs. */
export function periodRunOn(history: readonly StateAt[], day: CalendarDate): PeriodRun | undefined {
  const days = lastOfEachDay(history);
  const at = days.findLastIndex(m => m.day <= day);
  const begun = at >= 0 && days[at]!.phase === 'inForce' ? at : days.findIndex((m, i) => i > at && m.phase === 'inForce');
  if (begun < 0 || !days[begun]!.context.period) return undefined;
  let [first, last] = [begun, begun];
  while (first > 0 && goesOn(days[first - 1]!, days[first]!)) first -= 1;
  while (last + 1 < days.length && goesOn(days[last]!, days[last + 1]!)) last += 1;
  return runOf(days.slice(first, last + 1));
}

/** Several moments of one day: what holds at its end is what the last one says. */
const lastOfEachDay = (history: readonly StateAt[]): StateAt[] => history.filter((m, i) => history[i + 1]?.day !== m.day);

/** Whether two moments are of one period. A protocol may begin a new count of periods: that is no renewal. */
function goesOn(a: StateAt, b: StateAt): boolean {
  const [one, next] = [periodOf(a), periodOf(b)];
  return one !== undefined && next !== undefined && next.number <= one.number;
}

const periodOf = ({ phase, context }: StateAt): AgreementContext['period'] => (phase === 'inForce' ? context.period : undefined);

function runOf(moments: readonly StateAt[]): PeriodRun {
  const last = moments.at(-1)!.context;
  const end = last.period!.lastDay;
  return {
    firstDay: moments[0]!.day,
    end,
    stretches: moments.map((m, i) => ({
      from: m.day,
      to: i + 1 < moments.length ? dayBefore(moments[i + 1]!.day) : end,
      end: m.context.period!.lastDay,
      notice: noticeOfPeriod(m.context),
    })),
    changes: moments
      .slice(1)
      .flatMap((m, i) => m.context.amendments.filter(a => !moments[i]!.context.amendments.includes(a)))
      .map(({ id, on }) => ({ protocol: id, on })),
    isRenewed: isRenewedAfter(last, end),
    expires: expiresAfter(last, end),
  };
}
