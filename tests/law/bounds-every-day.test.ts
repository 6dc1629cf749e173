/** Ranges and safe days with a day known only within bounds, compared with brute force: each possible day folded separately. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { carriedOn } from '../../machines/carried-on.ts';
import { safeDayOn } from '../../machines/safe-day.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { phaseOf } from '../../machines/driver.ts';
import { d, given, on } from './setup.ts';

describe('bounds compared with every single day', () => {
  const short = given({
    duration: { kind: 'periods', article: 'art. 1', first: 'P6M', renewal: { kind: 'automatic', length: 'P6M' }, noticeBefore: 'P1M' },
    termination: { when: 'anyTime', article: 'art. 1', notice: 'P1M' },
  });
  const year = given({
    duration: {
      kind: 'periods',
      article: 'art. 1',
      first: 'P1Y',
      renewal: { kind: 'automatic', length: 'P1Y', times: 2 },
      noticeBefore: 'P3M',
    },
    termination: { when: 'endOfPeriod', article: 'art. 1' },
  });
  const start = d('2020-01-01');
  const cases = fc.record({
    agreement: fc.constantFrom(short, year),
    first: fc.integer({ min: 0, max: 60 }),
    width: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 50 }) },
      { weight: 1, arbitrary: fc.integer({ min: 180, max: 220 }) },
    ),
    asOf: fc.integer({ min: 30, max: 900 }),
    notice: fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined }),
    byNotification: fc.boolean(),
  });
  const before = { id: 's', type: 'signed', on: '2019-06-01' };
  const ledger = (day: unknown, { byNotification, notice }: { byNotification: boolean; notice: number | undefined }): object[] => [
    before,
    ...(byNotification
      ? [
          { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2019-07-01' },
          { id: 'n2', type: 'completion.notified', by: 'AZ', received: day },
        ]
      : [{ id: 'e', type: 'entry.agreed', on: '2019-07-01', date: day, published: true }]),
    ...(notice === undefined ? [] : [{ id: 't', type: 'termination.notified', by: 'AZ', received: addDays(start, notice) }]),
  ];
  const range = (days: (string | null | undefined)[]): object | null => {
    const known = days.filter((x): x is string => Boolean(x)).sort();
    return known.length && known.length === days.length ? { notBefore: known[0], notAfter: known.at(-1) } : null;
  };

  /** The earliest safe day by brute force over each possible day; `none` if on one of them a notice on the day asked about fails. */
  function safest(agreement: Agreement, ledgers: readonly object[][], asOf: CalendarDate): CalendarDate | 'none' | undefined {
    const days = ledgers.flatMap(list => {
      const facts = list as Fact[];
      const courseOn = (day: CalendarDate) => fold(agreement, facts, agreement.reading, day);
      const { agreement: course } = courseOn(asOf);
      if (phaseOf(course) === 'signed') return course.pending.length ? (['none'] as const) : [];
      if (phaseOf(course) !== 'inForce') return [];
      const { period } = course.snapshot.context;
      // on the reading `sameNumberedDay` the first day of a period is the last one of the period before
      const isFirst = period !== undefined && period.number > 1 && period.firstDay === asOf;
      const day = isFirst ? dayBefore(asOf) : asOf;
      const known = facts.filter(f => dateOf(f) <= day);
      const found = safeDayOn(carriedOn(agreement, known, day), day);
      return found ? [isFirst || found.date === null ? ('none' as const) : found.date] : [];
    });
    return days.includes('none') ? 'none' : (days as CalendarDate[]).sort()[0];
  }

  test('give the same ranges and safe day as brute force over all days within them', () => {
    fc.assert(
      fc.property(cases, c => {
        const from = addDays(start, c.first);
        const asOf = addDays(start, c.asOf);
        const ledgers = Array.from({ length: c.width + 1 }, (_, i) => ledger(addDays(from, i), c));
        const single = ledgers.map(list => on(asOf, list, c.agreement));
        const s = on(asOf, ledger({ notBefore: from, notAfter: addDays(from, c.width) }, c), c.agreement);
        const running = single.flatMap(x => x.period ?? []);
        expect(new Set(s.within!.statuses)).toEqual(new Set(single.flatMap(x => [x.status, ...x.statusAlternatives.map(a => a.status)])));
        expect(s.within!.entryIntoForce).toEqual(range(single.map(x => x.entryIntoForce.date)));
        expect(s.within!.lastDayInForce).toEqual(range(single.map(x => x.termination?.lastDayInForce)));
        expect(s.within!.periods).toEqual(
          running.length
            ? {
                first: Math.min(...running.map(p => p.number)),
                last: Math.max(...running.map(p => p.number)),
                lastDay: range(running.map(p => p.lastDay)),
                lastDayForNotice: range(running.map(p => p.lastDayForNotice?.date)),
              }
            : null,
        );
        const inTime = new Set(single.map(x => x.notices[0]?.inTime));
        expect(s.notices.length).toBe(Math.max(...single.map(x => x.notices.length)));
        if (s.notices[0]) expect(s.notices[0].inTime).toBe(inTime.size > 1 ? 'disputed' : [...inTime][0]);
        const safe = safest(c.agreement, ledgers, asOf);
        const found = s.within!.safeDay;
        if (safe && safe !== 'none') expect(found).toMatchObject({ date: safe, from: asOf });
        else if (found) {
          expect(safest(c.agreement, ledgers, found.from)).toBe(found.date);
          expect(found.date >= found.from).toBe(true);
          expect(safest(c.agreement, ledgers, dayBefore(found.from))).toBe('none');
        } else if (safe)
          for (let day = asOf; day < addDays(asOf, 400); day = addDays(day, 23))
            expect(['none', undefined]).toContain(safest(c.agreement, ledgers, day));
      }),
      { seed: 18, numRuns: 15 },
    );
  }, 300_000);
});
