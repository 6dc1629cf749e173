/** The effect of one notice, under each reading: VCLT art. 54, 67, 78(b); here art. 13 ¶2. */
import { describe, expect, it } from 'vitest';
import { length } from '../../clauses/calendar.ts';
import { newestPeriod } from '../../clauses/periods.ts';
import type { Reading } from '../../clauses/reading.ts';
import { notificationDateOf, isInTime, outcomeOfNotice, type Outcome } from '../../clauses/termination.ts';
import { durationClause, terminationClause } from '../../clauses/terms.ts';
import { d, english, read, told } from './setup.ts';

const shownOutcome = ({ lastDayInForce, ...outcome }: Outcome) => ({ ...outcome, lastDayInForce: told(lastDayInForce) });

const article = 'art. 13';
const duration = durationClause.parse({
  kind: 'periods',
  article,
  first: 'P5Y',
  renewal: { kind: 'automatic', length: 'P5Y' },
  noticeBefore: 'P6M',
});
const clause = (c: { when?: string; notice?: string }) =>
  terminationClause.parse({ article: 'art. 13 ¶2', when: 'anyTime', ...(c.when === 'endOfPeriod' ? {} : { notice: 'P6M' }), ...c });

/** The first period from a day, under a reading. */
const periodFrom = (anchor: string, reading: Reading, noticeBefore: string | undefined = 'P6M') =>
  newestPeriod(
    { anchor: d(anchor), lengths: [length.parse('P5Y')] },
    d(anchor),
    noticeBefore ? length.parse(noticeBefore) : undefined,
    reading,
  );

const outcome = (
  received: string,
  choices: Partial<Reading> = {},
  more: { dated?: string; dispatched?: string; named?: string } = {},
  anchor = '2021-03-10',
) => {
  const reading = read(choices);
  const dates = {
    received: d(received),
    ...(more.dated ? { dated: d(more.dated) } : {}),
    ...(more.dispatched ? { dispatched: d(more.dispatched) } : {}),
    ...(more.named ? { namedFirstDayOut: d(more.named) } : {}),
  };
  return outcomeOfNotice(dates, { duration, termination: clause({}), period: periodFrom(anchor, reading) }, reading);
};
const last = (...args: Parameters<typeof outcome>): string => outcome(...args).lastDayInForce.date;

describe('six months after receipt, the first day out is the same-numbered day, or the day after it', () => {
  it.each([
    ['2023-01-20', '2023-07-19', '2023-07-20', 'a weekday like any other'],
    ['2023-08-31', '2024-02-28', '2024-02-29', '31 August: the first day out is 29 February, or 1 March'],
    ['2022-08-31', '2023-02-27', '2023-02-28', 'and 28 February in a common year'],
    ['2022-08-29', '2023-02-27', '2023-02-28', '29 and 30 August clamp to the same day'],
    ['2022-03-31', '2022-09-29', '2022-09-30', '31 March: 30 September'],
    ['2024-02-29', '2024-08-28', '2024-08-29', 'from a leap day'],
    ['2022-07-01', '2022-12-31', '2023-01-01', 'over the end of a year'],
    ['2024-01-24', '2024-07-23', '2024-07-24', 'icsid-denunciations took the later one: received 24 January, effective 25 July'],
  ])('received %s: last day in force %s or %s; %s', (received, sameNumberedDay, dayAfter) => {
    expect(last(received)).toBe(sameNumberedDay);
    expect(last(received, { effect: 'dayAfter' })).toBe(dayAfter);
  });
});

