/** Obligations that survive the end of an agreement: their own dates and timers, and never "in force". VCLT art. 70. */
import { describe, expect, it } from 'vitest';
import { lastDayOfSurvival, survival } from '../../clauses/survivals.ts';
import type { Entry } from '../../machines/facts.ts';
import { planOf } from '../../machines/plan.ts';
import { actsThrough, byDefault, d, given, inForceOn, on, read, sentence, summary } from './setup.ts';

const investments = { what: 'investments made before the end', article: 'art. 12(3)', length: 'P10Y' };
const contracts = { what: 'contracts under way', article: 'art. 12(4)' };
const survivals = [investments, contracts];
const agreement = given({ survivals });
const terminated = [...inForceOn('2021-03-10'), { id: 't', type: 'termination.notified', by: 'AZ', received: '2022-01-10' }]; // out on 2022-07-10
const planned = (today: string, list: object[], of = agreement) =>
  planOf({
    agreement: of,
    description: 'sha256:',
    entries: list as Entry[],
    today: d(today),
    onboarded: d('2021-01-01'),
    reached: undefined,
    done: [],
  });

it.each([
  // last day in force, length, the day before, the same-numbered day
  ['2029-03-09', 'P10Y', '2039-03-09', '2039-03-10'],
  ['2028-02-29', 'P10Y', '2038-02-28', '2038-03-01'], // first day out 1 March
  ['2029-02-28', 'P3Y', '2032-02-29', '2032-03-01'],
  ['2029-08-30', 'P6M', '2030-02-27', '2030-02-28'], // first day out 31 August, clamped
  ['2029-12-31', 'P90D', '2030-03-31', '2030-04-01'],
])('obligations that last after the last day in force %s for %s end on %s, or on %s', (last, length, dayBefore, sameNumbered) => {
  const of = survival.parse({ ...investments, length });
  expect(lastDayOfSurvival(of, d(last), byDefault)!.date).toBe(dayBefore);
  expect(lastDayOfSurvival(of, d(last), read({ periodEnd: 'sameNumberedDay' }))!.date).toBe(sameNumbered);
});

it('obligations have no last day if the text sets none', () => {
  expect(lastDayOfSurvival(survival.parse(contracts), d('2029-03-09'), byDefault)).toBeUndefined();
});

