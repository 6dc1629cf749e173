/**
 * Ways out and late notices with a day known only within bounds, compared with each possible day folded separately: answer, plan and
 * deadlines give what is true on all of them, and nothing that is not true on one.
 */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, after, type Length } from '../../clauses/calendar.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { planOf } from '../../machines/plan.ts';
import { safeWayOut } from '../../machines/safe-window.ts';
import { d, entries, given, on } from './setup.ts';

const article = 'art. 5';
const signed = { id: 's', type: 'signed', on: '2019-01-01' };
const bounds = { notBefore: '2020-03-05', notAfter: '2020-03-20' };
const facts = (date: unknown): object[] => [signed, { id: 'e', type: 'entry.agreed', on: '2019-02-01', date, published: true }];
const possible = Array.from({ length: 16 }, (_, i) => addDays(d(bounds.notBefore), i));

const fixed = (duration: object, days: string[], notice = 'P3M') =>
  given({ duration: { article, ...duration }, termination: { when: 'onFixedDays', article, days, notice } });
const indefinite = { kind: 'indefinite' };
const periods = (first: string, renewal: object, more: object = {}) => ({ kind: 'periods', article, first, renewal, ...more });
const automatic = { kind: 'automatic', length: 'P1Y' };
const late = (termination: object) =>
  given({ duration: periods('P1Y', automatic, { noticeBefore: 'P3M' }), termination: { article, ...termination } });

/** An agreement; days on which all possible days give the same result, and days on which they do not. */
const cases: [name: string, agreement: Agreement, alike: string[], apart: string[]][] = [
  ['the next of the fixed days', fixed(indefinite, ['12-31']), ['2020-03-20', '2020-09-30', '2020-10-01'], ['2020-03-05', '2020-03-19']],
  ['a last day for notice that the readings dispute', fixed(indefinite, ['02-28'], 'P6M'), ['2020-08-28', '2020-08-29', '2020-08-31'], []],
  ['a period that ends around a fixed day', fixed(periods('P1Y', { kind: 'none' }), ['03-01', '03-10']), ['2020-06-01', '2020-12-01', '2020-12-11'], ['2020-12-02', '2020-12-10']],
  ['a late notice at any time', late({ when: 'anyTime', notice: 'P6M' }), ['2020-12-22', '2021-02-20'], ['2020-12-05', '2020-12-20', '2021-03-10']],
  ['a late notice that is barred', late({ when: 'afterFirstPeriod', notice: 'P3M', barredFor: 'P9M', bars: 'giving' }), ['2020-12-22'], ['2020-12-07', '2020-12-19']],
]; // prettier-ignore

/** The answer on a day, for an entry into force within the bounds. */
function saidOn(agreement: Agreement, day: string) {
  const today = d(day);
  const list = entries(...facts(bounds));
  const { nextWayOut, lateNotice } = on(day, facts(bounds), agreement);
  const plan = planOf({ agreement, description: '', entries: list, today, onboarded: today, reached: undefined, done: [] });
  const listed = deadlinesOf({ agreement, description: '', entries: list }, today, after(today, 'P3Y' as Length));
  const toEnd = listed.find(({ says }) => says.code === 'safeDayToEndOn');
  return {
    nextWayOut,
    lateNotice,
    planned: plan.standing.wayOut,
    sendBy: plan.timers.find(t => t.name === 'sendBy')?.day,
    listed: toEnd && { due: toEnd.date, sendBy: toEnd.sendBy },
  };
}

describe('an agreement whose entry into force is known only within bounds', () => {
  it.each(cases)('%s: answers what is true on every possible day, and nothing else', (_, agreement, alike, apart) => {
    for (const day of [...alike, ...apart]) {
      const [first, ...others] = possible.map(date => on(day, facts(date), agreement));
      const found = saidOn(agreement, day);
      const isAlike = (key: 'nextWayOut' | 'lateNotice'): boolean =>
        others.every(o => JSON.stringify(o[key]) === JSON.stringify(first![key]));
      expect([day, isAlike('nextWayOut') && isAlike('lateNotice')]).toEqual([day, alike.includes(day)]);
      expect(found.nextWayOut, day).toEqual(isAlike('nextWayOut') ? first!.nextWayOut : undefined);
      expect(found.lateNotice, day).toEqual(isAlike('lateNotice') ? first!.lateNotice : undefined);
      const out = found.nextWayOut && safeWayOut(found.nextWayOut);
      expect(found.planned, day).toEqual(out && { lastDayInForce: out.lastDayInForce, due: out.safe, sendBy: out.sendBy });
      expect(found.sendBy, day).toBe(out && out.sendBy >= day ? out.sendBy : undefined);
      if (agreement.clauses.duration.kind === 'indefinite') expect(found.listed, day).toEqual(out && { due: out.safe, sendBy: out.sendBy });
    }
  });
});
