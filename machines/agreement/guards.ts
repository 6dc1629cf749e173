/** The guards of the agreement machine, each a yes-or-no question. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { hasNotified, isAwaited } from '../../clauses/entry-into-force.ts';
import { countedForRenewal, isInTime, isPremature } from '../../clauses/termination.ts';
import type { FactOf } from '../facts.ts';
import {
  comingEnd,
  endByCondition,
  entryKnown,
  isWithdrawnByConsent,
  lastBarredDay,
  lengthByClause,
  lengthLeft,
  nextLength,
  nextSurvivals,
  openConditions,
  provisionalApplicationKnown,
  type AgreementContext,
  type AgreementEvent,
} from './context.ts';
import { atEndOfPeriod, isToBeRenewed } from './changes-ahead.ts';
import { agreeRenewal, datesOf, periodOnNotice, revoked, supersede } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;
type C = AgreementContext;

const hasCome = (day: CalendarDate | undefined, today: CalendarDate): boolean => day !== undefined && day <= today;
const isPast = (day: CalendarDate | undefined, today: CalendarDate): boolean => day !== undefined && day < today;

export const entryIsSettled = (c: C): boolean => entryKnown(c).settled !== undefined;
export const entryHasCome = (c: C): boolean => hasCome(entryKnown(c).settled?.date, c.today);

/** Returns whether the text requires notifications of completion at all. */
export function asksForNotifications({ terms: { entryIntoForce: clause } }: C): boolean {
  return clause.on === 'lastNotification' || (clause.on === 'fixedDate' && clause.afterLastNotification);
}

export const isFirstCompletion = (c: C, e: EventOf<'completion.notified'>): boolean =>
  asksForNotifications(c) && isAwaited(c.terms.entryIntoForce, e.by) && !hasNotified(c.consents, e.by);
export const isExchangeAskedFor = (c: C): boolean => c.terms.entryIntoForce.on === 'exchangeOfInstruments' && !c.consents.exchanged;

export const isConditionOpen = (c: C, e: EventOf<'condition.met'>): boolean => openConditions(c).some(({ id }) => id === e.condition);
export const endsWithCondition = (c: C): boolean => endByCondition(c) !== undefined;

export const isAppliedProvisionallyAhead = (c: C): boolean => provisionalApplicationKnown(c) !== undefined && !isInForceFirst(c);
export const provisionalApplicationHasCome = (c: C): boolean => hasCome(provisionalApplicationKnown(c)!.date, c.today);
/** Returns whether it enters into force by the day from which it would be applied provisionally. */
export const isInForceFirst = (c: C): boolean => hasCome(entryKnown(c).settled?.date, provisionalApplicationKnown(c)!.date);

export const somethingSurvives = (c: C): boolean => nextSurvivals(c) !== undefined;

export const isWithoutPeriods = (c: C): boolean => c.period === undefined;
export const hasNoLastDayForNotice = (c: C): boolean => c.period?.lastDayForNotice === undefined;
export const isPastLastDayForNotice = (c: C): boolean => isPast(c.period?.lastDayForNotice, c.today);

/**
 * The agreement continues automatically: no notice is running, no end is agreed, no later treaty ends it earlier, and the clause renews it.
 */
export const isRenewalSettled = (c: C): boolean => comingEnd(c) === undefined && isToBeRenewed(c) && !isPeriodToChange(c);
/** Returns whether a known change moves the last day of the running period, or makes notice effective again. */
function isPeriodToChange(c: C): boolean {
  const [{ lastDay }, end] = [c.period!, atEndOfPeriod(c).period!];
  return end.lastDay !== lastDay || (isPastLastDayForNotice(c) && !isPast(end.lastDayForNotice, c.today));
}
export const isEndAgreed = (c: C): boolean => c.agreedEnd !== undefined;
export const isRenewed = (c: C): boolean => nextLength(c) !== undefined;
export const continuesWithoutLimit = ({ terms: { duration } }: C): boolean =>
  duration.kind === 'periods' && duration.renewal.kind === 'withoutLimit';
