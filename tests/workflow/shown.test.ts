/** What an agreement is found by in Temporal. */
import { expect, it } from 'vitest';
import type { Brief } from '../../machines/plan-types.ts';
import { attributes } from '../../workflows/shown.ts';
import { d } from '../law/given.ts';

const found = (decision: Brief['decision']): Record<string, unknown> => {
  const standing = { status: 'inForce', decision } as Brief;
  const pairs = attributes('x', { parties: [], standing, timers: [], underNotice: false });
  return Object.fromEntries(pairs.map(({ key, value }) => [key.name, value instanceof Date ? value.toISOString().slice(0, 10) : value]));
};

it('an agreement to be renewed is found by the question, its safe day and the day by which a notice must leave', () => {
  expect(found({ question: 'renewal', due: d('2030-08-28'), sendBy: d('2030-08-07') })).toMatchObject({
    ServandaDecision: 'renewal',
    ServandaSafeDay: '2030-08-28',
    ServandaSendBy: '2030-08-07',
  });
});

it('an agreement that expires has no safe day, and nothing is to be sent', () => {
  expect(found({ question: 'expiry', due: d('2026-12-11'), sendBy: null })).toMatchObject({
    ServandaDecision: 'expiry',
    ServandaSafeDay: null,
    ServandaSendBy: null,
  });
});

it('where nothing is to be decided, or a plan was recorded before that was told, none of them is set', () => {
  const none = { ServandaDecision: null, ServandaSafeDay: null, ServandaSendBy: null };
  expect(found(null)).toMatchObject(none);
  expect(found(undefined as unknown as null)).toMatchObject(none);
});
