/** The context of the agreement machine, and the values derived from it. */
import { dayAfter, dayBefore, earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { entryIntoForce, type AgreedDate, type Consents, type EntryIntoForce } from '../../clauses/entry-into-force.ts';
import { isFixed, lastDayOfPeriod, runningOn, type Cycle, type Period, type PeriodExtent } from '../../clauses/periods.ts';
import type { Reading } from '../../clauses/reading.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import type { Window } from '../../clauses/fixed-days.ts';
import { lastDayOfBar, type NoticeDates, type Outcome } from '../../clauses/termination.ts';
import { provisionalApplication } from '../../clauses/provisional-application.ts';
import { lastDayOfSurvival, type Survival } from '../../clauses/survivals.ts';
import { conditionOfEntry, endsWith, type Changes, type PeriodsClause, type Terms } from '../../clauses/terms.ts';
import type { Condition } from '../../clauses/condition.ts';
import type { DeskFactType, FactOf, FactType } from '../facts.ts';

/** A notice of termination as received. Each stands on its own until it is revoked. */
export interface Notice {
  id: string;
  by: string;
  dates: NoticeDates;
  /** The period whose renewal it prevents. */
  prevents?: Period;
  /** Received in the last period: as far as was known on its receipt no renewal lay ahead, so it is neither in time nor late. */
  preventsNothing?: true;
  outcome: Outcome;
  revoked?: { id: string; on: CalendarDate };
  /** Replaced by the Parties' own agreement to end (VCLT art. 54). */
  replacedBy?: string;
}

export interface AgreementContext {
  /** The legal day of the current step. The driver sets it; the machine only reads it. */
  today: CalendarDate;
  parties: readonly string[];
  reading: Reading;
  /** The clauses as amended so far. */
  terms: Terms;
  consents: Consents;
  entry?: Reckoning;
  cycle?: Cycle;
  period?: Period;
  /** The last day of the very first period: some agreements cannot be ended before it. */
  firstPeriodLastDay?: CalendarDate;
  /** If notices end the agreement only on fixed days: the next window for which a notice would still be in time. */
  nextWayOut?: Window;
  /** The agreed renewal of the running period: its fact, and its length if the clause does not set it. */
  renewalAgreed?: { id: string; span: PeriodExtent | undefined };
  /** Conditions of clauses that have been met, each once. */
  conditionsMet: readonly { condition: string; on: CalendarDate }[];
  /** Applied provisionally from this day until entry into force. */
  appliedProvisionally?: CalendarDate;
  /** The notice by which a Party ended provisional application, or kept it from beginning (VCLT art. 25(2)). */
  applicationEnded?: { id: string; by: string; on: CalendarDate };
  /** Set once the agreement has ended. */
  lastDayInForce?: CalendarDate;
  notices: readonly Notice[];
  /** Notices whose counted day came before receipt: the period that ran on that day. */
  dispatched: ReadonlyMap<string, Period | undefined>;
  /** Revocations awaiting the other Party's consent, by id: the notices to which they refer. */
  awaitingConsent: ReadonlyMap<string, readonly string[]>;
  /** Consents received before the revocation to which they refer. */
  consented: readonly string[];
  /** Revocations received. */
  revocations: readonly string[];
  /** Revocations received before the notice to which they refer. */
  revokedAhead: ReadonlyMap<string, string>;
  agreedEnd?: { id: string; on: CalendarDate; firstDayOut: CalendarDate };
  succession?: { id: string; laterTreaty: string; firstDayOut: CalendarDate };
  suspendedFrom?: CalendarDate;
  resumesFrom?: CalendarDate;
  /** Protocols in force, in the order of their entry into force. */
  protocols: readonly { id: string; on: CalendarDate }[];
  /** The clauses as concluded. */
  concluded: Terms;
  /** The amendments, in the order in which they took effect. */
  amendments: readonly Amendment[];
  /** Future amendments by protocols, as known today. The fold sets it; the machine only reads it. */
  changesAhead: readonly ChangesAhead[];
}

export type ChangesAhead = Omit<Amendment, 'replaced'>;

/** How a protocol's changes take effect on days it names. VCLT art. 24, 28, 25. */
export type OnDaysOfItsOwn = 'namedDay' | 'retroactive' | 'provisional';

/** The changes of one protocol, with the day from which they apply and how. */
export interface Amendment {
  id: string;
  on: CalendarDate;
  changes: Changes;
  how: 'entryIntoForce' | OnDaysOfItsOwn;
  /** The length that the running period had before its first amendment. */
  replaced?: { firstDay: CalendarDate; span: PeriodExtent; agreedBy?: string | undefined } | undefined;
}

/** A fact as a machine event; `at` is the legal day on which it takes effect. */
export type At<F> = F & { at: CalendarDate };

/** A notification event. `isEarliest`: its counted date is unknown, and `at` is the earliest day it can be. */
export type AtEarliest<F> = At<F> & { isEarliest?: true };

export type AgreementFactType = Exclude<FactType, `protocol.${string}` | 'entry.agreed' | DeskFactType>;

export type AgreementEvent =
  | At<FactOf<Exclude<AgreementFactType, 'completion.notified'>>>
  | AtEarliest<FactOf<'completion.notified'>>
  /** The counted day of a notice, ahead of its receipt: only if the reading or the clause counts dispatch or the notice's own date. */
  | At<{ type: 'termination.dispatched'; notice: FactOf<'termination.notified'> }>
  | At<{ type: 'protocol.enteredIntoForce'; protocol: string; changes?: Changes }>
  /** A protocol's changes take effect on a day it names. */
  | At<{ type: 'protocol.changesApplied'; protocol: string; changes: Changes; how: OnDaysOfItsOwn }>
  /** The protocol's provisional application has ended. */
  | At<{ type: 'protocol.applicationEnded'; protocol: string }>;

export interface AgreementInput {
  today: CalendarDate;
  parties: readonly string[];
  reading: Reading;
  terms: Terms;
  /** Another date of entry into force that the Parties agreed on. */
  agreedEntry?: AgreedDate;
}

/** Returns whether the agreement has ended, in whatever way; survivals may still have days ahead. */
export const hasEnded = ({ lastDayInForce }: AgreementContext): boolean => lastDayInForce !== undefined;

/** Returns entry into force as far as it is known; no date if the duration would already be over by then. */
export function entryKnown(c: AgreementContext): EntryIntoForce {
  const known = entryIntoForce(c.terms.entryIntoForce, c.parties, c.consents, c.reading);
  const { duration } = c.terms;
  if (c.entry || !known.settled || duration.kind === 'indefinite' || duration.renewal.kind === 'withoutLimit') return known;
  const { date: day } = known.settled;
  const first = firstCycle(duration, c.consents.signed!, day);
  if (runningOn(day, first, c.reading, lengthByClause(duration))) return known;
  const args = { over: lastDayOfPeriod(first, c.reading), article: duration.article, day, basis: known.settled.basis };
  return { settled: undefined, notBefore: undefined, awaiting: { code: 'awaitsEarlierDate', args } };
}

/** Returns the first period, counted from the clause's anchor. */
export function firstCycle({ first, countedFrom = 'entryIntoForce' }: PeriodsClause, signed: CalendarDate, entry: CalendarDate): Cycle {
  const lengths = [first];
  switch (countedFrom) {
    case 'entryIntoForce':
      return { anchor: entry, lengths };
    case 'signature':
      return { anchor: signed, lengths, countedFrom: 'signature' };
    default:
      return { anchor: countedFrom, lengths, countedFrom: 'namedDay' };
  }
}

/** Returns the last day on which the clause bars a notice: that of the first period, or of a time from entry into force. */
export function lastBarredDay({ terms: { termination }, entry, firstPeriodLastDay, reading }: AgreementContext): CalendarDate | undefined {
  if (termination?.when !== 'afterFirstPeriod' || !entry) return undefined;
  return termination.barredFor ? lastDayOfBar(entry.date, termination.barredFor, reading) : firstPeriodLastDay;
}

/** Returns whether a day is barred for giving notice. */
export function isNoticeBarredThrough(day: CalendarDate, c: AgreementContext): boolean {
  const { termination } = c.terms;
  return termination?.when === 'afterFirstPeriod' && termination.bars === 'giving' && lastBarredDay(c)! >= day;
}

/** Returns whether a notice can be withdrawn only with the other Party's consent. */
export const isWithdrawnByConsent = ({ terms: { termination } }: AgreementContext): boolean => termination?.withdrawal === 'byConsent';

/**
 * Returns the day from which the agreement is applied provisionally, if it is not in force by then; undefined if that is not agreed, or the
 * agreement is not signed.
 */
export function provisionalApplicationKnown({ terms, consents: { signed } }: AgreementContext): Reckoning | undefined {
  return terms.provisionalApplication && signed ? provisionalApplication(terms.provisionalApplication, signed) : undefined;
}

/** Returns the clauses' conditions not yet met; that of entry into force only before entry into force. */
export function openConditions(c: AgreementContext): Condition[] {
  const all = [c.entry ? undefined : conditionOfEntry(c.terms), endsWith(c.terms)].filter(of => of !== undefined);
  return all.filter(of => metOn(c, of) === undefined);
}

export const metOn = ({ conditionsMet }: AgreementContext, { id }: Condition): CalendarDate | undefined =>
  conditionsMet.find(m => m.condition === id)?.on;

/**
 * Returns the end under a condition: the day on which it is met is the last day in force. A condition met before entry into force leaves
 * one day.
 */
export function endByCondition(c: AgreementContext): Reckoning | undefined {
  const of = endsWith(c.terms);
  const met = of && metOn(c, of);
  if (!of || !met || !c.entry) return undefined;
  return { date: latest(met, c.entry.date), basis: of.article, reason: { code: 'byCondition', args: { met, condition: of.what } } };
}

/** Returns what survives, with its last day, in the order of the clauses; without a day if the text sets none, or no end is known. */
export const survivalsAfter = ({ terms, reading }: AgreementContext, lastDayInForce: CalendarDate | undefined): SurvivalAfter[] =>
  (terms.survivals ?? []).map(of => ({ of, lastDay: lastDayInForce && lastDayOfSurvival(of, lastDayInForce, reading) }));

export interface SurvivalAfter {
  of: Survival;
  lastDay: Reckoning | undefined;
}

/** Returns the survivals that end next. */
export function nextSurvivals(c: AgreementContext): { day: CalendarDate; over: Survival[] } | undefined {
  const dated = survivalsAfter(c, c.lastDayInForce).flatMap(({ of, lastDay }) =>
    lastDay && lastDay.date >= c.today ? [{ of, day: lastDay.date }] : [],
  );
  if (!dated.length) return undefined;
  const day = earliest(...dated.map(s => s.day));
  return { day, over: dated.filter(s => s.day === day).map(s => s.of) };
}

export const runningNotices = (c: AgreementContext): Notice[] => c.notices.filter(n => !n.revoked && !n.replacedBy);

/** Returns the coming end by notice or by agreement: the earliest effect wins. */
export function comingEnd(c: AgreementContext): { cause: 'notice' | 'agreement'; id: string; lastDayInForce: Reckoning } | undefined {
  const ends = [
    ...(c.agreedEnd ? [{ cause: 'agreement' as const, id: c.agreedEnd.id, lastDayInForce: endAsAgreed(c.agreedEnd) }] : []),
    ...runningNotices(c).map(n => ({ cause: 'notice' as const, id: n.id, lastDayInForce: n.outcome.lastDayInForce })),
  ];
  return ends.reduce<(typeof ends)[number] | undefined>((a, b) => (a && a.lastDayInForce.date <= b.lastDayInForce.date ? a : b), undefined);
}

/**
 * Returns whether there is still a decision about the running period, which silence renews or which expires. There is none if the Parties
 * have agreed on its renewal, or if an end is coming; for an expiry, only if it comes with that period or before.
 */
export function isLeftToDecide(c: AgreementContext, question: 'renewal' | 'expiry'): boolean {
  if (question === 'renewal' && isRenewalAgreed(c)) return false;
  const end = comingEnd(c)?.lastDayInForce.date;
  return end === undefined || (question === 'expiry' && c.period !== undefined && end > c.period.lastDay);
}

const isRenewalAgreed = ({ terms: { duration }, period, renewalAgreed }: AgreementContext): boolean =>
  duration.kind === 'periods' && period !== undefined && lengthAgreed(duration, period, renewalAgreed) !== undefined;

const endAsAgreed = ({ on, firstDayOut }: NonNullable<AgreementContext['agreedEnd']>): Reckoning => ({
  date: dayBefore(firstDayOut),
  basis: 'VCLT art. 54',
  reason: { code: 'byAgreement', args: { on, firstDayOut } },
});

/** Returns the length of the next period; undefined if no further period is known. */
export function nextLength(c: AgreementContext): PeriodExtent | undefined {
  const { duration } = c.terms;
  if (duration.kind !== 'periods' || !c.cycle || !c.period) return undefined;
  return lengthAgreed(duration, c.period, c.renewalAgreed) ?? lengthLeft(duration, c.cycle, c.period, c.reading);
}

/** Counts renewals by the clause; undefined if all the periods left are already over by then: they count, but have no day. */
export function lengthLeft(duration: PeriodsClause, cycle: Cycle, { lastDay }: Period, reading: Reading): PeriodExtent | undefined {
  const further = lengthByClause(duration);
  const next = further(cycle.lengths.length);
  const isLimited = duration.renewal.kind === 'automatic' && duration.renewal.times !== undefined;
  if (!next || !isLimited) return next;
  return runningOn(dayAfter(lastDay), { ...cycle, lengths: [...cycle.lengths, next] }, reading, further) && next;
}

/** An agreed last day has no effect once a protocol has extended the running period up to or past it. */
function lengthAgreed(
  { renewal }: PeriodsClause,
  { lastDay }: Period,
  agreed: AgreementContext['renewalAgreed'],
): PeriodExtent | undefined {
  const span = agreed && (agreed.span ?? (renewal.kind === 'byAgreement' ? renewal.length : undefined));
  return span && isFixed(span) && span.until <= lastDay ? undefined : span;
}

/** Returns the length of the period that follows so many periods, under the clause only. */
export const lengthByClause =
  ({ renewal }: PeriodsClause) =>
  (periods: number): PeriodExtent | undefined =>
    renewal.kind === 'automatic' && (renewal.times === undefined || periods <= renewal.times) ? renewal.length : undefined;

/** Returns whether the agreement continues automatically after a day that ends its running period: no other end is agreed or has come. */
export const isRenewedAfter = (c: AgreementContext, lastDay: CalendarDate): boolean =>
  continuesAfterPeriod(c) && !isEndedOtherwise(c, lastDay);

/** Returns whether the agreement expires with that period: nothing renews it, and nothing else ends it earlier. */
export const expiresAfter = (c: AgreementContext, lastDay: CalendarDate): boolean =>
  !continuesAfterPeriod(c) && !isEndedOtherwise(c, lastDay);

/** Whether another period, or time without limit, follows the running one. */
export const continuesAfterPeriod = (c: AgreementContext): boolean =>
  nextLength(c) !== undefined || (c.terms.duration.kind === 'periods' && c.terms.duration.renewal.kind === 'withoutLimit');

const isEndedOtherwise = ({ agreedEnd, succession }: AgreementContext, lastDay: CalendarDate): boolean =>
  agreedEnd !== undefined || (succession !== undefined && succession.firstDayOut <= dayAfter(lastDay));

/** The article on periods, renewal and notice before the end. */
export const durationArticle = (c: AgreementContext): string => c.terms.duration.article;
