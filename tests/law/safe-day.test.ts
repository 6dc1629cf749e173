/** The safe day: faults that once broke its promise, and the promise itself for random agreements. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { planOf } from '../../machines/plan.ts';
import { d, entries, given, on, read, summary } from './setup.ts';
import { aFamily, tried } from './safe-day-promise.ts';

const signed = [
  { id: 's', type: 'signed', on: '2021-01-01' },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' },
];
const withProtocol = (s: string, a: string, b: string, changes: object): object[] => [
  ...signed,
  { id: 'ps', type: 'protocol.signed', protocol: 'p1', on: s, changes },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', received: a },
  { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: b },
];
const longer = { noticeBefore: 'P12M', noticePeriod: 'P12M' };
const named = withProtocol('2024-01-01', '2024-02-01', '2024-03-01', { ...longer, from: '2025-03-09' });
const sixtyDays = given({
  amendment: { article: 'art. 10', by: 'protocol', entryIntoForce: { on: 'lastNotification', article: 'art. 10', then: { days: 60 } } },
});
const later = withProtocol('2024-01-01', '2024-02-01', '2025-01-06', longer);
const onAnniversary = (changes: object): object[] => withProtocol('2025-01-01', '2025-02-01', '2026-03-10', changes);

const planned = (today: string, list: readonly object[], agreement = given(), done = {}) =>
  planOf({
    agreement,
    description: '',
    entries: entries(...list),
    today: d(today),
    onboarded: d('2021-01-01'),
    reached: undefined,
    done: [],
    ...done,
  });

describe('the safe day comes from the fold carried forward with everything that is known', () => {
  it.each([
    ['before the protocol is complete', '2024-02-28', named, given(), '2025-09-09'],
    ['a protocol will lengthen the notice from a day that it names', '2024-03-01', named, given(), '2025-03-09'],
    ['the eve of that day', '2025-03-08', named, given(), '2025-03-09'],
    ['that day', '2025-03-09', named, given(), '2025-03-09'],
    ['before the last notification of a protocol', '2025-01-05', later, sixtyDays, '2025-09-09'],
    ['a protocol enters into force sixty days after the last notification', '2025-01-06', later, sixtyDays, '2025-03-09'],
    ['the eve of its entry into force', '2025-03-06', later, sixtyDays, '2025-03-09'],
    ['its entry into force', '2025-03-07', later, sixtyDays, '2025-03-09'],
    ['a new length from an anniversary', '2026-04-01', onAnniversary({ periodLength: 'P3Y' }), given(), '2028-09-10'],
    [
      'a new length of the current period from an anniversary',
      '2026-04-01',
      onAnniversary({ periodLength: 'P3Y', appliesTo: 'runningPeriod' }),
      given(),
      '2026-09-10',
    ],
    [
      'eighteen months for the current period: on one reading it is the fourth',
      '2026-04-01',
      onAnniversary({ periodLength: 'P18M', appliesTo: 'runningPeriod' }),
      given(),
      '2026-09-10',
    ],
    ['the first day of the second period', '2026-03-10', signed, given(), '2030-09-09'],
    [
      'the first day of the second period, after a protocol that moved no date',
      '2026-03-10',
      withProtocol('2022-01-01', '2022-02-01', '2022-03-01', { text: 'art. 4 is replaced' }),
      given(),
      '2030-09-09',
    ],
  ])('%s, %s', (_, asOf, list, agreement, safe) => {
    expect(on(asOf, list, agreement).period!.lastDayForNotice!.safe).toBe(safe);
    expect(planned(asOf, list, agreement).standing.period!.safe).toBe(safe);
  });

  it('names the reading and the change that make it as early as it is', () => {
    expect(on('2024-03-01', named).period!.lastDayForNotice!.safeBy).toEqual({ when: [], changes: [{ protocol: 'p1', on: '2025-03-09' }] });
    expect(on('2026-04-01', onAnniversary({ periodLength: 'P3Y' })).period!.lastDayForNotice!.safeBy).toEqual({
      when: [{ periodEnd: 'sameNumberedDay' }],
      changes: [],
    });
  });

  it('is the day that passed if a notice of today already fails, with the days on which a known change makes one effective again', () => {
    const shorter = withProtocol('2024-01-01', '2024-02-01', '2024-03-01', { noticeBefore: 'P1M', from: '2025-12-01' });
    expect(on('2025-10-01', shorter).period!.lastDayForNotice).toMatchObject({
      safe: '2025-09-09',
      reopens: { from: '2025-12-01', safe: '2026-02-09', sendBy: '2026-01-26' },
    });
    expect(planned('2025-10-01', shorter).standing.decision).toMatchObject({ due: '2026-02-09', sendBy: '2026-01-26' });
    expect(on('2025-10-01', signed).period!.lastDayForNotice).toMatchObject({ safe: '2025-09-09', reopens: null });
    expect(on('2026-02-20', shorter).period!.lastDayForNotice).toMatchObject({ safe: '2026-02-09', reopens: null }); // the last that passed
  });

  it('is within the days on which a clause lets a notice be given, whatever it says of the day on which one takes effect', () => {
    const changed = withProtocol('2022-01-01', '2022-02-01', '2022-03-01', { text: 'art. 4 is replaced' });
    const safe = (asOf: string, bars: string) => {
      const termination = { when: 'afterFirstPeriod', article: 'art. 14', notice: 'P6M', bars };
      return on(asOf, changed, given({ termination })).period!.lastDayForNotice?.safe;
    };
    expect([safe('2023-01-01', 'effect'), safe('2027-01-01', 'effect')]).toEqual(['2025-09-09', '2030-09-09']);
    expect([safe('2023-01-01', 'giving'), safe('2027-01-01', 'giving')]).toEqual([undefined, '2030-09-09']);
  });

  it('offers nothing from the previous period on the first day of a period', () => {
    expect(on('2026-03-10', signed).period!.lastDayForNotice!.alternatives).toEqual([
      { date: '2030-09-10', when: [{ periodEnd: 'sameNumberedDay' }] },
    ]);
    const received = [...signed, { id: 't', type: 'termination.notified', by: 'KZ', received: '2026-03-10' }];
    expect(on('2026-03-10', received).notices).toMatchObject([{ id: 't', inTime: 'disputed' }]);
  });

  it.each([
    ['', signed],
    ['after a protocol that moved no date, ', withProtocol('2021-12-01', '2021-12-02', '2021-12-03', { text: 'art. 4 is replaced' })],
  ])('%sis that of the period begun, once the one before has ended on every reading, if its ends lie days apart', (_, facts) => {
    const duration = { kind: 'periods', article: 'art. 5', first: { until: '2022-02-28' }, renewal: { kind: 'automatic', length: 'P18M' }, noticeBefore: 'P1Y' }; // prettier-ignore
    const agreement = given({ duration }, { reading: read({ periodEnd: 'sameNumberedDay' }) });
    const last = (asOf: string) => on(asOf, facts, agreement).period!.lastDayForNotice!;
    // the second period ends on 28 August 2023, on the other reading on 31 August
    const window = { from: '2023-09-01', safe: '2024-02-28', sendBy: '2024-02-14' };
    for (const day of ['2023-08-29', '2023-08-30', '2023-08-31']) expect(last(day)).toMatchObject({ safe: null, reopens: window });
    expect(last('2023-09-01')).toMatchObject({ safe: '2024-02-28', reopens: null });
    const dossier = { agreement, description: '', entries: entries(...facts) };
    const notices = deadlinesOf(dossier, d('2023-07-22'), d('2024-12-31')).filter(l => l.what === 'notice');
    expect(notices.map(l => [l.date, l.period])).toEqual([['2024-02-28', 3]]);
  });

  it('is absent, with no further days, if the Parties have agreed to end the agreement', () => {
    const ended = [...signed, { id: 'x', type: 'termination.agreed', on: '2024-01-01', firstDayOut: '2025-05-01' }];
    const s = on('2024-03-01', ended);
    expect(s.period!.lastDayForNotice).toBeNull();
    expect(s.dates.filter(l => l.date > '2025-04-30')).toEqual([]);
    expect(planned('2024-03-01', ended).timers.map(t => t.name)).toEqual(['terminationEffect']);
  });

  it('bases its reminders on what is known: a longer notice to come is reminded of in time', () => {
    const soon = withProtocol('2024-01-01', '2024-02-01', '2024-03-01', { ...longer, from: '2025-01-01' });
    const reminders = planned('2024-03-01', soon).timers.filter(t => t.name === 'reminder');
    expect(reminders.map(summary)).toEqual(['Reminder 23 Aug 2024: 6 months to the send-by day, 23 Feb 2025; safe day 9 Mar 2025']);
  });
});

describe('a complete protocol that will end or introduce renewal from a later day', () => {
  const ends = withProtocol('2024-06-01', '2024-06-15', '2024-07-01', { renewal: { kind: 'none' }, from: '2025-12-01' });
  const brings = withProtocol('2024-06-01', '2024-06-15', '2024-07-01', {
    renewal: { kind: 'automatic', length: 'P5Y' },
    from: '2025-06-01',
  });
  const once = given({ duration: { ...given().clauses.duration, renewal: { kind: 'none' } } as never });

  it('does not settle a renewal: plan, answer and timers speak only of the expiry', () => {
    const plan = planned('2025-09-10', ends, given(), { reached: d('2025-09-09') });
    expect(plan.standing.period).toMatchObject({ lastDayForNotice: null, safe: null });
    expect(plan.standing.decision).toMatchObject({ question: 'expiry', due: '2026-03-09' });
    expect(plan.owed.map(o => o.act.what)).not.toContain('renewalSettled');
    expect(plan.timers.map(t => t.name)).not.toContain('lastDayForNotice');
    const s = on('2025-09-10', ends);
    expect(s.period).toMatchObject({ settled: false, lastDayForNotice: null });
    expect(s.termination).toMatchObject({ cause: 'expiry', lastDayInForce: '2026-03-09' });
    expect(s.dates.map(l => l.what)).not.toContain('lastDayForNotice');
  });

  it('does not cause an expiry: plan, answer and timers speak only of the renewal', () => {
    const plan = planned('2025-01-01', brings, once);
    expect(plan.standing).toMatchObject({ lastDayInForce: null, decision: { question: 'renewal', due: '2025-09-09' } });
    expect(summary(plan.timers.find(t => t.name === 'periodEnd')!)).toContain('Last day of period 1');
    expect(on('2025-01-01', brings, once).termination).toBeNull();
  });

  it.each([
    ['a shorter notice from a later day makes one effective again', { noticeBefore: 'P3M', from: '2025-11-01' }],
    ['the periods begin again before', { restartsPeriods: true, from: '2025-11-01' }],
    ['another length of the current period', { periodLength: 'P8Y', appliesTo: 'runningPeriod', from: '2025-11-01' }],
  ])('does not settle a renewal on the day after the last day for notice: %s', (_, changes) => {
    const facts = withProtocol('2024-06-01', '2024-06-15', '2024-07-01', changes);
    const plan = planned('2025-09-10', facts, given(), { reached: d('2025-09-09') });
    expect(plan.owed.map(o => o.act.what)).not.toContain('renewalSettled');
  });
});

describe('while a notice may not be given yet', () => {
  const barred = (more: object) =>
    given({ termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', ...more } });

  it('no safe day is promised, and the answer gives the first day for notice, as the plan does', () => {
    const threeYears = barred({ barredFor: 'P3Y' });
    for (const asOf of ['2021-06-01', '2024-03-10']) {
      expect(on(asOf, signed, threeYears).period!.lastDayForNotice).toMatchObject({ safe: null, sendBy: null });
      expect(on(asOf, signed, threeYears).period!.lastDayForNotice!.reopens).toMatchObject({ from: '2024-03-11', safe: '2025-09-09' });
      expect(planned(asOf, signed, threeYears).standing.decision).toMatchObject({ due: '2025-09-09' });
    }
    expect(on('2024-03-11', signed, threeYears).period!.lastDayForNotice).toMatchObject({ safe: '2025-09-09', reopens: null });
  });

  it('and if it is barred for the whole period, the answer says that no notice could prevent the renewal, and asks for no decision', () => {
    expect(on('2024-01-01', signed, barred({})).period!.lastDayForNotice).toBeNull();
    expect(planned('2024-01-01', signed, barred({})).standing).toMatchObject({ period: { number: 1, safe: null }, decision: null });
    expect(on('2026-04-01', signed, barred({})).period!.lastDayForNotice!.safe).toBe('2030-09-09');
  });
});

describe('when a known change cuts the current period short', () => {
  const cut = (changes: object) =>
    withProtocol('2024-01-01', '2024-02-01', '2024-03-01', {
      appliesTo: 'runningPeriod',
      from: '2025-01-01',
      periodLength: 'P4Y',
      ...changes,
    });
  const afterAYear = given({
    termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P9M', bars: 'effect', barredFor: 'P1Y' },
  });

  // the period then ends on 9 March 2025: a notice of nine months received after 9 June 2024 outlasts it on one reading
  it('the safe day is the last on which the notice ends the agreement with the shorter period on every reading', () => {
    expect(on('2024-02-28', cut({}), afterAYear).period!.lastDayForNotice!.safe).toBe('2025-09-09');
    expect(on('2024-03-01', cut({}), afterAYear).period!.lastDayForNotice).toMatchObject({
      safe: '2024-06-09',
      safeBy: { changes: [{ protocol: 'p1', on: '2025-01-01' }] },
    });
    expect(on('2024-06-09', cut({}), afterAYear).period!.lastDayForNotice!.safe).toBe('2024-06-09');
    expect(on('2024-06-10', cut({}), afterAYear).period!.lastDayForNotice!.reopens).toBeNull();
    const received = [...cut({}), { id: 't', type: 'termination.notified', by: 'KZ', received: '2024-06-10' }];
    expect(on('2025-03-11', received, afterAYear)).toMatchObject({ status: 'terminated', certain: true });
    expect(on('2025-03-10', received, afterAYear)).toMatchObject({ status: 'terminated', certain: false });
  });

  it('there is none if on one reading the notice ends the agreement only with the longer period', () => {
    expect(on('2024-03-01', cut({})).period!.lastDayForNotice).toMatchObject({ safe: '2024-02-29', reopens: null });
    expect(planned('2024-03-01', cut({})).standing.period!.safe).toBe('2024-02-29');
  });

  it('and a notice of any earlier day is in time if it ends the agreement before the shorter period does', () => {
    const quick = given({ termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P1M', bars: 'effect', barredFor: 'P1Y' } });
    expect(on('2024-03-01', cut({ noticeBefore: 'P1M' }), quick).period!.lastDayForNotice!.safe).toBe('2025-02-09');
  });

  // barred through 10 September 2022 on one reading; ended on 9 September 2026, so that a notice of six months after 9 March is too late
  it('and if none may be given yet, the days between the bar and the last that prevents the renewal are named', () => {
    const barred = given({
      duration: { ...given().clauses.duration, first: 'P6Y', noticeBefore: 'P1M' },
      termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', barredFor: 'P18M' },
    });
    const list = withProtocol('2021-03-11', '2021-03-12', '2021-03-13', {
      appliesTo: 'runningPeriod',
      from: '2026-09-09',
      periodLength: 'P3Y',
    });
    expect(on('2022-03-10', list, barred).period!.lastDayForNotice!.reopens).toMatchObject({ from: '2022-09-11', safe: '2026-03-09' });
    expect(on('2022-09-11', list, barred).period!.lastDayForNotice!.safe).toBe('2026-03-09');
  });
});

describe('the promise of the safe day', () => {
  it('is kept for a hundred agreements: our notice has effect through it on every reading, and fails on the day after on one', () => {
    fc.assert(
      fc.property(aFamily, fc.array(fc.nat(), { minLength: 2, maxLength: 2 }), (family, pick) => {
        expect(tried(family, pick)?.broken).toBeUndefined();
      }),
      { seed: 20_281_128, numRuns: 100 },
    );
  }, 300_000);
});
