/** Duration clauses of real agreements, each with a worked example and its source. VCLT art. 39, 54. */
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../agreements/load.ts';
import { agreement as agreementSchema } from '../../clauses/agreement.ts';
import { clauseFindings } from '../../machines/clause-findings/index.ts';
import { consolidated } from '../../machines/consolidated.ts';
import { factAsEntered } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { labelOfFact } from '../../machines/labels.ts';
import { planOf } from '../../machines/plan.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { changesBetween } from '../../machines/changes.ts';
import { actsThrough, d, facts, given, inForceOn, on, said, sentence, whys, english } from './setup.ts';

const article = 'art. 2';
const onSignature = { on: 'signature', article: 'art. 1' };
const endOfPeriod = { when: 'endOfPeriod', article };
const yearly = { kind: 'automatic', length: 'P1Y' };

/** In force on signature, for periods. */
const periods = (duration: object, more: object = {}, reading: object = {}) =>
  given(
    { entryIntoForce: onSignature, duration: { kind: 'periods', article, ...duration }, termination: endOfPeriod, ...more },
    { reading },
  );
const signed = (day: string) => ({ id: 's', type: 'signed', on: day });
const agreed = (day: string, more: object = {}) => ({ id: 'r', type: 'renewal.agreed', on: day, ...more });
const byAgreement = (more: object = {}) =>
  periods({ first: 'P30Y', renewal: { kind: 'byAgreement', ...more } }, { termination: undefined });

type Row = [number, string, string, string | undefined];
const row = (asOf: string, list: object[], agreement: ReturnType<typeof given>): Row | string => {
  const { period: p, status } = on(asOf, list, agreement);
  return p ? [p.number, p.firstDay, p.lastDay, p.lastDayForNotice?.date] : status;
};
const alternatives = (asOf: string, list: object[], agreement: ReturnType<typeof given>) =>
  on(asOf, list, agreement).period!.lastDayForNotice!.alternatives;

