/**
 * An independent statement of the periods of a duration clause, by walking through time: each period begins where the previous one ends. It
 * has its own calendar and knows nothing of XState or `clauses/`.
 */
import { next, plusMonths, previous, type Day } from './oracle-calendar.ts';

export type OracleSpan = string | { until: Day };

export interface OraclePeriod {
  number: number;
  firstDay: Day;
  lastDay: Day;
}

/** The position of the count: the day after all lengths so far, and the current run of months. */
interface Mark {
  day: Day;
  run: { from: Day; months: number } | undefined;
}

/** From an anchor, for a Party that reads `periodEnd` this way. */
export class OracleCount {
  private mark: Mark;

  constructor(
    anchor: Day,
    private readonly periodEnd: string,
  ) {
    this.mark = { day: anchor, run: undefined };
  }

  /** The last day of a period after those before it. */
  lastDayOf(span: OracleSpan): Day {
    this.mark = typeof span === 'string' ? moved(this.mark, span) : { day: this.dayBefore ? next(span.until) : span.until, run: undefined };
    return this.dayBefore ? previous(this.mark.day) : this.mark.day;
  }

  private get dayBefore(): boolean {
    return this.periodEnd === 'dayBefore';
  }
}

function moved({ day, run }: Mark, length: string): Mark {
  const { months, days } = read(length);
  if (!days) {
    const still = { from: run?.from ?? day, months: (run?.months ?? 0) + months };
    return { day: plusMonths(still.from, still.months), run: still };
  }
  return { day: plusDays(months ? plusMonths(day, months) : day, days), run: undefined };
}

export function read(length: string): { months: number; days: number } {
  const amount = { months: 0, days: 0 };
  for (let rest = length.slice(1); rest;) {
    const n = Number.parseInt(rest, 10);
    const unit = rest.charAt(String(n).length);
    rest = rest.slice(String(n).length + 1);
    if (unit === 'Y') amount.months += 12 * n;
    if (unit === 'M') amount.months += n;
    if (unit === 'W') amount.days += 7 * n;
    if (unit === 'D') amount.days += n;
  }
  return amount;
}

export function plusDays(day: Day, n: number): Day {
  let later = day;
  for (let i = 0; i < n; i += 1) later = next(later);
  return later;
}

export function minusDays(day: Day, n: number): Day {
  let earlier = day;
  for (let i = 0; i < n; i += 1) earlier = previous(earlier);
  return earlier;
}

/** Back: months first, then days. Forward: every day is tried, from the end backward, until the notice fits. */
export function oracleLastDayForNotice(end: Day, notice: string, noticeCount: string): Day {
  const { months, days } = read(notice);
  if (noticeCount === 'backward') return minusDays(plusMonths(end, -months), days);
  let day = end;
  while (plusDays(plusMonths(day, months), days) > end) day = previous(day);
  return day;
}

/** The period current on a day; those over before entry into force count, and have no day. Undefined if none follows. */
export function oraclePeriodOn(
  asOf: Day,
  entry: Day,
  count: OracleCount,
  spanOf: (number: number, firstDay: Day) => OracleSpan | undefined,
): OraclePeriod | undefined {
  let firstDay = entry;
  for (let number = 1; ; number += 1) {
    const span = spanOf(number, firstDay);
    if (!span) return undefined;
    const lastDay = count.lastDayOf(span);
    if (lastDay >= asOf && lastDay >= entry) return { number, firstDay, lastDay };
    if (lastDay >= entry) firstDay = next(lastDay);
  }
}
