/** The periods for which an agreement is concluded, and the last day on which a notice still prevents renewal. */
import { after, dayBefore, inWords, latest, lengthInWords, type CalendarDate, type Length } from './calendar.ts';
import { lastDayForNotice } from './last-day-for-notice.ts';
import type { Reckoning } from './reckoning.ts';
import type { Reading } from './reading.ts';

/** A run of periods counted from one anchor, entry into force as a rule. `lengths` are those of the periods begun so far. */
export interface Cycle {
  anchor: CalendarDate;
  lengths: readonly Length[];
}

/** One period. `noticeBefore` is the clause that governs it; `lastDayForNotice` is absent where no notice could prevent renewal. */
export interface Period {
  number: number;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  noticeBefore?: Length;
  lastDayForNotice?: CalendarDate;
  /** Where protocols changed the notice in the running period: what governed before, and each change with its day. */
  renoticed?: { first: Length | undefined; changes: readonly { on: CalendarDate; noticeBefore: Length }[] };
  /** A protocol in force ended or set the period by date, not by counting. */
  endedBy?: string;
}

/**
 * The last day of the newest period of a cycle: all lengths are added to the anchor at once, so that clamped month ends
 * never drift (29 February 2004 gives 28 February 2009 and 29 February 2024).
 */
export function lastDayOfPeriod({ anchor, lengths }: Cycle, { periodEnd }: Reading): CalendarDate {
  const anniversary = after(anchor, ...lengths);
  return periodEnd === 'dayBefore' ? dayBefore(anniversary) : anniversary;
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
  const { endedBy: _, ...own } = period;
  const kept = change.lengthChanged ? own : period;
  const { first, changes } = period.renoticed ?? { first: period.noticeBefore, changes: [] };
  const same = {
    ...kept,
    lastDay,
    ...(change.lengthChanged && counted < day ? { endedBy: change.instrument } : {}),
    ...(change.noticeBefore ? { renoticed: { first, changes: [...changes, { on: day, noticeBefore: change.noticeBefore }] } } : {}),
  };
  const renoticed = withNotice(same, change.noticeBefore ?? period.noticeBefore, reading);
  const reaches = renoticed.lastDayForNotice === undefined || renoticed.lastDayForNotice >= day;
  return reaches ? renoticed : withNotice(same, period.noticeBefore, reading);
}

/** The last day of a period, with why. */
export function periodEndReckoned(period: Period, cycle: Cycle, article: string, { periodEnd }: Reading): Reckoning {
  const lengths = cycle.lengths.map(lengthInWords);
  const sum = new Set(lengths).size === 1 ? `${lengths.length} × ${lengths[0]}` : lengths.join(' + ');
  const how = period.endedBy
    ? `period ${period.number} was already over by the length of ${period.endedBy} and ended when that entered into force`
    : `period ${period.number}: ${inWords(cycle.anchor)} + ${sum}, ${periodEnd === 'dayBefore' ? 'the day before' : 'the same-numbered day'}`;
  return { date: period.lastDay, basis: article, how };
}

/** The last day for notice of a period, with why; undefined where there is none. */
export function lastDayForNoticeReckoned(period: Period, article: string, { noticeCount }: Reading): Reckoning | undefined {
  if (!period.lastDayForNotice || !period.noticeBefore) return undefined;
  const counted =
    noticeCount === 'backward'
      ? `${lengthInWords(period.noticeBefore)} back from`
      : `the last day from which ${lengthInWords(period.noticeBefore)} end by`;
  return {
    date: period.lastDayForNotice,
    basis: article,
    how: `${counted} the end of period ${period.number}, ${inWords(period.lastDay)}; the day itself is in time`,
  };
}
