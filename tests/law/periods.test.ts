/** Periods counted from the anchor, and the last day for notice, under each reading. Here art. 13 ¶2. */
import { describe, expect, it } from 'vitest';
import { length, type Length } from '../../clauses/calendar.ts';
import { languages, type Language } from '../../clauses/desk.ts';
import { lastDayForNotice } from '../../clauses/last-day-for-notice.ts';
import {
  amendedPeriod,
  lastDayForNoticeReckoned,
  lastDayOfPeriod,
  newestPeriod,
  periodEndReckoned,
  type Period,
} from '../../clauses/periods.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';
import { d, given, inForceOn, on, read, english, told } from './setup.ts';

const years = (n: number, k: number): Length[] => Array.from({ length: k }, () => length.parse(`P${n}Y`));
const end = (anchor: string, k: number, periodEnd: 'dayBefore' | 'sameNumberedDay' = 'dayBefore', n = 5): string =>
  lastDayOfPeriod({ anchor: d(anchor), lengths: years(n, k) }, read({ periodEnd }));

describe('the k-th period ends on the day before the anniversary, or on the same-numbered day', () => {
  it.each([
    ['2004-09-15', 1, '2009-09-14', '2009-09-15', ''],
    ['2004-09-15', 5, '2029-09-14', '2029-09-15', ''],
    ['1995-03-19', 6, '2025-03-18', '2025-03-19', 'ee-ru-legal-assistance-1993: the 18th'],
    ['2021-03-10', 1, '2026-03-09', '2026-03-10', 'the worked example'],
    ['2004-02-29', 1, '2009-02-27', '2009-02-28', 'the anniversary is 28 February'],
    ['2004-02-29', 4, '2024-02-28', '2024-02-29', 'and 29 February when there is one: counted from the anchor, it does not drift'],
    ['2004-02-29', 5, '2029-02-27', '2029-02-28', ''],
    ['2004-08-31', 1, '2009-08-30', '2009-08-31', 'a month end'],
    ['2004-01-01', 1, '2008-12-31', '2009-01-01', 'the end of a year'],
    ['2004-03-01', 2, '2014-02-28', '2014-03-01', 'the day before 1 March of a common year'],
    ['2004-03-01', 4, '2024-02-29', '2024-03-01', 'and of a leap year'],
  ])('for F = %s and k = %i on %s or %s; %s', (anchor, k, dayBefore, sameNumberedDay) => {
    expect(end(anchor, k)).toBe(dayBefore);
    expect(end(anchor, k, 'sameNumberedDay')).toBe(sameNumberedDay);
  });

  it('and the next one begins on the day after, under either reading', () => {
    for (const [first, last] of [
      ['2009-09-15', '2014-09-14'],
      ['2009-09-16', '2014-09-15'],
    ] as const) {
      const periodEnd = last === '2014-09-14' ? 'dayBefore' : 'sameNumberedDay';
      const s = on('2010-01-01', inForceOn('2004-09-15'), given({}, { reading: { periodEnd } }));
      expect(s.period).toMatchObject({ number: 2, firstDay: first, lastDay: last });
    }
  });
});

