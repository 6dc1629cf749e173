/**
 * Facts of which a day is known only within bounds, as one more open question: which day was it? The law itself is folded with exact
 * days alone; here the facts are pinned to one possible day after another. Decision 18.
 */
import { addDays, daysBetween, earliest, inWords, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { isBounded, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import { BeyondLimit, possibleDaysLimit } from '../limits.ts';
import { recordedOn, type Fact, type FactAsEntered } from '../facts.ts';

/** A day of a fact that is known only within bounds, narrowed by what else is known. */
export interface Unsure extends Bounds {
  fact: string;
  type: Fact['type'];
  by?: string;
}

/** What is not sure, and the facts with every day exact: as many ledgers as there are days. */
export interface Possible {
  unsure: readonly Unsure[];
  /** Every possible day lies within: the facts may be pinned to each of its days. */
  span: Bounds;
  /** The facts as they would be if what is not sure was on this day, or as near to it as its own bounds allow. */
  on(day: CalendarDate): Fact[];
  /** With signature as early and all else as late as it may be: between the two it is signed, and not in force. */
  apart: Fact[];
}

/** Undefined where every day is exact. */
export function possibleFacts(facts: readonly FactAsEntered[]): Possible | undefined {
  const unsure = facts.flatMap(f => {
    const day = unsureDay(f);
    return day && isBounded(day) ? [{ fact: f.id, type: f.type, ...('by' in f ? { by: f.by } : {}), ...narrowed(day, f, facts) }] : [];
  });
  if (!unsure.length) return undefined;
  const span = { notBefore: earliest(...unsure.map(u => u.notBefore)), notAfter: latest(...unsure.map(u => u.notAfter)) };
  return {
    unsure,
    span,
    on: day => facts.map(f => pinned(f, unsure, day)),
    apart: facts.map(f => pinned(f, unsure, f.type === 'signed' ? span.notBefore : span.notAfter)),
  };
}

/**
 * All unsure days move together, each within its own bounds. It is enough: entry into force is the latest of them, or one alone, and
 * takes every day that it could.
 */
function pinned(f: FactAsEntered, unsure: readonly Unsure[], day: CalendarDate): Fact {
  const within = unsure.find(u => u.fact === f.id);
  if (!within) return f as Fact;
  const exact = earliest(within.notAfter, latest(within.notBefore, day));
  return { ...f, [unsureFields[f.type as keyof typeof unsureFields]]: exact, recorded: recordedOn(f) } as Fact;
}

/** Which day of a fact may be within bounds: of `entry.agreed` that of entry, and not that of the agreement on it. */
const unsureFields = { signed: 'on', 'entry.agreed': 'date', 'completion.notified': 'received' } as const;

function unsureDay(f: FactAsEntered): DayOrBounds | undefined {
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

/** No entry into force before signature, no receipt before dispatch (VCLT art. 24, 78); where that leaves no day, the bounds stand as they are. */
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
  const signed = facts.find(f => f.type === 'signed');
  return signed && ends(signed.on).notBefore;
};

const ends = (day: DayOrBounds): Bounds => (isBounded(day) ? day : { notBefore: day, notAfter: day });

export const boundsInWords = ({ notBefore, notAfter }: Bounds): string =>
  notBefore === notAfter ? inWords(notBefore) : `a day from ${inWords(notBefore)} to ${inWords(notAfter)}`;

const tooLoose = (bounds: Bounds): string =>
  `What follows from ${boundsInWords(bounds)} is too much to be answered. Name closer bounds of the day.`;

/** A stretch of possible days on which the answer is the same but for its dates, and the answers on its first and its last day. */
export interface Stretch<T> {
  days: Bounds;
  first: T;
  last: T;
}

/**
 * The possible days in stretches of the same shape. Found by halving: every date that the law reckons moves forward with the day that it
 * is reckoned from, so that what has the same shape on two days has it on those between, and lies between their dates.
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
    if (known.size >= possibleDaysLimit) throw new BeyondLimit(tooLoose({ notBefore, notAfter }));
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
