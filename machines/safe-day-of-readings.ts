/** The safe day, from the days on which our notice prevents the next renewal on each reading. */
import { dayBefore, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import type { Question, Reading } from '../clauses/reading.ts';
import type { PeriodRun } from './period-runs.ts';
import type { Answers } from './readings.ts';

/** Days from `from` to `to`, both inclusive. */
export interface DaySpan {
  from: CalendarDate;
  to: CalendarDate;
}

export interface SafeDay {
  /** The safe day; null if a notice on the day asked about already fails on some reading. */
  date: CalendarDate | null;
  /**
   * If `date` is null: the last day on which a notice did not fail, otherwise the earliest last day for notice over all readings. Also null
   * if no notice has been effective yet but one will be.
   */
  passed: CalendarDate | null;
  /** If `date` is null and a known change makes a notice effective again before the period ends: the days on which it is. */
  reopens: DaySpan | null;
  /** If a notice is effective on the day asked about: the last day on which it is, on each reading. */
  lasts: Answers<CalendarDate> | undefined;
  /** Protocols whose changes apply after the day asked about and before the period ends. */
  changes: readonly { protocol: string; on: CalendarDate }[];
  /** The last day of the running period, the latest over all readings. */
  latestEnd: CalendarDate;
}

/** One reading: the days on which our notice prevents the next renewal on it. */
export interface ReadingWindow {
  reading: Reading;
  days: readonly DaySpan[];
  /** Its last day for notice under the clauses in effect on the day asked about. */
  lastDay: CalendarDate;
  end: CalendarDate;
  run?: PeriodRun;
}

/** Intersects the days of all readings, and evaluates them for the day asked about. */
export function combineReadings(questions: readonly Question[], each: readonly ReadingWindow[], day: CalendarDate): SafeDay {
  const shared = each.map(e => e.days).reduce(intersection);
  const now = shared.find(s => s.from <= day && day <= s.to);
  const before = shared.filter(s => s.to < day).map(s => s.to);
  const later = shared.find(s => s.from > day);
  const ends = each.map(e => e.end);
  const earliestLast = later ? null : earliest(dayBefore(day), ...each.map(e => e.lastDay));
  return {
    date: now?.to ?? null,
    passed: now ? null : before.length ? latest(...before) : earliestLast,
    reopens: now ? null : (later ?? null),
    lasts: now && lastsOf(questions, each, day),
    changes: changesOf(each, day),
    latestEnd: latest(...ends),
  };
}

export const intersection = (a: readonly DaySpan[], b: readonly DaySpan[]): DaySpan[] =>
  a.flatMap(x =>
    b.flatMap(y => {
      const both = { from: latest(x.from, y.from), to: earliest(x.to, y.to) };
      return both.from <= both.to ? [both] : [];
    }),
  );

const lastsOf = (of: readonly Question[], each: readonly ReadingWindow[], day: CalendarDate): Answers<CalendarDate> => ({
  of,
  each: each.map(({ reading, days }) => ({ reading, value: days.find(s => s.from <= day && day <= s.to)!.to })),
});

function changesOf(each: readonly ReadingWindow[], day: CalendarDate): SafeDay['changes'] {
  const all = each.flatMap(e => e.run?.changes ?? []).filter(c => c.on > day);
  return all.filter((c, i) => all.findIndex(o => o.protocol === c.protocol && o.on === c.on) === i);
}
