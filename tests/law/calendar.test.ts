/** Counting under the rules on dates: calendar dates, clamped months, both directions, zones, weekends. */
import { describe, expect, it } from 'vitest';
import {
  addDays,
  after,
  before,
  beginsEverywhere,
  calendarDate,
  date,
  dayAfter,
  dayBefore,
  daysBetween,
  earliest,
  commonToday,
  firstOfMonthAfter,
  formatDate,
  latest,
  legalToday,
  length,
  lengthInWords,
  ordinal,
  localDate,
  weekend,
  zone,
  type Length,
} from '../../clauses/calendar.ts';
import { d } from './setup.ts';

const len = (text: string): Length => length.parse(text);
const both = ['Asia/Almaty', 'Asia/Baku'];

describe('counted forward, a period of months or years ends on the same-numbered day, or on the last of a shorter month (ETS 76 art. 4(2))', () => {
  it.each([
    ['2004-09-15', 'P6M', '2005-03-15', 'the same number'],
    ['2003-08-31', 'P6M', '2004-02-29', '31 August, and February has 29 days'],
    ['2004-08-31', 'P6M', '2005-02-28', '31 August, and February has 28'],
    ['2004-08-30', 'P6M', '2005-02-28', '30 August as well'],
    ['2005-03-31', 'P1M', '2005-04-30', 'April has 30 days'],
    ['2005-12-31', 'P2M', '2006-02-28', 'over the end of a year'],
    ['2004-02-29', 'P1Y', '2005-02-28', 'no 29 February in a common year'],
    ['2004-02-29', 'P4Y', '2008-02-29', 'and one again in a leap year'],
    ['1900-02-28', 'P4Y', '1904-02-28', '1900 was no leap year, 1904 was: the number stays'],
    ['2096-02-29', 'P4Y', '2100-02-28', '2100 is no leap year'],
    ['2008-11-13', 'P30D', '2008-12-13', 'days, the first one not counted (pt-ad-driving-licences-2007)'],
    ['2013-11-15', 'P180D', '2014-05-14', 'days over a year (manas-transit-centre)'],
    ['2004-09-15', 'P9999D', '2032-01-31', 'the longest length in days'],
    ['2021-03-10', 'P8W', '2021-05-05', 'eight weeks are 56 days'],
    ['2004-08-31', 'P1Y6M', '2006-02-28', 'years and months are added once'],
    ['2004-01-31', 'P1M10D', '2004-03-10', 'months before days: 29 February, then ten days'],
    ['2023-12-31', 'P1Y2M10D', '2025-03-10', 'years, months and days: 28 February 2025, then ten days'],
  ])('%s + %s = %s: %s', (from, by, expected) => {
    expect(after(d(from), len(by))).toBe(expected);
  });
});

describe('counted backward, months are clamped as well, which is our rule, since ETS 76 does not cover it', () => {
  it.each([
    ['2029-09-14', 'P6M', '2029-03-14', 'the same number'],
    ['2019-03-31', 'P6M', '2018-09-30', '30 September, as Ukraine stated (ua-ru-friendship-1997)'],
    ['2029-08-31', 'P6M', '2029-02-28', '31 August'],
    ['2028-08-31', 'P6M', '2028-02-29', '31 August before a leap day'],
    ['2028-02-29', 'P1Y', '2027-02-28', 'a leap day'],
    ['2019-11-22', 'P90D', '2019-08-24', 'days (jp-kr-gsomia-2016)'],
    ['2035-11-24', 'P2Y', '2033-11-24', 'years'],
    ['2029-03-15', 'P8W', '2029-01-18', 'weeks'],
    ['2029-03-31', 'P1M15D', '2029-02-13', 'months before days, backward as well: 28 February, then fifteen days'],
    ['2029-05-05', 'P1M10D', '2029-03-26', 'which forward would be 6 May: the readings of noticeCount differ'],
  ])('%s − %s = %s: %s', (from, by, expected) => {
    expect(before(d(from), len(by))).toBe(expected);
  });
});

