/** Changes of a protocol that is applied provisionally, in an agreement in force from 15 September 2004. VCLT art. 25. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../machines/fold.ts';
import { asOf, inForce, periodIn, protocol } from './protocol-setup.ts';
import { actsThrough, d, facts, given, on, said } from './setup.ts';

const period = (day: string, ...list: object[]) => periodIn(asOf(day, ...list));
/** The end of the running period by the clauses in effect on a day. */
const inEffect = (day: string, ...list: object[]) =>
  fold(given(), facts(...inForce, ...list), given().reading, d(day)).agreement.snapshot.context.period?.lastDay;
const notice = (received: string) => ({ id: 't', type: 'termination.notified', by: 'AZ', received });
const running = { appliesTo: 'runningPeriod' };

describe('provisional application', () => {
  const provisional = { periodLength: 'P10Y', noticeBefore: 'P1Y', noticePeriod: 'P3M', ...running, provisionallyFrom: '2006-02-01' };
  const [signed] = protocol('p', '2006-01-01', provisional);
  const abandoned = (day: string) => ({ id: 'x', type: 'protocol.abandoned', protocol: 'p', on: day });

  it('begins with signature if that is later, and is announced', () => {
    expect(inEffect('2006-01-31', signed!)).toBe('2009-09-14');
    expect(period('2006-02-01', signed!)).toEqual([1, '2004-09-15', '2014-09-14', '2013-09-14']);
    const late = { ...signed, on: '2006-03-01' };
    expect(inEffect('2006-02-28', late)).toBe('2009-09-14');
    expect(inEffect('2006-03-01', late)).toBe('2014-09-14');
    expect(actsThrough('2007-01-01', [...inForce, signed!]).at(-1)).toMatchObject({
      what: 'protocolApplied',
      basis: 'VCLT art. 25',
      on: '2006-02-01',
    });
  });

  it('continues without a break when the protocol enters into force', () => {
    const whole = protocol('p', '2007-01-01', provisional, '2006-01-01');
    expect(period('2008-01-01', ...whole)).toEqual([1, '2004-09-15', '2014-09-14', '2013-09-14']);
  });

  it('ends when the protocol is abandoned: the agreement’s own clauses govern again', () => {
    const over = [signed!, abandoned('2007-01-01')];
    expect(period('2006-12-31', ...over)!.at(2)).toBe('2014-09-14');
    expect(period('2007-01-01', ...over)).toEqual([1, '2004-09-15', '2009-09-14', '2009-03-14']);
    expect(asOf('2007-03-01', ...over, notice('2006-12-31')).termination!.lastDayInForce).toBe('2007-03-30');
    expect(asOf('2007-03-01', ...over, notice('2007-01-01')).termination!.lastDayInForce).toBe('2007-06-30');
    expect(said(actsThrough('2007-02-01', [...inForce, ...over])).at(-1)).toBe('2007-01-01 announce protocolApplied');
  });

  it('ends a period that its own length had ended before, on the day on which it is abandoned', () => {
    expect(asOf('2011-01-01', signed!, abandoned('2011-01-01')).period).toMatchObject({
      lastDay: '2011-01-01',
      how: 'by its new length (protocol p), period 1 is over before the day of the change, so it ends on that day',
    });
    expect(period('2011-01-02', signed!, abandoned('2011-01-01'))).toEqual([2, '2011-01-02', '2014-09-14', '2014-03-14']);
  });

  it('of a later period does not give the current period another length', () => {
    const next = [{ ...signed, changes: { periodLength: 'P3Y', provisionallyFrom: '2006-02-01' } }, abandoned('2010-01-01')];
    expect(period('2010-01-01', ...next)).toEqual([2, '2009-09-15', '2012-09-14', '2012-03-14']);
    expect(period('2013-01-01', ...next)).toEqual([3, '2012-09-15', '2017-09-14', '2017-03-14']);
  });

  it('of the renewed period is counted again by the length of renewals', () => {
    const kept = [
      { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2010-02-01' }, on: '2010-01-01' },
      abandoned('2011-01-01'),
    ];
    expect(period('2010-06-01', ...kept)!.at(2)).toBe('2012-09-14');
    expect(period('2011-01-01', ...kept)!.at(2)).toBe('2014-09-14');
    const limited = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    });
    expect(on('2011-06-01', [...inForce, ...kept], limited).period).toBeNull();
  });

  it('leaves a period begun under it the length that renewals had then, whatever a later protocol changes', () => {
    const shorter = { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' } };
    const agreement = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P4Y', renewal: { kind: 'automatic', length: 'P5Y' }, noticeBefore: 'P6M' },
    });
    const lastDay = (...list: object[]) => on('2009-01-01', [...inForce, shorter, ...list], agreement).period!.lastDay;
    expect(lastDay()).toBe('2010-09-14'); // 15 Sep 2004 + 3 years + 3 years
    expect(lastDay(abandoned('2008-01-01'))).toBe('2012-09-14'); // + 3 years + 5 years
    expect(lastDay(...protocol('q', '2007-12-01', { renewal: { kind: 'none' } }), abandoned('2008-01-01'))).toBe('2012-09-14');
    expect(lastDay(...protocol('q', '2007-12-01', { periodLength: 'P8Y' }), abandoned('2008-01-01'))).toBe('2012-09-14');
  });

  it('gives a period begun anew under another protocol the length of first periods, not one that an earlier period had', () => {
    const agreement = given({
      duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P4Y' }, noticeBefore: 'P6M' },
    });
    const shorter = { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2010-02-01' }, on: '2010-01-01' };
    const list = [shorter, ...protocol('q', '2011-01-01', { restartsPeriods: true })];
    const lastDay = (day: string, ...more: object[]) => on(day, [...inForce, ...list, ...more], agreement).period!.lastDay;
    expect(lastDay('2010-12-31')).toBe('2012-09-14');
    expect(lastDay('2012-06-01')).toBe('2013-12-31');
    expect(lastDay('2012-06-01', abandoned('2012-06-01'))).toBe('2015-12-31');
    const early = { ...shorter, on: '2006-01-01', changes: { ...shorter.changes, provisionallyFrom: '2006-02-01' } };
    const first = [
      ...protocol('f', '2005-01-01', { periodLength: 'P4Y' }),
      early,
      ...protocol('q', '2007-01-01', { restartsPeriods: true }),
    ];
    expect(period('2008-01-01', ...first)!.at(2)).toBe('2009-12-31');
    expect(period('2008-01-01', ...first, abandoned('2008-01-01'))!.at(2)).toBe('2010-12-31'); // four years, not the five of the period before
    const limitless = given({ duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'withoutLimit' } } });
    const over = [...inForce, ...list, abandoned('2012-06-01')];
    expect(['2012-05-31', '2012-06-01'].map(day => on(day, over, limitless).period!.lastDay)).toEqual(['2013-12-31', '2015-12-31']);
  });

  it('of two lengths, one after the other, leaves the current period its own length when both have ended, in either order', () => {
    const [p, q] = [
      { ...signed, changes: { periodLength: 'P3Y', ...running, provisionallyFrom: '2006-02-01' } },
      { ...signed, id: 'qs', protocol: 'q', changes: { periodLength: 'P4Y', ...running, provisionallyFrom: '2006-03-01' } },
    ];
    const lastDay = (first: string, second: string) =>
      ['2006-03-01', '2006-04-01', '2006-05-01'].map(day => {
        const ends = [
          { ...abandoned('2006-04-01'), protocol: first },
          { ...abandoned('2006-05-01'), id: 'y', protocol: second },
        ];
        return period(day, p, q, ...ends)!.at(2);
      });
    expect(lastDay('p', 'q')).toEqual(['2008-09-14', '2008-09-14', '2009-09-14']);
    expect(lastDay('q', 'p')).toEqual(['2008-09-14', '2007-09-14', '2009-09-14']);
    const r = { ...signed, id: 'rs', protocol: 'r', changes: { periodLength: 'P10Y', ...running, provisionallyFrom: '2006-04-01' } };
    const [before, ended] = [protocol('f', '2005-01-01', { restartsPeriods: true }), { ...abandoned('2006-05-01'), protocol: 'r' }];
    expect(period('2006-05-01', p, q, r, ended)!.at(2)).toBe('2008-09-14'); // that of q, the later of the two left
    expect(period('2006-05-01', ...before, r, ended)!.at(2)).toBe('2009-12-31');
  });

  it('leaves the current period the notice that it had, if the protocol changes none', () => {
    const list = [
      { ...signed, changes: { noticePeriod: 'P3M', provisionallyFrom: '2006-02-01' } },
      ...protocol('q', '2008-10-01', { noticeBefore: 'P1Y' }), // too late for the current period
      ...protocol('r', '2009-01-01', { periodLength: 'P10Y', ...running }),
    ];
    for (const more of [[], [abandoned('2009-02-10')]])
      expect(period('2009-02-10', ...list, ...more)).toEqual([1, '2004-09-15', '2014-09-14', '2014-03-14']);
  });

  it('leaves the current period without a last day for notice, if the agreement’s own clauses have none', () => {
    const bare = given({ duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } } });
    const list = [...inForce, { ...signed, changes: { noticeBefore: 'P6M', provisionallyFrom: '2006-02-01' } }, abandoned('2007-01-01')];
    expect(on('2006-06-01', list, bare).period!.lastDayForNotice!.date).toBe('2009-03-14');
    expect(on('2007-01-01', list, bare).period!.lastDayForNotice).toBeNull();
  });

  it('of a notice ends with it, also for an agreement of indefinite duration', () => {
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    const list = [...inForce, signed!, abandoned('2007-01-01')];
    expect(on('2007-03-01', [...list, notice('2006-12-31')], indefinite).termination!.lastDayInForce).toBe('2007-03-30');
    expect(on('2007-03-01', [...list, notice('2007-01-01')], indefinite).termination!.lastDayInForce).toBe('2007-06-30');
  });

  it('never begins if it was abandoned before, and has no effect on an agreement of indefinite duration', () => {
    expect(said(actsThrough('2007-01-01', [...inForce, signed!, abandoned('2006-01-15')])).join()).not.toContain('protocolApplied');
    const indefinite = given({ duration: { kind: 'indefinite', article: 'art. 5' } });
    expect(on('2007-06-01', [...inForce, signed!, abandoned('2007-01-01')], indefinite)).toMatchObject({ status: 'inForce', period: null });
  });

  it('ends with the agreement', () => {
    expect(asOf('2007-01-01', signed!, notice('2006-03-01'))).toMatchObject({
      status: 'terminated',
      protocols: [{ status: 'neverOperates' }],
    });
  });

  it('continues while an agreed end holds the agreement over', () => {
    const held = { id: 'e', type: 'termination.agreed', on: '2009-01-01', firstDayOut: '2011-01-01' };
    const late = { ...signed, on: '2010-01-01', changes: { noticePeriod: 'P3M', provisionallyFrom: '2010-01-01' } };
    expect(asOf('2010-09-01', held, late, abandoned('2010-06-01'))).toMatchObject({
      status: 'inForce',
      period: null,
      termination: { lastDayInForce: '2010-12-31' },
    });
  });
});