describe('lengths are added in chronological order', () => {
  const days = { first: 'P672D', renewal: yearly, noticeBefore: 'P6M' };

  it('so that 672 days from 1 March 2019, then a year, make the year 2021 the second period', () => {
    expect(row('2021-06-01', [signed('2019-03-01')], periods(days))).toEqual([2, '2021-01-01', '2021-12-31', '2021-06-30']);
    expect(on('2021-06-01', [signed('2019-03-01')], periods(days)).period).toMatchObject({
      how: 'period 2: 1 Mar 2019 + 672 days + 1 year, the day before',
      lastDayForNotice: { safe: '2021-06-30' },
    });
    expect(row('2023-06-01', [signed('2019-03-01')], periods(days))).toEqual([4, '2023-01-01', '2023-12-31', '2023-06-30']);
  });

  it.each([
    ['2009-02-27', 1, '2009-02-27', '2009-02-28'],
    ['2024-02-01', 4, '2024-02-28', '2024-02-29'],
    ['2029-02-01', 5, '2029-02-27', '2029-02-28'],
  ])(
    'so that clamped month ends never drift: 29 February 2004 and five years each, as of %s period %i ends %s, or %s',
    (asOf, number, before, same) => {
      const five = { first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' };
      expect(on(asOf, [signed('2004-02-29')], periods(five)).period).toMatchObject({ number, lastDay: before });
      expect(on(asOf, [signed('2004-02-29')], periods(five, {}, { periodEnd: 'sameNumberedDay' })).period).toMatchObject({
        number,
        lastDay: same,
      });
    },
  );

  it.each<[string, string, Row, string]>([
    ['P1Y6M', '2022-01-01', [2, '2021-07-01', '2022-12-31', '2022-06-30'], 'a year and six months'],
    ['P8W', '2020-03-01', [2, '2020-02-26', '2020-04-21', '2019-10-21'], 'eight weeks are 56 days'],
    ['P1Y2M10D', '2021-04-01', [2, '2021-03-11', '2022-05-20', '2021-11-20'], 'months before days within each length'],
  ])('%s: as of %s %j; %s', (length, asOf, expected) => {
    const agreement = periods({ first: length, renewal: { kind: 'automatic', length }, noticeBefore: 'P6M' });
    expect(row(asOf, [signed('2020-01-01')], agreement)).toEqual(expected);
  });

  it('and a protocol for the current period keeps the grid: the fourth of eighteen months ends on 10 March 2027', () => {
    const agreement = given({}, { reading: { periodEnd: 'sameNumberedDay' } });
    const protocol = [
      {
        id: 'ps',
        type: 'protocol.signed',
        protocol: 'p1',
        on: '2025-01-01',
        changes: { periodLength: 'P18M', appliesTo: 'runningPeriod' },
      },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: '2025-02-01' },
      { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2026-03-10' },
    ];
    expect(row('2026-03-10', [...inForceOn('2021-03-10'), ...protocol], agreement)).toEqual([1, '2021-03-10', '2026-03-10', '2025-09-10']);
    expect(row('2026-03-11', [...inForceOn('2021-03-10'), ...protocol], agreement)).toEqual([4, '2026-03-11', '2027-03-10', '2026-09-10']);
  });
});

describe('until 31 December 2020, then year by year, notice six months before the end of each calendar year', () => {
  const calendar = periods({ first: { until: '2020-12-31' }, renewal: yearly, noticeBefore: 'P6M' });

  it.each([
    ['2019-05-01', [1, '2019-05-01', '2020-12-31', '2020-06-30']],
    ['2020-12-31', [1, '2019-05-01', '2020-12-31', '2020-06-30']],
    ['2021-01-01', [2, '2021-01-01', '2021-12-31', '2021-06-30']],
    ['2024-02-29', [5, '2024-01-01', '2024-12-31', '2024-06-30']],
  ])('in force on 1 May 2019, as of %s: %j, on every reading', (asOf, expected) => {
    expect(row(asOf, [signed('2019-05-01')], calendar)).toEqual(expected);
    expect(alternatives(asOf, [signed('2019-05-01')], calendar)).toEqual([]);
  });

  it('the text is said to fix the day, and the count to continue from it', () => {
    expect(on('2019-06-01', [signed('2019-05-01')], calendar).period!.how).toBe('period 1: until 31 Dec 2020, the day fixed by the text');
    expect(on('2022-06-01', [signed('2019-05-01')], calendar).period!.how).toBe(
      'period 3: 1 Jan 2021, after a period until 31 Dec 2020, + 2 × 1 year, the day before',
    );
    const same = periods({ first: { until: '2020-12-31' }, renewal: yearly, noticeBefore: 'P6M' }, {}, { periodEnd: 'sameNumberedDay' });
    expect(on('2022-06-01', [signed('2019-05-01')], same).period).toMatchObject({
      lastDay: '2022-12-31',
      how: 'period 3: 31 Dec 2020, after a period until 31 Dec 2020, + 2 × 1 year, the same-numbered day',
    });
  });

  it('both ends are shown if the readings give two: half a year after 30 June ends on 31 or on 30 December', () => {
    const halves = periods({ first: { until: '2020-06-30' }, renewal: { kind: 'automatic', length: 'P6M' }, noticeBefore: 'P1M' });
    expect(row('2020-08-01', [signed('2019-05-01')], halves)).toEqual([2, '2020-07-01', '2020-12-31', '2020-11-30']);
    const sixth = periods({ first: { until: '2020-06-30' }, renewal: { kind: 'automatic', length: 'P6M' }, noticeBefore: 'P60D' });
    expect(alternatives('2020-08-01', [signed('2019-05-01')], sixth)).toEqual([
      { date: '2020-10-31', when: [{ periodEnd: 'sameNumberedDay' }] },
    ]);
    expect(
      on(
        '2020-12-31',
        [signed('2019-05-01')],
        periods({ first: { until: '2020-06-30' }, renewal: { kind: 'none' } }, { termination: undefined }),
      ).status,
    ).toBe('expired');
  });

  it('if it enters into force after the first period, the period of that day is the first, and the answer says so', () => {
    expect(row('2022-03-01', [signed('2022-02-01')], calendar)).toEqual([3, '2022-02-01', '2022-12-31', '2022-06-30']);
    expect(on('2022-03-01', [signed('2022-02-01')], calendar).notes).toContain(
      'By art. 2 the first period was over on 31 Dec 2020, before entry into force on 1 Feb 2022.',
    );
    expect(
      actsThrough('2022-03-01', [signed('2022-02-01')], calendar)
        .map(sentence)
        .join(),
    ).toContain('Period 3 ends on 31 December 2022');
  });
});

describe('a fixed end in the text', () => {
  const fixed = periods({ first: { until: '2026-12-31' }, renewal: { kind: 'none' } }, { termination: undefined });

  it('ends the agreement on that day, on every reading', () => {
    expect(on('2026-12-31', [signed('2020-05-01')], fixed)).toMatchObject({
      status: 'inForce',
      termination: {
        cause: 'expiry',
        lastDayInForce: '2026-12-31',
        certain: true,
        how: expect.stringContaining('the day fixed by the text') as unknown,
      },
    });
    expect(on('2027-01-01', [signed('2020-05-01')], fixed).status).toBe('expired');
  });

  it('that has passed when all have consented prevents entry into force, and the answer says what is needed', () => {
    const late = on('2027-06-01', [signed('2027-05-01')], fixed);
    expect(late).toMatchObject({ status: 'signed', entryIntoForce: { date: null, notBefore: null }, period: null, termination: null });
    expect(late.entryIntoForce.how).toBe(
      'awaiting an earlier date of entry into force that the Parties agreed (by art. 2 its duration would have ended on 31 Dec 2026, before 1 May 2027, the date under art. 1)',
    );
    const before = { id: 'e', type: 'entry.agreed', on: '2027-06-01', date: '2026-01-01' };
    const signedEarly = periods(
      { first: { until: '2026-12-31' }, renewal: { kind: 'none' } },
      { entryIntoForce: { on: 'lastNotification', article: 'art. 1' }, termination: undefined },
    );
    const list = [
      signed('2025-05-01'),
      { id: 'k', type: 'completion.notified', by: 'KZ', received: '2025-06-01' },
      { id: 'a', type: 'completion.notified', by: 'AZ', received: '2027-01-15' },
    ];
    expect(on('2027-02-01', list, signedEarly).status).toBe('signed');
    expect(on('2027-07-01', [...list, before], signedEarly)).toMatchObject({ status: 'expired', entryIntoForce: { date: '2026-01-01' } });
  });

  it('before a fixed day of entry into force is an error in the file, since it is never in force', () => {
    const clauses = {
      entryIntoForce: { on: 'fixedDate', article: 'art. 1', date: '2021-01-01' },
      duration: { kind: 'periods', article, first: { until: '2020-12-31' }, renewal: { kind: 'none' } },
      termination: undefined,
    };
    expect(clauseFindings(given(clauses), [], []).map(f => [f.name, f.severity])).toEqual([['fixedEndBeforeEntry', 'error']]);
    expect(given({ ...clauses, entryIntoForce: { ...clauses.entryIntoForce, date: '2020-12-31' } }).clauses.duration).toMatchObject({
      first: { until: '2020-12-31' },
    });
  });
});

describe('with periods counted from another day than entry into force', () => {
  const five = { first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' };
  const lastNotification = { entryIntoForce: { on: 'lastNotification', article: 'art. 1' } };
  const list = (day: string) => [
    signed('2004-03-01'),
    { id: 'k', type: 'completion.notified', by: 'KZ', received: '2004-06-10' },
    { id: 'a', type: 'completion.notified', by: 'AZ', received: day },
  ];
  const fromSignature = periods({ ...five, countedFrom: 'signature' }, lastNotification);

  it('the first one counted from signature begins with entry into force and ends by the count', () => {
    expect(row('2004-10-01', list('2004-09-15'), fromSignature)).toEqual([1, '2004-09-15', '2009-02-28', '2008-08-28']);
    expect(row('2009-03-01', list('2004-09-15'), fromSignature)).toEqual([2, '2009-03-01', '2014-02-28', '2013-08-28']);
    expect(on('2004-10-01', list('2004-09-15'), fromSignature)).toMatchObject({
      entryIntoForce: { date: '2004-09-15' },
      period: { how: 'period 1: signature, 1 Mar 2004 + 1 × 5 years, the day before' },
    });
  });

  it('the second one is current from entry into force if the first was over by that count', () => {
    expect(row('2010-01-01', list('2009-06-01'), fromSignature)).toEqual([2, '2009-06-01', '2014-02-28', '2013-08-28']);
    expect(row('2009-06-01', list('2009-02-28'), fromSignature)).toEqual([2, '2009-03-01', '2014-02-28', '2013-08-28']);
  });

  it('the count can start on a day that the text fixes', () => {
    const agreement = periods({ ...five, countedFrom: '2004-01-01' }, lastNotification);
    expect(row('2004-10-01', list('2004-09-15'), agreement)).toEqual([1, '2004-09-15', '2008-12-31', '2008-06-30']);
    expect(on('2004-10-01', list('2004-09-15'), agreement).period!.reason.args).toMatchObject({ countedFrom: 'namedDay' });
    expect(on('2004-10-01', list('2004-09-15'), agreement).period!.how).toBe(
      'period 1: the day fixed by the text, 1 Jan 2004 + 1 × 5 years, the day before',
    );
    expect(row('2004-10-01', list('2004-09-15'), periods({ ...five, countedFrom: 'entryIntoForce' }, lastNotification))).toEqual([
      1,
      '2004-09-15',
      '2009-09-14',
      '2009-03-14',
    ]);
  });

  it('a period over by entry into force does not exist: what is then without limit begins at once, and what renews only once may be over before it begins', () => {
    const limitless = periods(
      { first: 'P1Y', renewal: { kind: 'withoutLimit' }, countedFrom: 'signature' },
      { ...lastNotification, termination: { when: 'afterFirstPeriod', article, notice: 'P6M' } },
    );
    expect(on('2006-01-01', list('2005-06-01'), limitless)).toMatchObject({ status: 'inForce', period: null, termination: null });
    const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2006-01-01' };
    expect(on('2006-02-01', [...list('2005-06-01'), notice], limitless).termination).toMatchObject({ firstDayOut: '2006-07-01' });
    const once = periods(
      { first: 'P1Y', renewal: { ...yearly, times: 1 }, noticeBefore: 'P1M', countedFrom: 'signature' },
      lastNotification,
    );
    expect(row('2005-09-01', list('2005-06-01'), once)).toEqual([2, '2005-06-01', '2006-02-28', undefined]);
    expect(on('2006-09-01', list('2006-06-01'), once).status).toBe('signed');
  });

  it('a count restarted by a protocol starts on the protocol’s own day', () => {
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2005-01-01', changes: { restartsPeriods: true } },
      { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2006-01-01' },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2006-01-01' },
    ];
    expect(row('2006-01-01', [...list('2004-09-15'), ...protocol], fromSignature)).toEqual([1, '2006-01-01', '2010-12-31', '2010-06-30']);
    const until = (day: string, renewal: object) => periods({ first: { until: day }, renewal, noticeBefore: 'P6M' }, lastNotification);
    expect(row('2006-01-01', [...list('2004-09-15'), ...protocol], until('2005-12-31', yearly))).toEqual([
      2,
      '2006-01-01',
      '2006-12-31',
      '2006-06-30',
    ]);
    const over = periods(
      { first: { until: '2005-12-31' }, renewal: { kind: 'withoutLimit' } },
      { ...lastNotification, termination: { when: 'anyTime', article, notice: 'P6M' } },
    );
    expect(row('2006-01-01', [...list('2004-09-15'), ...protocol], over)).toBe('inForce');
  });
});

describe('a different notice for the first period', () => {
  const two = periods(
    { first: 'P5Y', renewal: yearly, noticeBefore: { first: 'P1Y', later: 'P6M' } },
    { amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article } } },
  );

  it('counts for each period by its number', () => {
    expect(row('2021-01-01', [signed('2020-01-01')], two)).toEqual([1, '2020-01-01', '2024-12-31', '2023-12-31']);
    expect(row('2025-01-01', [signed('2020-01-01')], two)).toEqual([2, '2025-01-01', '2025-12-31', '2025-06-30']);
  });

  it('is replaced for all periods by a protocol, and each is restored when the protocol’s provisional application ends', () => {
    const changes = { noticeBefore: 'P3M', provisionallyFrom: '2021-02-01' };
    const list = [signed('2020-01-01'), { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2021-01-01', changes }];
    expect(row('2021-03-01', list, two)).toEqual([1, '2020-01-01', '2024-12-31', '2024-09-30']);
    expect(row('2025-01-01', list, two)).toEqual([2, '2025-01-01', '2025-12-31', '2025-09-30']);
    const over = [...list, { id: 'x', type: 'protocol.abandoned', protocol: 'p', on: '2022-01-01' }];
    expect(row('2022-01-02', over, two)).toEqual([1, '2020-01-01', '2024-12-31', '2023-12-31']);
    expect(row('2025-01-02', [...list, { id: 'x', type: 'protocol.abandoned', protocol: 'p', on: '2025-01-02' }], two)).toEqual([
      2,
      '2025-01-01',
      '2025-12-31',
      '2025-06-30',
    ]);
  });
});

describe('a renewal that the Parties agreed for a length of their own or until a day of their own', () => {
  const treaty = [signed('1996-12-12')];

  it.each([
    ['ten years', { length: 'P10Y' }, '2036-12-11'],
    ['a year and six months', { length: 'P1Y6M' }, '2028-06-11'],
    ['until a day', { until: '2031-06-30' }, '2031-06-30'],
    ['nothing else, as the clause says', {}, '2056-12-11'],
  ])('of thirty years and by agreement only (in-bd-ganges-waters-1996), agreed for %s', (_, more, lastDay) => {
    const agreement = byAgreement({ length: 'P30Y' });
    const list = [...treaty, agreed('2026-11-02', more)];
    expect(on('2026-11-28', list, agreement)).toMatchObject({
      termination: { cause: 'expiry', lastDayInForce: lastDay },
      period: { number: 1, lastDay: '2026-12-11', agreedRenewal: { fact: 'r', number: 2, firstDay: '2026-12-12', lastDay } },
    });
    expect(row('2026-12-12', list, agreement)).toEqual([2, '2026-12-12', lastDay, undefined]);
    expect(on(lastDay, list, agreement)).toMatchObject({ status: 'inForce', termination: { cause: 'expiry', lastDayInForce: lastDay } });
  });

  it('gives its end on other readings if the clause counts it', () => {
    const agreement = byAgreement({ length: 'P30Y' });
    const of = (more: object) => on('2026-11-28', [...treaty, agreed('2026-11-02', more)], agreement).period!.agreedRenewal;
    const alternatives = [{ date: '2036-12-12', when: [{ periodEnd: 'sameNumberedDay' }] }];
    expect(of({ length: 'P10Y' })).toMatchObject({ lastDay: '2036-12-11', certain: false, alternatives });
    expect(of({ until: '2031-06-30' })).toMatchObject({ lastDay: '2031-06-30', certain: true, alternatives: [] });
  });

  it('is continued by the next agreed renewal', () => {
    const list = [...treaty, agreed('2026-11-02', { until: '2031-06-30' }), { ...agreed('2031-01-01', { length: 'P10Y' }), id: 'r2' }];
    expect(row('2031-07-01', list, byAgreement())).toEqual([3, '2031-07-01', '2041-06-30', undefined]);
    expect(on('2031-07-01', list, byAgreement()).period!.how).toBe(
      'period 3: 1 Jul 2031, after a period until 30 Jun 2031, + 1 × 10 years, the day before, as the Parties agreed (r2)',
    );
    expect(on('2027-07-01', list, byAgreement()).period!.how).toBe('period 2: until 30 Jun 2031, as the Parties agreed (r)');
  });

  it.each<[string, ReturnType<typeof given>]>([
    ['a clause that provides for no renewal', periods({ first: 'P30Y', renewal: { kind: 'none' } }, { termination: undefined })],
    [
      'a last renewal already used',
      periods({ first: 'P20Y', renewal: { kind: 'automatic', length: 'P10Y', times: 1 }, noticeBefore: 'P6M' }),
    ],
    ['a clause by agreement that names no length', byAgreement()],
    ['a fixed end', periods({ first: { until: '2026-12-11' }, renewal: { kind: 'none' } }, { termination: undefined })],
  ])('extends %s (VCLT art. 39), and only once', (_, agreement) => {
    expect(on('2026-12-12', treaty, agreement).status).toBe('expired');
    const list = [...treaty, agreed('2026-12-11', { length: 'P10Y' })];
    expect(on('2026-12-12', list, agreement)).toMatchObject({ status: 'inForce', period: { lastDay: '2036-12-11' } });
    expect(on('2036-12-12', list, agreement).status).toBe('expired');
    expect(on('2026-12-12', [...treaty, agreed('2026-12-12', { length: 'P10Y' })], agreement).status).toBe('expired');
  });

  it.each<[string, ReturnType<typeof given>, object, string]>([
    [
      'no length is known',
      byAgreement(),
      {},
      'art. 2 does not say for how long it is renewed by agreement: enter what was agreed (length, or until).',
    ],
    [
      'the agreed day is the last day of the current period',
      byAgreement(),
      { until: '2026-12-11' },
      'It was agreed until 11 Dec 2026, which is not after the end of the running period, 11 Dec 2026.',
    ],
    [
      'the clause renews it automatically',
      periods({ first: 'P30Y', renewal: yearly, noticeBefore: 'P6M' }),
      { length: 'P10Y' },
      'art. 2 does not make renewal depend on agreement; changing the length of the periods takes a protocol.',
    ],
    [
      'it continues without limit',
      periods({ first: 'P30Y', renewal: { kind: 'withoutLimit' } }, { termination: { when: 'anyTime', article, notice: 'P6M' } }),
      { until: '2030-01-01' },
      'art. 2 does not make renewal depend on agreement; changing the length of the periods takes a protocol.',
    ],
  ])('has no effect if %s', (_, agreement, more, why) => {
    expect(whys(on('2026-11-28', [...treaty, agreed('2026-11-02', more)], agreement))).toEqual([{ fact: 'r', why }]);
  });

  it('has a length or a day, not both', () => {
    const both = factAsEntered.safeParse(agreed('2026-11-02', { length: 'P10Y', until: '2036-12-11' }));
    expect(both.error!.issues.map(i => [i.path.join('.'), i.message])).toEqual([['until', 'fromUntilOrLength']]);
  });

  it('is described in the answer to whoever records it, and in its label', () => {
    const planFor = (...list: object[]): Plan =>
      planOf({
        agreement: byAgreement(),
        description: '',
        entries: facts(...list),
        today: d('2026-11-28'),
        onboarded: d('2026-11-01'),
        reached: undefined,
        done: [],
      });
    expect(changesBetween(planFor(...treaty), planFor(...treaty, agreed('2026-11-02', { length: 'P10Y' })))).toEqual([
      { what: 'renewalAgreed', before: null, after: '2036-12-11' },
      { what: 'lastDayInForce', before: '2026-12-11', after: '2036-12-11' },
    ]);
    const labels = [{ length: 'P10Y' }, { until: '2031-06-30' }, {}].map(more => labelOfFact(facts(agreed('2026-11-02', more))[0]!));
    expect(labels.map(l => [english(l.label), l.basis])).toEqual([
      ['Renewal for 10 years agreed', 'VCLT art. 39'],
      ['Renewal until 30 Jun 2031 agreed', 'VCLT art. 39'],
      ['Renewal agreed', 'VCLT art. 39'],
    ]);
  });

  const protocol = (day: string, changes: object) => [
    { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2026-11-10', changes },
    { id: 'pk', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2026-11-11' },
    { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: day },
  ];
  const amendable = given({
    entryIntoForce: onSignature,
    duration: { kind: 'periods', article, first: 'P30Y', renewal: { kind: 'byAgreement' } },
    termination: undefined,
    amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article } },
  });

  it('follows the current period also if a protocol has cut that short', () => {
    const list = [
      ...treaty,
      agreed('2026-11-02', { length: 'P10Y' }),
      ...protocol('2026-12-01', { periodLength: 'P20Y', appliesTo: 'runningPeriod' }),
    ];
    expect(row('2026-12-01', list, amendable)).toEqual([1, '1996-12-12', '2026-12-01', undefined]);
    expect(row('2026-12-02', list, amendable)).toEqual([2, '2026-12-02', '2036-12-01', undefined]);
  });

  it('until a day that a protocol has since put into the current period agrees nothing', () => {
    const list = [
      ...treaty,
      agreed('2026-11-02', { until: '2030-12-31' }),
      ...protocol('2026-12-01', { periodLength: 'P40Y', appliesTo: 'runningPeriod' }),
    ];
    expect(on('2026-12-12', list, amendable)).toMatchObject({
      period: { number: 1, lastDay: '2036-12-11' },
      termination: { lastDayInForce: '2036-12-11' },
    });
    expect(on('2036-12-12', list, amendable).status).toBe('expired');
  });

  it('is restored when the provisional application of another length ends', () => {
    const changes = { periodLength: 'P20Y', appliesTo: 'runningPeriod', provisionallyFrom: '2027-02-01' };
    const list = [
      ...treaty,
      agreed('2026-11-02', { until: '2031-06-30' }),
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2027-01-01', changes },
    ];
    expect(row('2027-02-01', list, amendable)).toEqual([2, '2026-12-12', '2046-12-11', undefined]);
    const over = [...list, { id: 'x', type: 'protocol.abandoned', protocol: 'p', on: '2028-01-01' }];
    expect(row('2028-01-01', over, amendable)).toEqual([2, '2026-12-12', '2031-06-30', undefined]);
    expect(on('2028-01-01', over, amendable).period!.how).toBe('period 2: until 30 Jun 2031, as the Parties agreed (r)');
  });

  it('is still the one that the Parties agreed on after a protocol that changes no length', () => {
    const list = [...treaty, agreed('2026-11-02', { until: '2031-06-30' }), ...protocol('2027-12-01', { text: 'art. 4 on costs' })];
    expect(on('2028-01-01', list, amendable).period!.how).toBe('period 2: until 30 Jun 2031, as the Parties agreed (r)');
  });

  it('keeps the length that a protocol gives to current periods when the protocol’s application ends', () => {
    const changes = { periodLength: 'P30Y', appliesTo: 'runningPeriod', provisionallyFrom: '2026-12-01' };
    const list = [
      ...treaty,
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2026-11-10', changes },
      agreed('2026-12-02', { length: 'P30Y' }),
      { id: 'x', type: 'protocol.abandoned', protocol: 'p', on: '2028-01-01' },
    ];
    expect(row('2028-01-02', list, amendable)).toEqual([2, '2026-12-12', '2056-12-11', undefined]);
  });
});

describe('the date of a notice that the renewal sentence counts', () => {
  const clause = (counts: string | undefined, notifies = 'received') =>
    periods({ first: 'P5Y', renewal: yearly, noticeBefore: 'P6M', ...(counts ? { counts } : {}) }, {}, { notifies });
  const notice = (more: object) => ({ id: 't', type: 'termination.notified', by: 'AZ', received: '2025-07-05', ...more });
  const all = { dated: '2025-06-28', dispatched: '2025-06-30' };
  const inTime = (agreement: ReturnType<typeof given>, more: object, asOf = '2025-08-01') =>
    on(asOf, [signed('2021-01-01'), notice(more)], agreement).notices.map(n => [n.inTime, n.lastDayInForce]);

  it.each<[string, object, string[][], string]>([
    ['received', all, [['no', '2026-12-31']], 'late by receipt, whatever the reading'],
    ['dispatched', all, [['yes', '2025-12-31']], 'in time by dispatch on the last day'],
    ['dated', all, [['yes', '2025-12-31']], 'in time by its date'],
    ['dated', { dated: '2025-07-02', dispatched: '2025-07-02' }, [['no', '2026-12-31']], 'late by its date'],
    ['dated', { dispatched: '2025-07-02' }, [['disputed', '2026-12-31']], 'its date is not known, and dispatch does not replace it'],
    ['dated', { dispatched: '2025-06-30' }, [['yes', '2025-12-31']], 'dispatched on the last day, it bears no later date'],
    ['dispatched', { dated: '2025-06-28' }, [['disputed', '2026-12-31']], 'its dispatch is not known, and its date does not replace it'],
    ['dispatched', { dated: '2025-07-02' }, [['no', '2026-12-31']], 'dated after the last day, it was not dispatched before'],
    ['dispatched', { received: '2025-06-30' }, [['yes', '2025-12-31']], 'received on the last day, it was dispatched by then'],
    ['received', {}, [['no', '2026-12-31']], 'receipt is known'],
  ])('is %s: of a notice %j the result is %j; %s', (counts, more, expected) => {
    expect(inTime(clause(counts), more)).toEqual(expected);
    expect(inTime(clause(counts, 'dispatched'), more)).toEqual(expected);
  });

  it('depends on the reading if the clause does not say', () => {
    expect(inTime(clause(undefined), all)).toEqual([['disputed', '2026-12-31']]);
    expect(inTime(clause(undefined, 'dispatched'), all)).toEqual([['disputed', '2025-12-31']]);
  });

  it('is bounded by receipt if it is not known, and the answer says what to ask for', () => {
    expect(on('2025-08-01', [signed('2021-01-01'), notice({})], clause('dated')).notes).toContain(
      'Notice t: the day on which it was dated is not known, only that it was not after 5 Jul 2025; if it was by 30 Jun 2025, the notice was in time: ask for the document that shows it.',
    );
    const early = given({
      entryIntoForce: onSignature,
      duration: { kind: 'periods', article, first: 'P5Y', renewal: yearly, noticeBefore: 'P6M', counts: 'dated' },
    });
    expect(on('2025-08-01', [signed('2021-01-01'), notice({ names: { firstDayOut: '2025-07-10' } })], early).notes.join()).toContain(
      'ignored; the day on which it was dated is not known',
    );
  });

  it('may be in time even if receipt comes after the period: the agreement then ended with the period', () => {
    const late = { dated: '2025-06-28', received: '2026-02-01' };
    expect(on('2026-01-10', [signed('2021-01-01'), notice(late)], clause('dated'))).toMatchObject({
      status: 'terminated',
      hindsight: [{ fact: 't', why: 'A notice of termination counts from a day before its receipt' }],
    });
    expect(on('2026-02-01', [signed('2021-01-01'), notice(late)], clause('dated'))).toMatchObject({
      status: 'terminated',
      termination: { lastDayInForce: '2025-12-31', how: 'dated in time, received after the end of period 1' },
    });
  });

  it('may be the day of dispatch itself, while receipt allows for delivery', () => {
    const last = (counts: object) => {
      const duration = { kind: 'periods', article, first: 'P5Y', renewal: yearly, noticeBefore: 'P6M', ...counts };
      return on('2025-01-01', inForceOn('2021-03-10'), given({ duration })).period!.lastDayForNotice;
    };
    expect(last({ counts: 'dispatched' })).toMatchObject({ safe: '2025-09-09', sendBy: '2025-09-09' });
    expect(last({ counts: 'received' })).toMatchObject({ safe: '2025-09-09', sendBy: '2025-08-26' });
  });
});

describe('the consolidated clauses give the whole of the duration', () => {
  const lines = (agreement: ReturnType<typeof given>, list: object[] = [signed('2020-01-01')]) => {
    const known = facts(...list);
    const day = d('2020-06-01');
    return consolidated(agreement, fold(agreement, known, agreement.reading, day), known, day)
      .filter(l => ['periodLength', 'renewal', 'noticeBefore'].includes(l.clause))
      .map(l => english(l.value));
  };

  it.each([
    [
      { first: { until: '2020-12-31' }, renewal: yearly, noticeBefore: 'P6M' },
      ['the first until 31 Dec 2020', 'automatically, for 1 year', '6 months before the end of a period'],
    ],
    [
      { first: 'P1Y6M', renewal: yearly, noticeBefore: { first: 'P1Y', later: 'P8W' }, countedFrom: 'signature', counts: 'dispatched' },
      [
        '1 year 6 months, counted from signature',
        'automatically, for 1 year',
        '1 year before the end of the first period, 8 weeks before that of a later one, by the day on which it is dispatched',
      ],
    ],
    [
      { first: 'P5Y', renewal: { kind: 'byAgreement' }, countedFrom: '2020-01-01' },
      ['5 years, counted from 1 Jan 2020', 'by agreement, for as long as the Parties agree'],
    ],
    [{ first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } }, ['5 years', 'by agreement, for 5 years']],
  ])('%j', (duration, expected) => {
    expect(lines(periods(duration, 'noticeBefore' in duration ? {} : { termination: undefined }))).toEqual(expected);
  });
});

