/** The periods for which an agreement is concluded, and the last day on which a notice still prevents renewal. */
import { after, dayAfter, dayBefore, latest, type CalendarDate, type Length } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import type { Reason } from './reason.ts';
import type { Reckoning } from './reckoning.ts';
import type { Reading } from './reading.ts';
import type { PeriodsClause } from './terms.ts';

/** The length of one period, or its last day where the text or the Parties fixed one. */
export type PeriodExtent = Length | { until: CalendarDate };

/** A run of periods counted from one anchor, usually entry into force. `lengths` are those of the periods begun so far. */
export interface Cycle {
  anchor: CalendarDate;
  lengths: readonly PeriodExtent[];
  /** What the anchor is, if not entry into force. */
  countedFrom?: 'signature' | 'namedDay';
}

/** One period. `noticeBefore` is the notice that governs it; `lastDayForNotice` is absent if no notice could prevent renewal. */
export interface Period {
  number: number;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  noticeBefore?: Length;
  lastDayForNotice?: CalendarDate;
  /** The protocol that ended or set the period by date instead of by counting. */
  endedBy?: string;
  /** The fact by which the Parties agreed on the length of this period. */
  agreedBy?: string;
}

/** Returns the notice that the clause requires before the end of a period. */
export const noticeBeforeIn = ({ noticeBefore }: PeriodsClause, number: number): Length | undefined =>
  typeof noticeBefore === 'object' ? noticeBefore[number === 1 ? 'first' : 'later'] : noticeBefore;

/**
 * Returns the last day of a cycle's newest period. The lengths are added to the anchor in chronological order, so that clamped month ends
 * never drift (29 February 2004 gives 28 February 2009 and 29 February 2024).
 *
 * A fixed day is the last day on every reading. Counting resumes from it: periods then end on the day before the anniversary of the
 * following day, or on the same-numbered day. "Until 31 December 2020, then year by year" ends on 31 December on both readings; "until 30
 * June, then six months" does not.
 */
export function lastDayOfPeriod(cycle: Cycle, reading: Reading): CalendarDate {
  const { day, lengths } = counted(cycle, reading);
  const anniversary = after(day, ...lengths);
  return reading.periodEnd === 'dayBefore' ? dayBefore(anniversary) : anniversary;
}

/**
 * Returns the day from which the newest period is counted, and the lengths since: from the last fixed day, or from the anchor if there is
 * none.
 */
function counted({ anchor, lengths }: Cycle, { periodEnd }: Reading): { day: CalendarDate; lengths: Length[]; fixed?: CalendarDate } {
  const place = lengths.findLastIndex(isFixed);
  const since = lengths.slice(place + 1) as Length[];
  if (place < 0) return { day: anchor, lengths: since };
  const { until } = lengths[place] as { until: CalendarDate };
  return { day: periodEnd === 'dayBefore' ? dayAfter(until) : until, lengths: since, fixed: until };
}

export const isFixed = (span: PeriodExtent): span is { until: CalendarDate } => typeof span === 'object';

/**
 * Returns the cycle whose newest period runs on a day. A period already over by then is counted but has no day of its own. Undefined if no
 * further period follows.
 */
export function runningOn(
  day: CalendarDate,
  cycle: Cycle,
  reading: Reading,
  further: (periods: number) => PeriodExtent | undefined,
): Cycle | undefined {
  let running = cycle;
  while (lastDayOfPeriod(running, reading) < day) {
    const next = further(running.lengths.length);
    if (!next) return undefined;
    running = { ...running, lengths: [...running.lengths, next] };
  }
  return running;
}

/** Returns the newest period of a cycle. `firstDay` is the day after the previous period, or the anchor. */
export function newestPeriod(cycle: Cycle, firstDay: CalendarDate, noticeBefore: Length | undefined, reading: Reading): Period {
  const lastDay = lastDayOfPeriod(cycle, reading);
  return withNotice({ number: cycle.lengths.length, firstDay, lastDay }, noticeBefore, reading);
}

function withNotice(period: Omit<Period, 'noticeBefore' | 'lastDayForNotice'>, noticeBefore: Length | undefined, reading: Reading): Period {
  return noticeBefore ? { ...period, noticeBefore, lastDayForNotice: lastDayForNotice(period.lastDay, noticeBefore, reading) } : period;
}

/**
 * Returns the running period after a protocol that entered into force on `day`. A changed length applies to it only if the protocol says
 * so; a period that would already be over then ends on `day`. `noticeBefore`, the notice that the clauses now require, applies to it only
 * if its last day for notice is not before `day`.
 */
export function amendedPeriod(
  period: Period,
  cycle: Cycle,
  change: { lengthChanged: boolean; noticeBefore: Length | undefined; protocol: string },
  day: CalendarDate,
  reading: Reading,
): Period {
  const counted = change.lengthChanged ? lastDayOfPeriod(cycle, reading) : period.lastDay;
  const lastDay = change.lengthChanged ? latest(counted, day) : counted;
  const { endedBy: _, agreedBy: __, ...own } = period;
  const kept = change.lengthChanged ? own : period;
  const {
    noticeBefore,
    lastDayForNotice: ___,
    ...same
  } = {
    ...kept,
    lastDay,
    ...(change.lengthChanged && counted < day ? { endedBy: change.protocol } : {}),
  };
  const renoticed = withNotice(same, change.noticeBefore, reading);
  const reaches = renoticed.lastDayForNotice === undefined || renoticed.lastDayForNotice >= day;
  return reaches ? renoticed : withNotice(same, noticeBefore, reading);
}

/** Returns the last day of a period, with its reason. `amendedBy`: the protocol that set its length. */
export function periodEndReckoned(period: Period, cycle: Cycle, article: string, reading: Reading, amendedBy?: string): Reckoning {
  return { date: period.lastDay, basis: article, reason: whyEnded(period, cycle, reading, amendedBy ?? null) };
}

function whyEnded({ number: period, endedBy, agreedBy: agreed }: Period, cycle: Cycle, reading: Reading, amendedBy: string | null): Reason {
  if (endedBy) return { code: 'byCutPeriod', args: { period, protocol: endedBy } };
  const { day: from, lengths, fixed } = counted(cycle, reading);
  const agreedBy = agreed ?? null;
  if (!lengths.length) return { code: 'byFixedPeriod', args: { period, until: fixed!, agreedBy } };
  const countedFrom = fixed ? 'fixedPeriod' : (cycle.countedFrom ?? 'entryIntoForce');
  const { periodEnd } = reading;
  return { code: 'byPeriod', args: { period, countedFrom, from, fixed: fixed ?? null, lengths, periodEnd, agreedBy, amendedBy } };
}

/** Returns a period's last day for notice, with its reason; undefined if it has none. `amendedBy`: the protocol that set the notice. */
export function lastDayForNoticeReckoned(
  period: Period,
  article: string,
  { noticeCount }: Reading,
  amendedBy: string | null = null,
): Reckoning | undefined {
  const { number, lastDay, lastDayForNotice: date, noticeBefore } = period;
  if (!date || !noticeBefore) return undefined;
  const args = { period: number, lastDay, noticeBefore, noticeCount, amendedBy };
  return { date, basis: article, reason: { code: 'beforePeriodEnd', args } };
}