describe('several lengths are added in chronological order, and those in months only once, so that clamped month ends never drift', () => {
  it('29 February 2004 plus k times five years is 28 February until there is a 29th again', () => {
    const ends = [1, 2, 3, 4, 5, 6].map(k => after(d('2004-02-29'), ...Array.from({ length: k }, () => len('P5Y'))));
    expect(ends).toEqual(['2009-02-28', '2014-02-28', '2019-02-28', '2024-02-29', '2029-02-28', '2034-02-28']);
  });

  it('31 August plus months of different lengths is clamped once, at the end', () => {
    expect(after(d('2004-08-31'), len('P6M'), len('P6M'))).toBe('2005-08-31');
    expect(after(after(d('2004-08-31'), len('P6M')), len('P6M'))).toBe('2005-08-28');
  });

  it.each([
    ['2004-01-30', ['P1M', 'P1D'], '2004-03-01', 'the month first: 29 February, and the day after'],
    ['2004-01-30', ['P1D', 'P1M'], '2004-02-29', 'the day first: 31 January, and a month from there'],
    ['2019-03-01', ['P672D', 'P1Y'], '2022-01-01', '672 days lead to 1 January 2021, and the year is counted from there'],
    ['2004-08-31', ['P6M', 'P1D', 'P6M', 'P6M'], '2006-03-01', 'each run of months begins where the days before it end'],
    ['2004-08-31', ['P6M', 'P1W', 'P3D', 'P6M'], '2005-09-10', 'weeks are days: one run of ten'],
    [
      '2004-01-31',
      ['P1M', 'P1M1D', 'P1M'],
      '2004-04-30',
      'a length with months and days is a separate run: 29 February, 30 March, 30 April',
    ],
    ['2004-01-31', ['P1M1D', 'P1M1D'], '2004-04-02', 'two of them are two runs: 1 March, 2 April'],
    ['2004-01-31', [], '2004-01-31', 'nothing is added'],
  ])('%s + %j = %s: %s', (from, lengths, expected) => {
    expect(after(d(from), ...lengths.map(len))).toBe(expected);
  });
});

describe('calendar days', () => {
  it('follow and precede one another over the ends of months, years and leap days', () => {
    expect(dayAfter(d('2004-02-28'))).toBe('2004-02-29');
    expect(dayAfter(d('2100-02-28'))).toBe('2100-03-01');
    expect(dayBefore(d('2005-01-01'))).toBe('2004-12-31');
    expect(addDays(d('2004-03-01'), -1)).toBe('2004-02-29');
  });

  it('stay distinct, however many are calculated, and however often', () => {
    const first = Date.parse('1950-01-01');
    const byUtc = (n: number): string => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
    for (const n of [...Array(51_000).keys(), ...Array(100).keys()]) expect(addDays(d('1950-01-01'), n)).toBe(byUtc(n));
  });

  it('between two dates are counted with a sign', () => {
    expect(daysBetween(d('2004-02-28'), d('2004-03-01'))).toBe(2);
    expect(daysBetween(d('2004-03-01'), d('2003-03-01'))).toBe(-366);
  });

  it('can be compared for the earliest and the latest', () => {
    expect(earliest(d('2004-03-01'), d('2003-12-31'), d('2004-02-29'))).toBe('2003-12-31');
    expect(latest(d('2004-03-01'), d('2003-12-31'), d('2004-02-29'))).toBe('2004-03-01');
  });

  it.each([
    ['1994-01-25', 2, '1994-03-01', 'ie-nz-social-security-1993'],
    ['2010-09-09', 3, '2010-12-01', 'ie-jp-social-security-2009'],
    ['2004-12-31', 2, '2005-02-01', 'over the end of a year'],
    ['2004-12-01', 1, '2005-01-01', 'the first day of a month is in that month'],
  ])('the first day of month %s + %i is %s: %s', (from, n, expected) => {
    expect(firstOfMonthAfter(d(from), n)).toBe(expected);
  });

  it.each([
    ['2018-09-30', 'Sunday', 'the last day for notice of ua-ru-friendship-1997, which nobody moved'],
    ['2013-06-23', 'Sunday', 'the notice of es-za-bit-1998, accepted'],
    ['2029-03-17', 'Saturday', ''],
  ])('%s is a %s, which gives a warning and moves nothing: %s', (day, expected) => {
    expect(weekend(d(day))).toBe(expected);
    expect(weekend(d('2029-03-14'))).toBeUndefined();
  });
});