/** Returns whether the clause continues the agreement after the running period without a new agreement. */
export const renewsByItself = ({ terms: { duration }, cycle, period, reading }: C): boolean =>
  duration.kind === 'indefinite' ||
  duration.renewal.kind === 'withoutLimit' ||
  (cycle !== undefined &&
    (period ? lengthLeft(duration, cycle, period, reading) : lengthByClause(duration)(cycle.lengths.length)) !== undefined);
/** The Parties may prolong what would end (VCLT art. 39), for the time they agree or the clause sets. */
export const needsAgreementToRenew = (c: C, e: EventOf<'renewal.agreed'>): boolean =>
  c.period !== undefined && !c.renewalAgreed && !renewsByItself(c) && nextLength({ ...c, ...agreeRenewal(c, e) }) !== undefined;

/** A notice needs a clause; one that takes effect only at the end of a period also needs a running period. */
export const noticeCanWork = ({ terms: { termination }, period }: C): boolean =>
  termination !== undefined && (termination.when !== 'endOfPeriod' || period !== undefined);
export const isNewNotice = (c: C, e: EventOf<'termination.notified'>): boolean =>
  noticeCanWork(c) && !c.notices.some(n => n.id === e.id) && !isBarred(c, e) && !hasNoPeriodLeft(c, e);
/** Returns whether it is too late for the running period and no other follows at whose end it could take effect. */
const hasNoPeriodLeft = (c: C, e: EventOf<'termination.notified'>): boolean =>
  c.terms.termination!.when === 'endOfPeriod' &&
  continuesWithoutLimit(c) &&
  !isInTime(datesOf(e), periodOnNotice(c, e), countedForRenewal(c.terms.duration, c.reading));
/** Returns whether it is given before the clause allows it, on the reading that gives it no effect. */
export const isBarred = (c: C, e: FactOf<'termination.notified'>): boolean =>
  c.reading.premature === 'noEffect' && isPremature(datesOf(e), c.terms.termination!, lastBarredDay(c));
export const endsOnFixedDays = ({ terms: { termination } }: C): boolean => termination?.when === 'onFixedDays';
export const revokesSomething = (c: C, e: EventOf<'termination.revoked'>): boolean =>
  revoked(c, e).length > 0 || (e.of !== undefined && !c.notices.some(n => n.id === e.of));
export const consentIsOfUse = (c: C, e: EventOf<'termination.revocationConsented'>): boolean =>
  (c.reading.revocation === 'needsConsent' || isWithdrawnByConsent(c)) &&
  (c.awaitingConsent.has(e.of) ? !isConsentGiven(c, e.of) : !c.consented.includes(e.of) && consentMayCome(c, e.of));
/** A consent may precede the revocation or, if every withdrawal needs consent, also the notice. */
const consentMayCome = (c: C, revocation: string): boolean =>
  !c.revocations.includes(revocation) || (isWithdrawnByConsent(c) && [...c.revokedAhead.values()].includes(revocation));
export const isConsentGiven = (c: C, revocation: string): boolean =>
  c.notices
    .filter(n => c.awaitingConsent.get(revocation)!.includes(n.id))
    .every(n => n.revoked !== undefined || n.replacedBy !== undefined);

/** It can cease to be in force only on a day after its entry into force. */
const isAfterEntry = ({ entry }: C, firstDayOut: CalendarDate): boolean => entry !== undefined && firstDayOut > entry.date;
export const endIsPossible = (c: C, e: EventOf<'termination.agreed'>): boolean => isAfterEntry(c, e.firstDayOut);
export const noEndIsComing = (c: C): boolean => comingEnd(c) === undefined;
export const endHasCome = (c: C): boolean => isPast(comingEnd(c)?.lastDayInForce.date, c.today);

export const successionIsPossible = (c: C, e: EventOf<'superseded'>): boolean =>
  c.succession === undefined && isAfterEntry(c, supersede(c, e).succession!.firstDayOut);
export const successionHasCome = (c: C): boolean => hasCome(c.succession?.firstDayOut, c.today);

export const suspensionHasCome = (c: C): boolean => hasCome(c.suspendedFrom, c.today);
export const resumptionIsKnown = (c: C): boolean => c.resumesFrom !== undefined;
export const resumptionHasCome = (c: C): boolean => hasCome(c.resumesFrom, c.today);
export const resumesBeforeSuspension = (c: C): boolean => hasCome(c.resumesFrom, c.suspendedFrom!);
