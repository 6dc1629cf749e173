/** Weekends and holidays of the Parties: compared with the calendars published for each year, and never claimed if nothing is announced. */
import { describe, expect, it } from 'vitest';
import { addDays, dayAfter, weekend, type CalendarDate } from '../../clauses/calendar.ts';
import { holidayLists, nonWorkingDay } from '../../clauses/non-working-days.ts';
import { d, english } from './setup.ts';

const both = ['KZ', 'AZ'];
const days = (from: string, count: number): CalendarDate[] => Array.from({ length: count }, (_, i) => addDays(d(from), i));
const weekdaysOff = (party: string, year: number): string[] =>
  days(`${year}-01-01`, 366)
    .filter(day => day.startsWith(`${year}`) && !weekend(day) && nonWorkingDay(day, [party]).length > 0)
    .map(day => day.slice(5));

describe('weekdays that are not working days', () => {
  it.each([
    // the e-government calendar for 2026, and no 30 August (a Sunday; moved to 15 March from 2027)
    [
      'KZ',
      2026,
      '01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16',
      'https://alau.kz/perenosy-vyhodnyh-prazdnichnyj-kalendar-kazahstana-na-2026-god/',
    ],
    // without 3 January, which the Government gave in exchange for another day
    [
      'AZ',
      2025,
      '01-01 01-02 01-20 03-10 03-20 03-21 03-24 03-25 03-26 03-31 04-01 05-09 05-28 06-06 06-09 06-16 06-26 11-10 11-11 12-31',
      'https://www.hesabdar.com.az/news?id=12-2025-ci-il-ucun-is-vaxti-normasi-ve-istehsalat-teqvimi-tesdiq-edilib',
    ],
  ])('of %s in %i are those of the published calendar', (party, year, expected) => {
    expect(weekdaysOff(party, year).join(' ')).toBe(expected);
  });

  it.each([
    ['2026-03-30', 'AZ', '20 to 30 March 2026: Novruz and Ramazan coincide, 21 and 22 March are a weekend'],
    ['2024-06-18', 'AZ', '15 and 16 June 2024 are a weekend'],
    ['2024-06-19', 'AZ', '15 and 16 June 2024 are a weekend'],
    ['2023-01-04', 'AZ', '31 December 2022 and 1 January 2023 are a weekend'],
    ['2024-11-11', 'AZ', '9 November 2024 is a Saturday'],
    ['2025-09-01', 'KZ', '30 August 2025 is a Saturday'],
  ])('%s is free in %s in place of a holiday: %s', (day, party) => {
    expect(nonWorkingDay(d(day), [party])).toMatchObject([{ why: 'inPlaceOf', party }]);
    expect(nonWorkingDay(addDays(d(day), day === '2024-06-18' ? 2 : 1), [party])).toEqual([]);
  });

  it.each([
    ['2024-01-22', 'AZ', 'the day of mourning, 20 January 2024, is a Saturday and moves no day of rest'],
    ['2024-01-08', 'KZ', 'Christmas, 7 January 2024, is a Sunday and moves no day of rest'],
    ['2027-08-30', 'KZ', 'Constitution Day is 15 March from 2027'],
    ['2029-12-01', 'KZ', 'the Day of the First President is no longer a holiday'],
  ])('%s is a working day in %s: %s', (day, party) => {
    expect(nonWorkingDay(d(day), [party]).filter(n => n.why !== 'weekend')).toEqual([]);
  });
});

describe('a holiday of both Parties', () => {
  it('is found in each list, with the article', () => {
    expect(nonWorkingDay(d('2029-03-22'), both)).toEqual([
      { why: 'holiday', party: 'KZ', name: 'Nauryz meiramy', article: 'KZ Law on Holidays, art. 3' },
      { why: 'holiday', party: 'AZ', name: 'Novruz Bayram', article: 'AZ Labour Code, art. 105(4)' },
    ]);
    expect(nonWorkingDay(d('2029-03-14'), both)).toEqual([]);
    expect(nonWorkingDay(d('2029-03-15'), both)).toMatchObject([{ party: 'KZ', name: 'Constitution Day' }]);
  });

  it('is only a weekend for a Party without a list', () => {
    expect(nonWorkingDay(d('2029-03-17'), ['XX'])).toEqual([{ why: 'weekend', weekday: 'Saturday' }]);
    expect(nonWorkingDay(d('2029-03-22'), ['XX', 'constructor'])).toEqual([]);
    expect(nonWorkingDay(d('2029-03-18'), [])).toEqual([{ why: 'weekend', weekday: 'Sunday' }]);
  });
});