describe('the legal today is the earliest of the Parties’ local dates: a day is over when it is over for both', () => {
  // Almaty left UTC+6 for UTC+5 on 1 March 2024; Baku is UTC+4.
  const at = (iso: string): number => Date.parse(iso);

  it.each([
    ['2023-06-30T17:59:59Z', '2023-06-30', '2023-06-30', '2023-06-30', 'a second before midnight in Almaty'],
    ['2023-06-30T18:00:00Z', '2023-07-01', '2023-06-30', '2023-06-30', 'midnight in Almaty: the day is over there, not in Baku'],
    ['2023-06-30T19:59:59Z', '2023-07-01', '2023-06-30', '2023-06-30', 'a second before midnight in Baku'],
    ['2023-06-30T20:00:00Z', '2023-07-01', '2023-07-01', '2023-07-01', 'midnight in Baku: over for both'],
    ['2026-11-22T19:00:00Z', '2026-11-23', '2026-11-22', '2026-11-22', 'an hour apart since 2024'],
    ['2026-11-22T20:00:00Z', '2026-11-23', '2026-11-23', '2026-11-23', ''],
  ])('at %s it is %s in Almaty, %s in Baku, and legally %s: %s', (instant, almaty, baku, legal) => {
    expect(localDate(at(instant), 'Asia/Almaty')).toBe(almaty);
    expect(localDate(at(instant), 'Asia/Baku')).toBe(baku);
    expect(legalToday(at(instant), both)).toBe(legal);
  });

  it('a day is common to zones only while they have the same date, however far apart they are', () => {
    const far = ['Asia/Tokyo', 'America/New_York'];
    const commonOn = (instant: string) => commonToday(at(instant), far);
    expect(['2026-05-01T14:59Z', '2026-05-01T15:00Z', '2026-05-02T03:59Z', '2026-05-02T04:00Z'].map(commonOn)).toEqual([
      '2026-05-01',
      undefined,
      undefined,
      '2026-05-02',
    ]);
  });

  it('a day that a zone leaves out begins with the next one, and is never the legal today', () => {
    const apia = ['Pacific/Apia'];
    const instant = beginsEverywhere(d('2011-12-30'), apia);
    expect([instant, new Date(instant).toISOString()]).toEqual([beginsEverywhere(d('2011-12-31'), apia), '2011-12-30T10:00:00.000Z']);
    expect([instant - 1, instant].map(i => legalToday(i, apia))).toEqual(['2011-12-29', '2011-12-31']);
    expect(legalToday(beginsEverywhere(d('1993-08-21'), ['Pacific/Kwajalein']), ['Pacific/Kwajalein'])).toBe('1993-08-22');
  });

  it('a day has begun everywhere at the last of the Parties’ midnights, and is the legal today from then on', () => {
    const instant = beginsEverywhere(d('2026-11-23'), both);
    expect(new Date(instant).toISOString()).toBe('2026-11-22T20:00:00.000Z');
    expect(legalToday(instant, both)).toBe('2026-11-23');
    expect(legalToday(instant - 1, both)).toBe('2026-11-22');
  });

  it('a day begins with its first moment, even if a clock change moves or skips midnight', () => {
    // Baku went from UTC+4 to UTC+5 at 4:00 on 27 March 2011; Almaty had 23:00 twice on 29 February 2024.
    expect(new Date(beginsEverywhere(d('2011-03-27'), ['Asia/Baku'])).toISOString()).toBe('2011-03-26T20:00:00.000Z');
    expect(new Date(beginsEverywhere(d('2024-03-01'), ['Asia/Almaty'])).toISOString()).toBe('2024-02-29T19:00:00.000Z');
    // São Paulo has no 0:00 on 4 November 2018
    expect(new Date(beginsEverywhere(d('2018-11-04'), ['America/Sao_Paulo'])).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('dates as input and output', () => {
  it.each([
    '2004-02-30',
    '2005-02-29',
    '2004-2-1',
    '20040301',
    '2004-03-01T00:00',
    '2004-03-01[Asia/Baku]',
    '',
    '0000-00-00',
    '2004-13-01',
  ])('reject %j, which is not a calendar date', text => {
    expect(calendarDate.safeParse(text).success).toBe(false);
    expect(() => date(text)).toThrow(`${JSON.stringify(text)} is not a calendar date of the form 2004-03-01`);
  });

  it('are rejected with what a date, a length and a zone must be', () => {
    expect(calendarDate.safeParse(20040301).error!.issues[0]!.message).toBe('day');
    expect(calendarDate.safeParse('2004-02-30').error!.issues[0]!.message).toBe('realDay');
    for (const wrong of ['P0M', '6M', 'P6', 'PT6H', 'P', 'P1M1Y', 'P1Y2W', 'P0Y6M', 'P06M', 'P10000D', '-P6M', 6])
      expect(length.safeParse(wrong).error?.issues[0]?.message, String(wrong)).toMatch(/^length(Form)?$/);
    for (const wrong of ['P10000D', 'P1429W', 'P201Y', 'P200Y1M', 'P2401M']) expect(length.safeParse(wrong).success, wrong).toBe(false);
    for (const longest of ['P9999D', 'P1428W', 'P200Y', 'P199Y12M9999D']) expect(length.safeParse(longest).success, longest).toBe(true);
    expect(zone.safeParse('Asia/Almaty').success).toBe(true);
    expect(zone.safeParse('Asia/Nowhere').error!.issues[0]!.message).toBe('knownZone');
    expect(zone.safeParse(5).error!.issues[0]!.message).toBe('zone');
  });

  it('count in ordinals as people do: 1st, 2nd, 3rd, 4th, but 11th, 12th and 13th, whatever precedes', () => {
    expect([1, 2, 3, 4, 10, 20, 21, 102].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '10th', '20th', '21st', '102nd']);
    expect([11, 12, 13, 14, 111, 113].map(ordinal)).toEqual(['11th', '12th', '13th', '14th', '111th', '113th']);
  });

  it('formats a length with each unit and its number, in the singular for one', () => {
    expect(['P6M', 'P1Y6M', 'P1M15D', 'P60D'].map(len).map(lengthInWords)).toEqual([
      '6 months',
      '1 year 6 months',
      '1 month 15 days',
      '60 days',
    ]);
  });

  it('are written as people write: 14 Mar 2029', () => {
    expect(formatDate(d('2029-03-14'))).toBe('14 Mar 2029');
    expect(formatDate(d('2004-12-01'))).toBe('1 Dec 2004');
  });
});
