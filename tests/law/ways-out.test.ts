/**
 * The promise of ways out on fixed days: our own notice on any day up to the safe day ends the agreement on the day given, on every
 * reading; one on the day after does not. The plan and the answer agree.
 */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, dayAfter, type CalendarDate } from '../../clauses/calendar.ts';
import { combinations } from '../../clauses/reading.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { ourNotice } from '../../machines/our-notice.ts';
import { viewOf } from '../../machines/view.ts';
import { d, given, on, inForceOn } from './setup.ts';

const article = 'art. 5';
const indefinite = { kind: 'indefinite', article };
const amendment = (then?: object) => ({
  article,
  by: 'protocol',
  entryIntoForce: { on: 'lastNotification', article, ...(then ? { then } : {}) },
});
const leaving = (days: string[], notice: string, more: object = {}): Agreement =>
  given({
    entryIntoForce: { on: 'signature', article },
    duration: indefinite,
    termination: { when: 'onFixedDays', article, days, notice },
    amendment: amendment(),
    ...more,
  });
const signed = { id: 's', type: 'signed', on: '2020-03-01' };
const protocol = (changes: object, notified: string): object[] => [
  { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2025-06-01', changes },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2025-07-01' },
  { id: 'pb', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: notified },
];
const expired = { days: 60, expired: true };
const yearly = (first: object | string, renewal: object) => ({ kind: 'periods', article, first, renewal });

const planned = (agreement: Agreement, facts: readonly object[], today: CalendarDate) => {
  const entries = (facts as Fact[]).filter(f => dateOf(f) <= today);
  return planOf({ agreement, description: '', entries, today, onboarded: today, reached: undefined, done: [] }).standing.wayOut;
};

/** The days on which our notice ends it: one for each reading, found by folding it. */
function endsOn(agreement: Agreement, facts: readonly object[], day: CalendarDate): Set<CalendarDate | undefined> {
  const all = [...(facts as Fact[]), ourNotice(agreement, day)];
  const readings = combinations(liveQuestions(agreement, all), agreement.reading);
  return new Set(readings.map(r => viewOf(fold(agreement, all, r, day), day).end?.lastDayInForce.date));
}

const cases: [string, Agreement, object[], string][] = [
  ['the end of the year', leaving(['12-31'], 'P6M'), [signed], '2026-06-20'],
  ['the end of a short month', leaving(['02-28'], 'P6M'), [signed], '2026-08-20'],
  ['two days of the year', leaving(['12-31', '06-30'], 'P3M'), [signed], '2026-03-22'],
  ['a longer notice to come', leaving(['12-31'], 'P6M'), [signed, ...protocol({ noticePeriod: 'P12M', from: '2026-05-01' }, '2025-08-01')], '2026-04-22'],
  ['a shorter notice to come', leaving(['12-31'], 'P6M'), [signed, ...protocol({ noticePeriod: 'P3M', from: '2026-05-01' }, '2025-08-01')], '2026-06-22'],
  ['a shorter notice that arrives too late', leaving(['12-31'], 'P6M'), [signed, ...protocol({ noticePeriod: 'P3M', from: '2026-08-01' }, '2025-08-01')], '2026-06-22'],
  ['a protocol in force a day later on one reading', leaving(['12-31'], 'P6M', { amendment: amendment(expired) }), [signed, ...protocol({ noticePeriod: 'P12M' }, '2026-03-02')], '2026-04-22'],
  ['periods that silence renews', leaving(['12-31'], 'P6M', { duration: yearly('P5Y', { kind: 'automatic', length: 'P5Y' }) }), [signed], '2029-06-20'],
  ['periods that end before the fixed day', leaving(['12-31'], 'P6M', { duration: yearly({ until: '2026-12-31' }, { kind: 'none' }) }), [signed], '2025-06-20'],
]; // prettier-ignore

