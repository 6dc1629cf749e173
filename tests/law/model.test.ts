/** Model-checking law and time together: every state that a few facts and the passing of time can reach keeps the law's promises. */
import { fromTransition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { expect, it } from 'vitest';
import { addDays, date, type CalendarDate } from '../../clauses/calendar.ts';
import { fact as factSchema, type Fact } from '../../machines/facts.ts';
import { fold, type Family } from '../../machines/fold.ts';
import { viewOf } from '../../machines/view.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const agreement = testAgreement('model');
const first = date('2021-03-10');
const opened = inForceFrom(first).map(f => factSchema.parse(f));

interface World {
  today: CalendarDate;
  facts: readonly Fact[];
}
type Move =
  | { type: 'time passes to the eve' }
  | { type: 'time passes' }
  | { type: 'notice' }
  | { type: 'other notice' }
  | { type: 'revocation' }
  | { type: 'end agreed' };

const folded = ({ facts, today }: World): Family => fold(agreement, facts, agreement.reading, today);
const nextDue = (world: World): CalendarDate | undefined =>
  folded(world)
    .agreement.pending.map(d => d.on)
    .sort()[0];
const entered = (world: World, fact: object): World => ({
  ...world,
  facts: [...world.facts, factSchema.parse({ id: `f${world.facts.length}`, ...fact })],
});

function move(world: World, { type }: Move): World {
  const due = nextDue(world);
  const { today } = world;
  switch (type) {
    case 'time passes to the eve':
      return due && addDays(due, -1) > today ? { ...world, today: addDays(due, -1) } : world;
    case 'time passes':
      return due ? { ...world, today: due } : world;
    case 'notice':
      return entered(world, { type: 'termination.notified', by: 'AZ', received: today });
    case 'other notice':
      return entered(world, { type: 'termination.notified', by: 'KZ', received: today });
    case 'revocation':
      return entered(world, { type: 'termination.revoked', by: 'AZ', received: today });
    case 'end agreed':
      return entered(world, { type: 'termination.agreed', on: today, firstDayOut: addDays(today, 40) });
    default:
      return type satisfies never;
  }
}

const moves = ['time passes to the eve', 'time passes', 'notice', 'other notice', 'revocation', 'end agreed'] as const;

it('holds in every state that three facts and the passing of time can reach', () => {
  const start: World = { today: first, facts: opened };
  const paths = getShortestPaths(fromTransition(move, start), {
    events: moves.map(type => ({ type })),
    serializeState: ({ context }) => JSON.stringify(context),
    stopWhen: ({ context }) => context.facts.length >= opened.length + 3 || context.today > '2027-01-01',
    limit: 20_000,
  });
  const seen: Record<string, number> = {};
  for (const { state } of paths) {
    const world = state.context;
    const family = folded(world);
    const { status, end, period } = viewOf(family, world.today);
    seen[status] = (seen[status] ?? 0) + 1;
    for (const due of family.agreement.pending) expect(due.on > world.today).toBe(true);
    if (status === 'terminated') expect(family.agreement.pending).toEqual([]);
    // on the last day in force it is in force, on the first day out it is not
    if (end) expect(status === 'terminated').toBe(end.lastDayInForce.date < world.today);
    // a period runs, unless the Parties agreed to go on beyond its end
    if (status === 'inForce' && !period) expect(end?.cause).toBe('agreement');
    if (period) expect([period.firstDay <= world.today, period.lastDay.date >= world.today]).toEqual([true, true]);
    // it never ends without a notice or an agreement to end
    if (end) expect(world.facts.some(f => f.id === end.id)).toBe(true);
  }
  expect(paths.length).toBeGreaterThan(300);
  expect(Object.keys(seen).sort()).toEqual(['inForce', 'terminated']);
}, 60_000);
