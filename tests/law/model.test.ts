/** Model-checks law and time together: the law's promises hold in every state that a few facts and the passing of time can reach. */
import { fromTransition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, date, type CalendarDate } from '../../clauses/calendar.ts';
import { fact as factSchema, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import type { TreatyState } from '../../machines/treaty-state.ts';
import { viewOf } from '../../machines/view.ts';
import { inForceFrom } from '../support/test-agreement.ts';
import { given } from './setup.ts';

const first = date('2021-03-10');
const opened = inForceFrom(first).map(f => factSchema.parse(f));

interface World {
  today: CalendarDate;
  facts: readonly Fact[];
}

/** The possible events on any day: their facts, with ids free from `n` on. */
const datedEvents = {
  notice: (day: CalendarDate) => [{ type: 'termination.notified', by: 'AZ', received: day }],
  'other notice': (day: CalendarDate) => [{ type: 'termination.notified', by: 'KZ', received: day }],
  revocation: (day: CalendarDate) => [{ type: 'termination.revoked', by: 'AZ', received: day }],
  // of the previous fact, whether or not it is a revocation
  consent: (day: CalendarDate, n: number) => [{ type: 'termination.revocationConsented', by: 'KZ', of: `f${n - 1}`, received: day }],
  'end agreed': (day: CalendarDate) => [{ type: 'termination.agreed', on: day, firstDayOut: addDays(day, 40) }],
  'later end agreed': (day: CalendarDate) => [{ type: 'termination.agreed', on: day, firstDayOut: addDays(day, 400) }],
  'later treaty': (day: CalendarDate) => [{ type: 'superseded', on: day, laterTreaty: 'the next', firstDayOut: addDays(day, 30) }],
  'renewal agreed': (day: CalendarDate) => [{ type: 'renewal.agreed', on: day }],
  'year protocol': (day: CalendarDate, n: number) => [
    {
      type: 'protocol.signed',
      protocol: `p${n}`,
      on: day,
      changes: { periodLength: 'P1Y', noticeBefore: 'P2M', appliesTo: 'runningPeriod' },
    },
    ...['KZ', 'AZ'].map(by => ({ type: 'protocol.completion.notified', protocol: `p${n}`, by, received: day })),
  ],
} as const;
type DatedEvent = keyof typeof datedEvents;
type Move = { type: DatedEvent | 'time passes' | 'time passes to the eve' };

const clauses = (renewal: object, termination: object) =>
  given({ duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal, noticeBefore: 'P6M' }, termination });
const anyTime = { when: 'anyTime', article: 'art. 13', notice: 'P6M' };
const endOfPeriod = { when: 'endOfPeriod', article: 'art. 13' };

it.each<[string, number, Agreement, DatedEvent[]]>([
  ['article 13', 3, given(), ['notice', 'other notice', 'revocation', 'end agreed']],
  ['article 13 with protocols', 2, given(), ['notice', 'year protocol', 'later end agreed', 'later treaty']],
  ['a revocation that needs consent', 2, given({}, { reading: { revocation: 'needsConsent' } }), ['notice', 'revocation', 'consent']],
  ['the two sentences as one way out', 2, given({}, { reading: { waysOut: 'endOfPeriod' } }), ['notice', 'revocation', 'year protocol']],
  ['no limit after the first period', 2, clauses({ kind: 'withoutLimit' }, endOfPeriod), ['notice', 'revocation', 'later end agreed']],
  ['renewal by agreement', 2, clauses({ kind: 'byAgreement', length: 'P5Y' }, anyTime), ['notice', 'renewal agreed', 'year protocol']],
  [
    'renewal once',
    2,
    clauses({ kind: 'automatic', length: 'P1Y', times: 1 }, endOfPeriod),
    ['notice', 'revocation', 'year protocol', 'later end agreed'],
  ],
])('%s is true in every state that %i facts and the passing of time can reach', (_, most, agreement, possible) => {
  const folded = ({ facts, today }: World): TreatyState => fold(agreement, facts, agreement.reading, today);
  const nextDue = (world: World): CalendarDate | undefined =>
    folded(world)
      .agreement.pending.map(p => p.on)
      .sort()[0];

  function move({ today, facts }: World, { type }: Move): World {
    if (type !== 'time passes' && type !== 'time passes to the eve') {
      const more = datedEvents[type](today, facts.length);
      return { today, facts: [...facts, ...more.map((f, i) => factSchema.parse({ id: `f${facts.length + i}`, ...f }))] };
    }
    const due = nextDue({ today, facts });
    const eve = due && addDays(due, -1);
    if (type === 'time passes') return { today: due ?? today, facts };
    return { today: eve && eve > today ? eve : today, facts };
  }

  const happened = ({ facts }: World): number => new Set(facts.slice(opened.length).map(f => ('protocol' in f ? f.protocol : f.id))).size;
  const paths = getShortestPaths(fromTransition(move, { today: first, facts: opened }), {
    events: (['time passes to the eve', 'time passes', ...possible] as const).map(type => ({ type })),
    serializeState: ({ context }) => JSON.stringify(context),
    stopWhen: ({ context }) => happened(context) >= most || context.today > '2027-01-01',
    limit: 20_000,
  });

  const seen = new Set<string>();
  for (const { state } of paths) {
    const world = state.context;
    const family = folded(world);
    const { status, end, period } = viewOf(family, world.today);
    seen.add(status);
    const isOver = ['terminated', 'expired', 'superseded'].includes(status);
    for (const due of family.agreement.pending) expect(due.on > world.today).toBe(true);
    if (isOver) expect(family.agreement.pending).toEqual([]);
    // on the last day in force it is in force, on the first day out it is not
    if (end) expect(isOver).toBe(end.lastDayInForce.date < world.today);
    // a period includes the day; there is none only if the Parties agreed an end beyond it, or the clause is without limit
    if (period) expect([period.firstDay <= world.today, period.lastDay.date >= world.today]).toEqual([true, true]);
    else if (!isOver && agreement.clauses.duration.kind === 'periods')
      expect(
        world.facts.some(f => f.type === 'termination.agreed' || f.type === 'superseded') ||
          agreement.clauses.duration.renewal.kind === 'withoutLimit',
      ).toBe(true);
    // it never ends without a fact, unless the clause lets it expire
    if (end && end.cause !== 'expiry') expect(world.facts.some(f => f.id === end.id)).toBe(true);
    // every fact is applied or explained
    const steps = family.timeline.filter(s => world.facts.some(f => f.type === s.what)).length;
    const inVain = family.withoutEffect.filter(w => w.reason.code === 'consentNotReceived').length;
    expect(steps + family.withoutEffect.length - inVain).toBe(world.facts.length);
  }
  expect(paths.length).toBeGreaterThan(100);
  expect([...seen]).toEqual(expect.arrayContaining(['inForce']));
  expect(seen.size).toBeGreaterThan(1);
});