describe('an end on fixed days', () => {
  it.each(cases)(
    '%s: a notice on each day up to the safe day ends it then, on every reading, and on the day after does not',
    (_, agreement, facts, from) => {
      let tried = 0;
      for (const n of [0, 7, 8, 9, 10, 11, 12, 13]) {
        const day = addDays(d(from), n);
        const next = on(day, facts, agreement).nextWayOut;
        const plan = planned(agreement, facts, day);
        const window = next?.safe
          ? { from: day, safe: next.safe, sendBy: next.sendBy!, lastDayInForce: next.lastDayInForce }
          : next?.reopens;
        expect(plan, day).toEqual(window ? { lastDayInForce: window.lastDayInForce, due: window.safe, sendBy: window.sendBy } : undefined);
        if (!window) continue;
        for (const good of new Set([window.from, addDays(window.from, 3), window.safe]))
          if (good >= window.from && good <= window.safe)
            expect(endsOn(agreement, facts, good), `asked ${day}, received ${good}`).toEqual(new Set([window.lastDayInForce]));
        for (const bad of [dayAfter(window.safe), ...(window.from > day ? [addDays(window.from, -1)] : [])])
          expect(endsOn(agreement, facts, bad), `asked ${day}, received ${bad}`).not.toEqual(new Set([window.lastDayInForce]));
        tried += 1;
      }
      expect(tried).toBeGreaterThan(4);
    },
  );

  it('has between two readings a last day for each, for its own day of end', () => {
    expect(on('2026-08-29', [signed], leaving(['02-28'], 'P6M')).nextWayOut).toMatchObject({
      lastDayForNotice: '2027-08-28',
      lastDayInForce: '2028-02-28',
      certain: true,
      alternatives: [], // 28 February 2028 is not the last day of its month
      otherWaysOut: [{ lastDayForNotice: '2026-08-31', lastDayInForce: '2027-02-28', when: [{ noticeCount: 'forward' }] }],
      safe: null,
      reopens: { from: '2026-09-01', safe: '2027-08-28', sendBy: '2027-08-14', lastDayInForce: '2028-02-28' },
    });
    const before = on('2026-08-28', [signed], leaving(['02-28'], 'P6M')).nextWayOut;
    expect(before).toMatchObject({
      safe: '2026-08-28',
      reopens: null,
      otherWaysOut: [],
      certain: false,
      alternatives: [{ date: '2026-08-31' }],
    });
  });

  it('is no longer offered before a longer notice known to come, and not on the disputed day', () => {
    const longer = leaving(['12-31'], 'P6M', { amendment: amendment(expired) });
    const facts = [signed, ...protocol({ noticePeriod: 'P12M' }, '2026-03-02')];
    expect(on('2026-04-01', facts, longer).nextWayOut).toMatchObject({
      lastDayInForce: '2026-12-31',
      lastDayForNotice: '2026-04-30',
      safe: '2026-04-30',
    });
    expect(planned(longer, facts, d('2026-05-01'))).toMatchObject({ lastDayInForce: '2027-12-31', due: '2026-12-31' });
  });

  it.each([
    ['P7M', '2028-05-31', 'counted back 7 months from 31 Dec 2028'],
    ['P3M', '2028-09-30', 'counted back 3 months from 31 Dec 2028'],
    ['P10M', '2028-04-30', 'the changes of protocol p2, which apply from 1 May 2028, are taken into account'],
  ])('is listed by the notice of %s that applies from 1 May 2028: by %s', (noticePeriod, last, how) => {
    const change = { id: 'ps', type: 'protocol.signed', protocol: 'p2', on: '2027-10-01', changes: { noticePeriod, from: '2028-05-01' } };
    const notified = ['KZ', 'AZ'].map(by => ({ id: by, type: 'protocol.completion.notified', protocol: 'p2', by, received: '2027-12-01' }));
    const s = on('2028-02-01', [signed, change, ...notified], leaving(['12-31'], 'P6M'));
    expect(s.nextWayOut).toMatchObject({ lastDayInForce: '2028-12-31', lastDayForNotice: last, safe: last, certain: true });
    expect(s.nextWayOut!.how).toContain(how);
    expect(s.dates.filter(l => l.what === 'lastDayForFixedDay' && !l.past).map(l => l.date)).toEqual([last]);
  });

  it('has a timer for the end of its send-by day for both Parties, and none on the next day', () => {
    const timers = (today: string) => {
      const entries = [signed] as Fact[];
      const circumstances = { entries, today: d(today), onboarded: d(today), reached: undefined, done: [] };
      return planOf({ agreement: leaving(['12-31'], 'P6M'), description: '', ...circumstances }).timers.filter(t => t.name === 'sendBy');
    };
    expect(timers('2026-06-16')).toMatchObject([{ day: '2026-06-16', at: Date.parse('2026-06-16T20:00:00Z') }]); // midnight in Baku
    expect(timers('2026-06-17')).toMatchObject([]);
  });

  it('is absent if the agreement ends by then without a notice', () => {
    const own = leaving(['12-31'], 'P6M', { duration: yearly({ until: '2026-12-31' }, { kind: 'none' }) });
    expect(on('2025-06-30', [signed], own).nextWayOut).toMatchObject({ lastDayInForce: '2025-12-31' });
    expect(on('2025-07-01', [signed], own)).not.toHaveProperty('nextWayOut');
  });
});

it('if a notice ends it only on fixed days, silence still renews its periods, and the decision is owed by the last of those days', () => {
  const agreement = given({
    duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
    termination: { when: 'onFixedDays', article: 'art. 14', days: ['12-31'], notice: 'P6M' },
  });
  const protocol = { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2022-01-01', changes: { text: 'a new art. 5' } };
  for (const more of [[], [protocol]])
    expect(on('2024-03-10', [...inForceOn('2021-03-10'), ...more], agreement).decision).toMatchObject({
      question: 'renewal',
      due: '2025-06-30',
      sendBy: '2025-06-16',
    });
  const unsure = { id: 'e', type: 'entry.agreed', on: '2020-12-01', date: { notBefore: '2021-01-01', notAfter: '2021-06-30' } };
  expect(on('2024-03-10', [...inForceOn('2021-03-10').slice(0, 1), unsure], agreement).within!.safeDay).toMatchObject({
    date: '2025-06-30',
  });
});
