/** The periods for which an agreement is concluded, and the last day on which a notice still prevents renewal. */
import { after, dayAfter, dayBefore, latest, type CalendarDate, type Length } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import type { Reason } from './reason.ts';
import type { Reckoning } from './reckoning.ts';
import type { Reading } from './reading.ts';
import type { PeriodsClause } from './terms.ts';

/** How long one period is: a length, or until a day that the text or the Parties fixed. */
export type Span = Length | { until: CalendarDate };

/** A run of periods counted from one anchor, entry into force as a rule. `lengths` are those of the periods begun so far. */
export interface Cycle {
  anchor: CalendarDate;
  lengths: readonly Span[];
  /** What the anchor is, where that is not entry into force. */
  countedFrom?: 'signature' | 'namedDay';
}

/** One period. `noticeBefore` is the clause that governs it; `lastDayForNotice` is absent where no notice could prevent renewal. */
export interface Period {
  number: number;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  noticeBefore?: Length;
  lastDayForNotice?: CalendarDate;
  /** A protocol in force ended or set the period by date, not by counting. */
  endedBy?: string;
  /** The Parties agreed how long this one period is: the fact by which they did. */
  agreedBy?: string;
}

/** The notice that the clause asks for before the end of a period. */
export const noticeBeforeIn = ({ noticeBefore }: PeriodsClause, number: number): Length | undefined =>
  typeof noticeBefore === 'object' ? noticeBefore[number === 1 ? 'first' : 'later'] : noticeBefore;

/**
 * The last day of the newest period of a cycle: the lengths are added to the anchor in the order of time, so that clamped month ends
 * never drift (29 February 2004 gives 28 February 2009 and 29 February 2024).
 *
 * A fixed day is the last day on every reading, and the count goes on from there: on the day before the anniversary of the day after it,
 * or on its own number. "Until 31 December 2020, then year by year" ends on 31 December on both; "until 30 June, then six months" does not.
 */
export function lastDayOfPeriod(cycle: Cycle, reading: Reading): CalendarDate {
  const { day, lengths } = counted(cycle, reading);
  const anniversary = after(day, ...lengths);
  return reading.periodEnd === 'dayBefore' ? dayBefore(anniversary) : anniversary;
}

/** From which day the newest period is counted, by which lengths: those since the last fixed day, since the anchor where there is none. */
function counted({ anchor, lengths }: Cycle, { periodEnd }: Reading): { day: CalendarDate; lengths: Length[]; fixed?: CalendarDate } {
  const place = lengths.findLastIndex(isFixed);
  const since = lengths.slice(place + 1) as Length[];
  if (place < 0) return { day: anchor, lengths: since };
  const { until } = lengths[place] as { until: CalendarDate };
  return { day: periodEnd === 'dayBefore' ? dayAfter(until) : until, lengths: since, fixed: until };
}

export const isFixed = (span: Span): span is { until: CalendarDate } => typeof span === 'object';

/**
 * The cycle whose newest period runs on a day. A period that is over before then counts, and has no day; undefined where no further one
 * follows it.
 */
export function runningOn(
  day: CalendarDate,
  cycle: Cycle,
  reading: Reading,
  further: (periods: number) => Span | undefined,
): Cycle | undefined {
  let running = cycle;
  while (lastDayOfPeriod(running, reading) < day) {
    const next = further(running.lengths.length);
    if (!next) return undefined;
    running = { ...running, lengths: [...running.lengths, next] };
  }
  return running;
}

/** The newest period of a cycle. `firstDay` is the day after the period before it, or the anchor. */
export function newestPeriod(cycle: Cycle, firstDay: CalendarDate, noticeBefore: Length | undefined, reading: Reading): Period {
  const lastDay = lastDayOfPeriod(cycle, reading);
  return withNotice({ number: cycle.lengths.length, firstDay, lastDay }, noticeBefore, reading);
}

function withNotice(period: Omit<Period, 'noticeBefore' | 'lastDayForNotice'>, noticeBefore: Length | undefined, reading: Reading): Period {
  return noticeBefore ? { ...period, noticeBefore, lastDayForNotice: lastDayForNotice(period.lastDay, noticeBefore, reading) } : period;
}

/**
 * The running period after a protocol that entered into force on `day`. A changed length reaches it only if the protocol
 * says so, and a period that would be over by then ends on `day`. A changed notice reaches it only if its new last day is
 * not before `day`.
 */
export function amendedPeriod(
  period: Period,
  cycle: Cycle,
  change: { lengthChanged: boolean; noticeBefore: Length | undefined; instrument: string },
  day: CalendarDate,
  reading: Reading,
): Period {
  const counted = change.lengthChanged ? lastDayOfPeriod(cycle, reading) : period.lastDay;
  const lastDay = change.lengthChanged ? latest(counted, day) : counted;
  const { endedBy: _, agreedBy: __, ...own } = period;
  const kept = change.lengthChanged ? own : period;
  const same = {
    ...kept,
    lastDay,
    ...(change.lengthChanged && counted < day ? { endedBy: change.instrument } : {}),
  };
  const renoticed = withNotice(same, change.noticeBefore ?? period.noticeBefore, reading);
  const reaches = renoticed.lastDayForNotice === undefined || renoticed.lastDayForNotice >= day;
  return reaches ? renoticed : withNotice(same, period.noticeBefore, reading);
}

/** The last day of a period, with why. `amendedBy`: the protocol that set its length. */
export function periodEndReckoned(period: Period, cycle: Cycle, article: string, reading: Reading, amendedBy?: string): Reckoning {
  return { date: period.lastDay, basis: article, reason: whyEnded(period, cycle, reading, amendedBy ?? null) };
}

function whyEnded({ number: period, endedBy, agreedBy: agreed }: Period, cycle: Cycle, reading: Reading, amendedBy: string | null): Reason {
  if (endedBy) return { code: 'byCutPeriod', args: { period, instrument: endedBy } };
  const { day: from, lengths, fixed } = counted(cycle, reading);
  const agreedBy = agreed ?? null;
  if (!lengths.length) return { code: 'byFixedPeriod', args: { period, until: fixed!, agreedBy } };
  const countedFrom = fixed ? 'fixedPeriod' : (cycle.countedFrom ?? 'entryIntoForce');
  const { periodEnd } = reading;
  return { code: 'byPeriod', args: { period, countedFrom, from, fixed: fixed ?? null, lengths, periodEnd, agreedBy, amendedBy } };
}

/** The last day for notice of a period, with why; undefined where there is none. `amendedBy`: the protocol that set the time before the end. */
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