describe('a notice in time', () => {
  it('never outlasts the end of the period', () => {
    expect(outcome('2025-09-09', { effect: 'dayAfter' })).toMatchObject({
      inTime: true,
      lastDayInForce: { date: '2026-03-09', basis: 'art. 13 ¶2' },
    });
    expect(shownOutcome(outcome('2025-09-09', {}, { named: '2027-01-01' }))).toMatchObject({
      inTime: true,
      lastDayInForce: { date: '2026-03-09', basis: 'art. 13', how: 'in time, so not beyond the end of period 1, 9 Mar 2026' },
    });
  });

  it('ends the agreement six months after receipt, or with the period if the two sentences are one way out', () => {
    expect(last('2022-01-20')).toBe('2022-07-19');
    expect(shownOutcome(outcome('2022-01-20', { waysOut: 'endOfPeriod' }))).toEqual({
      inTime: true,
      lastDayInForce: { date: '2026-03-09', basis: 'art. 13', how: 'received in time: the end of period 1, which is not renewed' },
    });
  });

  it('is one received on the last day for notice, not on the day after', () => {
    expect([outcome('2025-09-09').inTime, outcome('2025-09-10').inTime]).toEqual([true, false]);
    expect(outcome('2025-09-10', { periodEnd: 'sameNumberedDay' }).inTime).toBe(true);
  });

  it('is determined by receipt or by dispatch, and by its date only if the clause says so', () => {
    const dates = { received: d('2025-09-20'), dispatched: d('2025-09-09'), dated: d('2025-09-08') };
    expect(notificationDateOf(dates, 'received')).toBe('2025-09-20');
    expect(notificationDateOf(dates, 'dispatched')).toBe('2025-09-09');
    expect(notificationDateOf(dates, 'dated')).toBe('2025-09-08');
    expect(notificationDateOf({ received: d('2025-09-20') }, 'dispatched')).toBe('2025-09-20');
    expect(notificationDateOf({ received: d('2025-09-20'), dispatched: d('2025-09-09') }, 'dated')).toBe('2025-09-09');
    expect(notificationDateOf({ received: d('2025-09-20') }, 'dated')).toBe('2025-09-20');
    expect(outcome('2025-09-20', { notifies: 'dispatched' }, { dispatched: '2025-09-09' })).toMatchObject({
      inTime: true,
      lastDayInForce: { date: '2026-03-09' },
    });
    expect(outcome('2025-09-20', {}, { dispatched: '2025-09-09' })).toMatchObject({
      inTime: false,
      lastDayInForce: { date: '2026-03-19' },
    });
  });

  it('may be one dated on the last day for notice, if dispatch counts and is not known, but not one dated on the day after', () => {
    const dated = (day: string) => outcome('2025-09-20', { notifies: 'dispatched' }, { dated: day });
    expect([dated('2025-09-09').unsure, dated('2025-09-10').unsure]).toEqual([true, undefined]);
  });

  it('includes any if there is no last day for notice', () => {
    expect(isInTime({ received: d('2026-03-09') }, undefined, 'received')).toBe(true);
    expect(isInTime({ received: d('2026-03-09') }, periodFrom('2021-03-10', read({}), ''), 'received')).toBe(true);
  });
});

describe('a late notice ends the agreement by the clause, whatever the ways out', () => {
  it.each(['independent', 'endOfPeriod'] as const)('%s', waysOut => {
    expect(last('2025-09-10', { waysOut })).toBe('2026-03-09');
    expect(last('2025-09-11', { waysOut })).toBe('2026-03-10');
    expect(last('2026-03-09', { waysOut })).toBe('2026-09-08');
  });
});

describe('a notice that names a first day out', () => {
  it.each([
    ['later than the clause', '2022-09-01', '2022-08-31', undefined],
    ['the same as the clause', '2022-07-20', '2022-07-19', undefined],
    ['earlier: ignored, with a note', '2022-03-01', '2022-07-19', 'the notice names 1 Mar 2022, earlier than art. 13 ¶2 allows; ignored'],
  ])('%s', (_, named, expected, remark) => {
    const o = outcome('2022-01-20', {}, { named });
    expect([o.lastDayInForce.date, o.remarks?.map(english)[0]]).toEqual([expected, remark]);
  });

  it('is read only by the clause under the other reading', () => {
    expect(outcome('2022-01-20', { namedDate: 'clause' }, { named: '2022-09-01' })).toMatchObject({
      lastDayInForce: { date: '2022-07-19' },
    });
    expect(outcome('2022-01-20', { namedDate: 'clause' }, { named: '2022-03-01' })).not.toHaveProperty('remarks');
  });

  it('records the date named in it (manas-transit-centre: 180 days would have been 14 May 2014)', () => {
    const manas = {
      duration: durationClause.parse({ kind: 'periods', article, first: 'P5Y', renewal: { kind: 'none' } }),
      termination: clause({ notice: 'P180D' }),
    };
    const o = outcomeOfNotice(
      { received: d('2013-11-15'), namedFirstDayOut: d('2014-07-11') },
      { ...manas, period: periodFrom('2009-07-14', read({}), '') },
      read({}),
    );
    expect(shownOutcome(o)).toEqual({
      inTime: true,
      lastDayInForce: {
        date: '2014-07-10',
        basis: 'art. 13 ¶2',
        how: 'the notice names 11 Jul 2014 as the day on which the agreement ceases to be in force',
      },
    });
  });

  it('has that date ignored, with a note, if it ends with the period in any case', () => {
    expect(outcome('2022-01-20', { waysOut: 'endOfPeriod' }, { named: '2022-09-01' }).remarks!.map(english).join()).toBe(
      'the named date is not the end of the period and is ignored',
    );
    expect(outcome('2022-01-20', { waysOut: 'endOfPeriod' }, { named: '2026-03-10' })).not.toHaveProperty('remarks');
  });
});