describe('the last day for notice six months before the period ends is itself in time', () => {
  it.each([
    ['2029-09-14', '2029-03-14', '2029-03-14', 'the same on both readings'],
    ['2029-02-28', '2028-08-28', '2028-08-31', 'the end of a short month: the readings differ'],
    ['2028-02-29', '2027-08-29', '2027-08-31', ''],
    ['2024-02-28', '2023-08-28', '2023-08-28', '28 February of a leap year is not the end of its month'],
    ['2019-03-31', '2018-09-30', '2018-09-30', 'ua-ru-friendship-1997'],
    ['2029-08-31', '2029-02-28', '2029-02-28', 'counted back it clamps; nothing later fits'],
    ['2029-08-30', '2029-02-28', '2029-02-28', '28 February + 6 months is 28 August; 1 March is too late'],
    ['2024-08-30', '2024-02-29', '2024-02-29', ''],
    ['2029-04-30', '2028-10-30', '2028-10-31', '31 October + 6 months is 30 April'],
    ['2029-06-30', '2028-12-30', '2028-12-31', ''],
    ['2029-12-31', '2029-06-30', '2029-06-30', ''],
  ])('for E = %s: %s counted back, %s as the last day from which six months still fit; %s', (lastDay, backward, forward) => {
    const six = length.parse('P6M');
    expect(lastDayForNotice(d(lastDay), six, read({ noticeCount: 'backward' }))).toBe(backward);
    expect(lastDayForNotice(d(lastDay), six, read({ noticeCount: 'forward' }))).toBe(forward);
  });

  it.each([
    ['P90D', '2019-11-22', '2019-08-24', 'jp-kr-gsomia-2016'],
    ['P1Y', '2028-02-29', '2027-02-28', 'a leap day'],
    ['P2Y', '2035-11-24', '2033-11-24', ''],
  ])('for other lengths: %s before %s is %s', (before, lastDay, expected) => {
    expect(lastDayForNotice(d(lastDay), length.parse(before), read({}))).toBe(expected);
  });

  it.each([
    ['P8W', '2029-09-14', '2029-07-20', '2029-07-20', 'weeks'],
    ['P1M15D', '2029-03-31', '2029-02-13', '2029-02-16', 'a month and 15 days back; from 16 February they are 31 March as well'],
    ['P1M10D', '2029-05-05', '2029-03-26', '2029-03-25', 'from 26 March forward they end on 6 May, a day after the end'],
  ])('for a length with months and days: %s before %s is %s back and %s forward; %s', (noticeBefore, lastDay, backward, forward) => {
    expect(lastDayForNotice(d(lastDay), length.parse(noticeBefore), read({ noticeCount: 'backward' }))).toBe(backward);
    expect(lastDayForNotice(d(lastDay), length.parse(noticeBefore), read({ noticeCount: 'forward' }))).toBe(forward);
  });

  it('but is absent if no notice could prevent a renewal', () => {
    const period = newestPeriod({ anchor: d('2004-09-15'), lengths: years(5, 1) }, d('2004-09-15'), undefined, read({}));
    expect(period).toEqual({ number: 1, firstDay: '2004-09-15', lastDay: '2009-09-14' });
    expect(lastDayForNoticeReckoned(period, 'art. 13', read({}))).toBeUndefined();
  });

  it('and is given with its article and the way of counting', () => {
    const cycle = { anchor: d('2004-09-15'), lengths: years(5, 5) };
    const period = newestPeriod(cycle, d('2024-09-15'), length.parse('P6M'), read({}));
    expect(told(periodEndReckoned(period, cycle, 'art. 13', read({})))).toEqual({
      date: '2029-09-14',
      basis: 'art. 13',
      how: 'period 5: 15 Sep 2004 + 5 × 5 years, the day before',
    });
    expect(english(periodEndReckoned(period, cycle, 'art. 13', read({ periodEnd: 'sameNumberedDay' })).reason)).toContain(
      'the same-numbered day',
    );
    expect(
      english(periodEndReckoned(period, { ...cycle, lengths: [...years(10, 1), ...years(2, 2)] }, 'art. XII', read({})).reason),
    ).toContain('period 5: 15 Sep 2004 + 10 years + 2 × 2 years, the day before');
    expect(periodEndReckoned(period, cycle, 'art. 13', read({}), 'p1').reason).toMatchObject({ args: { amendedBy: 'p1' } });
    expect(periodEndReckoned(period, cycle, 'art. 13', read({})).reason).toMatchObject({ args: { amendedBy: null } });
    expect(lastDayForNoticeReckoned(period, 'art. 13', read({}), 'p2')!.reason).toMatchObject({ args: { amendedBy: 'p2' } });
    expect(told(lastDayForNoticeReckoned(period, 'art. 13', read({}))!)).toEqual({
      date: '2029-03-14',
      basis: 'art. 13',
      how: 'counted back 6 months from the end of period 5, 14 Sep 2029; the day itself is in time',
    });
    expect(english(lastDayForNoticeReckoned(period, 'art. 13', read({ noticeCount: 'forward' }))!.reason)).toContain(
      'the last day from which 6 months can still run out by the end of period 5',
    );
  });
});

