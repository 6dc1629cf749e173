/**
 * An independent statement of every kind of clause on duration and termination, from the sentence that it stands for: which periods there
 * are, by when a notice is in time, and which day is the last in force once a notice is received. Without protocols; with its own calendar.
 */
import { later, next, plusMonths, previous, sooner, type Day } from './oracle-calendar.ts';
import { minusDays, OracleCount, oracleLastDayForNotice, plusDays, read, type OracleSpan } from './oracle-periods.ts';

type Which = 'received' | 'dispatched' | 'dated';

export interface OracleDuration {
  kind: string;
  first?: OracleSpan;
  renewal?: { kind: string; length?: string; times?: number };
  noticeBefore?: string | { first: string; later: string };
  countedFrom?: string;
  counts?: Which;
}

export interface OracleTermination {
  when: string;
  notice?: string;
  then?: { months?: number; days?: number; firstDayOfMonth?: number; firstDayOfYear?: number };
  counts?: Which;
  bars?: string;
  barredFor?: string;
  days?: string[];
}

export interface OracleClauses {
  duration: OracleDuration;
  termination: OracleTermination;
}

export interface OracleChoices {
  periodEnd: string;
  noticeCount: string;
  effect: string;
  waysOut: string;
  notifies: string;
  premature: string;
}

export interface OracleRun {
  number: number;
  firstDay: Day;
  lastDay: Day;
  lastDayForNotice: Day | undefined;
  /** What follows if nobody gives notice. */
  then: 'renewed' | 'withoutLimit' | 'over';
}

export interface OracleDates {
  dated: Day;
  dispatched: Day;
  received: Day;
}

export class OracleLife {
  private readonly runs: OracleRun[] = [];
  private readonly count: OracleCount;

  constructor(
    private readonly clauses: OracleClauses,
    private readonly reading: OracleChoices,
    private readonly entry: Day,
    signed: Day,
  ) {
    const from = clauses.duration.countedFrom;
    this.count = new OracleCount(from === 'signature' ? signed : from && from !== 'entryIntoForce' ? from : entry, reading.periodEnd);
  }

  /** The period current on a day; undefined if there is none: not yet, no longer, or without limit. */
  runOn(day: Day): OracleRun | undefined {
    if (this.clauses.duration.kind !== 'periods' || day < this.entry) return undefined;
    for (;;) {
      const found = this.runs.find(r => r.firstDay <= day && day <= r.lastDay);
      if (found || !this.lengthen()) return found;
    }
  }

  /** The last day in force if nobody ever gives notice. */
  expiry(): Day | undefined {
    if (this.clauses.duration.kind !== 'periods') return undefined;
    const { renewal } = this.clauses.duration;
    if (renewal!.kind === 'withoutLimit' || (renewal!.kind === 'automatic' && !renewal!.times)) return undefined;
    while (this.lengthen());
    return this.runs.at(-1)!.lastDay;
  }

  private lengthen(): boolean {
    const { first, renewal, noticeBefore } = this.clauses.duration;
    const last = this.runs.at(-1);
    if (last && last.then !== 'renewed') return false;
    for (let number = (last?.number ?? 0) + 1; ; number += 1) {
      const span = number === 1 ? first! : renewal!.length!;
      const lastDay = this.count.lastDayOf(span);
      const isAgain = renewal!.kind === 'automatic' && (renewal!.times === undefined || number <= renewal!.times);
      if (lastDay < this.entry && isAgain) continue; // over before entry into force: it counts, and has no day
      const notice = typeof noticeBefore === 'object' ? noticeBefore[number === 1 ? 'first' : 'later'] : noticeBefore;
      this.runs.push({
        number,
        firstDay: last ? next(last.lastDay) : this.entry,
        lastDay,
        lastDayForNotice: notice && oracleLastDayForNotice(lastDay, notice, this.reading.noticeCount),
        then: isAgain ? 'renewed' : renewal!.kind === 'withoutLimit' ? 'withoutLimit' : 'over',
      });
      return true;
    }
  }

  /** For a period with no fixed end of its own, the first one, for the bar. */
  private lastBarred(): Day | undefined {
    const { when, barredFor } = this.clauses.termination;
    if (when !== 'afterFirstPeriod') return undefined;
    if (!barredFor) return this.runOn(this.entry)!.lastDay;
    const { months, days } = read(barredFor);
    const over = plusDays(plusMonths(this.entry, months), days);
    return this.reading.periodEnd === 'dayBefore' ? previous(over) : over;
  }

