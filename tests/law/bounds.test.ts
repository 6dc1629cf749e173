/** Days known only within bounds: the answers are ranges, and the safe day is the earliest over all of them. */
import { describe, expect, test } from 'vitest';
import { addDays } from '../../clauses/calendar.ts';
import { dayOrBounds, earliestDay, latestDay } from '../../clauses/bounds.ts';
import { possibleFacts } from '../../machines/date-ranges/bounded.ts';
import type { FactAsEntered } from '../../machines/facts.ts';
import { enteredIn } from '../../wording/recorded-fact.ts';
import { wordings } from '../../wording/index.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { isRefusal } from '../../machines/refusal.ts';
import { readEntry } from '../../machines/read-entries.ts';
import { d, entries, given, on } from './setup.ts';
import { entry, inTenYears, inTheYear, signed, assessment, withinOf } from './bounded.ts';
import { told } from '../support/sentences.ts';

describe('a day within bounds', () => {
  test('is written as a day or as bounds of at most ten years', () => {
    const bounds = (notBefore: string, notAfter: string): boolean => dayOrBounds.safeParse({ notBefore, notAfter }).success;
    expect(dayOrBounds.safeParse('1998-03-10').success).toBe(true);
    expect([bounds('1998-01-01', '1998-12-31'), bounds('1998-01-01', '1998-01-01'), bounds('1998-12-31', '1998-01-01')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([bounds('1990-01-01', '2000-01-01'), bounds('1990-01-01', '2000-01-03')]).toEqual([true, false]);
    const why = (day: unknown): string => dayOrBounds.safeParse(day).error!.issues[0]!.message;
    expect([why('1998-02-30'), why({ notBefore: 'x' }), why(undefined), why(null)]).toEqual(['realDay', 'bounds', 'day', 'day']);
    expect([earliestDay(d('1998-01-01')), latestDay(d('1998-01-01'))]).toEqual(['1998-01-01', '1998-01-01']);
    const both = { notBefore: d('1998-01-01'), notAfter: d('1998-12-31') };
    expect([earliestDay(both), latestDay(both)]).toEqual(['1998-01-01', '1998-12-31']);
  });

  test.each([
    [{ id: 's', type: 'signed', on: { notBefore: '1998-01-01', notAfter: '1998-12-31' } }, 'taken'],
    [entry('1998-01-01', '1998-12-31'), 'taken'],
    [
      {
        id: 'n',
        type: 'completion.notified',
        by: 'KZ',
        dispatched: '1998-06-01',
        received: { notBefore: '1998-01-01', notAfter: '1998-12-31' },
      },
      'taken',
    ],
    [
      {
        id: 'n',
        type: 'completion.notified',
        by: 'KZ',
        dispatched: '1999-06-01',
        received: { notBefore: '1998-01-01', notAfter: '1998-12-31' },
      },
      'the day of receipt, 31 Dec 1998, is before the day of dispatch, 1 Jun 1999',
    ],
    [
      { id: 't', type: 'termination.notified', by: 'KZ', received: { notBefore: '1998-01-01', notAfter: '1998-12-31' } },
      'received: must be one exact day, because it decides whether a notice of termination is in time',
    ],
    [{ id: 't', type: 'termination.notified', by: 'KZ', received: 1998 }, 'received: must be a calendar date of the form 2004-03-01'],
    [
      { id: 'n', type: 'completion.notified', by: 'KZ', received: { notBefore: '2019-01-01', notAfter: '2020-12-31' } },
      'the day of receipt, 1 Jan 2019 to 31 Dec 2020, is in the future',
    ],
    [{ id: 's', type: 'signed', on: { notBefore: '2019-01-01', notAfter: '2020-12-31' } }, 's: 1 Jan 2019 to 31 Dec 2020 is in the future'],
  ])('%j is accepted, or rejected with the reason', (raw, said) => {
    const read = readEntry(raw, given(), Date.UTC(2020, 5, 1));
    expect(isRefusal(read) ? told(read).message : 'taken').toContain(said);
  });

  test('is not before signature, and no receipt is before dispatch', () => {
    const narrow = (...list: object[]): string[] =>
      possibleFacts(list as FactAsEntered[])!.unsure.map(u => `${u.fact} ${u.notBefore} ${u.notAfter}`);
    expect(narrow({ ...signed, on: '1998-03-10' }, entry('1998-01-01', '1998-12-31'))).toEqual(['e 1998-03-10 1998-12-31']);
    expect(narrow({ ...signed, on: '1999-03-10' }, entry('1998-01-01', '1998-12-31'))).toEqual(['e 1998-01-01 1998-12-31']);
    expect(narrow(entry('1998-01-01', '1998-12-31'))).toEqual(['e 1998-01-01 1998-12-31']);
    const bounds = { notBefore: '1998-01-01', notAfter: '1998-12-31' };
    expect(narrow({ ...signed, on: bounds }, entry('1998-06-01', '1998-06-01'))).toEqual(['s 1998-01-01 1998-06-01']);
    expect(narrow({ ...signed, on: bounds })).toEqual(['s 1998-01-01 1998-12-31']);
    expect(narrow({ ...signed, on: bounds }, entry('1998-02-01', '1998-06-01'))).toEqual([
      's 1998-01-01 1998-06-01',
      'e 1998-02-01 1998-06-01',
    ]);
    expect(narrow({ id: 'n', type: 'completion.notified', by: 'KZ', dispatched: '1998-02-01', received: bounds })).toEqual([
      'n 1998-02-01 1998-12-31',
    ]);
  });

  test('does not appear in an answer whose days are all exact', () => {
    expect(on('2026-11-27', [signed, entry('1998-03-10', '1998-03-10')])).not.toHaveProperty('within');
    expect(factsKnown(entries(signed))).not.toHaveProperty('possible');
  });

  test('is known from its last possible day, unless it says another', () => {
    const list = entries({ id: 'n', type: 'completion.notified', by: 'KZ', received: { notBefore: '1998-01-01', notAfter: '1998-12-31' } });
    expect(factsKnown(list, d('1998-12-30')).facts).toEqual([]);
    expect(factsKnown(list, d('1998-12-31')).facts).toMatchObject([{ received: '1998-01-01', recorded: '1998-12-31' }]);
  });

  test('can be put into words', () => {
    const said = (f: object): string => enteredIn(f as FactAsEntered, wordings.en);
    expect(said(entry('1998-01-01', '1998-12-31'))).toBe('Entry into force published as a day from 1 Jan 1998 to 31 Dec 1998, 1 Jan 1998');
    expect(said({ ...entry('1998-01-01', '1998-12-31'), published: false })).toContain('Entry into force agreed for a day');
    expect(said(signed)).toBe('Signed, 14 May 1997');
    const received = { notBefore: '1998-01-01', notAfter: '1998-12-31' };
    expect(said({ id: 'n', type: 'completion.notified', by: 'KZ', received })).toMatch(/ a day from 1 Jan 1998 to 31 Dec 1998$/);
    expect(said({ ...signed, on: { notBefore: '1997-01-01', notAfter: '1997-12-31' } })).toBe(
      'Signed, a day from 1 Jan 1997 to 31 Dec 1997',
    );
  });
});

describe('in force since a day in 1998 known only within bounds, with periods of five years and notice six months before', () => {
  test.each([
    ['2026-11-27', '2027-06-30', '2026-11-27'],
    ['2027-06-30', '2027-06-30', '2027-06-30'],
    // On the next day it is past if the agreement has been in force since 1 January: nobody knows until all are renewed.
    ['2027-07-01', '2032-06-30', '2029-01-01'],
    ['2028-12-30', '2032-06-30', '2029-01-01'],
    ['2028-12-31', '2032-06-30', '2029-01-01'],
  ])('as of %s the earliest safe day is %s, from %s', (asOf, date, from) => {
    expect(withinOf(asOf, inTheYear).safeDay).toMatchObject({ date, from, basis: 'art. 13' });
  });

  test.each([
    ['2028-12-31', 'disputed'],
    ['2029-01-01', 'yes'],
  ])('on %s a notice received is in time on the last possible day: %s', (received, inTime) => {
    const notice = { id: 't', type: 'termination.notified', by: 'AZ', received };
    expect(on(received, [signed, entry('1998-12-31', '1998-12-31'), notice]).notices).toMatchObject([{ inTime }]);
  });

  test('its dates are ranges, and what depends on the day is null', () => {
    const s = on('2026-11-27', inTheYear);
    expect(s).toMatchObject({ status: 'inForce', certain: true, period: null, termination: null });
    expect(s.entryIntoForce).toMatchObject({ date: null, notBefore: '1998-01-01', notAfter: '1998-12-31', certain: false });
    expect(s.within).toMatchObject({
      statuses: ['inForce'],
      entryIntoForce: { notBefore: '1998-01-01', notAfter: '1998-12-31' },
      periods: {
        first: 6,
        last: 6,
        lastDay: { notBefore: '2027-12-31', notAfter: '2028-12-30' },
        lastDayForNotice: { notBefore: '2027-06-30', notAfter: '2028-06-30' },
      },
      safeDay: { sendBy: '2027-06-16' },
    });
    expect(s.dates.filter(l => l.label.endsWith('period 6'))).toMatchObject([{ date: '2027-12-31', notAfter: '2028-12-30', past: false }]);
    expect(s.dates.find(l => l.what === 'entry.agreed')).toMatchObject({
      label: 'Entry into force published as 1 Jan 1998 to 31 Dec 1998',
      date: '1998-01-01',
    });
    expect(s.notes.at(-1)).toContain('Ask for the document that shows the day, and correct e');
    const reckoned = (id: string) => s.reckoning.filter(step => step.id === id);
    expect(reckoned('safeDay')).toMatchObject([{ date: '2027-06-30', restsOn: ['e'], follows: ['entryIntoForce'], certain: true }]);
    expect(reckoned('sendBy')).toMatchObject([{ date: '2027-06-16', restsOn: ['e'], follows: ['safeDay'] }]);
  });

  test('its periods have no range of last days for notice if none can prevent what follows', () => {
    const once = given({ duration: { kind: 'periods', article: 'art. 13', first: 'P50Y', renewal: { kind: 'none' } } });
    const { safeDay, periods } = on('2026-11-27', inTheYear, once).within!;
    expect([safeDay, periods]).toMatchObject([null, { first: 1, lastDay: { notBefore: '2047-12-31' }, lastDayForNotice: null }]);
    expect(on('2026-11-27', inTheYear, once).reckoning.map(step => step.id)).not.toContain('safeDay');
  });

  test('within the bounds its status depends on the day', () => {
    const s = on('1998-06-01', inTheYear);
    expect(s).toMatchObject({ certain: false, status: 'signed', within: { statuses: ['inForce', 'signed'], lastDayInForce: null } });
    expect(s.within!.safeDay).toMatchObject({ date: '2002-06-30' });
    expect(s.dates.at(-1)).toMatchObject({ what: 'periodEnd', notAfter: null });
  });

  test('the exact day makes everything exact again', () => {
    const correction = { id: 'c', type: 'corrected', of: 'e', recorded: '2027-01-10', date: '1998-03-10' };
    const s = on('2027-01-11', [...inTheYear, correction]);
    expect(s).not.toHaveProperty('within');
    expect(s).toMatchObject({ entryIntoForce: { date: '1998-03-10' }, period: { lastDayForNotice: { safe: '2027-09-09' } } });
    expect(on('2027-01-11', [...inTheYear, correction], given(), '2027-01-09').within!.safeDay).toMatchObject({ date: '2027-06-30' });
  });

  test('a protocol depends on it too', () => {
    const protocol = [
      {
        id: 'ps',
        type: 'protocol.signed',
        protocol: 'p',
        on: '1997-06-01',
        changes: { periodLength: 'P20Y', renewal: { kind: 'automatic', length: 'P10Y' } },
      },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '1997-07-01' },
      { id: 'pb', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '1997-07-01' },
    ];
    const s = on('2026-11-27', [...inTheYear, ...protocol]);
    expect(s.protocols).toMatchObject([{ id: 'p', status: 'inForce', entryIntoForce: { date: null, notBefore: null } }]);
    expect(s.protocols[0]).not.toHaveProperty('statuses');
    expect(on('1998-06-15', [...inTheYear, ...protocol]).protocols).toMatchObject([{ id: 'p', statuses: ['inForce', 'signed'] }]);
    expect(s.within!.periods).toMatchObject({ first: 4, last: 4 });
    const later = protocol.map(f => ('on' in f ? { ...f, on: '2000-06-01' } : { ...f, received: '2000-07-01' }));
    expect(on('2026-11-27', [...inTheYear, ...later]).protocols).toMatchObject([
      { id: 'p', status: 'inForce', entryIntoForce: { date: '2000-07-01', notBefore: null } },
    ]);
  });

  test('if no notice may be given in the first three years, a notice is effective only once they are over on every possible day', () => {
    const barred = given({
      termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', barredFor: 'P3Y' },
    });
    const { safeDay, safeDayHow } = on('1999-06-01', inTheYear, barred).within!;
    expect(safeDay).toMatchObject({ from: '2002-01-01', date: '2002-06-30' });
    expect(safeDayHow).toBe(
      'depending on which of the possible days is right, a notice received now may not be effective yet; this is the earliest safe day after that',
    );
  });

  test('a period that a protocol cuts short ends on the day of the protocol, and the safe day is that of a later period', () => {
    const changes = { periodLength: 'P2Y', appliesTo: 'runningPeriod' };
    const protocol = [
      { id: 'ps', type: 'protocol.signed', protocol: 'p', on: '2002-05-01', changes },
      { id: 'pa', type: 'protocol.completion.notified', protocol: 'p', by: 'KZ', received: '2002-05-01' },
      { id: 'pb', type: 'protocol.completion.notified', protocol: 'p', by: 'AZ', received: '2002-05-01' },
    ];
    const { periods, safeDay } = withinOf('2002-05-01', [...inTheYear, ...protocol]);
    expect(periods).toMatchObject({ lastDay: { notBefore: '2002-05-01', notAfter: '2002-05-01' } });
    expect(safeDay!.from > '2002-05-01' && safeDay!.date > safeDay!.from).toBe(true);
    const exactly = Array.from({ length: 53 }, (_, i) => {
      const day = addDays(d('1998-01-01'), 7 * i);
      return on(safeDay!.date, [signed, entry(day, day), ...protocol]).period!.lastDayForNotice!.safe;
    });
    expect(exactly.every(safe => safe! >= safeDay!.date)).toBe(true);
  });
});

test('an agreement whose signature and entry into force are known only within bounds may be signed in between', () => {
  const inThatYear = { ...signed, on: { notBefore: '1998-01-01', notAfter: '1998-12-31' } };
  const s = on('1998-06-15', [inThatYear, entry('1998-01-01', '1998-12-31')]);
  expect(new Set(s.within!.statuses)).toEqual(new Set(['negotiated', 'signed', 'inForce']));
  const day = (list: object[]): string => on('1998-06-15', list).status;
  expect(day([{ ...signed, on: '1998-02-01' }, entry('1998-10-01', '1998-10-01')])).toBe('signed');
});

test('bounds of which signature leaves only one day are that day', () => {
  const s = on('2026-11-27', [{ ...signed, on: '1998-12-31' }, entry('1998-01-01', '1998-12-31')]);
  expect(s).toMatchObject({ certain: true, entryIntoForce: { date: '1998-12-31' }, period: { number: 6 } });
  expect(s.notes.at(-1)).toContain('on 31 Dec 1998');
});

test('an end on another reading on some of the days is never hidden', () => {
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', dispatched: '2027-06-20', received: '2028-01-10' };
  const s = on('2028-01-11', [...inTheYear, notice]);
  expect(s.termination ?? s.otherEnds.length).toBeTruthy();
});

describe('bounds wider than a period', () => {
  test('leave no safe day, and the answer says so and what to find out', () => {
    const within = withinOf('2026-11-27', inTenYears);
    expect(within.safeDay).toBeNull();
    expect(within.safeDayMissing).toBe(true);
    expect(within.safeDayHow).toMatch(/^no safe day can be given: .* Find out the date: entry into force/);
    expect(assessment('2026-11-27', inTenYears)).toContain('no safe day can be given');
  });
});

describe('receipt of a notification within bounds', () => {
  const received = { notBefore: '1998-03-01', notAfter: '1998-06-30' };
  const n1 = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '1998-01-01' };
  const n2 = { id: 'n2', type: 'completion.notified', by: 'AZ', received };

  test('gives entry into force within the same bounds', () => {
    expect(withinOf('2026-11-27', [signed, n1, n2]).entryIntoForce).toEqual(received);
  });
  test('of both Parties: the later one gives it', () => {
    const other = { ...n1, received: { notBefore: '1998-05-01', notAfter: '1998-05-31' } };
    expect(withinOf('2026-11-27', [signed, other, n2]).entryIntoForce).toEqual({ notBefore: '1998-05-01', notAfter: '1998-06-30' });
    expect(on('2026-11-27', [signed, other, n2]).notes.join()).toContain('receipt of the notification of KZ');
  });
  test('makes no difference if the other one came later', () => {
    const s = on('2026-11-27', [signed, { ...n1, received: '1999-01-01' }, n2]);
    expect(s).toMatchObject({ certain: true, entryIntoForce: { date: '1999-01-01', certain: true }, period: { number: 6 } });
    expect(s.within!.safeDay!.date).toBe(s.period!.lastDayForNotice!.safe);
  });
  test('leaves entry into force possibly unsettled until it has certainly happened', () => {
    const s = on('1998-04-01', [signed, n1, n2]);
    expect(s).toMatchObject({ certain: false, entryIntoForce: { date: null, notBefore: null } });
    expect(s.within!.entryIntoForce).toBeNull();
  });
});

