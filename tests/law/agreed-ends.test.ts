/** An end or a suspension that is not by notice: by agreement, by a later treaty; with F = 10 March 2021. VCLT art. 54, 57, 59. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../wording/answer.ts';
import { actsThrough, given, inForceOn, on, said, sentence, whys } from './setup.ts';

const inForce = inForceOn('2021-03-10');
const notice = (received: string, more: object = {}) => ({ id: 't1', type: 'termination.notified', by: 'AZ', received, ...more });
const revoked = (received: string, more: object = {}) => ({ id: 'r1', type: 'termination.revoked', by: 'AZ', received, ...more });
const asOf = (day: string, ...list: object[]): Answer => on(day, [...inForce, ...list]);

describe('an agreement of the Parties to end it (VCLT art. 54)', () => {
  const agreed = (onDay: string, firstDayOut: string) => ({ id: 'x1', type: 'termination.agreed', on: onDay, firstDayOut });

  it('overrides every deadline and replaces the pending notices', () => {
    const s = asOf('2023-05-01', notice('2023-01-20'), agreed('2023-05-01', '2023-06-01'));
    expect(s).toMatchObject({ notice: null, termination: { cause: 'agreement', lastDayInForce: '2023-05-31', basis: 'VCLT art. 54' } });
    expect(asOf('2023-06-01', notice('2023-01-20'), agreed('2023-05-01', '2023-06-01')).status).toBe('terminated');
    expect(asOf('2023-08-01', notice('2023-01-20'), agreed('2023-05-01', '2024-06-01')).status).toBe('inForce');
  });

  it('for the same day, or for a past day, ends it at once', () => {
    expect(asOf('2023-05-01', agreed('2023-05-01', '2023-05-01'))).toMatchObject({
      status: 'terminated',
      termination: { lastDayInForce: '2023-04-30' },
    });
    expect(asOf('2023-05-01', agreed('2023-05-01', '2023-04-01'))).toMatchObject({
      status: 'terminated',
      termination: { lastDayInForce: '2023-03-31' },
    });
  });

  it('may still be preceded by the end from a notice received after it', () => {
    const list = [agreed('2023-05-01', '2025-01-01'), notice('2023-06-01')];
    expect(asOf('2023-11-30', ...list)).toMatchObject({
      notice: { id: 't1' },
      termination: { cause: 'notice', lastDayInForce: '2023-11-30' },
    });
    expect(asOf('2023-12-01', ...list).status).toBe('terminated');
  });

  it('stops renewals, and holds the agreement over the end of the period, without a period, until the agreed day', () => {
    const list = [agreed('2025-01-01', '2026-06-01')];
    expect(asOf('2026-03-10', ...list)).toMatchObject({ status: 'inForce', period: null, termination: { lastDayInForce: '2026-05-31' } });
    expect(asOf('2026-06-01', ...list).status).toBe('terminated');
    expect(said(actsThrough('2026-06-01', [...inForce, ...list])).filter(a => a.includes('renewal'))).toEqual([]);
  });

  it('lets a notice received while held over take effect under the clause', () => {
    const late = [agreed('2025-01-01', '2028-01-01'), notice('2026-04-01')];
    expect(asOf('2026-04-02', ...late)).toMatchObject({ termination: { cause: 'notice', lastDayInForce: '2026-09-30' } });
  });

  it('leaves a notice that ends it only with a period nothing to end while held over', () => {
    const ends = given({ termination: { when: 'endOfPeriod', article: 'art. 9' } });
    const s = on('2026-04-02', [...inForce, agreed('2025-01-01', '2028-01-01'), notice('2026-04-01')], ends);
    expect(s).toMatchObject({
      status: 'inForce',
      termination: { cause: 'agreement' },
      withoutEffect: [{ fact: 't1', why: 'By art. 9 a notice ends the agreement only at the end of a period, and no period is running.' }],
    });
  });

  it('can be made again', () => {
    const s = asOf('2023-06-01', agreed('2023-05-01', '2023-07-01'), { ...agreed('2023-06-01', '2023-09-01'), id: 'x2' });
    expect(s.termination).toMatchObject({ lastDayInForce: '2023-08-31' });
  });

  it('is not possible for a day before entry into force, or before it is in force', () => {
    expect(whys(asOf('2023-06-01', agreed('2023-05-01', '2021-03-10')))).toEqual([
      { fact: 'x1', why: 'The agreement can cease to be in force only on a day after its entry into force, 10 Mar 2021.' },
    ]);
    expect(whys(asOf('2023-06-01', agreed('2021-01-01', '2023-07-01')))).toEqual([
      { fact: 'x1', why: 'The agreement was not known to be in force yet.' },
    ]);
  });

  it('makes the notices that it replaced irrevocable', () => {
    const s = asOf('2023-06-01', notice('2023-01-20'), agreed('2023-05-01', '2024-06-01'), revoked('2023-05-10', { of: 't1' }));
    expect(whys(s)).toEqual([{ fact: 'r1', why: 'Notice t1 was replaced by the Parties’ agreement x1.' }]);
  });
});

describe('a later treaty (VCLT art. 59)', () => {
  const superseded = (onDay: string, more: object = {}) => ({
    id: 'x1',
    type: 'superseded',
    on: onDay,
    laterTreaty: 'the agreement of 2023',
    ...more,
  });

  it('ends it on the day that it names, by default at once', () => {
    expect(asOf('2023-05-01', superseded('2023-05-01'))).toMatchObject({
      status: 'superseded',
      termination: { cause: 'supersession', lastDayInForce: '2023-04-30', basis: 'VCLT art. 59' },
    });
    const ahead = superseded('2023-05-01', { firstDayOut: '2023-07-01' });
    expect(asOf('2023-06-30', ahead)).toMatchObject({ status: 'inForce', termination: { firstDayOut: '2023-07-01' } });
    expect(asOf('2023-07-01', ahead).status).toBe('superseded');
    expect(asOf('2023-08-01', ahead, { ...superseded('2023-06-01'), id: 'x2' }).withoutEffect.map(w => w.why)).toEqual([
      'The agreement is already being superseded by the agreement of 2023.',
    ]);
  });

  it.each([
    ['on a day before it', superseded('2023-05-01', { firstDayOut: '2020-01-01' })],
    ['on that day', superseded('2023-05-01', { firstDayOut: '2021-03-10' })],
    ['by default on that day', superseded('2021-03-10')],
  ])('cannot end it before it has been in force for a day: %s, and a later one still can', (_, first) => {
    const second = { ...superseded('2023-06-01'), id: 'x2' };
    expect(asOf('2023-06-01', first, second)).toMatchObject({
      termination: { cause: 'supersession', lastDayInForce: '2023-05-31' },
      withoutEffect: [{ fact: 'x1', why: 'The agreement can cease to be in force only on a day after its entry into force, 10 Mar 2021.' }],
    });
  });

  it('may be preceded by the end from a notice with an earlier effect', () => {
    expect(asOf('2023-07-20', notice('2023-01-20'), superseded('2023-05-01', { firstDayOut: '2023-08-01' }))).toMatchObject({
      status: 'terminated',
      termination: { cause: 'notice' },
    });
  });
});

describe('suspension is not termination (VCLT art. 57)', () => {
  const sus = (onDay: string, from?: string) => ({ id: `sus${onDay}`, type: 'suspension.agreed', on: onDay, ...(from ? { from } : {}) });
  const res = (onDay: string, from?: string) => ({ id: `res${onDay}`, type: 'resumption.agreed', on: onDay, ...(from ? { from } : {}) });
  const status = (day: string, ...list: object[]): string => asOf(day, ...list).status;

  it('and leaves periods, notices and deadlines unchanged', () => {
    const s = asOf('2023-07-19', sus('2022-01-01'), notice('2023-01-20'));
    expect(s).toMatchObject({
      status: 'suspended',
      period: { number: 1, lastDay: '2026-03-09', lastDayForNotice: { date: '2025-09-09' } },
      termination: { lastDayInForce: '2023-07-19' },
    });
    expect(status('2023-07-20', sus('2022-01-01'), notice('2023-01-20'))).toBe('terminated');
    expect(asOf('2026-03-10', sus('2022-01-01'))).toMatchObject({ status: 'suspended', period: { number: 2 } });
  });

  it('and begins on the day it is agreed, or from the day that is named', () => {
    expect(status('2022-01-01', sus('2022-01-01'))).toBe('suspended');
    expect([status('2022-01-31', sus('2022-01-01', '2022-02-01')), status('2022-02-01', sus('2022-01-01', '2022-02-01'))]).toEqual([
      'inForce',
      'suspended',
    ]);
    expect(status('2022-01-01', sus('2022-01-01', '2021-12-01'))).toBe('suspended');
  });

  it('and ends with resumption, at once or from a day', () => {
    expect(status('2022-06-01', sus('2022-01-01'), res('2022-06-01'))).toBe('inForce');
    expect([
      status('2022-06-30', sus('2022-01-01'), res('2022-06-01', '2022-07-01')),
      status('2022-07-01', sus('2022-01-01'), res('2022-06-01', '2022-07-01')),
    ]).toEqual(['suspended', 'inForce']);
    expect(status('2022-08-01', sus('2022-01-01'), res('2022-06-01'), sus('2022-07-01'))).toBe('suspended');
  });

  it('and may be given up, or ended early, if agreed for a time ahead', () => {
    expect(status('2022-03-01', sus('2022-01-01', '2022-02-01'), res('2022-01-15'))).toBe('inForce');
    const both = [sus('2022-01-01', '2022-02-01'), res('2022-01-15', '2022-03-01')];
    expect([
      status('2022-01-31', ...both),
      status('2022-02-01', ...both),
      status('2022-02-28', ...both),
      status('2022-03-01', ...both),
    ]).toEqual(['inForce', 'suspended', 'suspended', 'inForce']);
  });

  it('and may be extended or shortened by a new agreement', () => {
    const list = [sus('2022-01-01'), res('2022-03-01', '2023-01-01')];
    expect(status('2022-05-01', ...list, res('2022-04-01'))).toBe('inForce');
    expect(status('2023-01-01', ...list, res('2022-04-01', '2024-01-01'))).toBe('suspended');
  });

  it('and is given with its days, unless it never begins', () => {
    const of = (day: string, ...list: object[]) => asOf(day, ...list).suspensions;
    expect(of('2023-01-01')).toBeUndefined();
    expect(of('2023-01-01', sus('2022-01-01'), res('2022-06-01'), sus('2022-07-01', '2023-06-01'))).toEqual([
      { from: '2022-01-01', resumes: '2022-06-01' },
      { from: '2023-06-01', resumes: null },
    ]);
    expect(of('2022-03-01', sus('2022-01-01', '2022-02-01'), res('2022-01-15'))).toBeUndefined();
    expect(of('2022-05-01', sus('2022-01-01'), res('2022-03-01', '2023-01-01'), res('2022-04-01', '2024-01-01'))).toEqual([
      { from: '2022-01-01', resumes: '2024-01-01' },
    ]);
    expect(of('2024-01-01', notice('2023-01-20'), sus('2023-02-01', '2023-09-01'))).toBeUndefined(); // it ended before
  });

  it('and twice is without effect, as is a resumption of what is in operation', () => {
    expect(asOf('2022-06-01', sus('2022-01-01'), sus('2022-02-01')).withoutEffect.map(w => w.why)).toEqual([
      'A suspension has already been agreed.',
    ]);
    expect(asOf('2022-06-01', res('2022-02-01')).withoutEffect.map(w => w.why)).toEqual(['The agreement is not suspended.']);
  });

  it('and is announced from the day on which it takes effect', () => {
    const texts = actsThrough('2022-07-01', [...inForce, sus('2022-01-01', '2022-02-01'), res('2022-06-01', '2022-07-01')])
      .slice(-2)
      .map(a => [a.on, sentence(a)]);
    expect(texts).toEqual([
      ['2022-02-01', 'Operation suspended from 1 February 2022; periods and deadlines continue to run, and notices keep their effect.'],
      ['2022-07-01', 'In operation again from 1 July 2022.'],
    ]);
  });
});
