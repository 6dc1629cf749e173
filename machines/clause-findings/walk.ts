/**
 * Walks the machine with invented facts, from signature through entry into force and a few periods, to see what an agreement's clauses
 * result in, in silence and with a notice on a given day.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { countedBy } from '../../clauses/counted-date.ts';
import { after, before, byText, date, dayAfter, latest, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { isFixed, lastDayOfPeriod, type Period } from '../../clauses/periods.ts';
import type { Reading } from '../../clauses/reading.ts';
import { conditionOfEntry, type EntryIntoForceClause, type PeriodsClause } from '../../clauses/terms.ts';
import { firstCycle, type Notice } from '../agreement/context.ts';
import { dateOf, type Fact } from '../facts.ts';
import { fold } from '../fold.ts';
import { phaseOf } from '../driver.ts';
import type { TreatyState } from '../treaty-state.ts';
import { viewOf } from '../view.ts';

/** An agreement brought into force by the shortest story. */
export interface Walk {
  agreement: Agreement;
  facts: readonly Fact[];
  signed: CalendarDate;
  inForce: CalendarDate;
  /** The whole duration is over before entry into force: the agreement is never in force. */
  isOverBefore: boolean;
  /** The periods found so far, by reading, so that each is folded once. */
  seen: Map<string, Periods>;
}

/** Starts from the known day of signature, or an invented one before every day named in the clauses. */
export function walkOf(agreement: Agreement, signedOn: CalendarDate | undefined): Walk {
  const signed = signedOn ?? invented(agreement);
  const all = consents(agreement, signed);
  const lasting = withoutEnd(agreement);
  const { date: inForce } = entryOf(lasting, all)!;
  const facts = all.reduce((kept, f) => without(kept, f, rest => entryOf(lasting, rest)?.date === inForce), all);
  return { agreement, facts, signed, inForce, isOverBefore: entryOf(agreement, facts) === undefined, seen: new Map() };
}

/** The same agreement with a duration without end. */
const withoutEnd = (agreement: Agreement): Agreement => {
  const { termination: _, ...clauses } = agreement.clauses;
  return { ...agreement, clauses: { ...clauses, duration: { kind: 'indefinite', article: clauses.duration.article } } };
};

/** Returns the last day of the first period, even if the agreement is not in force by then. */
export const firstEnd = ({ clauses, reading }: Agreement, signed: CalendarDate, inForce: CalendarDate): CalendarDate =>
  lastDayOfPeriod(firstCycle(clauses.duration as PeriodsClause, signed, inForce), reading);

/** 10 March is an ordinary day: neither at the end of a month nor near 29 February. */
function invented({ clauses }: Agreement): CalendarDate {
  const named = [...JSON.stringify(clauses).matchAll(/"(\d{4}-\d{2}-\d{2})"/g)].map(m => date(m[1]!)).sort(byText);
  return named[0] ? before(named[0], 'P2Y' as Length) : date('2001-02-10');
}

/** Everything a clause may require, a month after signature. */
function consents({ clauses, parties }: Agreement, signed: CalendarDate): Fact[] {
  const { entryIntoForce: clause } = clauses;
  const condition = conditionOfEntry(clauses);
  const day = after(signed, 'P1M' as Length);
  return [
    { id: 's', type: 'signed', on: signed },
    ...parties.map(({ id }, i): Fact => ({ id: `n${i + 1}`, type: 'completion.notified', by: id, ...sent(clause, day) })),
    { id: 'i', type: 'instruments.exchanged', on: day },
    ...(condition ? [{ id: 'c', type: 'condition.met', on: day, condition: condition.id } satisfies Fact] : []),
    ...(clause.on === 'unseen' ? [{ id: 'e', type: 'entry.agreed', on: day, date: day, published: true } satisfies Fact] : []),
  ];
}

/** A communication received on a day, with the date that the clause counts. */
export const sent = (clause: EntryIntoForceClause, day: CalendarDate): { received: CalendarDate } => ({
  [countedBy(clause)]: day,
  received: day,
});

const without = (facts: Fact[], one: Fact, isEnough: (rest: Fact[]) => boolean): Fact[] => {
  const rest = facts.filter(f => f !== one);
  return isEnough(rest) ? rest : facts;
};

const entryOf = (agreement: Agreement, facts: readonly Fact[]): { date: CalendarDate } | undefined => {
  const day = latest(...facts.map(dateOf));
  return viewOf(fold(agreement, facts, agreement.reading, day), day).entry;
};

/** Returns the family on a day, with additional facts. */
export const familyOn = (
  { agreement, facts }: Walk,
  asOf: CalendarDate,
  more: readonly Fact[] = [],
  reading = agreement.reading,
): TreatyState => fold(agreement, [...facts, ...more], reading, asOf);

export interface Periods {
  periods: readonly Period[];
  /** What follows the last of them: a further period, time without periods, or no agreement. */
  then: 'renewed' | 'withoutLimit' | 'over';
  /** The day after the last of them. */
  next: CalendarDate;
}

/** Returns the first periods in silence, at most four; `agreed`: the Parties agree to renew wherever that has an effect. */
export function periodsOf(walk: Walk, reading: Reading = walk.agreement.reading, agreed = false): Periods {
  const key = JSON.stringify([reading, agreed]);
  const known = walk.seen.get(key) ?? walked(walk, reading, agreed);
  walk.seen.set(key, known);
  return known;
}

function walked(walk: Walk, reading: Reading, agreed: boolean): Periods {
  const periods: Period[] = [];
  const more: Fact[] = [];
  let next = walk.inForce;
  while (periods.length < 4) {
    const { agreement } = familyOn(walk, next, more, reading);
    if (phaseOf({ snapshot: agreement.snapshot }) !== 'inForce') return { periods, then: 'over', next };
    const { period } = agreement.snapshot.context;
    if (!period) return { periods, then: 'withoutLimit', next };
    periods.push(period);
    if (agreed) more.push({ id: `r${period.number}`, type: 'renewal.agreed', on: next, ...lengthToAgree(walk.agreement) });
    next = dayAfter(period.lastDay);
  }
  return { periods, then: 'renewed', next };
}

/** Where the Parties renew by agreement and the clause names no length: a period like the first. */
function lengthToAgree({ clauses: { duration } }: Agreement): { length?: Length } {
  if (duration.kind !== 'periods' || duration.renewal.kind !== 'byAgreement' || duration.renewal.length) return {};
  return { length: isFixed(duration.first) ? ('P1Y' as Length) : duration.first };
}

/** Our notice, received on a day, with the date that the clauses count. */
export function noticeOn({ agreement }: Walk, received: CalendarDate): Fact {
  const { duration, termination } = agreement.clauses;
  const counted = [duration, termination].flatMap(c => (c && 'counts' in c && c.counts ? [[c.counts, received]] : []));
  const dates = Object.fromEntries(counted) as { dated?: CalendarDate; dispatched?: CalendarDate };
  return { id: 't1', type: 'termination.notified', by: agreement.parties[0].id, ...dates, received };
}

/** Returns the notice as the machine records it; undefined if it has no effect. */
export const noticeTaken = (walk: Walk, day: CalendarDate, reading: Reading = walk.agreement.reading): Notice | undefined =>
  familyOn(walk, day, [noticeOn(walk, day)], reading).agreement.snapshot.context.notices[0];

/** Returns the last day in force, as known on a day; undefined if no end is known. */
export const endOn = (walk: Walk, day: CalendarDate, more: readonly Fact[], reading: Reading = walk.agreement.reading) =>
  viewOf(familyOn(walk, day, more, reading), day).end?.lastDayInForce.date;