test.each([
  ['without limit of time', { duration: { kind: 'indefinite', article: 'art. 1' } }, 'no period is running'],
  [
    'without notice before the end',
    { duration: { kind: 'periods', article: 'art. 1', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } } },
    'no notice could prevent a renewal',
  ],
])('an agreement %s has no safe day, and says why', (_, clauses, how) => {
  expect(withinOf('2026-11-27', inTheYear, given(clauses))).toMatchObject({ safeDay: null, safeDayHow: how, safeDayMissing: false });
  expect(assessment('2026-11-27', inTheYear, given(clauses))).toBe(
    'The law sets no day for it. Once received, it ends the agreement under art. 13; a dry run gives the day.',
  );
});

test('no safe day exists after the last renewal', () => {
  const once = given({
    duration: {
      kind: 'periods',
      article: 'art. 1',
      first: 'P5Y',
      renewal: { kind: 'automatic', length: 'P5Y', times: 1 },
      noticeBefore: 'P6M',
    },
  });
  expect(withinOf('2007-08-01', inTheYear, once)).toMatchObject({ safeDay: null, safeDayMissing: false });
});

test('no safe day is promised before every possible entry into force, since a notice received earlier has no effect', () => {
  const yearly = given({
    entryIntoForce: { on: 'lastNotification', article: 'art. 1', then: { firstDayOfMonth: 2 } },
    duration: { kind: 'periods', article: 'art. 1', first: 'P1Y', renewal: { kind: 'automatic', length: 'P1Y' }, noticeBefore: 'P1M' },
    termination: { when: 'anyTime', article: 'art. 1', notice: 'P1M' },
  });
  const received = (day: unknown): object[] => [
    { id: 's', type: 'signed', on: '2025-01-01' },
    { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2025-02-01' },
    { id: 'n2', type: 'completion.notified', by: 'AZ', received: day },
  ];
  // twelve possible months of entry into force: in each month a notice is late, or too early, on one of them
  expect(withinOf('2026-06-01', received({ notBefore: '2025-06-01', notAfter: '2026-05-31' }), yearly)).toMatchObject({
    safeDay: null,
    safeDayMissing: true,
  });
  const { safeDay, safeDayHow } = withinOf('2026-06-01', received({ notBefore: '2025-09-01', notAfter: '2026-05-31' }), yearly);
  expect(safeDay).toMatchObject({ from: '2026-07-01', date: '2026-09-30' });
  expect(safeDayHow).toContain('may not be in force yet');
  for (const day of ['2025-09-01', '2025-12-15', '2026-05-31'])
    for (const ours of [safeDay!.from, safeDay!.date]) {
      const notice = { id: 't', type: 'termination.notified', by: 'KZ', received: ours };
      expect(on(ours, [...received(day), notice], yearly).notices).toMatchObject([{ id: 't', inTime: 'yes' }]);
    }
});

test('if no notice may be given yet, the safe day is the earliest from the day on which one may be given on every possible day', () => {
  const barred = given({
    termination: { when: 'afterFirstPeriod', article: 'art. 13', notice: 'P6M', bars: 'giving', barredFor: 'P3Y' },
  });
  // in force since 1 January at the earliest, 31 December 1998 at the latest: barred through 31 December 2001 on one reading
  expect(withinOf('2000-06-01', inTheYear, barred).safeDay).toMatchObject({ from: '2002-01-01', date: '2002-06-30' });
});

test('once the period is over and the agreement continues without limit on every possible day, there is no safe day', () => {
  const onwards = given({ duration: { ...given().clauses.duration, renewal: { kind: 'withoutLimit' } } });
  expect(withinOf('2002-06-30', inTheYear, onwards).safeDay).toMatchObject({ from: '2002-06-30', date: '2002-06-30' });
  expect(withinOf('2002-07-01', inTheYear, onwards)).toMatchObject({ safeDay: null, safeDayMissing: true });
});

test('an agreement of indefinite duration has no range of periods', () => {
  expect(withinOf('2020-01-01', inTheYear, given({ duration: { kind: 'indefinite', article: 'art. 5' } })).periods).toBeNull();
});

test('if it is over on some of the days and not yet in force on others, the safe day is that of the others', () => {
  const list = [
    signed,
    { ...entry('1998-01-01', '1998-12-31') },
    { id: 't', type: 'termination.notified', by: 'AZ', received: '1998-02-01' },
  ];
  const s = withinOf('1998-10-01', list);
  expect(s.statuses).toEqual(['terminated', 'inForce', 'signed']);
  expect(s.safeDay).toMatchObject({ from: '1998-12-31', date: '2002-08-01' });
});
