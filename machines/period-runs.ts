/** The course of one period in a history: from its first day to the renewal or end that follows, including changes by protocols. */
import { dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { lastWindowThrough, type FixedDaysClause } from '../clauses/fixed-days.ts';
import { lastDayForNotice } from '../clauses/last-day-for-notice.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Terms } from '../clauses/terms.ts';
import { expiresAfter, isRenewedAfter, type AgreementContext } from './agreement/context.ts';
import type { StateAt } from './treaty-state.ts';

/** Consecutive days of a period under the same clauses. */
export interface PeriodStretch {
  from: CalendarDate;
  to: CalendarDate;
  /** The last day of the period under these clauses. */
  end: CalendarDate;
  /** The notice that prevents its renewal; undefined if none could. */
  notice: NoticeOfPeriod | undefined;
}

/** A time before the end of the period, or a fixed day on which alone a notice ends the agreement. */
export type NoticeOfPeriod = Length | FixedDaysClause;

export function noticeOfPeriod({ period, terms: { termination } }: AgreementContext): NoticeOfPeriod | undefined {
  return period?.noticeBefore ?? (termination?.when === 'onFixedDays' ? termination : undefined);
}

/** The article under which silence renews unless notice is given. */
export const articleOfNotice = ({ duration, termination }: Terms): string =>
  (termination?.when === 'onFixedDays' ? termination : duration).article;

/** Returns the last day for a notice that prevents the renewal of a period with that last day. */
export const lastDayFor = (notice: NoticeOfPeriod, end: CalendarDate, reading: Reading): CalendarDate =>
  typeof notice === 'object' && 'when' in notice
    ? lastWindowThrough(end, notice, reading).lastDayForNotice
    : lastDayForNotice(end, notice, reading);

export interface PeriodRun {
  firstDay: CalendarDate;
  /** Its last day, as of its last change. */
  end: CalendarDate;
  stretches: readonly PeriodStretch[];
  /** Protocols that changed it, with the day. */
  changes: readonly { protocol: string; on: CalendarDate }[];
  /** Another period, or time without limit, follows automatically. */
  isRenewed: boolean;
  /** It ends without renewal, and nothing else ends the agreement earlier. */
  expires: boolean;
}

/**
 * Returns the run that contains a day or, if the agreement enters into force only later, the first one; undefined if no period is running.
 */
export function periodRunOn(history: readonly StateAt[], day: CalendarDate): PeriodRun | undefined {
  const days = lastOfEachDay(history);
  const at = days.findLastIndex(m => m.day <= day);
  const begun = at >= 0 && days[at]!.phase === 'inForce' ? at : days.findIndex((m, i) => i > at && m.phase === 'inForce');
  if (begun < 0 || !days[begun]!.context.period) return undefined;
  let [first, last] = [begun, begun];
  while (first > 0 && isSamePeriod(days[first - 1]!, days[first]!)) first -= 1;
  while (last + 1 < days.length && isSamePeriod(days[last]!, days[last + 1]!)) last += 1;
  return runOf(days.slice(first, last + 1));
}

/** Of several moments on one day, the last describes its end. */
const lastOfEachDay = (history: readonly StateAt[]): StateAt[] => history.filter((m, i) => history[i + 1]?.day !== m.day);

/** Returns whether two moments belong to one period. A protocol may restart the numbering: that is not a renewal. */
function isSamePeriod(a: StateAt, b: StateAt): boolean {
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
      .flatMap((m, i) => m.context.amendments.filter(a => !moments[i]!.context.amendments.some(({ id }) => id === a.id)))
      .map(({ id, on }) => ({ protocol: id, on })),
    isRenewed: isRenewedAfter(last, end),
    expires: expiresAfter(last, end),
  };
}
