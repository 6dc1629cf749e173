/** Selects the facts for the fold of a day, the later ones among them, and why those affect what is true on it. VCLT art. 24, 28, 78. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { countedForRenewal, notificationDateOf } from '../clauses/termination.ts';
import type { Terms } from '../clauses/terms.ts';
import { dateOf, type Fact, type FactOf } from './facts.ts';
import type { TreatyState, ProtocolEffects, LaterFact } from './treaty-state.ts';
import { workingDay, type Counts, type DatedBack } from './dated-events.ts';

/** What later facts contribute to the fold of a day. */
export interface Hindsight {
  /** The latest agreement on another entry into force, with the day from which it changes the past. */
  agreed?: { fact: FactOf<'entry.agreed'>; from: CalendarDate } | undefined;
  /** Acts dated back that have effect. */
  back: DatedBack;
  /** Retroactive changes by protocols that entered into force only later, and which date of a notification counts for protocols. */
  effects: ProtocolEffects;
}

/**
 * Returns the first day on which a fact can take effect: for a notice, the day its clause counts or, if the clause is silent, its dispatch;
 * for an act dated back, the day that it names.
 */
function firstDay(f: Fact, terms: Terms, counts: Counts, back: DatedBack): CalendarDate {
  if (f.type !== 'termination.notified') return back.get(f.id)?.at ?? workingDay(f, terms, counts);
  return notificationDateOf(f, countedForRenewal(terms.duration, { notifies: 'dispatched' }));
}

/** Returns all facts that can count on a day on some reading, to determine which questions are live. */
export const factsThatCount = ({ taken, reachingBack }: Pick<TreatyState, 'taken' | 'reachingBack'>): Fact[] => [
  ...taken,
  ...reachingBack.map(r => r.fact),
];

/** Returns the facts for the fold of a day. A later agreed entry into force governs the whole fold; any other is used from its own day. */
export function factsForDay(facts: readonly Fact[], day: CalendarDate, { agreed, back }: Hindsight, terms: Terms, counts: Counts): Fact[] {
  return facts.filter(f => f === agreed?.fact || firstDay(f, terms, counts, back) <= day);
}

/** Returns the facts dated after the day that affect what is true on it. */
export function laterFacts(
  facts: readonly Fact[],
  taken: readonly Fact[],
  day: CalendarDate,
  { agreed, back, effects }: Hindsight,
  terms: Terms,
  counts: Counts,
): LaterFact[] {
  const later = facts.filter(f => dateOf(f) > day);
  return later.flatMap((fact): LaterFact[] => {
    if (fact === agreed?.fact) return [{ fact, from: agreed.from, how: 'agreedEntry' }];
    const timing = 'protocol' in fact ? effects.timings.find(t => t.protocol === fact.protocol) : undefined;
    if (timing) return [{ fact, from: timing.begins, how: 'retroactive' }];
    if (!taken.includes(fact)) return [];
    const datedBack = back.get(fact.id);
    if (datedBack) return [{ fact, from: datedBack.from, how: 'datedBack' }];
    const isOnOneReading =
      fact.type === 'termination.notified' && countedForRenewal(terms.duration, { notifies: 'received' }) === 'received';
    return [{ fact, from: firstDay(fact, terms, counts, back), how: isOnOneReading ? 'dispatched' : 'dated' }];
  });
}