describe('the safe day is the earliest last day over all readings', () => {
  it.each([
    ['2004-09-15', 'P6M', '2009-03-14', 'one day before the same-numbered day'],
    ['2004-03-01', 'P6M', '2008-08-28', 'the day before 1 March 2009, counted back'],
    ['2004-02-29', 'P6M', '2008-08-27', '27 February 2009, counted back'],
    ['2003-08-31', 'P6M', '2008-02-29', '30 August 2008'],
    ['2004-09-01', 'P6M', '2009-02-28', '31 August 2009'],
  ])('for F = %s, where %s before the first period ends is safe on %s; %s', (anchor, before, safe) => {
    const { duration } = given().clauses;
    for (const reading of [{}, { periodEnd: 'sameNumberedDay' }, { noticeCount: 'forward' }]) {
      const agreement = given({ duration: { ...duration, noticeBefore: before } }, { reading });
      expect(on('2006-01-01', inForceOn(anchor), agreement).period!.lastDayForNotice!.safe).toBe(safe);
    }
  });

  it('and is given with the send-by day, which is earlier by the transit allowance', () => {
    const s = on('2028-01-01', inForceOn('2004-09-15'), given({}, { transit: 'P21D', reading: { periodEnd: 'sameNumberedDay' } }));
    expect(s.period!.lastDayForNotice).toMatchObject({ date: '2029-03-15', safe: '2029-03-14', sendBy: '2029-02-21', certain: false });
  });
});

