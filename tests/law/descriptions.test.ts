/** What the description of an agreement must contain for its clauses to make sense together. */
import { expect, it } from 'vitest';
import { agreement } from '../../clauses/agreement.ts';
import { open } from '../../machines/driver.ts';
import { noRule, requirementOf } from '../../machines/requirement.ts';
import { setup } from 'xstate';
import { z } from 'zod';
import { date } from '../../clauses/calendar.ts';
import { testAgreement } from '../support/test-agreement.ts';

const base = testAgreement('described');
const { duration, entryIntoForce } = base.clauses;
const indefinite = { kind: 'indefinite', article: 'art. 1' };

it.each([
  ['twice the same Party', { parties: [base.parties[0], base.parties[0]] }, 'parties.1.id'],
  [
    'a prevailing text that is not authentic',
    { languages: { article: 'art. 1', authentic: ['kk', 'az'], prevailing: 'ru' } },
    'languages.prevailing',
  ],
  [
    'an end of period without periods',
    { clauses: { entryIntoForce, duration: indefinite, termination: { when: 'endOfPeriod', article: 'a' } } },
    'clauses.termination.when',
  ],
  [
    'after the first period without periods',
    { clauses: { entryIntoForce, duration: indefinite, termination: { when: 'afterFirstPeriod', article: 'a', notice: 'P6M' } } },
    'clauses.termination.when',
  ],
  ['a notice before the end without a termination clause', { clauses: { entryIntoForce, duration } }, 'clauses.termination'],
])('%s is a mistake', (_, change, path) => {
  const read = agreement.safeParse({ ...base, ...change });
  expect(read.error?.issues.map(i => i.path.join('.'))).toContain(path);
});

it('a broken rule is reported with what is allowed instead', () => {
  const change = { languages: { article: 'art. 1', authentic: ['kk', 'az'], prevailing: 'ru' } };
  const [issue] = agreement.safeParse({ ...base, ...change }).error!.issues;
  expect(requirementOf(issue!)).toEqual({ rule: 'oneOfAuthentic', values: ['kk', 'az'] });
});

it.each<[string, z.ZodType, unknown, object]>([
  ['an empty text', z.string().min(1), '', { rule: 'notEmpty' }],
  ['a list that is too short', z.array(z.string()).min(2), [], { rule: 'listAtLeast', limit: 2 }],
  ['a number that is too small', z.number().min(3), 1, { rule: 'atLeast', limit: 3 }],
  ['a text that is too long', z.string().max(2), 'abc', { rule: 'textAtMost', limit: 2 }],
  ['a number that is too large', z.number().max(3), 4, { rule: 'atMost', limit: 3 }],
  ['a value of another type', z.string(), 4, { rule: 'type', values: ['string'] }],
  ['a word that is not in the list', z.enum(['a', 'b']), 'c', { rule: 'oneOf', values: ['a', 'b'] }],
  ['a field that does not belong there', z.strictObject({}), { a: 1 }, { rule: 'notHere' }],
])('%s is reported with what is required instead', (_, schema, value, requirement) => {
  const [issue] = schema.safeParse(value, { error: () => noRule }).error!.issues;
  expect(requirementOf(issue!)).toEqual(requirement);
});

it('a machine that would do more than raise, cancel and emit is rejected, and so is a delay without a date', () => {
  const types = {} as { context: { today: string } };
  const calling = setup({ types, actions: { call: () => {} } }).createMachine({ context: { today: '2030-01-01' }, entry: 'call' });
  expect(() => open(calling, { today: date('2030-01-01') })).toThrow(/may not/);
  const undated = setup({ types, delays: { never: () => undefined as never } }).createMachine({
    context: { today: '2030-01-01' },
    initial: 'a',
    states: { a: { after: { never: 'b' } }, b: {} },
  });
  expect(() => open(undated, { today: date('2030-01-01') })).toThrow(/no date|may not|fall due/);
  const early = setup({ types, delays: { now: () => 0 } }).createMachine({
    context: { today: '2030-01-01' },
    initial: 'a',
    states: { a: { after: { now: 'b' } }, b: {} },
  });
  expect(() => open(early, { today: date('2030-01-01') })).toThrow(/would fall due/);
});
