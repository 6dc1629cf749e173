/** Turns the facts of a ledger into machine events, each on the legal day on which it takes effect, in legal order. */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Reading } from '../clauses/reading.ts';
import { countedBy, notAfter, notBefore } from '../clauses/counted-date.ts';
import { countedForRenewal, notificationDateOf } from '../clauses/termination.ts';
import type { Counted, Terms } from '../clauses/terms.ts';
import type { AgreementEvent } from './agreement/context.ts';
import { dateOf, recordedOn, type Fact, type FactOf, type FactType } from './facts.ts';
import type { ProtocolEvent } from './protocol/machine.ts';

/** The order of facts on one day; facts of one type are sorted by `recorded`, then by id. */
const order: readonly string[] = [
  'signed',
  'entry.agreed',
  'completion.notified',
  'instruments.exchanged',
  'protocol.proposed',
  'protocol.agreed',
  'protocol.signed',
  'protocol.completion.notified',
  'protocol.abandoned',
  'protocol.changesApplied',
  'protocol.applicationEnded',
  'suspension.agreed',
  'resumption.agreed',
  'provisionalApplication.ended',
  'condition.met',
  'renewal.agreed',
  'termination.dispatched',
  'termination.notified',
  'termination.agreed',
  'termination.revoked',
  'termination.revocationConsented',
  'superseded',
] satisfies (FactType | AgreementEvent['type'])[];

/** `fact` is absent if a notice counts ahead of its receipt: the event is then part of that notice, not a fact of its own. */
export interface DatedEvent {
  at: CalendarDate;
  type: string;
  id: string;
  recorded: CalendarDate;
  /** The date of an act dated back. On the day to which it reaches back, it comes after everything else. */
  later?: CalendarDate;
  fact?: Fact;
  event: AgreementEvent | ProtocolEvent;
}

/** Which date of a notification counts under each protocol's clause, where it differs from the agreement's. */
export type Counts = ReadonlyMap<string, Counted>;

/** By id, the acts dated after the day of the fold that have effect before it: `from` which day, and `at` which day the fold applies them. */
export type DatedBack = ReadonlyMap<string, { from: CalendarDate; at: CalendarDate }>;

/** `back`: the days from which later acts have effect. */
export function datedEvents(facts: readonly Fact[], agreement: Agreement, reading: Reading, counts: Counts, back: DatedBack): DatedEvent[] {
  const events = facts.flatMap(f => {
    const at = back.get(f.id)?.at;
    const found = datedEventsOf(f, agreement, reading, counts, at);
    return at ? found.map(e => ({ ...e, later: dateOf(f) })) : found;
  });
  return events.sort(byLegalOrder);
}

function datedEventsOf(
  fact: Fact,
  { clauses }: Agreement,
  reading: Reading,
  counts: Counts,
  at = workingDay(fact, clauses, counts),
): DatedEvent[] {
  const base = { id: fact.id, recorded: recordedOn(fact) };
  const bound = isEarliest(fact, clauses, counts) ? { isEarliest: true } : {};
  const dated: DatedEvent = { ...base, at, type: fact.type, fact, event: { ...fact, at, ...bound } as AgreementEvent | ProtocolEvent };
  if (fact.type !== 'termination.notified') return [dated];
  const notifies = notificationDateOf(fact, countedForRenewal(clauses.duration, reading));
  if (notifies >= fact.received) return [dated];
  const type = 'termination.dispatched';
  return [{ ...base, at: notifies, type, event: { type, notice: fact, at: notifies } }, dated];
}

/** Returns which date of a completion the clause counts. */
function countedOf(fact: Completion, terms: Terms, counts: Counts): Counted {
  if (fact.type === 'completion.notified') return countedBy(terms.entryIntoForce);
  return counts.get(fact.protocol) ?? countedBy(terms.amendment?.entryIntoForce ?? terms.entryIntoForce);
}

type Completion = FactOf<'completion.notified' | 'protocol.completion.notified'>;
const isCompletion = (fact: Fact): fact is Completion =>
  fact.type === 'completion.notified' || fact.type === 'protocol.completion.notified';

/**
 * Returns the legal day on which a fact takes effect. For a completion: the date that the clause counts or, if no upper bound is known, the
 * earliest day it can be.
 */
export function workingDay(fact: Fact, terms: Terms, counts: Counts): CalendarDate {
  if (!isCompletion(fact)) return dateOf(fact);
  const counted = countedOf(fact, terms, counts);
  return notAfter(fact, counted) ?? notBefore(fact, counted)!;
}

/** Returns the earlier day on which an act of the Parties or a later treaty has effect, if it names one. */
export function datedBackTo(fact: Fact): CalendarDate | undefined {
  const named = dayNamed(fact);
  return named !== undefined && named < dateOf(fact) ? named : undefined;
}

function dayNamed(fact: Fact): CalendarDate | undefined {
  switch (fact.type) {
    case 'termination.agreed':
    case 'superseded':
      return fact.firstDayOut;
    case 'suspension.agreed':
    case 'resumption.agreed':
      return fact.from;
    default:
      return undefined;
  }
}

/** Returns whether a completion's counted date is unknown and has no upper bound. */
const isEarliest = (fact: Fact, terms: Terms, counts: Counts): boolean =>
  isCompletion(fact) && notAfter(fact, countedOf(fact, terms, counts)) === undefined;

export const byLegalOrder = (a: DatedEvent, b: DatedEvent): number =>
  byText(a.at, b.at) ||
  byText(a.later ?? a.at, b.later ?? b.at) ||
  order.indexOf(a.type) - order.indexOf(b.type) ||
  byText(a.recorded, b.recorded) ||
  byText(a.id, b.id);