describe('a moving feast whose days are not announced yet', () => {
  it.each([
    ['2027-05-17', 'first day of Kurban Ait', 'Qurban Bayram'],
    ['2029-04-24', 'first day of Kurban Ait', 'Qurban Bayram'],
  ])('gives a warning about the days on which it may fall, %s, with the year through which the list goes', (day, ...names) => {
    const found = nonWorkingDay(d(day), both);
    expect(found).toMatchObject(names.map(name => ({ why: 'notAnnounced', name, through: 2026 })));
  });

  it('gives warnings on some ten days a year, however far ahead, so that the warning means something', () => {
    for (const year of [2027, 2028, 2040, 2100]) {
      const all = days(`${year}-01-01`, 365).flatMap(day => nonWorkingDay(day, ['KZ']));
      const about = all.filter(n => n.why === 'notAnnounced').length;
      expect(about, String(year)).toBeGreaterThanOrEqual(5);
      expect(about, String(year)).toBeLessThanOrEqual(10);
    }
  });

  it('would have given a warning in each year whose days are known, had they not been announced', () => {
    for (const [party, { moving }] of holidayLists)
      for (const feast of moving)
        for (const [year, known] of Object.entries(feast.announced))
          for (const day of known) {
            const lunarYears = 2040 - Number(year);
            const later = addDays(day, Math.round(lunarYears * 354.367));
            const found = weekend(later) ? nonWorkingDay(nextWeekday(later), [party]) : nonWorkingDay(later, [party]);
            expect(found, `${party} ${feast.name} ${later}`).not.toEqual([]);
          }
  });
});

const nextWeekday = (day: CalendarDate): CalendarDate => (weekend(day) ? nextWeekday(dayAfter(day)) : day);

it('a day before the list begins is called neither a holiday nor a working day', () => {
  expect(nonWorkingDay(d('2022-03-22'), ['KZ'])).toEqual([{ why: 'notListed', party: 'KZ', from: 2023 }]);
  expect(nonWorkingDay(d('2022-03-20'), ['KZ'])).toEqual([{ why: 'weekend', weekday: 'Sunday' }]);
});

it('every list gives its sources, and every announced day is in its year', () => {
  for (const { sources, moving } of holidayLists.values()) {
    expect(sources.length).toBeGreaterThan(0);
    for (const { where } of sources) expect(where).toMatch(/^https:\/\//);
    for (const { announced } of moving)
      for (const [year, known] of Object.entries(announced)) for (const day of known) expect(day.slice(0, 4)).toBe(year);
  }
});

describe('a non-working day in words', () => {
  it.each([
    ['2024-09-01', 'a Sunday'],
    [
      '2027-03-21',
      'a Sunday, a holiday in KZ (Nauryz meiramy, KZ Law on Holidays, art. 3) and a holiday in AZ (Novruz Bayram, AZ Labour Code, art. 105(4))',
    ],
    ['2024-06-19', 'a day off in AZ in lieu of 16 Jun 2024 (Qurban Bayram, AZ Labour Code, art. 105(5) and (6))'],
    ['2027-03-10', 'perhaps a holiday in AZ (Ramazan Bayram, listed here only through 2026; AZ Labour Code, art. 105(4))'],
    [
      '2022-03-22',
      'a day for which the holidays of KZ are not listed (the list begins in 2023) and a day for which the holidays of AZ are not listed (the list begins in 2023)',
    ],
  ])('%s is %s', (day, expected) => {
    const args = { which: 'safeDay' as const, day: d(day), closed: nonWorkingDay(d(day), both) };
    expect(english({ code: 'officesClosed', args })).toContain(`is ${expected}. It does not move`);
  });
});