  /** The first day on which a notice may be given. */
  firstGiven(): Day {
    const barred = this.clauses.termination.bars === 'giving' ? this.lastBarred() : undefined;
    return barred ? next(barred) : this.entry;
  }

  /** The last day on which a notice keeps a period from being renewed; undefined if there is none. */
  lastInTime({ lastDay, lastDayForNotice }: OracleRun): Day | undefined {
    const { when, days, notice } = this.clauses.termination;
    if (when !== 'onFixedDays') return lastDayForNotice;
    const year = Number(lastDay.slice(0, 4));
    const fixed = [year - 1, year].flatMap(y => days!.map(day => `${y}-${day}`)).filter(day => day <= lastDay);
    return oracleLastDayForNotice(fixed.reduce(later), notice!, this.reading.noticeCount);
  }

  private renewalDate({ duration: { counts } } = this.clauses): Which {
    return counts ?? (this.reading.notifies as Which);
  }

  /** Whether the notice keeps the period current on the date that counts from being renewed; undefined if nothing could be prevented. */
  inTime(dates: OracleDates): boolean | undefined {
    const day = dates[this.renewalDate()];
    const run = this.runOn(day);
    return run?.lastDayForNotice && run.then !== 'over' ? day <= run.lastDayForNotice : undefined;
  }

  /** The last day in force once the notice is received, or the one without it; undefined if there is none. */
  endWith(dates: OracleDates): Day | undefined {
    const ends = [this.expiry(), this.endByNotice(dates)].filter(d => d !== undefined);
    return ends.length ? ends.reduce(sooner) : undefined;
  }

  /** Undefined if the notice has no effect. */
  endByNotice(given: OracleDates): Day | undefined {
    const { termination } = this.clauses;
    if (given.received < this.entry) return undefined;
    let dates = given;
    const barred = this.lastBarred();
    const which = termination.counts ?? 'received';
    if (termination.bars === 'giving' && dates[which] <= barred!) {
      if (this.reading.premature === 'noEffect') return undefined;
      const first = next(barred!);
      dates = { dated: first, dispatched: first, received: later(first, dates.received) };
    }
    const run = this.runOn(dates[this.renewalDate()]);
    const lastFor = run?.lastDayForNotice;
    const isInTime = lastFor !== undefined && dates[this.renewalDate()] <= lastFor;
    if (termination.when === 'endOfPeriod') {
      if (!run) return undefined;
      if (isInTime || run.then === 'over') return run.lastDay;
      return run.then === 'withoutLimit' ? undefined : this.runOn(next(run.lastDay))!.lastDay;
    }
    if (isInTime && dates.received > run!.lastDay) return run!.lastDay;
    if (isInTime && termination.when === 'anyTime' && this.reading.waysOut === 'endOfPeriod') return run!.lastDay;
    const by = later(this.byItsTime(dates[which], dates.received), barred ?? '0000');
    return isInTime ? sooner(by, run!.lastDay) : by;
  }

  /** By the sentence on the notice only: never before it is received. */
  private byItsTime(from: Day, received: Day): Day {
    const { when, notice, then, days } = this.clauses.termination;
    if (when === 'onFixedDays') {
      for (let year = Number(received.slice(0, 4)); ; year += 1)
        for (const fixed of [...days!].sort()) {
          const last = `${year}-${fixed}`;
          if (last >= received && oracleLastDayForNotice(last, notice!, this.reading.noticeCount) >= from) return last;
        }
    }
    return later(previous(this.firstDayOut(from, notice, then)), received);
  }

  private firstDayOut(from: Day, notice: string | undefined, then: OracleTermination['then']): Day {
    const { months, days } = notice ? read(notice) : { months: then!.months ?? 0, days: then!.days ?? 0 };
    let day = plusDays(plusMonths(from, months), days);
    if (then?.firstDayOfMonth) return `${plusMonths(day, then.firstDayOfMonth).slice(0, 7)}-01`;
    if (then?.firstDayOfYear) return `${Number(day.slice(0, 4)) + then.firstDayOfYear}-01-01`;
    if (this.reading.effect === 'dayAfter') day = next(day);
    return day;
  }
}

/** Back by a length, as a reminder or a send-by day is counted. */
export function backBy(day: Day, length: string): Day {
  const { months, days } = read(length);
  return minusDays(plusMonths(day, -months), days);
}
