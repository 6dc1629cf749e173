/** What the agreement's machine remembers, and what it derives from that. */
import { dayAfter, dayBefore, earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { entryIntoForce, type AgreedDate, type Consents, type EntryIntoForce } from '../../clauses/entry-into-force.ts';
import { isFixed, lastDayOfPeriod, runningOn, type Cycle, type Period, type Span } from '../../clauses/periods.ts';
import type { Reading } from '../../clauses/reading.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import type { Window } from '../../clauses/fixed-days.ts';
import { lastDayOfBar, type NoticeDates, type Outcome } from '../../clauses/termination.ts';
import { provisionalApplication } from '../../clauses/provisional-application.ts';
import { lastDayOfSurvival, type Survival } from '../../clauses/survivals.ts';
import { conditionOfEntry, endsWith, type Changes, type PeriodsClause, type Terms } from '../../clauses/terms.ts';
import type { Condition } from '../../clauses/condition.ts';
import type { DeskFactType, FactOf, FactType } from '../facts.ts';

/** A notice of termination as the law took it. It stands by itself until it is revoked. */
export interface Notice {
  id: string;
  by: string;
  dates: NoticeDates;
  /** The period whose renewal it prevents. */
  prevents?: Period;
  outcome: Outcome;
  revoked?: { id: string; on: CalendarDate };
  /** Replaced by the Parties' own agreement to end (VCLT art. 54). */
  replacedBy?: string;
}

export interface AgreementContext {
  /** The legal day of the step being taken. The driver sets it; the machine only reads it. */
  today: CalendarDate;
  parties: readonly string[];
  reading: Reading;
  /** The clauses as amended so far. */
  terms: Terms;
  consents: Consents;
  entry?: Reckoning;
  cycle?: Cycle;
  period?: Period;
  /** The last day of the very first period: some agreements can't be ended before it. */
  firstPeriodLastDay?: CalendarDate;
  /** Where a notice ends the agreement only on fixed days: the next of them for which a notice would still be in time. */
  nextWayOut?: Window;
  /** That the running period is renewed by agreement: by which fact, and for how long where that is not for the clause to say. */
  renewalAgreed?: { id: string; span: Span | undefined };
  /** Conditions of clauses that have been met, each once. */
  conditionsMet: readonly { condition: string; on: CalendarDate }[];
  /** Applied provisionally from this day on, until entry into force. */
  appliedProvisionally?: CalendarDate;
  /** The notice by which a Party ended provisional application, or kept it from beginning (VCLT art. 25(2)). */
  applicationEnded?: { id: string; by: string; on: CalendarDate };
  /** Once it is over. */
  lastDayInForce?: CalendarDate;
  notices: readonly Notice[];
  /** Notices of which the day that counts came before receipt: the period that ran on that day. */
  dispatched: ReadonlyMap<string, Period | undefined>;
  /** Revocations that wait for the other Party's consent, by id: the notices they are of. */
  awaitingConsent: ReadonlyMap<string, readonly string[]>;
  /** Consents received ahead of the revocation they are to. */
  consented: readonly string[];
  /** Revocations taken. */
  revocations: readonly string[];
  /** Revocations received ahead of the notice they are of. */
  revokedAhead: ReadonlyMap<string, string>;
  agreedEnd?: { id: string; on: CalendarDate; firstDayOut: CalendarDate };
  succession?: { id: string; laterTreaty: string; firstDayOut: CalendarDate };
  suspendedFrom?: CalendarDate;
  resumesFrom?: CalendarDate;
  /** Protocols in force, in the order of their entry into force. */
  protocols: readonly { id: string; on: CalendarDate }[];
  /** The clauses as they were concluded. */
  concluded: Terms;
  /** What has amended them, in the order in which it came to hold. */
  amendments: readonly Amendment[];
  /** What protocols will amend on later days, as known today. The fold sets it; the machine only reads it. */
  changesAhead: readonly ChangesAhead[];
}

export type ChangesAhead = Omit<Amendment, 'replaced'>;

/** How changes of a protocol hold on days that it names. VCLT art. 24, 28, 25. */
export type OnDaysOfItsOwn = 'namedDay' | 'retroactive' | 'provisional';

/** The changes of one protocol, and from which day and how they hold. */
export interface Amendment {
  id: string;
  on: CalendarDate;
  changes: Changes;
  how: 'entryIntoForce' | OnDaysOfItsOwn;
  /** The running period's own length, where the changes gave it another. */
  replaced?: { number: number; span: Span; agreedBy?: string | undefined } | undefined;
}

/** A fact for a machine: `at` is the legal day on which it works. */
export type At<F> = F & { at: CalendarDate };

/** A notification; `isEarliest`: the date of it that counts is not known, and `at` is the first day that it may be. */
export type AtEarliest<F> = At<F> & { isEarliest?: true };

export type AgreementFactType = Exclude<FactType, `protocol.${string}` | 'entry.agreed' | DeskFactType>;

export type AgreementEvent =
  | At<FactOf<Exclude<AgreementFactType, 'completion.notified'>>>
  | AtEarliest<FactOf<'completion.notified'>>
  /** The day of a notice that counts, ahead of its receipt: only where dispatch notifies, by the reading or the clause, or its date does. */
  | At<{ type: 'termination.dispatched'; notice: FactOf<'termination.notified'> }>
  | At<{ type: 'protocol.enteredIntoForce'; protocol: string; changes?: Changes }>
  /** The changes of a protocol hold on a day that it names. */
  | At<{ type: 'protocol.changesApplied'; protocol: string; changes: Changes; how: OnDaysOfItsOwn }>
  /** Its provisional application is over. */
  | At<{ type: 'protocol.applicationEnded'; protocol: string }>;

export interface AgreementInput {
  today: CalendarDate;
  parties: readonly string[];
  reading: Reading;
  terms: Terms;
  /** Another date of entry into force that the Parties agreed. */
  agreedEntry?: AgreedDate;
}

/** Whether it is over, however it ended: what survives it may still have days to come. */
export const hasEnded = ({ lastDayInForce }: AgreementContext): boolean => lastDayInForce !== undefined;

/** Entry into force as far as it is known; none where the duration is over by then. */
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

/** The first period, counted from the day that the clause names. */
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

/** The last day on which the clause bars a notice: of the first period, or of a time from entry into force. */
export function lastBarredDay({ terms: { termination }, entry, firstPeriodLastDay, reading }: AgreementContext): CalendarDate | undefined {
  if (termination?.when !== 'afterFirstPeriod' || !entry) return undefined;
  return termination.barredFor ? lastDayOfBar(entry.date, termination.barredFor, reading) : firstPeriodLastDay;
}

/** Whether no notice may be given before the day after that one. */
export function isNoticeBarredThrough(day: CalendarDate, c: AgreementContext): boolean {
  const { termination } = c.terms;
  return termination?.when === 'afterFirstPeriod' && termination.bars === 'giving' && lastBarredDay(c)! >= day;
}

/** Whether a notice, once given, is withdrawn only with the other Party's consent. */
export const isWithdrawnByConsent = ({ terms: { termination } }: AgreementContext): boolean => termination?.withdrawal === 'byConsent';

/** From when it is to be applied provisionally, if it is not in force by then; undefined where that is not agreed, or not signed. */
export function provisionalApplicationKnown({ terms, consents: { signed } }: AgreementContext): Reckoning | undefined {
  return terms.provisionalApplication && signed ? provisionalApplication(terms.provisionalApplication, signed) : undefined;
}

/** The condition of a clause that a fact may still say is met: of entry into force only before it. */
export function openConditions(c: AgreementContext): Condition[] {
  const all = [c.entry ? undefined : conditionOfEntry(c.terms), endsWith(c.terms)].filter(of => of !== undefined);
  return all.filter(of => metOn(c, of) === undefined);
}

export const metOn = ({ conditionsMet }: AgreementContext, { id }: Condition): CalendarDate | undefined =>
  conditionsMet.find(m => m.condition === id)?.on;

/** The end that comes with a condition: the day on which it is met is the last day in force; a condition met before entry into force leaves one day. */
export function endByCondition(c: AgreementContext): Reckoning | undefined {
  const of = endsWith(c.terms);
  const met = of && metOn(c, of);
  if (!of || !met || !c.entry) return undefined;
  return { date: latest(met, c.entry.date), basis: of.article, reason: { code: 'byCondition', args: { met, condition: of.what } } };
}

/** What survives, with its last day in the order of the clauses; without a day where the text sets none, or no end is known. */
export const survivalsAfter = ({ terms, reading }: AgreementContext, lastDayInForce: CalendarDate | undefined): SurvivalAfter[] =>
  (terms.survivals ?? []).map(of => ({ of, lastDay: lastDayInForce && lastDayOfSurvival(of, lastDayInForce, reading) }));

export interface SurvivalAfter {
  of: Survival;
  lastDay: Reckoning | undefined;
}

/** Of what survives the end, what is over next. */
export function nextSurvivals(c: AgreementContext): { day: CalendarDate; over: Survival[] } | undefined {
  const dated = survivalsAfter(c, c.lastDayInForce).flatMap(({ of, lastDay }) =>
    lastDay && lastDay.date >= c.today ? [{ of, day: lastDay.date }] : [],
  );
  if (!dated.length) return undefined;
  const day = earliest(...dated.map(s => s.day));
  return { day, over: dated.filter(s => s.day === day).map(s => s.of) };
}

export const runningNotices = (c: AgreementContext): Notice[] => c.notices.filter(n => !n.revoked && !n.replacedBy);

/** The end that is coming by notice or by agreement: the earliest effect wins. */
export function comingEnd(c: AgreementContext): { cause: 'notice' | 'agreement'; id: string; lastDayInForce: Reckoning } | undefined {
  const ends = [
    ...(c.agreedEnd ? [{ cause: 'agreement' as const, id: c.agreedEnd.id, lastDayInForce: endAsAgreed(c.agreedEnd) }] : []),
    ...runningNotices(c).map(n => ({ cause: 'notice' as const, id: n.id, lastDayInForce: n.outcome.lastDayInForce })),
  ];
  return ends.reduce<(typeof ends)[number] | undefined>((a, b) => (a && a.lastDayInForce.date <= b.lastDayInForce.date ? a : b), undefined);
}

/**
 * Whether anything is left to decide about the running period, which silence renews or which expires: nothing where an end is coming; of an
 * expiry, where it comes with that period or before.
 */
export function isLeftToDecide(c: AgreementContext, question: 'renewal' | 'expiry'): boolean {
  const end = comingEnd(c)?.lastDayInForce.date;
  return end === undefined || (question === 'expiry' && c.period !== undefined && end > c.period.lastDay);
}

const endAsAgreed = ({ on, firstDayOut }: NonNullable<AgreementContext['agreedEnd']>): Reckoning => ({
  date: dayBefore(firstDayOut),
  basis: 'VCLT art. 54',
  reason: { code: 'byAgreement', args: { on, firstDayOut } },
});

/** How long the period after the running one is, or undefined where there is none as far as is known. */
export function nextLength(c: AgreementContext): Span | undefined {
  const { duration } = c.terms;
  if (duration.kind !== 'periods' || !c.cycle || !c.period) return undefined;
  return lengthAgreed(duration, c.period, c.renewalAgreed) ?? lengthByClause(duration)(c.cycle.lengths.length);
}

/** A day that was agreed and that a protocol has since put into the running period agrees nothing. */
function lengthAgreed({ renewal }: PeriodsClause, { lastDay }: Period, agreed: AgreementContext['renewalAgreed']): Span | undefined {
  const span = agreed && (agreed.span ?? (renewal.kind === 'byAgreement' ? renewal.length : undefined));
  return span && isFixed(span) && span.until <= lastDay ? undefined : span;
}

/** How long the period after so many is by the clause alone. */
export const lengthByClause =
  ({ renewal }: PeriodsClause) =>
  (periods: number): Span | undefined =>
    renewal.kind === 'automatic' && (renewal.times === undefined || periods <= renewal.times) ? renewal.length : undefined;

/** Whether the agreement goes on of itself after a day that ends its running period: no other end is agreed or has come. */
export const isRenewedAfter = (c: AgreementContext, lastDay: CalendarDate): boolean => goesOn(c) && !isEndedOtherwise(c, lastDay);

/** Whether the agreement expires with that period: nothing renews it, and nothing else ends it before. */
export const expiresAfter = (c: AgreementContext, lastDay: CalendarDate): boolean => !goesOn(c) && !isEndedOtherwise(c, lastDay);

const goesOn = (c: AgreementContext): boolean =>
  nextLength(c) !== undefined || (c.terms.duration.kind === 'periods' && c.terms.duration.renewal.kind === 'withoutLimit');

const isEndedOtherwise = ({ agreedEnd, succession }: AgreementContext, lastDay: CalendarDate): boolean =>
  agreedEnd !== undefined || (succession !== undefined && succession.firstDayOut <= dayAfter(lastDay));

/** The article of the period, renewal and notice before the end. */
export const durationArticle = (c: AgreementContext): string => c.terms.duration.article;
