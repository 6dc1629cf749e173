/** Clauses on termination in real agreements: worked examples, each by the fold. */
import { describe, expect, it } from 'vitest';
import { terminationClause } from '../../clauses/terms.ts';
import { consolidated } from '../../machines/consolidated.ts';
import type { Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { d, given, on, sentence, english, summary, whys } from './setup.ts';

const article = 'art. 5';
const signed = (day: string) => ({ id: 's', type: 'signed', on: day });
const notice = (received: string, more: object = {}) => ({ id: 't', type: 'termination.notified', by: 'KZ', received, ...more });
const indefinite = { kind: 'indefinite', article };
/** In force on signature, with a way to end it. */
const ending = (termination: object, duration: object = indefinite, more: object = {}) =>
  given({ entryIntoForce: { on: 'signature', article }, duration, termination: { article, ...termination }, amendment: undefined }, more);
const lines = (agreement: ReturnType<typeof given>): string[] =>
  consolidated(agreement, fold(agreement, [], agreement.reading, d('2020-01-01')), [], d('2020-01-01')).map(l => english(l.value));

describe('a notice ends the agreement', () => {
  const at = (termination: object, list: object[], duration?: object) =>
    on('2030-01-01', [signed('2000-01-01'), ...list], ending(termination, duration)).termination;

  it('on the first day of the seventh month after receipt', () => {
    const t = at({ when: 'anyTime', then: { firstDayOfMonth: 7 } }, [notice('2026-03-10')]);
    expect(t).toMatchObject({
      firstDayOut: '2026-10-01',
      certain: true,
      how: 'the first day of the 7th month after receipt on 10 Mar 2026; it ceases to be in force on 1 Oct 2026',
    });
  });

  it('is consolidated with the rule that its clause counts by', () => {
    expect(lines(ending({ when: 'anyTime', then: { firstDayOfMonth: 7 } }))).toContainEqual(
      expect.stringContaining('the first day of the 7th month after receipt'),
    );
  });

  it('only after the bar has ended, if the clause does not bar giving the notice', () => {
    expect(lines(ending({ when: 'afterFirstPeriod', notice: 'P6M', barredFor: 'P3Y' }))).toContain(
      '6 months after receipt; not before the end of the first 3 years',
    );
  });

  it.each([
    [
      { months: 6 },
      '2026-09-10',
      [{ firstDayOut: '2026-09-11', when: [{ effect: 'dayAfter' }] }],
      '6 months after receipt on 10 Mar 2026; it ceases to be in force on 10 Sep 2026',
    ],
    [
      { months: 6, firstDayOfMonth: 1 },
      '2026-10-01',
      [],
      '6 months after receipt on 10 Mar 2026, then the first day of the 1st month after that; it ceases to be in force on 1 Oct 2026',
    ],
    [
      { firstDayOfYear: 1 },
      '2027-01-01',
      [],
      '1 January of the 1st year after receipt on 10 Mar 2026; it ceases to be in force on 1 Jan 2027',
    ],
    [
      { days: 90, firstDayOfYear: 1 },
      '2027-01-01',
      [],
      '90 days after receipt on 10 Mar 2026, then 1 January of the 1st year after that; it ceases to be in force on 1 Jan 2027',
    ],
  ])('at the time given by %j', (then, firstDayOut, alternatives, how) => {
    expect(at({ when: 'anyTime', then }, [notice('2026-03-10')])).toMatchObject({ firstDayOut, alternatives, how });
  });

  it('six months after its dispatch, or its date', () => {
    const dispatched = notice('2025-02-20', { dated: '2025-02-01', dispatched: '2025-02-05' });
    expect(at({ when: 'anyTime', notice: 'P6M', counts: 'dispatched' }, [dispatched])).toMatchObject({
      firstDayOut: '2025-08-05',
      how: '6 months after dispatch on 5 Feb 2025; it ceases to be in force on 5 Aug 2025',
    });
    expect(at({ when: 'anyTime', notice: 'P6M', counts: 'dated' }, [dispatched])).toMatchObject({
      firstDayOut: '2025-08-01',
      how: '6 months after its date, 1 Feb 2025; it ceases to be in force on 1 Aug 2025',
    });
  });

  it('not before its receipt, without which it has no effect', () => {
    expect(
      at({ when: 'anyTime', notice: 'P1M', counts: 'dispatched' }, [notice('2025-06-20', { dispatched: '2025-02-05' })]),
    ).toMatchObject({
      lastDayInForce: '2025-06-20',
      how: '1 month after dispatch on 5 Feb 2025, which is before receipt on 20 Jun 2025: in force through that day',
    });
  });

  it('within bounds, if the dispatch that counts is not known', () => {
    const bounded = (termination: object, more: object, list: object[] = []) =>
      on('2025-03-01', [signed('2000-01-01'), notice('2025-02-20', more), ...list], ending(termination));
    const s = bounded({ when: 'anyTime', notice: 'P6M', counts: 'dispatched' }, {});
    expect(s.termination).toBe(null);
    expect(s.within).toMatchObject({ lastDayInForce: { notBefore: '2025-02-20', notAfter: '2025-08-19' } });
    expect(s.notes.at(-1)).toBe(
      'Known only within bounds: dispatch of the notice of termination of KZ not after 20 Feb 2025 (t). Ask for the document that shows the day, and correct t: all that follows is then exact again.',
    );
    expect(bounded({ when: 'anyTime', notice: 'P6M', counts: 'dispatched' }, { dated: '2025-02-01' }).within).toMatchObject({
      lastDayInForce: { notBefore: '2025-07-31', notAfter: '2025-08-19' },
    });
    expect(bounded({ when: 'anyTime', then: { months: 6, days: 10, firstDayOfMonth: 1 }, counts: 'dispatched' }, {}).within).toMatchObject({
      lastDayInForce: { notBefore: '2025-02-20', notAfter: '2025-08-31' },
    });
    expect(bounded({ when: 'anyTime', then: { firstDayOfYear: 1 }, counts: 'dated' }, {}).within).toMatchObject({
      lastDayInForce: { notBefore: '2025-02-20', notAfter: '2025-12-31' },
    });
  });

  it('within the bounds of a longer time, if a protocol lengthened it', () => {
    const own = given({
      entryIntoForce: { on: 'signature', article },
      duration: indefinite,
      termination: { when: 'anyTime', article, then: { firstDayOfMonth: 2 }, counts: 'dispatched' },
      amendment: { article, by: 'protocol', entryIntoForce: { on: 'signature', article } },
    });
    const p = { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2010-01-01', changes: { noticePeriod: 'P1Y' } };
    const list = [signed('2000-01-01'), p, notice('2025-02-20')];
    expect(on('2025-03-01', list, own).within).toMatchObject({ lastDayInForce: { notBefore: '2025-02-20', notAfter: '2026-02-19' } });
    const sent = on('2025-03-01', [...list.slice(0, 2), notice('2025-02-20', { dispatched: '2025-02-10' })], own);
    expect(sent.termination!.firstDayOut).toBe('2026-02-10');
  });

  it.each([
    [{ when: 'anyTime' }, false],
    [{ when: 'anyTime', notice: 'P6M', then: { months: 6 } }, false],
    [{ when: 'anyTime', then: { days: 30, expired: true } }, false],
    [{ when: 'anyTime', then: {} }, false],
    [{ when: 'anyTime', then: { months: 6 } }, true],
    [{ when: 'afterFirstPeriod', bars: 'giving' }, false],
    [{ when: 'onFixedDays', days: ['02-29'], notice: 'P6M' }, false],
    [{ when: 'onFixedDays', days: ['12-31'] }, false],
    [{ when: 'onFixedDays', days: ['06-30', '12-31'], notice: 'P6M' }, true],
  ])('by a clause %j: accepted %s', (clause, taken) => {
    expect(terminationClause.safeParse({ article, ...clause }).success).toBe(taken);
  });
});

describe('withdrawal of a notice only by consent', () => {
  const air = ending({ when: 'anyTime', notice: 'P12M', withdrawal: 'byConsent' });
  const revoked = (received: string, more: object = { of: 't' }) => ({ id: 'r', type: 'termination.revoked', by: 'KZ', received, ...more });
  const consent = (received: string) => ({ id: 'c', type: 'termination.revocationConsented', by: 'AZ', of: 'r', received });
  const list = (...more: object[]) => [signed('2020-01-01'), notice('2025-06-01'), ...more];

  it('leaves the notice pending after a revocation without consent, on every reading', () => {
    const s = on('2025-10-01', list(revoked('2025-09-01')), air);
    expect(s).toMatchObject({ status: 'inForce', termination: { lastDayInForce: '2026-05-31' }, notices: [{ revoked: null }] });
    expect(s.termination!.alternatives).toEqual([{ firstDayOut: '2026-06-02', when: [{ effect: 'dayAfter' }] }]);
    const over = on('2026-06-02', list(revoked('2025-09-01')), air);
    expect(over).toMatchObject({ status: 'terminated', certain: true });
    expect(over.withoutEffect[0]!.why).toContain('needed the other Party’s consent');
  });

  it('takes effect on the later of its receipt and that of the consent', () => {
    expect(on('2026-01-01', list(revoked('2025-09-01'), consent('2025-11-01')), air)).toMatchObject({
      termination: null,
      otherEnds: [],
      notices: [{ revoked: '2025-11-01' }],
    });
    expect(on('2026-01-01', list(consent('2025-08-01'), revoked('2025-09-01')), air).notices).toMatchObject([{ revoked: '2025-09-01' }]);
    expect(on('2026-01-01', list(revoked('2025-09-01', {}), consent('2025-11-01')), air).notices).toMatchObject([
      { revoked: '2025-11-01' },
    ]);
  });

  it('waits for the consent even if received before the notice', () => {
    const ahead = revoked('2025-05-01');
    expect(on('2025-10-01', list(ahead), air)).toMatchObject({
      termination: { lastDayInForce: '2026-05-31' },
      notices: [{ revoked: null }],
    });
    for (const day of ['2025-04-01', '2025-05-10', '2025-08-01'])
      expect(on('2025-10-01', list(ahead, consent(day)), air), day).toMatchObject({ termination: null, withoutEffect: [] });
  });

  it('is announced as such', () => {
    const said = (...more: object[]) =>
      fold(air, list(...more) as Fact[], air.reading, d('2026-01-01'))
        .acts.filter(a => a.what === 'noticeRevoked')
        .map(sentence);
    expect(said(revoked('2025-09-01'))).toEqual(['Revocation r (KZ) was received; it awaits the other Party’s consent.']);
    expect(said(revoked('2025-05-01'))).toEqual([
      'Revocation r (KZ) was received before notice t, which will have no effect if the other Party consents.',
    ]);
    expect(lines(air).at(-1)).toBe('12 months after receipt; withdrawn only with the consent of the other Party');
  });
});

describe('a clause that bars notice for the first period', () => {
  const years = (first: string, renewal: object, more: object = {}) => ({ kind: 'periods', article, first, renewal, ...more });
  const end = (termination: object, duration: object, from: string, received: string, more: object[] = []) =>
    on(received, [signed(from), notice(received), ...more], ending({ when: 'afterFirstPeriod', ...termination }, duration));

  it.each([
    ['1935-10-10', '1936-04-15', 'not before the end of the first period, 15 Apr 1936'],
    // its first day out is the last day of the period: in force through that day
    ['1935-10-15', '1936-04-15', 'not before the end of the first period, 15 Apr 1936'],
    ['1935-10-16', '1936-04-15', '6 months after receipt on 16 Oct 1935; it ceases to be in force on 16 Apr 1936'],
    ['1935-12-01', '1936-05-31', '6 months after receipt on 1 Dec 1935; it ceases to be in force on 1 Jun 1936'],
  ])('bars its effect: received %s, the last day in force is %s', (received, lastDayInForce, how) => {
    const four = years('P4Y', { kind: 'withoutLimit' });
    expect(end({ notice: 'P6M', bars: 'effect' }, four, '1932-04-16', received).termination).toMatchObject({ lastDayInForce, how });
    expect(end({ notice: 'P6M' }, four, '1932-04-16', received).termination).toMatchObject({ lastDayInForce });
  });

  it('works for ten years, then without limit, with twelve months’ notice', () => {
    const ten = years('P10Y', { kind: 'withoutLimit' });
    expect(end({ notice: 'P12M', bars: 'effect' }, ten, '2012-12-21', '2015-01-01').termination).toMatchObject({
      lastDayInForce: '2022-12-20',
    });
    expect(end({ notice: 'P12M', bars: 'effect' }, ten, '2012-12-21', '2023-01-10').termination).toMatchObject({
      lastDayInForce: '2024-01-09',
    });
  });

  it('works for some years from entry into force, if the duration is indefinite', () => {
    const t = end({ notice: 'P6M', barredFor: 'P3Y' }, indefinite, '2020-01-01', '2021-01-01').termination!;
    expect(t).toMatchObject({
      lastDayInForce: '2022-12-31',
      how: 'not before the end of the 3 years from entry into force during which notice is barred, 31 Dec 2022',
    });
    expect(t.alternatives).toEqual([{ firstDayOut: '2023-01-02', when: [{ periodEnd: 'sameNumberedDay' }] }]);
    expect(end({ notice: 'P6M', barredFor: 'P3Y' }, indefinite, '2020-01-01', '2023-03-01').termination).toMatchObject({
      firstDayOut: '2023-09-01',
    });
    expect(() => ending({ when: 'afterFirstPeriod', notice: 'P6M' })).toThrow('afterFirstPeriodNeedsPeriods');
  });

  describe('or bars giving notice', () => {
    const three = years('P3Y', { kind: 'automatic', length: 'P1Y' });
    const bars = { notice: 'P12M', bars: 'giving' };

    it('so that a premature notice has no effect, or counts from the first day on which it may be given, and both are shown', () => {
      const s = end(bars, three, '2020-01-01', '2022-07-01');
      expect(s.termination).toBe(null);
      expect(whys(s)).toEqual([
        {
          fact: 't',
          onSomeReadings: true,
          why: 'By art. 5 no notice may be given before 1 Jan 2023; on another reading it counts from then.',
        },
      ]);
      expect(s.otherEnds[0]).toEqual({
        firstDayOut: '2024-01-01',
        when: [{ periodEnd: 'dayBefore', effect: 'sameNumberedDay', premature: 'fromFirstDay' }],
      });
      const counted = on(
        '2022-07-01',
        [signed('2020-01-01'), notice('2022-07-01')],
        ending({ when: 'afterFirstPeriod', ...bars }, three, { reading: { premature: 'fromFirstDay' } }),
      );
      expect(counted.termination).toMatchObject({
        lastDayInForce: '2023-12-31',
        how: '12 months after receipt on 1 Jan 2023; it ceases to be in force on 1 Jan 2024',
      });
      expect(counted.notices).toMatchObject([{ received: '2022-07-01' }]);
      expect(counted.notes).toContain('Notice t: given before a notice may be given; counts as received on 1 Jan 2023.');
    });

    it('so that it is premature on the last day of the bar, and not on the day after', () => {
      expect(end(bars, three, '2020-01-01', '2022-12-31').termination).toBe(null);
      const s = end(bars, three, '2020-01-01', '2023-01-01');
      expect(s.termination).toMatchObject({ lastDayInForce: '2023-12-31' });
      expect(s.notices[0]!.inTime).toBe('disputed'); // on its other reading the first period includes that day too
    });

    it('so that, counted from the first day, it is in time for the period current then, or for none', () => {
      const own = (duration: object, termination: object = bars) =>
        ending({ when: 'afterFirstPeriod', ...termination }, duration, { reading: { premature: 'fromFirstDay' } });
      const lastDay = (agreement: ReturnType<typeof ending>) =>
        on('2021-07-01', [signed('2020-01-01'), notice('2021-07-01')], agreement).termination?.lastDayInForce;
      // six months before the end of each year: in time for 2023, whose end it does not outlast
      expect(lastDay(own(years('P3Y', { kind: 'automatic', length: 'P1Y' }, { noticeBefore: 'P6M' }), { ...bars, notice: 'P18M' }))).toBe(
        '2023-12-31',
      );
      // periods of a year, barred for three: the fourth is current then
      expect(
        lastDay(
          own(years('P1Y', { kind: 'automatic', length: 'P1Y' }, { noticeBefore: 'P6M' }), {
            notice: 'P18M',
            bars: 'giving',
            barredFor: 'P3Y',
          }),
        ),
      ).toBe('2023-12-31');
      expect(lastDay(own(years('P3Y', { kind: 'withoutLimit' })))).toBe('2023-12-31');
      expect(lastDay(own(indefinite, { ...bars, barredFor: 'P3Y' }))).toBe('2023-12-31');
    });

    it('and the consolidated clauses say so', () => {
      expect(lines(ending({ when: 'afterFirstPeriod', ...bars }, three)).at(-1)).toBe(
        '12 months after receipt; may not be given in the first period',
      );
      expect(lines(ending({ when: 'afterFirstPeriod', notice: 'P6M', counts: 'dated', barredFor: 'P2Y' })).at(-1)).toBe(
        '6 months after its date; not before the end of the first 2 years',
      );
    });
  });
});

describe('a notice that ends the agreement only on fixed days', () => {
  const yearEnd = ending({ when: 'onFixedDays', days: ['12-31'], notice: 'P6M' });
  const as = (asOf: string, list: object[] = [], agreement = yearEnd) => on(asOf, [signed('2020-03-01'), ...list], agreement);

  it('has a last day each year, and nothing is renewed', () => {
    const s = as('2026-03-01');
    expect(s).toMatchObject({ status: 'inForce', period: null, termination: null });
    expect(s.nextWayOut).toMatchObject({
      lastDayForNotice: '2026-06-30',
      lastDayInForce: '2026-12-31',
      safe: '2026-06-30',
      sendBy: '2026-06-16',
      basis: article,
      how: 'counted back 6 months from 31 Dec 2026, a day on which a notice ends the agreement; the day itself is in time, and it then ceases to be in force on 1 Jan 2027',
      certain: true,
      alternatives: [],
    });
    expect(s.dates.filter(l => l.what === 'lastDayForFixedDay').map(l => [l.date, l.label, l.past])).toEqual([
      ['2026-06-30', 'Last day for notice to end it on 31 Dec 2026', false],
    ]);
    expect(as('2026-06-30').nextWayOut!.lastDayForNotice).toBe('2026-06-30');
    expect(as('2026-07-01').nextWayOut!.lastDayForNotice).toBe('2027-06-30');
    expect(
      fold(yearEnd, [signed('2020-03-01')] as Fact[], yearEnd.reading, d('2030-01-01')).acts.filter(a => a.what === 'renewal'),
    ).toEqual([]);
    expect(on('2020-02-01', [signed('2020-03-01')], yearEnd)).not.toHaveProperty('nextWayOut');
  });

  it('received by the last day ends it that year, and received later the year after', () => {
    expect(as('2026-07-01', [notice('2026-06-30')])).toMatchObject({
      termination: {
        lastDayInForce: '2026-12-31',
        how: 'the first of the fixed days that is 6 months or more after receipt on 30 Jun 2026: 31 Dec 2026',
        certain: true,
      },
    });
    expect(as('2026-07-01', [notice('2026-06-30')])).not.toHaveProperty('nextWayOut');
    expect(as('2026-07-01', [notice('2026-07-01')]).termination).toMatchObject({ lastDayInForce: '2027-12-31' });
    expect(as('2027-01-01', [notice('2026-06-30')]).status).toBe('terminated');
  });

  it('falls due together with what else falls due on that day', () => {
    const suspension = { id: 'x', type: 'suspension.agreed', on: '2026-06-01', from: '2026-07-01' };
    expect(as('2026-07-01', [suspension])).toMatchObject({ status: 'suspended', nextWayOut: { lastDayForNotice: '2027-06-30' } });
  });

  it('is not listed once its last day has passed without a notice', () => {
    const own = ending(
      { when: 'onFixedDays', days: ['12-31'], notice: 'P6M' },
      { kind: 'periods', article, first: { until: '2026-06-30' }, renewal: { kind: 'withoutLimit' } },
    );
    const labels = as('2026-08-01', [], own)
      .dates.filter(l => l.date === '2026-06-30')
      .map(l => l.label);
    expect(labels).toEqual(['Last day of period 1']); // a day that passed without a notice is not an event
  });

  it('makes a decision due by the last of its ways out, if silence renews the period', () => {
    const own = ending(
      { when: 'onFixedDays', days: ['12-31', '06-30'], notice: 'P6M' },
      { kind: 'periods', article, first: { until: '2026-12-31' }, renewal: { kind: 'automatic', length: 'P2Y' } },
    );
    const facts = [signed('2020-03-01')];
    const planned = (today: string) =>
      planOf({
        agreement: own,
        description: '',
        entries: facts as never,
        today: d(today),
        onboarded: d('2020-03-01'),
        reached: undefined,
        done: [],
      });
    const { standing, timers } = planned('2025-06-15');
    expect(standing.decision).toEqual({ question: 'renewal', due: '2026-06-30', sendBy: '2026-06-16' });
    expect(summary(timers.find(t => t.name === 'safeDay')!)).toBe(`Safe day for notice: 30 Jun 2026, ${article}; send by 16 Jun 2026`);
    expect(planned('2027-01-01').standing.decision).toMatchObject({ due: '2028-06-30' });
    expect(as('2026-07-01', [notice('2026-06-30')], own).termination).toMatchObject({ lastDayInForce: '2026-12-31' });
    expect(as('2026-07-02', [notice('2026-07-01')], own).termination).toMatchObject({ lastDayInForce: '2027-06-30' });
  });

  it('leads to the next of several days, in whatever order they are written', () => {
    const half = ending({ when: 'onFixedDays', days: ['12-31', '06-30'], notice: 'P3M' });
    expect(as('2026-03-01', [], half).nextWayOut).toMatchObject({ lastDayForNotice: '2026-03-30', lastDayInForce: '2026-06-30' });
    expect(as('2026-03-01', [], half).nextWayOut!.alternatives).toEqual([{ date: '2026-03-31', when: [{ noticeCount: 'forward' }] }]);
    expect(as('2026-04-01', [notice('2026-03-31')], half).termination).toMatchObject({ lastDayInForce: '2026-12-31' });
  });

  it('is counted back from the end or forward from the notice, if these differ', () => {
    const february = ending({ when: 'onFixedDays', days: ['02-28'], notice: 'P6M' });
    expect(as('2026-03-01', [], february).nextWayOut).toMatchObject({
      lastDayForNotice: '2026-08-28',
      alternatives: [{ date: '2026-08-31', when: [{ noticeCount: 'forward' }] }],
    });
    const forward = ending({ when: 'onFixedDays', days: ['02-28'], notice: 'P6M' }, indefinite, { reading: { noticeCount: 'forward' } });
    expect(as('2026-03-01', [], forward).nextWayOut!.how).toContain('the last day from which 6 months can still run out by 28 Feb 2027');
  });

  it('has no safe day while on one reading it would still end it a year sooner', () => {
    const february = ending({ when: 'onFixedDays', days: ['02-28'], notice: 'P6M' });
    expect(as('2026-08-29', [], february).nextWayOut).toMatchObject({ lastDayInForce: '2028-02-28', safe: null, sendBy: null });
    expect(as('2026-09-01', [], february).nextWayOut).toMatchObject({ lastDayInForce: '2028-02-28', safe: '2027-08-28' });
  });

  it('has its send-by day as the safe day if the clause counts dispatch', () => {
    const sent = (duration: object) => ending({ when: 'onFixedDays', days: ['12-31'], notice: 'P6M', counts: 'dispatched' }, duration);
    const periods = { kind: 'periods', article, first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } };
    for (const duration of [indefinite, periods])
      expect(as('2026-03-01', [], sent(duration)).nextWayOut).toMatchObject({ safe: '2026-06-30', sendBy: '2026-06-30' });
  });

  it('counts a later day that it names, and leads to the next of the fixed days', () => {
    const named = (firstDayOut: string) => as('2026-02-01', [notice('2026-01-10', { names: { firstDayOut } })]);
    expect(named('2028-01-01').termination).toMatchObject({
      lastDayInForce: '2027-12-31',
      how: 'the notice names 1 Jan 2028 as the day on which the agreement ceases to be in force',
    });
    expect(named('2027-05-01').termination).toMatchObject({
      lastDayInForce: '2027-12-31',
      how: 'one of the fixed days, so that it does not cease to be in force before the day that the notice names, 1 May 2027',
    });
    expect(named('2026-05-01').notes[0]).toContain('earlier than art. 5 allows; ignored');
  });

  it('counts from dispatch if the clause says so, and within bounds if that is not known', () => {
    const sent = ending({ when: 'onFixedDays', days: ['12-31'], notice: 'P6M', counts: 'dispatched' });
    expect(as('2026-08-01', [notice('2026-07-10', { dispatched: '2026-06-29' })], sent).termination).toMatchObject({
      lastDayInForce: '2026-12-31',
    });
    const s = as('2026-08-01', [notice('2026-07-10')], sent);
    expect(s).toMatchObject({ termination: null, within: { lastDayInForce: { notBefore: '2026-12-31', notAfter: '2027-12-31' } } });
  });

  it('has no effect before its receipt', () => {
    const sent = ending({ when: 'onFixedDays', days: ['12-31'], notice: 'P6M', counts: 'dispatched' });
    expect(as('2027-02-01', [notice('2027-01-10', { dispatched: '2026-06-01' })], sent).termination).toMatchObject({
      lastDayInForce: '2027-12-31',
    });
  });

  it('may be changed by a protocol, from its entry into force on', () => {
    const own = given({
      entryIntoForce: { on: 'signature', article },
      duration: indefinite,
      termination: { when: 'onFixedDays', article, days: ['12-31'], notice: 'P6M' },
      amendment: { article, by: 'protocol', entryIntoForce: { on: 'signature', article } },
    });
    const p = (changes: object) => ({ id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2026-02-01', changes });
    expect(as('2026-03-01', [p({ noticePeriod: 'P3M' })], own).nextWayOut).toMatchObject({ lastDayForNotice: '2026-09-30' });
    expect(as('2026-03-01', [p({ noticePeriod: 'P12M' })], own).nextWayOut).toMatchObject({
      lastDayForNotice: '2026-12-31',
      lastDayInForce: '2027-12-31',
    });
    expect(as('2026-03-01', [p({ noticePeriod: 'P3M', from: '2027-01-01' })], own).nextWayOut).toMatchObject({
      lastDayForNotice: '2026-06-30',
    });
    expect(as('2027-03-01', [p({ noticePeriod: 'P3M', from: '2027-01-01' })], own).nextWayOut).toMatchObject({
      lastDayForNotice: '2027-09-30',
    });
  });

  it('leaves no last day for notice of a period, as the consolidated clauses say', () => {
    expect(() =>
      ending(
        { when: 'onFixedDays', days: ['12-31'], notice: 'P6M' },
        { kind: 'periods', article, first: 'P5Y', renewal: { kind: 'none' }, noticeBefore: 'P6M' },
      ),
    ).toThrow('notWithFixedDays');
    expect(lines(ending({ when: 'onFixedDays', days: ['06-30', '12-31'], notice: 'P6M' })).at(-1)).toBe(
      'on 30 Jun or 31 Dec, 6 months or more after receipt',
    );
  });
});
