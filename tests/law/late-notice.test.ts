/** After the last day for notice: silence renews the agreement, and a notice may still end it. */
import { describe, expect, it } from 'vitest';
import { explanationsOf } from '../../client/explanations.ts';
import { headlineOf } from '../../client/headline.ts';
import { wordings } from '../../wording/index.ts';
import { given, inForceOn, on } from './setup.ts';

const inForce = inForceOn('2004-09-15');
const lateOn = (day: string, list: readonly object[] = inForce, agreement = given()) => on(day, list, agreement).lateNotice;
const renewsOn = (day: string) => headlineOf(on(day, inForce));

describe('a notice that comes too late to prevent the renewal', () => {
  it('ends the agreement by its own time, as the same notice does once entered', () => {
    const late = lateOn('2029-03-20')!;
    const entered = on('2029-03-20', [
      ...inForce,
      { id: 't', type: 'termination.notified', by: 'KZ', received: '2029-03-20' },
    ]).termination!;
    expect(late).toMatchObject({ lastDayInForce: '2029-09-19', basis: 'art. 13', certain: false });
    expect(late.alternatives.map(a => a.date)).toEqual(['2029-09-20']);
    expect([late.lastDayInForce, late.basis, late.how]).toEqual([entered.lastDayInForce, entered.basis, entered.how]);
  });

  it('is named only if the time is past, and no end is pending', () => {
    expect(lateOn('2029-03-14')).toBeUndefined();
    expect(lateOn('2029-03-15')).toBeDefined();
    expect(lateOn('2029-03-20', [...inForce, { id: 't', type: 'termination.notified', by: 'AZ', received: '2029-03-01' }])).toBeUndefined();
  });

  it('is not mistaken for one running on other readings, and gives no end if the agreement is over on them', () => {
    // in time if periods end on the anniversary; revoked after the last day for notice, which needs consent on one reading
    const revoked = [
      ...inForceOn('2021-03-10'),
      { id: 't', type: 'termination.notified', by: 'AZ', received: '2025-09-10' },
      { id: 'r', type: 'termination.revoked', by: 'AZ', of: 't', received: '2025-09-20' },
    ];
    const before = lateOn('2026-01-05', revoked)!;
    expect([before.lastDayInForce, ...before.alternatives.map(a => a.date)]).toEqual(['2026-07-04', '2026-07-05']);
    const over = lateOn('2030-10-01', revoked)!;
    expect([over.lastDayInForce, ...over.alternatives.map(a => a.date)]).toEqual(['2031-03-31', '2031-04-01', null]);
    expect(headlineOf(on('2030-10-01', revoked))).toMatchObject({ lateNotice: { lastDays: ['2031-03-31', '2031-04-01'] } });
  });

  it('is not named if a notice ends the agreement only with a period, or is barred', () => {
    const clauses = (termination: object) => given({ termination: { article: 'art. 13', ...termination } });
    expect(lateOn('2029-03-20', inForce, clauses({ when: 'endOfPeriod' }))).toBeUndefined();
    const barred = clauses({ when: 'afterFirstPeriod', bars: 'giving', barredFor: 'P30Y', notice: 'P6M' });
    expect(lateOn('2029-03-20', inForce, barred)).toBeUndefined();
  });
});

describe('the headline once the last day for notice is past', () => {
  it('names the day until which a notice is in time on another reading, until that is past', () => {
    expect(renewsOn('2029-03-15')).toMatchObject({ code: 'renews', lastDays: ['2029-03-15'] });
    expect(renewsOn('2029-03-16')).toMatchObject({ code: 'renews', lastDays: [] });
  });

  it('gives the days on which a known change makes a notice prevent the renewal again, and not a time that is past', () => {
    const shorter = [
      ...inForce,
      { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2028-01-10', changes: { noticeBefore: 'P1M', from: '2029-06-01' } },
      ...['KZ', 'AZ'].map(by => ({ id: `p1${by}`, type: 'protocol.completion.notified', protocol: 'p1', by, received: '2028-02-10' })),
    ];
    const reopened = { code: 'send', from: '2029-06-01', sendBy: '2029-07-31', safe: '2029-08-14' };
    const s = on('2029-03-20', shorter);
    expect(headlineOf(s)).toMatchObject(reopened);
    const explained = explanationsOf(s, wordings.en).filter(e => e.step === 'safeDay' || e.step === 'sendBy');
    expect(explained.map(e => e.date)).toEqual(['2029-07-31', '2029-08-14']);
    expect(headlineOf(on('2029-06-01', shorter))).toMatchObject({ ...reopened, from: null });
  });

  it('names the last days in force that a notice would still result in', () => {
    expect(renewsOn('2029-03-20')).toMatchObject({ lateNotice: { lastDays: ['2029-09-19', '2029-09-20'], basis: 'art. 13' } });
  });
});