describe('an agreement with obligations that survive its end', () => {
  it('says so before any end is known, without a date', () => {
    const s = on('2021-06-01', inForceOn('2021-03-10'), agreement);
    expect(s.survivals).toMatchObject([
      {
        what: 'investments made before the end',
        basis: 'art. 12(3)',
        lastDay: null,
        how: 'for 10 years after the end',
        certain: true,
        alternatives: [],
      },
      { what: 'contracts under way', basis: 'art. 12(4)', lastDay: null, how: 'the text sets no day', certain: true, alternatives: [] },
    ]);
    expect(on('2021-06-01', inForceOn('2021-03-10')).survivals).toBeUndefined();
  });

  it('counts them from a pending end, on every reading', () => {
    const [first] = on('2022-02-01', terminated, agreement).survivals!;
    expect(first).toMatchObject({
      lastDay: '2032-07-09',
      how: '10 Jul 2022, the day after the last day in force, + 10 years, the day before',
      certain: false,
    });
    // even if each reading has another end
    expect(first!.alternatives.map(a => a.date)).toEqual(expect.arrayContaining(['2032-07-10', '2032-07-11']));
  });

  it('is over with its last day in force, and not in force while they last', () => {
    expect(on('2022-07-09', terminated, agreement).status).toBe('inForce');
    const s = on('2022-07-10', terminated, agreement);
    expect([s.status, s.period, s.termination!.lastDayInForce]).toEqual(['terminated', null, '2022-07-09']);
    expect(s.dates.at(-1)).toMatchObject({
      date: '2032-07-09',
      what: 'survivalEnd',
      label: 'Last day of what survives: investments made before the end',
      basis: 'art. 12(3)',
      past: false,
    });
    expect(on('2040-01-01', terminated, agreement).status).toBe('terminated');
  });

  it('names them in the closing report', () => {
    expect(sentence(actsThrough('2022-07-10', terminated, agreement).find(a => a.what === 'closingReport')!)).toBe(
      'Draw up the closing report: rights and obligations that accrued before the end are not affected. What survives it: investments made before the end, until 9 July 2032 (art. 12(3)); contracts under way (art. 12(4)).',
    );
    expect(sentence(actsThrough('2022-07-10', terminated).find(a => a.what === 'closingReport')!)).not.toContain('survives');
  });

  it('waits for their last day, and is closed only then', () => {
    const plan = planned('2022-07-10', terminated);
    expect(plan.timers.map(t => [t.name, t.day, summary(t)])).toEqual([
      ['survivalEnd', '2032-07-09', 'Last day of what survives: investments made before the end: 9 Jul 2032, art. 12(3)'],
    ]);
    expect([plan.over, plan.underNotice]).toEqual([false, false]);
    expect(planned('2032-07-09', terminated).over).toBe(false);
    expect(planned('2032-07-10', terminated)).toMatchObject({ over: true, timers: [] });
    expect(actsThrough('2032-07-10', terminated, agreement).at(-1)).toMatchObject({
      what: 'survivalEnded',
      on: '2032-07-10',
      params: { survivals: ['investments made before the end'], lastDay: '2032-07-09' },
    });
  });

  it('does not wait if no length is set', () => {
    expect(planned('2022-07-10', terminated, given({ survivals: [contracts] })).over).toBe(true);
  });

  it('waits for one after the other, and for those of one day together', () => {
    const several = given({
      survivals: [investments, { what: 'visas', article: 'art. 8', length: 'P1Y' }, { what: 'permits', article: 'art. 9', length: 'P12M' }],
    });
    expect(planned('2022-07-10', terminated, several).timers).toMatchObject([{ day: '2023-07-09' }]);
    expect(planned('2023-07-10', terminated, several).timers).toMatchObject([{ day: '2032-07-09' }]);
    expect(
      actsThrough('2032-07-10', terminated, several)
        .filter(a => a.what === 'survivalEnded')
        .map(a => [a.on, sentence(a)]),
    ).toEqual([
      ['2023-07-10', 'What survived the end until 9 July 2023 is over: visas and permits.'],
      ['2032-07-10', 'What survived the end until 9 July 2032 is over: investments made before the end.'],
    ]);
  });

  it('counts them from an expiry and from a later treaty as well', () => {
    const none = given({
      survivals,
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    expect(on('2026-03-10', inForceOn('2021-03-10'), none)).toMatchObject({
      status: 'expired',
      survivals: [{ lastDay: '2036-03-09' }, {}],
    });
    const later = { id: 'x', type: 'superseded', on: '2022-01-01', laterTreaty: 'another', firstDayOut: '2022-03-01' };
    expect(on('2022-03-01', [...inForceOn('2021-03-10'), later], agreement)).toMatchObject({
      status: 'superseded',
      survivals: [{ lastDay: '2032-02-29' }, {}],
    });
    // an irrevocable end hides what would fall due after it, but not obligations that survive it
    expect(planned('2022-03-01', [...inForceOn('2021-03-10'), later]).timers).toMatchObject([{ name: 'survivalEnd', day: '2032-02-29' }]);
  });

  it('does not wait for a last day that was past when the end became known', () => {
    const agreed = { id: 'x', type: 'termination.agreed', on: '2023-06-01', firstDayOut: '2022-01-01' };
    const short = given({ survivals: [{ ...investments, length: 'P1Y' }] });
    expect(planned('2023-06-01', [...inForceOn('2021-03-10'), agreed], short)).toMatchObject({ over: true, timers: [] });
  });

  it('has no exact day for them if the end is known only within bounds', () => {
    const bounded = [
      { id: 's', type: 'signed', on: '2020-09-01' },
      { id: 'n', type: 'entry.agreed', on: '2020-09-01', date: { notBefore: '2021-03-01', notAfter: '2021-03-31' } },
    ];
    const none = given({
      survivals,
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    const s = on('2022-01-01', bounded, none);
    expect(s.survivals![0]).toMatchObject({ lastDay: null, how: 'the end is known only within bounds', certain: false });
    expect(on('2022-01-01', bounded, agreement).survivals![0]).toMatchObject({ lastDay: null, certain: true });
  });
});
