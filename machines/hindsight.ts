/**
 * Which facts the fold of a day takes: those dated up to it, and the later ones whose effect in law reaches back to it or before. So what
 * was true on a day is answered from everything that is known. VCLT art. 24, 28, 78.
 */
import { earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { countedForRenewal, dateThatNotifies } from '../clauses/termination.ts';
import type { Terms } from '../clauses/terms.ts';
import { dateOf, type Fact, type FactOf } from './facts.ts';
import type { Family } from './fold.ts';
import type { Ground } from './ground.ts';
import { workingDay, type Counts } from './happenings.ts';
import { timingsOf } from './protocol/timing.ts';

/** A fact dated after the day asked about that has an effect on it, and from which day. */
export interface ReachingBack {
  fact: Fact;
  from: CalendarDate;
  how: 'agreedEntry' | 'dated' | 'dispatched' | 'retroactive';
}

/** What later facts bring to the fold of a day. */
export interface Hindsight {
  /** The latest agreement on another entry into force, with the day from which it changes what was so. */
  agreed?: { fact: FactOf<'entry.agreed'>; from: CalendarDate } | undefined;
  /** Retroactive changes of protocols that entered into force only later, and which date of a notification counts for protocols. */
  ground: Ground;
}

/** Folds facts through a day; `ground` is added to what the fold itself says of its protocols. */
type Folded = (facts: readonly Fact[], through: CalendarDate, ground: Ground) => Family;

const nothing: Ground = { timings: [], counts: new Map() };

/** From all facts that are known, in the order of their dates. */
export function hindsightOn(facts: readonly Fact[], day: CalendarDate, folded: Folded): Hindsight {
  return { agreed: agreedLater(facts, day, folded), ground: groundLater(facts, day, folded) };
}

/**
 * An agreed entry into force works from the day that it names, and where that is later than the entry into force there had been, from
 * that day: it had then not been in force after all.
 */
function agreedLater(facts: readonly Fact[], day: CalendarDate, folded: Folded): Hindsight['agreed'] {
  const signed = facts.find(f => f.type === 'signed')?.on;
  const fact = facts.filter(f => f.type === 'entry.agreed').findLast(f => signed !== undefined && f.date >= signed);
  if (!fact || fact.on <= day) return undefined;
  const otherwise = folded(withoutAgreedAfter(facts, day), day, nothing).agreement.snapshot.context.entry?.date;
  const from = earliest(fact.date, otherwise ?? fact.date);
  return from <= day ? { fact, from } : undefined;
}

const withoutAgreedAfter = (facts: readonly Fact[], day: CalendarDate): Fact[] =>
  facts.filter(f => f.type !== 'entry.agreed' || f.on <= day);

/** The family is folded through all that is known, until no protocol waits for its entry into force. */
function groundLater(facts: readonly Fact[], day: CalendarDate, folded: Folded): Ground {
  if (!facts.some(f => mayReachBack(f, day))) return nothing;
  let through = latest(...facts.map(dateOf));
  let family = folded(facts, through, nothing);
  for (let due = nextEntry(family); due; due = nextEntry(family)) {
    through = due;
    family = folded(facts, through, nothing);
  }
  const { protocols, contradictions } = family;
  const later = timingsOf(protocols).filter(
    t =>
      t.how === 'retroactive' &&
      t.begins <= day &&
      protocols[t.protocol]!.snapshot.context.entry!.date > day &&
      !contradictions.includes(t.protocol),
  );
  return { timings: later, counts: family.counts };
}

const mayReachBack = (f: Fact, day: CalendarDate): boolean =>
  (f.type === 'protocol.signed' && f.changes?.retroactive !== undefined && f.changes.from! <= day) ||
  (f.type === 'protocol.completion.notified' && dateOf(f) > day && [f.dated, f.dispatched].some(d => d !== undefined && d <= day));

const nextEntry = ({ protocols }: Family): CalendarDate | undefined =>
  Object.values(protocols)
    .flatMap(({ pending }) => pending.map(due => due.on))
    .sort()[0];

/** The first day on which a fact can work: of a notice, the day that its clause counts, and where it names none that of its dispatch. */
function firstDay(f: Fact, terms: Terms, counts: Counts): CalendarDate {
  if (f.type !== 'termination.notified') return workingDay(f, terms, counts);
  return dateThatNotifies(f, countedForRenewal(terms.duration, { notifies: 'dispatched' }));
}

/** All facts that can count on a day, on some reading: for asking which questions are live. */
export const factsThatCount = ({ taken, reachingBack }: Pick<Family, 'taken' | 'reachingBack'>): Fact[] => [
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
  { agreed, ground }: Hindsight,
  terms: Terms,
  counts: Counts,
): ReachingBack[] {
  const later = facts.filter(f => dateOf(f) > day);
  return later.flatMap((fact): ReachingBack[] => {
    if (fact === agreed?.fact) return [{ fact, from: agreed.from, how: 'agreedEntry' }];
    const timing = 'protocol' in fact ? ground.timings.find(t => t.protocol === fact.protocol) : undefined;
    if (timing) return [{ fact, from: timing.begins, how: 'retroactive' }];
    if (!taken.includes(fact)) return [];
    const isOnOneReading =
      fact.type === 'termination.notified' && countedForRenewal(terms.duration, { notifies: 'received' }) === 'received';
    return [{ fact, from: firstDay(fact, terms, counts), how: isOnOneReading ? 'dispatched' : 'dated' }];
  });
}
