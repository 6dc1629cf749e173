/** The search attributes by which an agreement is found in Temporal. */
import { expect, it } from 'vitest';
import type { Brief } from '../../machines/plan-types.ts';
import { attributes } from '../../workflows/ui-details.ts';
import type { ArmedTimer } from '../../machines/timer.ts';
import { d } from '../law/setup.ts';

const found = (
  decision: Brief['decision'],
  timers: ArmedTimer[] = [],
  wayOut?: Brief['wayOut'],
  ahead?: Brief['ahead'],
): Record<string, unknown> => {
  const standing = { status: 'inForce', decision, ...(wayOut ? { wayOut } : {}), ...(ahead ? { ahead } : {}) } as Brief;
  const pairs = attributes('x', { asOf: d('2026-11-01'), parties: [], standing, timers, underNotice: false });
  return Object.fromEntries(pairs.map(({ key, value }) => [key.name, value instanceof Date ? value.toISOString().slice(0, 10) : value]));
};

it('an agreement to be renewed is found by the question, its safe day and its send-by day', () => {
  expect(found({ question: 'renewal', due: d('2030-08-28'), sendBy: d('2030-08-07') })).toMatchObject({
    ServandaDecision: 'renewal',
    ServandaSafeDay: '2030-08-28',
    ServandaSendBy: '2030-08-07',
  });
});

it('an agreement that a notice ends only on fixed days is found by the next safe day and its send-by day', () => {
  const wayOut = { lastDayInForce: d('2028-12-31'), due: d('2026-12-31'), sendBy: d('2026-12-17') };
  const timers = [{ name: 'lastDayForFixedDay', day: d('2026-12-31') } as ArmedTimer];
  const next = { ServandaNextDate: '2026-12-17', ServandaNextWhat: 'sendBy', ServandaDecision: null };
  expect(found(null, timers, wayOut)).toMatchObject({ ...next, ServandaSafeDay: '2026-12-31', ServandaSendBy: '2026-12-17' });
  const sooner = [{ name: 'p1/changesApplied', day: d('2026-12-01') } as ArmedTimer, ...timers];
  expect(found(null, sooner, wayOut)).toMatchObject({ ServandaNextDate: '2026-12-01', ServandaNextWhat: 'p1/changesApplied' });
  const renewal = { question: 'renewal' as const, due: d('2027-10-01'), sendBy: d('2027-09-17') };
  expect(found(renewal, timers, wayOut)).toMatchObject({
    ServandaNextDate: '2026-12-17',
    ServandaDecision: 'renewal',
    ServandaSafeDay: '2026-12-31',
  });
  const sent = { ...wayOut, sendBy: d('2026-10-17') };
  expect(found(null, timers, sent)).toMatchObject({ ServandaNextDate: '2026-12-31', ServandaNextWhat: 'safeDay' });
});

it('an agreement that expires has no safe day, and nothing to send', () => {
  expect(found({ question: 'expiry', due: d('2026-12-11'), sendBy: null })).toMatchObject({
    ServandaDecision: 'expiry',
    ServandaSafeDay: null,
    ServandaSendBy: null,
  });
});

it('none of these attributes is set if nothing has to be decided, or if the plan was recorded before they existed', () => {
  const none = { ServandaDecision: null, ServandaSafeDay: null, ServandaSendBy: null };
  expect(found(null)).toMatchObject(none);
  expect(found(undefined as unknown as null)).toMatchObject(none);
});

it('the next date is the earliest legal day by which somebody must act, or if nobody must, on which something happens', () => {
  const timers = ['reminder', 'fact/t1', 'periodEnd'].map(name => ({ name, day: d('2029-01-01') }) as ArmedTimer);
  const next = (decision: Brief['decision']) => {
    const { ServandaNextDate: date, ServandaNextWhat: what, ServandaKind: kind } = found(decision, timers);
    return [kind, date, what];
  };
  expect(next({ question: 'renewal', due: d('2030-08-28'), sendBy: d('2030-08-07') })).toEqual(['agreement', '2030-08-07', 'sendBy']);
  expect(next({ question: 'renewal', due: d('2026-11-10'), sendBy: d('2026-10-20') })).toEqual(['agreement', '2026-11-10', 'safeDay']);
  expect(next({ question: 'expiry', due: d('2026-12-11'), sendBy: null })).toEqual(['agreement', '2026-12-11', 'lastDay']);
  expect(next(null)).toEqual(['agreement', '2029-01-01', 'periodEnd']);
});

it('a decision whose day has passed is no longer found, and the next date is the one ahead', () => {
  const timers = [{ name: 'periodEnd', day: d('2027-01-12') } as ArmedTimer];
  expect(found({ question: 'renewal', due: d('2026-10-12'), sendBy: d('2026-09-28') }, timers)).toMatchObject({
    ServandaDecision: null,
    ServandaSafeDay: null,
    ServandaSendBy: null,
    ServandaNextDate: '2027-01-12',
    ServandaNextWhat: 'periodEnd',
  });
});

it('once the safe day of the current period is past, an agreement is found by that of the next one, and the renewal comes next', () => {
  const timers = [{ name: 'periodEnd', day: d('2027-01-12') } as ArmedTimer];
  const past = { question: 'renewal' as const, due: d('2026-10-12'), sendBy: d('2026-09-28') };
  expect(found(past, timers, undefined, { due: d('2031-10-12'), sendBy: d('2031-09-28') })).toMatchObject({
    ServandaDecision: null,
    ServandaSafeDay: '2031-10-12',
    ServandaSendBy: '2031-09-28',
    ServandaNextDate: '2027-01-12',
  });
});