describe('under other clauses', () => {
  const reading = read({});
  const at = (termination: { when: string }, received: string, more: object = {}) =>
    outcomeOfNotice(
      { received: d(received), ...more },
      {
        duration,
        termination: clause(termination),
        period: periodFrom('2021-03-10', reading),
        nextLastDay: d('2031-03-09'),
        lastBarredDay: d('2026-03-09'),
      },
      reading,
    );

  it('a notice ends the agreement only with a period: the current one if in time, the next if late', () => {
    expect(shownOutcome(at({ when: 'endOfPeriod' }, '2025-09-09'))).toEqual({
      inTime: true,
      lastDayInForce: { date: '2026-03-09', basis: 'art. 13', how: 'the end of period 1, which is not renewed' },
    });
    expect(shownOutcome(at({ when: 'endOfPeriod' }, '2025-09-10'))).toEqual({
      inTime: false,
      lastDayInForce: {
        date: '2031-03-09',
        basis: 'art. 13',
        how: 'too late for period 1; in time for the next, and the agreement ends with that one',
      },
    });
    expect(at({ when: 'endOfPeriod' }, '2025-09-09', { namedFirstDayOut: d('2025-12-01') }).remarks).toEqual([
      { code: 'namedDayIgnored', args: {} },
    ]);
  });

  it('or with the current one even if late, if there is no next', () => {
    const o = outcomeOfNotice(
      { received: d('2025-10-01') },
      { duration, termination: clause({ when: 'endOfPeriod' }), period: periodFrom('2021-03-10', reading) },
      reading,
    );
    expect(o).toMatchObject({ inTime: false, lastDayInForce: { date: '2026-03-09' } });
  });

  it('a notice takes effect six months after receipt, but not before the end of the first period', () => {
    expect(shownOutcome(at({ when: 'afterFirstPeriod' }, '2022-01-20'))).toMatchObject({
      lastDayInForce: { date: '2026-03-09', how: 'not before the end of the first period, 9 Mar 2026' },
    });
    expect(at({ when: 'afterFirstPeriod' }, '2025-12-01')).toMatchObject({ inTime: false, lastDayInForce: { date: '2026-05-31' } });
    expect(at({ when: 'afterFirstPeriod' }, '2025-09-10').lastDayInForce.date).toBe('2026-03-09');
    // Six months after receipt is the last day of the first period itself: it stays in force through that day.
    expect(at({ when: 'afterFirstPeriod' }, '2025-09-09').lastDayInForce.date).toBe('2026-03-09');
    const later = outcomeOfNotice(
      { received: d('2030-01-20') },
      { duration: durationClause.parse({ kind: 'indefinite', article }), termination: clause({ when: 'afterFirstPeriod' }) },
      reading,
    );
    expect(later.lastDayInForce.date).toBe('2030-07-19');
  });

  it('a notice is barred for the first period, or for as long as the clause says, and the reason names which', () => {
    const reasonOf = (more: object) =>
      outcomeOfNotice(
        { received: d('2022-01-20') },
        {
          duration,
          termination: terminationClause.parse({ article: 'art. 16', when: 'afterFirstPeriod', notice: 'P6M', ...more }),
          lastBarredDay: d('2024-03-09'),
        },
        reading,
      ).lastDayInForce.reason;
    expect(reasonOf({ bars: 'effect', barredFor: 'P3Y' })).toEqual({
      code: 'notBeforeBar',
      args: { barredFor: 'P3Y', lastDay: '2024-03-09' },
    });
    expect(reasonOf({})).toEqual({ code: 'notBeforeBar', args: { barredFor: null, lastDay: '2024-03-09' } });
  });

  it('a notice of one year ends an agreement of indefinite duration a year after receipt (upu-us-revoked: 17 October 2018 to 2019)', () => {
    const o = outcomeOfNotice(
      { received: d('2018-10-17') },
      { duration: durationClause.parse({ kind: 'indefinite', article }), termination: clause({ notice: 'P1Y' }) },
      reading,
    );
    expect(shownOutcome(o)).toEqual({
      inTime: true,
      lastDayInForce: {
        date: '2019-10-16',
        basis: 'art. 13 ¶2',
        how: '1 year after receipt on 17 Oct 2018; it ceases to be in force on 17 Oct 2019',
      },
    });
  });
});
