/**
 * Treats a day known only within bounds as one more open question: which day was it? The law itself folds only exact days; this file pins
 * the facts to one possible day after another. Decision 18.
 */
import { addDays, byText, daysBetween, earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { isBounded, latestDay, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import { countedBy, notAfter, notBefore } from '../../clauses/counted-date.ts';
import type { UnsureDay, UnsureFact } from '../../clauses/reason.ts';
import { firstDaysThatMatter } from '../../clauses/termination.ts';
import type { Changes, Counted, Terms } from '../../clauses/terms.ts';
import { BeyondLimit } from '../beyond-limit.ts';
import { possibleDaysLimit } from '../limits.ts';
import { recordedOn, type Fact, type FactAsEntered } from '../facts.ts';

/** A fact's day known only within bounds, narrowed by what else is known. */
export interface Unsure extends Bounds {
  fact: string;
  type: UnsureDay['type'];
  by?: string;
  /** The clause counts this date of a notification, which is unknown; the other dates bound it. */
  counted?: Exclude<Counted, 'received'>;
}

/** The uncertain facts, and the facts with every day exact: as many ledgers as there are days. */
export interface Possible {
  unsure: readonly Unsure[];
  /** Covers every possible day: the facts may be pinned to each of its days. */
  span: Bounds;
  /** Returns the facts with each uncertain day set to this one, or as near to it as its own bounds allow. */
  on(day: CalendarDate): Fact[];
  /** Signature as early and all else as late as possible: in between, the agreement is signed and not in force. */
  apart: Fact[];
}

/** Returns undefined if every day is exact. Without the clauses, unknown dates that they count are not considered. */
export function possibleFacts(facts: readonly FactAsEntered[], terms?: Terms): Possible | undefined {
  const unsure = facts.flatMap((f): Unsure[] => {
    const counted = terms && countedWithin(f, facts, terms);
    if (counted) return [{ fact: f.id, type: f.type as Unsure['type'], ...counted }];
    const day = dayWithinBounds(f);
    return day && isBounded(day)
      ? [{ fact: f.id, type: f.type as Unsure['type'], ...('by' in f ? { by: f.by } : {}), ...narrowed(day, f, facts) }]
      : [];
  });
  if (!unsure.length) return undefined;
  unsure.sort((a, b) => byText(a.notBefore, b.notBefore) || byText(a.notAfter, b.notAfter) || byText(a.fact, b.fact));
  const span = { notBefore: earliest(...unsure.map(u => u.notBefore)), notAfter: latest(...unsure.map(u => u.notAfter)) };
  return {
    unsure,
    span,
    on: day => facts.map(f => pinned(f, unsure, day)),
    apart: facts.map(f => pinned(f, unsure, f.type === 'signed' ? span.notBefore : span.notAfter)),
  };
}

/**
 * Moves all uncertain days together, each within its own bounds. That suffices: entry into force depends on the latest or on a single one,
 * and takes every day it could.
 */
function pinned(f: FactAsEntered, unsure: readonly Unsure[], day: CalendarDate): Fact {
  const within = unsure.find(u => u.fact === f.id);
  if (!within) return f as Fact;
  const exact = earliest(within.notAfter, latest(within.notBefore, day));
  const received = 'received' in f && f.received ? { received: latestDay(f.received) } : {};
  if (within.counted) return { ...f, ...received, [within.counted]: exact, recorded: recordedOn(f) } as Fact;
  return { ...f, [unsureFields[f.type as keyof typeof unsureFields]]: exact, recorded: recordedOn(f) } as Fact;
}

/**
 * Bounds an unknown date that the clause counts instead of receipt: not after the known dates, and not before the first day on which it
 * could make a difference.
 */
function countedWithin(f: FactAsEntered, facts: readonly FactAsEntered[], terms: Terms): Omit<Unsure, 'fact' | 'type'> | undefined {
  if ('on' in f) return undefined;
  const dates = { ...f, received: f.received && latestDay(f.received) };
  const counted = countedOf(f, facts, terms).find(c => c !== 'received' && !dates[c]) as Unsure['counted'];
  const last = counted && notAfter(dates, counted);
  const first = last && firstThatMatters(f, last, facts, terms);
  if (!counted || !first) return undefined;
  const bounds = { notBefore: latest(first, notBefore(dates, counted) ?? first), notAfter: last };
  return bounds.notBefore < bounds.notAfter ? { by: f.by, counted, ...bounds } : undefined;
}

type Communication = Exclude<FactAsEntered, { on: unknown }>;

/** Returns which of its dates clauses count; for a protocol's notification, including clauses changed by protocols. */
function countedOf(f: Communication, facts: readonly FactAsEntered[], { entryIntoForce, amendment, termination }: Terms): Counted[] {
  switch (f.type) {
    case 'completion.notified':
      return [countedBy(entryIntoForce)];
    case 'protocol.completion.notified':
      return [amendment?.entryIntoForce ?? entryIntoForce, ...facts.flatMap(g => changesOf(g)?.amendment ?? [])].map(countedBy);
    case 'termination.notified':
      return termination && 'counts' in termination && termination.counts ? [termination.counts] : [];
    default:
      return [];
  }
}

/**
 * For a completion: signature, from which an earlier one counts. For a notice of termination: the day from which it would end the agreement
 * on receipt.
 */
function firstThatMatters(
  f: Communication,
  last: CalendarDate,
  facts: readonly FactAsEntered[],
  { termination }: Terms,
): CalendarDate | undefined {
  if (f.type === 'completion.notified') return firstSigned(facts);
  if (f.type === 'protocol.completion.notified')
    return facts.flatMap(g => (g.type === 'protocol.signed' && g.protocol === f.protocol ? [g.on] : []))[0];
  const lengths = facts.flatMap(g => changesOf(g)?.noticePeriod ?? []);
  return earliest(...firstDaysThatMatter(last, termination!, lengths));
}

const changesOf = (f: FactAsEntered): Changes | undefined => (f.type === 'protocol.signed' ? f.changes : undefined);

/** The field that may have bounds: for `entry.agreed` the entry into force, not the day of the agreement on it. */
const unsureFields = { signed: 'on', 'entry.agreed': 'date', 'completion.notified': 'received' } as const;

function dayWithinBounds(f: FactAsEntered): DayOrBounds | undefined {
  switch (f.type) {
    case 'signed':
      return f.on;
    case 'entry.agreed':
      return f.date;
    case 'completion.notified':
      return f.received;
    default:
      return undefined;
  }
}

/**
 * Narrows bounds: no entry into force before signature, no receipt before dispatch (VCLT art. 24, 78). If no day remains, the bounds are
 * unchanged.
 */
function narrowed({ notBefore, notAfter }: Bounds, f: FactAsEntered, facts: readonly FactAsEntered[]): Bounds {
  const floors = f.type === 'completion.notified' ? [f.dated, f.dispatched] : f.type === 'entry.agreed' ? [firstSigned(facts)] : [];
  const ceilings = f.type === 'signed' ? facts.flatMap(g => (g.type === 'entry.agreed' ? [ends(g.date).notAfter] : [])) : [];
  const closer = {
    notBefore: latest(notBefore, ...floors.filter(day => day !== undefined)),
    notAfter: earliest(notAfter, ...ceilings),
  };
  return closer.notBefore <= closer.notAfter ? closer : { notBefore, notAfter };
}

const firstSigned = (facts: readonly FactAsEntered[]): CalendarDate | undefined => {
  const days = facts.flatMap(f => (f.type === 'signed' ? [ends(f.on).notBefore] : []));
  return days.length ? earliest(...days) : undefined;
};

const ends = (day: DayOrBounds): Bounds => (isBounded(day) ? day : { notBefore: day, notAfter: day });

/** Returns it with every field set, as a reason requires. */
export const unsureDay = ({ type, by, counted, notBefore, notAfter }: Unsure): UnsureDay => ({
  type,
  by: by ?? null,
  counted: counted ?? null,
  notBefore,
  notAfter,
});
export const unsureFact = (u: Unsure): UnsureFact => ({ fact: u.fact, ...unsureDay(u) });

/** A stretch of possible days with the same answer except for its dates, and the answers on its first and last day. */
export interface Stretch<T> {
  days: Bounds;
  first: T;
  last: T;
}

/**
 * Splits the possible days into stretches of the same shape, by bisection: every calculated date moves forward with the day it is counted
 * from, so two days of the same shape bound those between them.
 */
export function stretches<T>(
  { notBefore, notAfter }: Bounds,
  answer: (day: CalendarDate) => T,
  shapeOf: (answer: T) => string,
): Stretch<T>[] {
  const known = new Map<CalendarDate, { answer: T; shape: string }>();
  const on = (day: CalendarDate): { answer: T; shape: string } => {
    const before = known.get(day);
    if (before) return before;
    if (known.size >= possibleDaysLimit) throw new BeyondLimit({ code: 'boundsTooWide', notBefore, notAfter });
    const found = answer(day);
    const answered = { answer: found, shape: shapeOf(found) };
    known.set(day, answered);
    return answered;
  };
  const found: Stretch<T>[] = [];
  const take = (from: CalendarDate, to: CalendarDate): void => {
    const days = daysBetween(from, to);
    if (on(from).shape !== on(to).shape && days > 0) {
      const half = addDays(from, Math.floor(days / 2));
      take(from, half);
      return take(addDays(half, 1), to);
    }
    const previous = found.at(-1);
    if (previous && on(previous.days.notAfter).shape === on(from).shape) {
      previous.days = { notBefore: previous.days.notBefore, notAfter: to };
      previous.last = on(to).answer;
    } else found.push({ days: { notBefore: from, notAfter: to }, first: on(from).answer, last: on(to).answer });
  };
  take(notBefore, notAfter);
  return found;
}
