/** The plan with a day known only within bounds: it errs on the safe side, and announces nothing uncertain. */
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { planOf } from '../../machines/plan.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { d, entries, given, sentence, details } from './setup.ts';
import { inTenYears, inTheYear, signed } from './bounded.ts';

describe('a plan with a day known only within bounds', () => {
  const plan = (today: string, list: readonly object[], agreement: Agreement = given(), more: object = {}): Plan =>
    planOf({
      agreement,
      description: '',
      entries: entries(...list),
      today: d(today),
      onboarded: d('2026-11-27'),
      reached: undefined,
      done: [],
      ...more,
    });

  test('has a timer for the safe day, and for each date one on the earliest and one on the latest day', () => {
    expect(plan('2026-11-27', inTheYear).timers.map(t => `${t.name} ${t.day}`)).toEqual([
      'reminder 2026-12-16',
      'safeDay 2027-06-30',
      'lastDayForNotice 2027-06-30',
      'periodEnd 2027-12-31',
      'lastDayForNotice/latest 2028-06-30',
      'periodEnd/latest 2028-12-30',
    ]);
    expect(plan('2026-11-27', inTheYear).timers.map(t => t.says.code)).toEqual([
      'reminderOn',
      'safeDayWithinBounds',
      'atEarliest',
      'atEarliest',
      'atLatest',
      'atLatest',
    ]);
  });

  test('announces only what is true on every possible day, and reminds on the safe side', () => {
    const found = plan('2026-12-16', inTheYear);
    const { owed, standing } = found;
    expect(owed.map(o => sentence(o.act))).toEqual([
      'servanda keeps this agreement from 27 November 2026. On that day its status depended on days that are not exactly known. Known only within bounds: entry into force: from 1 January 1998 to 31 December 1998.',
      expect.stringMatching(
        /^6 months left\. Send a notice by 16 June 2027\. .* Known only within bounds: entry into force: from 1 January 1998/,
      ),
    ]);
    expect(standing).toMatchObject({
      entryIntoForce: null,
      within: { entryIntoForce: { notBefore: '1998-01-01', notAfter: '1998-12-31' }, statuses: ['inForce'], safe: '2027-06-30' },
    });
    expect(details(found)).toContain('Safe day for notice, whatever that day was: **30 Jun 2027**.');
  });

  test.each([
    { id: 'x', type: 'termination.agreed', on: '1998-06-01', firstDayOut: '1999-02-01' },
    { id: 't', type: 'termination.notified', by: 'AZ', received: '1998-06-01' },
  ])('reminds if an end came on only some of the days: %j', end => {
    const { timers, owed, standing, over } = plan('2027-01-01', [...inTheYear, end]);
    expect(standing).toMatchObject({ status: 'inForce', within: { statuses: ['terminated', 'inForce'], safe: '2027-12-01' } });
    expect({ over, next: timers[0] }).toMatchObject({ over: false, next: { name: 'reminder', day: '2027-05-17' } });
    expect(sentence(owed.at(-1)!.act)).toContain('after the safe day, 1 December 2027,');
  });

  test.each([
    ['on every possible day', '1997-06-01', false],
    ['on some possible days', '1998-06-01', true],
  ])('reports a fact without effect %s as such', (_, received, isOnSome) => {
    const { withoutEffect } = plan('1998-07-01', [...inTheYear, { id: 't', type: 'termination.notified', by: 'AZ', received }]);
    expect(withoutEffect).toEqual([
      expect.objectContaining({
        fact: 't',
        ...(isOnSome ? { onSomeDays: true, reason: expect.objectContaining({ code: 'onSomeDaysOnly' }) as unknown } : {}),
      }),
    ]);
    expect('onSomeDays' in withoutEffect[0]!).toBe(isOnSome);
  });

  test('says once that no safe day can be given, and has no ladder of reminders', () => {
    const found = plan('2026-11-27', inTenYears);
    const { owed, timers } = found;
    expect(owed.map(o => `${o.act.on} ${o.act.kind} ${sentence(o.act)}`)).toEqual([
      expect.stringContaining('announce servanda keeps this agreement'),
      expect.stringMatching(/^2026-11-27 remind No safe day can be given: .* Known only within bounds: entry into force/),
    ]);
    expect(timers.map(t => t.name)).not.toContain('reminder');
    expect(details(found)).toContain('No safe day: no safe day can be given');
    const entered = [inTenYears[0]!, { ...inTenYears[1]!, recorded: '2027-01-20' }];
    const { owed: later } = plan('2027-01-20', entered);
    expect(later.map(o => `${o.act.on} ${o.act.kind}`)).toContain('2027-01-20 remind');
  });

  test('becomes exact, without mention of bounds, once the day is known', () => {
    const correction = { id: 'c', type: 'corrected', of: 'e', recorded: '2026-11-28', date: '1998-03-10' };
    const was = plan('2026-11-27', inTheYear);
    const is = plan('2026-11-28', [...inTheYear, correction], given(), { done: was.owed.map(o => o.act), reached: d('2026-11-27') });
    expect(is.withdrawn.map(a => a.what)).toEqual(['lastDayForNotice']);
    expect(is.standing).toMatchObject({ entryIntoForce: '1998-03-10', period: { safe: '2027-09-09' } });
    expect(is.standing).not.toHaveProperty('within');
  });

  test('has one date if it is the same on every possible day, and is over only if it is over on all', () => {
    const end = { id: 'x', type: 'termination.agreed', on: '2026-01-01', firstDayOut: '2027-02-01' };
    expect(plan('2026-11-27', [...inTheYear, end]).timers.map(t => t.name)).toEqual(['terminationEffect']);
    expect(plan('2027-02-01', [...inTheYear, end])).toMatchObject({ over: true, timers: [], standing: { status: 'terminated' } });
    expect(details(plan('2027-02-01', [...inTheYear, end]))).toContain('Nothing is pending.');
    const once = given({
      duration: { kind: 'periods', article: 'art. 1', first: 'P29Y', renewal: { kind: 'none' } },
      termination: undefined,
    });
    expect(plan('2027-03-01', inTheYear, once)).toMatchObject({ over: false, standing: { within: { statuses: ['expired', 'inForce'] } } });
  });

  test('has an exact date of entry into force if the unknown receipt makes no difference', () => {
    const n1 = { id: 'n1', type: 'completion.notified', by: 'KZ', received: '1999-01-01' };
    const n2 = { id: 'n2', type: 'completion.notified', by: 'AZ', received: { notBefore: '1998-03-01', notAfter: '1998-06-30' } };
    expect(plan('2026-11-27', [signed, n1, n2]).standing).toMatchObject({ entryIntoForce: '1999-01-01' });
    expect(plan('2026-11-27', [signed, n2]).standing).toMatchObject({ entryIntoForce: null, within: { entryIntoForce: null } });
  });
});