describe('a contradictory or impossible clause is rejected when the file is read', () => {
  const file = (duration: string) => `id: aa-bb-test
title: { en: A test }
parties:
  - { id: AA, name: { en: A }, zone: Asia/Almaty }
  - { id: BB, name: { en: B }, zone: Asia/Baku }
clauses:
  entryIntoForce: { on: signature, article: art. 1 }
  duration: { kind: periods, article: art. 2, ${duration} }
  termination: { when: endOfPeriod, article: art. 2 }
sources: [{ what: the text, where: at hand }]
`;

  it.each([
    ['first: P201Y, renewal: { kind: none }, noticeBefore: P6M', 'must be at most 200 years, 2400 months or 9999 days'],
    [
      'first: { til: 2020-12-31 }, renewal: { kind: none }, noticeBefore: P6M',
      'must be a length, or the day on which the first period ends, such as { until: 2020-12-31 }',
    ],
    [
      'first: P5Y, renewal: { kind: none }, noticeBefore: { first: P1Y }',
      'must be a length, or one for the first period and one for later ones, such as { first: P1Y, later: P6M }',
    ],
    [
      'first: P5Y, renewal: { kind: none }, noticeBefore: P6M, countedFrom: signing',
      'found "signing"; must be entryIntoForce, signature, or a calendar date of the form 2004-03-01',
    ],
    ['first: P5Y, renewal: { kind: none }, noticeBefore: P6M, counts: sent', 'must be received, dispatched or dated'],
  ])('%s', (duration, message) => {
    expect(() => parseAgreement(file(duration), 'test.yaml')).toThrow(message);
  });

  it('and a valid one is accepted', () => {
    expect(
      said(
        actsThrough(
          '2020-01-01',
          [signed('2020-01-01')],
          agreementSchema.parse(periods({ first: 'P8W', renewal: { kind: 'none' } }, { termination: undefined })),
        ),
      ).slice(0, 1),
    ).toEqual(['2020-01-01 announce entryIntoForce']);
  });
});
