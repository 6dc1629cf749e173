/**
 * The facts that the fold of a day takes, those among them that are dated later, and why those have to do with what is true on it.
 * VCLT art. 24, 28, 78.
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import { countedForRenewal, dateThatNotifies } from '../clauses/termination.ts';
import type { Terms } from '../clauses/terms.ts';
import { dateOf, type Fact, type FactOf } from './facts.ts';
import type { TreatyState, ProtocolEffects, ReachingBack } from './treaty-state.ts';
import { workingDay, type Counts } from './dated-events.ts';

/** What later facts bring to the fold of a day. */
export interface Hindsight {
  /** The latest agreement on another entry into force, with the day from which it changes what was so. */
  agreed?: { fact: FactOf<'entry.agreed'>; from: CalendarDate } | undefined;
  /** Retroactive changes of protocols that entered into force only later, and which date of a notification counts for protocols. */
  effects: ProtocolEffects;
}

/** The first day on which a fact can work: of a notice, the day that its clause counts, and where it names none that of its dispatch. */
function firstDay(f: Fact, terms: Terms, counts: Counts): CalendarDate {
  if (f.type !== 'termination.notified') return workingDay(f, terms, counts);
  return dateThatNotifies(f, countedForRenewal(terms.duration, { notifies: 'dispatched' }));
}

/** All facts that can count on a day, on some reading: for asking which questions are live. */
export const factsThatCount = ({ taken, reachingBack }: Pick<TreatyState, 'taken' | 'reachingBack'>): Fact[] => [
  ...taken,
  ...reachingBack.map(r => r.fact),
];

/** The facts that the fold of a day takes. An agreed entry into force governs the whole fold, and is taken by its own day otherwise. */
export function takenOn(facts: readonly Fact[], day: CalendarDate, { agreed }: Hindsight, terms: Terms, counts: Counts): Fact[] {
  return facts.filter(f => f === agreed?.fact || firstDay(f, terms, counts) <= day);
}

/** Those of the facts dated after the day that have to do with what is true on it. */
export function laterFacts(
  facts: readonly Fact[],
  taken: readonly Fact[],
  day: CalendarDate,
  { agreed, effects }: Hindsight,
  terms: Terms,
  counts: Counts,
): ReachingBack[] {
  const later = facts.filter(f => dateOf(f) > day);
  return later.flatMap((fact): ReachingBack[] => {
    if (fact === agreed?.fact) return [{ fact, from: agreed.from, how: 'agreedEntry' }];
    const timing = 'protocol' in fact ? effects.timings.find(t => t.protocol === fact.protocol) : undefined;
    if (timing) return [{ fact, from: timing.begins, how: 'retroactive' }];
    if (!taken.includes(fact)) return [];
    const isOnOneReading =
      fact.type === 'termination.notified' && countedForRenewal(terms.duration, { notifies: 'received' }) === 'received';
    return [{ fact, from: firstDay(fact, terms, counts), how: isOnOneReading ? 'dispatched' : 'dated' }];
  });
}
