/**
 * Notices of termination with a day known only within bounds: in time, late or without effect on some possible days, and what the desk
 * shows.
 */
import { expect, test } from 'vitest';
import { knownOn } from '../../dossier/known.ts';
import { nextOf } from '../../dossier/next.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { assess } from '../../machines/notice/assess.ts';
import { revocable } from '../../machines/revocable.ts';
import { d, entries, given, inForceOn, on, follows, whys } from './setup.ts';
import { entry, inTheYear, signed, assessment } from './bounded.ts';

test('a notice that is in time on only some days is disputed', () => {
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2027-12-01' };
  const s = on('2027-12-02', [...inTheYear, notice]);
  expect(s.notices).toMatchObject([{ id: 't', inTime: 'disputed' }]);
  expect(s.within!.lastDayInForce).toEqual({ notBefore: '2028-05-31', notAfter: '2028-05-31' });
  const early = on('2027-01-02', [...inTheYear, { ...notice, received: '2027-01-01' }]);
  expect(early).toMatchObject({ notices: [{ inTime: 'yes' }], termination: { lastDayInForce: '2027-06-30' } });
});

test('a notice before some of the days has no effect on those only, and is shown as disputed and as without effect on some', () => {
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '1998-06-01' };
  const s = on('2000-01-01', [...inTheYear, notice]);
  expect(s).toMatchObject({ notice: null, certain: false, termination: null });
  expect(s.notices).toMatchObject([{ id: 't', inTime: 'disputed', lastDayInForce: '1998-11-30' }]);
  const [late] = on('2000-01-01', [signed, entry('1998-12-31', '1998-12-31'), notice]).withoutEffect;
  expect(whys(s)).toEqual([{ fact: 't', why: `On some of the possible days only: ${late!.why}`, onSomeDays: true }]);
  expect(s.within!.statuses).toEqual(['terminated', 'inForce']);
});

test('a notice without effect on any of the days has the reason and nothing more', () => {
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '1997-06-01' };
  const s = on('2000-01-01', [...inTheYear, notice]);
  expect(s).toMatchObject({ notices: [], certain: true, withoutEffect: [{ fact: 't' }] });
  expect(s.withoutEffect[0]!.why).not.toContain('possible days');
});

test.each([
  ['2023-03-10', ['2023-03-10']],
  ['2023-06-01', ['2023-06-01']],
  ['2023-09-30', ['2023-09-30']],
  ['2023-10-01', []],
])('an end without periods that is known only within bounds is a deadline as long as it may be ahead: on %s %j', (asOf, days) => {
  const agreement = given({
    duration: { kind: 'indefinite', article: 'art. 5' },
    termination: { when: 'anyTime', article: 'art. 6', counts: 'dated', then: { months: 6, firstDayOfMonth: 1 } },
  });
  // its date is not known: the last day in force is its receipt at the earliest, and at the latest 30 September
  const list = [...inForceOn('2021-03-10'), { id: 't', type: 'termination.notified', by: 'KZ', received: '2023-03-10' }];
  expect(on(asOf, list, agreement).within!.lastDayInForce).toEqual({ notBefore: '2023-03-10', notAfter: '2023-09-30' });
  const source = { agreement, description: '', entries: entries(...list) };
  expect(nextOf(knownOn(source, d(asOf))).date).toBe(days[0] ?? null);
  const ends = deadlinesOf(source, d(asOf), d('2024-01-01'));
  expect(ends.map(({ what, date, certain }) => ({ what, date, certain }))).toEqual(
    days.map(date => ({ what: 'end', date, certain: false })),
  );
});

test('in periods, an end that may have come and may be ahead is a deadline too', () => {
  const agreement = given({ termination: { when: 'anyTime', article: 'art. 13', notice: 'P6M', counts: 'dated' } });
  const notice = { id: 't', type: 'termination.notified', by: 'KZ', received: '2023-03-10', dispatched: '2023-03-01' };
  const source = { agreement, description: '', entries: entries(...inForceOn('2021-03-10'), notice) };
  const { notBefore, notAfter } = on('2023-03-10', [...source.entries], agreement).within!.lastDayInForce!;
  expect(notBefore < '2023-08-20' && notAfter > '2023-08-20').toBe(true);
  expect(deadlinesOf(source, d('2023-08-20'), d('2023-12-31')).map(l => [l.what, l.date])).toEqual([['end', '2023-08-20']]);
});

test('a notice may be revoked without consent until the first day on which the time for notice may be over', () => {
  const notice = { id: 't', type: 'termination.notified', by: 'AZ', received: '2027-05-01' };
  const s = on('2027-05-02', [...inTheYear, notice]);
  expect(revocable(s, s.notices[0]!)).toEqual({ until: '2027-10-31', onEveryReading: '2027-10-31', withoutConsent: '2027-06-30' });
});

test('a notice with an effect on only some possible days is pending at the desk, and shows what it depends on', () => {
  const notice = (received: string): object => ({ id: '1', type: 'termination.notified', by: 'KZ', received });
  const matter = { number: '1', content: { kind: 'termination', by: 'KZ' } as never, channel: 'diplomaticNote' as const };
  const outcome = (received: string, today: string) =>
    assess({ agreement: given(), description: '', entries: entries(...inTheYear, notice(received)), today: d(today) }, matter);
  const some = outcome('1998-06-01', '1998-07-01');
  expect(some).toMatchObject({ verdict: 'running', inTime: 'disputed', lastDayInForce: '1998-11-30' });
  expect(follows(some)).toMatch(/disputed: in time on some readings or possible days only; .* On some of the possible days only: /);
  expect(outcome('1997-06-01', '1998-07-01')).toMatchObject({ verdict: 'withoutEffect', inTime: null });
});

test('a drafted notice shows the earliest safe day, or that it may be past', () => {
  expect(assessment('2026-11-27', inTheYear)).toContain('To be received by 30 Jun 2027');
  expect(assessment('2027-08-01', inTheYear)).toContain(
    'Whether it still prevents a renewal is not known: the time for notice in the running period may have run out after 30 Jun 2027',
  );
});