describe('the periods of an agreement', () => {
  const inForce = inForceOn('2004-09-15');

  it('may differ in length: ten years and then two by two (es-za-bit-1998)', () => {
    const es = given(
      {
        duration: {
          kind: 'periods',
          article: 'art. XII',
          first: 'P10Y',
          renewal: { kind: 'automatic', length: 'P2Y' },
          noticeBefore: 'P6M',
        },
      },
      { reading: { periodEnd: 'sameNumberedDay' } },
    );
    expect(on('2010-01-01', inForceOn('1999-12-23'), es).period).toMatchObject({
      number: 2,
      firstDay: '2009-12-24',
      lastDay: '2011-12-23',
    });
    expect(on('2013-01-01', inForceOn('1999-12-23'), es).period).toMatchObject({
      number: 3,
      firstDay: '2011-12-24',
      lastDay: '2013-12-23',
      lastDayForNotice: { date: '2013-06-23' },
    });
  });

  it('if renewable once, expire after that', () => {
    const once = given({
      duration: {
        kind: 'periods',
        article: 'art. 2',
        first: 'P5Y',
        renewal: { kind: 'automatic', length: 'P5Y', times: 1 },
        noticeBefore: 'P6M',
      },
    });
    expect(on('2014-09-14', inForce, once)).toMatchObject({
      status: 'inForce',
      period: { number: 2 },
      termination: { cause: 'expiry', lastDayInForce: '2014-09-14' },
    });
    expect(on('2014-09-15', inForce, once)).toMatchObject({
      status: 'expired',
      period: null,
      termination: { cause: 'expiry', firstDayOut: '2014-09-15' },
    });
  });

  it('if not renewable, expire with the first', () => {
    const none = given({
      duration: { kind: 'periods', article: 'art. 2', first: 'P5Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    expect(on('2009-09-14', inForce, none)).toMatchObject({ status: 'inForce', termination: { lastDayInForce: '2009-09-14' } });
    expect(on('2009-09-15', inForce, none).status).toBe('expired');
  });

  it('if renewable only by agreement, need an agreement in each period', () => {
    const clauses = {
      duration: { kind: 'periods', article: 'art. 12', first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } },
      termination: undefined,
    };
    const agreed = { id: 'r', type: 'renewal.agreed', on: '2009-02-01' };
    expect(on('2009-01-31', [...inForce, agreed], given(clauses)).termination).toMatchObject({
      cause: 'expiry',
      lastDayInForce: '2009-09-14',
    });
    expect(on('2009-02-01', [...inForce, agreed], given(clauses)).termination).toMatchObject({
      cause: 'expiry',
      lastDayInForce: '2014-09-14',
    });
    expect(on('2010-01-01', [...inForce, agreed], given(clauses))).toMatchObject({
      status: 'inForce',
      period: { number: 2, lastDay: '2014-09-14' },
      termination: { lastDayInForce: '2014-09-14' },
    });
    expect(on('2014-09-15', [...inForce, agreed], given(clauses)).status).toBe('expired');
    expect(on('2014-09-15', [...inForce, { ...agreed, on: '2014-09-14' }], given(clauses)).status).toBe('expired');
    expect(on('2009-09-15', [...inForce, { ...agreed, on: '2009-09-14' }], given(clauses)).status).toBe('inForce');
  });

  it('if followed by no limit of time, leave it in force without a period (us-jp-nuclear-1988)', () => {
    const clauses = {
      duration: { kind: 'periods', article: 'art. 16', first: 'P30Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
      termination: { when: 'afterFirstPeriod', article: 'art. 16', notice: 'P6M' },
    };
    const jp = inForceOn('1988-07-17');
    expect(on('2018-07-16', jp, given(clauses))).toMatchObject({
      period: { number: 1, lastDay: '2018-07-16', lastDayForNotice: { date: '2018-01-16' }, settled: true },
      termination: null,
    });
    expect(on('2018-07-17', jp, given(clauses))).toMatchObject({ status: 'inForce', period: null, termination: null });
  });

  it('do not exist for an indefinite duration', () => {
    expect(on('2030-01-01', inForce, given({ duration: { kind: 'indefinite', article: 'art. 5' } }))).toMatchObject({
      status: 'inForce',
      period: null,
      termination: null,
    });
  });

  it('are settled only in the sense that the last day for notice is past', () => {
    expect(on('2009-03-14', inForce).period!.settled).toBe(false);
    expect(on('2009-03-15', inForce).period!.settled).toBe(true);
    expect(on('2009-09-15', inForce).period!.settled).toBe(false);
    const late = { id: 't', type: 'termination.notified', by: 'KZ', received: '2009-03-10' };
    expect(on('2009-03-15', [...inForce, late]).period!.settled).toBe(true);
  });
});

describe('a current period after a protocol', () => {
  const cycle = { anchor: d('2004-09-15'), lengths: years(3, 1) };
  const period = newestPeriod({ anchor: d('2004-09-15'), lengths: years(5, 1) }, d('2004-09-15'), length.parse('P6M'), read({}));
  const amended = (day: string, lengthChanged: boolean, noticeBefore = 'P6M'): Period =>
    amendedPeriod(period, cycle, { lengthChanged, noticeBefore: length.parse(noticeBefore), protocol: 'p1' }, d(day), read({}));

  it('keeps its end unless the protocol reaches it', () => {
    expect(amended('2006-01-01', false)).toEqual(period);
    expect(amended('2006-01-01', true)).toMatchObject({ lastDay: '2007-09-14', lastDayForNotice: '2007-03-14' });
  });

  it('that would be over by then ends on the day of the protocol, and the answer says so', () => {
    const ended = amended('2008-05-01', true);
    expect(ended).toMatchObject({ lastDay: '2008-05-01', endedBy: 'p1' });
    expect(english(periodEndReckoned(ended, cycle, 'art. 13', read({})).reason)).toBe(
      'by its new length (protocol p1), period 1 is over before the day of the change, so it ends on that day',
    );
    const inLanguage = (l: Language) => statementIn(periodEndReckoned(ended, cycle, 'art. 13', read({})).reason, wordings[l]);
    expect(languages.map(l => /\(.*p1.*\)/.exec(inLanguage(l))?.[0])).toEqual([
      '(p1 хаттамасы)',
      '(p1 protokolu)',
      '(протокол p1)',
      '(protocol p1)',
    ]);
    expect(amended('2007-09-14', true)).not.toHaveProperty('endedBy');
  });

  it.each([
    ['P3M', '2009-01-10', '2009-06-14', 'a shorter notice, in the future'],
    ['P1Y', '2008-09-14', '2008-09-14', 'a longer one whose last day is that very day'],
    ['P1Y', '2008-09-15', '2009-03-14', 'a longer one whose last day is past: the old one still applies to this period'],
  ])('has a notice of %s from %s: last day %s; %s', (noticeBefore, day, last) => {
    expect(amended(day, false, noticeBefore).lastDayForNotice).toBe(last);
  });

  it('without a last day for notice gets one, or none', () => {
    const { noticeBefore: _, lastDayForNotice: __, ...bare } = period;
    const change = { lengthChanged: false, protocol: 'p1' };
    expect(amendedPeriod(bare, cycle, { ...change, noticeBefore: length.parse('P6M') }, d('2006-01-01'), read({})).lastDayForNotice).toBe(
      '2009-03-14',
    );
    expect(amendedPeriod(bare, cycle, { ...change, noticeBefore: undefined }, d('2006-01-01'), read({}))).toEqual(bare);
    expect(amendedPeriod(bare, cycle, { ...change, noticeBefore: length.parse('P6M') }, d('2009-04-01'), read({}))).toEqual(bare);
  });
});
