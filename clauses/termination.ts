/** The effect of a notice of termination. VCLT art. 54, 67, 78(b). */
import { addDays, addMonths, after, before, dayAfter, dayBefore, earliest, latest, type CalendarDate, type Length } from './calendar.ts';
import { notAfter } from './counted-date.ts';
import { windowFrom, type FixedDaysClause } from './fixed-days.ts';
import { through } from './interval.ts';
import type { Period } from './periods.ts';
import type { Reading } from './reading.ts';
import type { Reason, Remark } from './reason.ts';
import type { Reckoning } from './reckoning.ts';
import type { Counted, DurationClause, TerminationClause } from './terms.ts';

/** The dates of a notice that matter in law. */
export interface NoticeDates {
  received: CalendarDate;
  dispatched?: CalendarDate;
  dated?: CalendarDate;
  namedFirstDayOut?: CalendarDate;
}

/** The outcome of one notice under one reading. */
export interface Outcome {
  /** Whether it prevents the renewal of the period running on the counted date. */
  inTime: boolean;
  /** It may have been in time: the counted date is known only to be not after receipt. */
  unsure?: true;
  lastDayInForce: Reckoning;
  /** Remarks for the officer, such as an earlier named date that was ignored. */
  remarks?: readonly Remark[];
}

/** Returns which date of a notice the renewal sentence counts: the clause decides, otherwise the reading. */
export const countedForRenewal = (duration: DurationClause, { notifies }: Pick<Reading, 'notifies'>): Counted =>
  (duration.kind === 'periods' && duration.counts) || notifies;

/**
 * Returns the date that decides whether a notice is in time or, if it is not known, the latest day it can be: a notice is dated, then
 * dispatched, then received.
 */
export const notificationDateOf = (dates: NoticeDates, counts: Counted): CalendarDate => notAfter(dates, counts)!;

/** Returns whether a notice is known to prevent a renewal. Without a last day for notice, no notice is late. */
export function isInTime(dates: NoticeDates, period: Period | undefined, counts: Counted): boolean {
  return !period?.lastDayForNotice || notificationDateOf(dates, counts) <= period.lastDayForNotice;
}

interface Circumstances {
  duration: DurationClause;
  termination: TerminationClause;
  /** The period running on the counted date; absent if the duration is indefinite. */
  period?: Period | undefined;
  /** The last day of the following period, for a late notice that can only prevent a renewal. */
  nextLastDay?: CalendarDate | undefined;
  /** The last day on which the clause bars a notice: the end of the first period or of `barredFor`. */
  lastBarredDay?: CalendarDate | undefined;
}

/**
 * Returns the date from which a notice's effect is counted: receipt, unless the clause says otherwise. If it is not known, the latest day
 * it can be.
 */
export const effectDateOf = (dates: NoticeDates, clause: ClauseWithEffect): CalendarDate => notificationDateOf(dates, countedOf(clause));

/** Returns which date of a notice its effect is counted from. */
export const countedOf = ({ counts }: ClauseWithEffect): Counted => counts ?? 'received';

/** Returns whether a notice is given before the clause allows it. */
export const isPremature = (dates: NoticeDates, clause: TerminationClause, lastBarredDay: CalendarDate | undefined): boolean =>
  clause.when === 'afterFirstPeriod' &&
  clause.bars === 'giving' &&
  lastBarredDay !== undefined &&
  effectDateOf(dates, clause) <= lastBarredDay;

/** Returns a premature notice as given on the first day allowed. */
export function asOfFirstDay(dates: NoticeDates, lastBarredDay: CalendarDate): NoticeDates {
  const first = dayAfter(lastBarredDay);
  return { ...dates, received: latest(first, dates.received), dispatched: first, dated: first };
}

/** Returns the last day of the bar, which runs from entry into force. */
export function lastDayOfBar(inForce: CalendarDate, barredFor: Length, { periodEnd }: Reading): CalendarDate {
  const anniversary = after(inForce, barredFor);
  return periodEnd === 'dayBefore' ? dayBefore(anniversary) : anniversary;
}

/** Returns the outcome of a notice received while the agreement is in force. */
export function outcomeOfNotice(dates: NoticeDates, at: Circumstances, reading: Reading): Outcome {
  const counts = countedForRenewal(at.duration, reading);
  const inTime = isInTime(dates, at.period, counts);
  const outcome = outcomeBy(dates, at, reading, inTime);
  if (inTime || dates[counts] || isSurelyLate(dates, at.period!, counts)) return outcome;
  const args = { counted: counts, notAfter: notificationDateOf(dates, counts), lastDayForNotice: at.period!.lastDayForNotice! };
  return { ...outcome, unsure: true, remarks: [...(outcome.remarks ?? []), { code: 'countedDateUnknown', args }] };
}

/** A notice cannot be dispatched before its date. */
const isSurelyLate = ({ dated }: NoticeDates, { lastDayForNotice }: Period, counts: Counted): boolean =>
  counts === 'dispatched' && dated !== undefined && dated > lastDayForNotice!;

function outcomeBy(dates: NoticeDates, at: Circumstances, reading: Reading, inTime: boolean): Outcome {
  const { duration, termination, period } = at;
  const prevents = inTime && period?.lastDayForNotice !== undefined && duration.kind === 'periods';
  if (termination.when === 'endOfPeriod') return atEndOfPeriod(dates, at, inTime);

  if (prevents && reading.waysOut === 'endOfPeriod' && termination.when === 'anyTime')
    return endingWith(dates, inTime, {
      date: period.lastDay,
      basis: duration.article,
      reason: { code: 'byNoticeInTime', args: { period: period.number } },
    });

  const clause = firstDayOutBy(dates, termination, at.lastBarredDay, reading);
  const named = dates.namedFirstDayOut;
  const later =
    reading.namedDate === 'named' && named ? possibleFirstDayOut(latest(clause.date, named), dates, termination, reading) : clause.date;
  const lastByNotice = dayBefore(later);
  const lastDay = prevents ? earliest(period.lastDay, lastByNotice) : lastByNotice;
  const byNamed = (): Reason =>
    later === named ? { code: 'byNamedDay', args: { firstDayOut: later } } : { code: 'byFixedDayAfterNamed', args: { named: named! } };
  const reason: Reason =
    lastDay !== lastByNotice
      ? { code: 'notBeyondPeriod', args: { period: period!.number, lastDay: period!.lastDay } }
      : later === clause.date
        ? clause.reason
        : byNamed();
  const ignored = named && reading.namedDate === 'named' && named < clause.date;
  return {
    inTime,
    lastDayInForce: { date: lastDay, basis: lastDay === lastByNotice ? clause.basis : duration.article, reason },
    ...(ignored ? { remarks: [{ code: 'namedDayTooEarly', args: { named, article: clause.basis } }] } : {}),
  };
}

function atEndOfPeriod(dates: NoticeDates, { duration: { article: basis }, period, nextLastDay }: Circumstances, inTime: boolean): Outcome {
  const { lastDay, number } = period!;
  return inTime || !nextLastDay
    ? endingWith(dates, inTime, { date: lastDay, basis, reason: { code: 'byPeriodNotRenewed', args: { period: number } } })
    : endingWith(dates, inTime, { date: nextLastDay, basis, reason: { code: 'byNextPeriod', args: { period: number } } });
}

/** Where a notice ends the agreement at the end of a period, a date named in it has no effect. */
function endingWith({ namedFirstDayOut: named }: NoticeDates, inTime: boolean, lastDayInForce: Reckoning): Outcome {
  const ignored = named !== undefined && named !== dayAfter(lastDayInForce.date);
  return { inTime, lastDayInForce, ...(ignored ? { remarks: [{ code: 'namedDayIgnored', args: {} }] } : {}) };
}

/** Moves a named first day out that does not follow a fixed day to the next that does. */
const possibleFirstDayOut = (day: CalendarDate, dates: NoticeDates, termination: ClauseWithEffect, reading: Reading): CalendarDate =>
  termination.when === 'onFixedDays'
    ? dayAfter(windowFrom(effectDateOf(dates, termination), termination, reading, dayBefore(day)).lastDay)
    : day;

type ClauseWithEffect = Exclude<TerminationClause, { when: 'endOfPeriod' }>;
type ClauseAfterTime = Exclude<ClauseWithEffect, FixedDaysClause>;

/** Returns the first day out under the clause. Without receipt there is no effect, so the last day in force is never before receipt. */
function firstDayOutBy(
  dates: NoticeDates,
  termination: ClauseWithEffect,
  lastBarredDay: CalendarDate | undefined,
  reading: Reading,
): Reckoning {
  const basis = termination.article;
  const from = effectDateOf(dates, termination);
  const anchor = { counted: countedOf(termination), day: from };
  if (termination.when === 'onFixedDays') {
    const { lastDay } = windowFrom(from, termination, reading, dates.received);
    const args = { ...anchor, noticePeriod: termination.notice, lastDay };
    return { date: dayAfter(lastDay), basis, reason: { code: 'byFixedDayAfterNotice', args } };
  }
  const counted = counting(from, termination, reading);
  const onReceipt = dayAfter(dates.received);
  const first = latest(counted, onReceipt);
  if (termination.when === 'afterFirstPeriod' && lastBarredDay && lastBarredDay >= first)
    return {
      date: dayAfter(lastBarredDay),
      basis,
      reason: { code: 'notBeforeBar', args: { barredFor: termination.barredFor ?? null, lastDay: lastBarredDay } },
    };
  const after = { ...anchor, noticePeriod: termination.notice ?? null, then: termination.then ?? null };
  return counted < first
    ? { date: first, basis, reason: { code: 'byReceipt', args: { ...after, received: dates.received } } }
    : { date: first, basis, reason: { code: 'byNoticePeriod', args: { ...after, firstDayOut: first } } };
}

/**
 * Counts to the first day out. "Six months after receipt" is the same-numbered day or the day after; the first of a month is itself the
 * first day out.
 */
function counting(from: CalendarDate, { notice, then }: ClauseAfterTime, reading: Reading): CalendarDate {
  const counted = notice ? after(from, notice) : through(then!, from, reading);
  return reading.effect === 'sameNumberedDay' || endsOnFirstDay(then) ? counted : dayAfter(counted);
}

const endsOnFirstDay = (then: ClauseAfterTime['then']): boolean => (then?.firstDayOfMonth ?? then?.firstDayOfYear) !== undefined;

/**
 * Returns the days before which a notice's date makes no difference: it would end the agreement on receipt. `changed`: notice periods set
 * by protocols.
 */
export function firstDaysThatMatter(received: CalendarDate, clause: TerminationClause, changed: readonly Length[]): CalendarDate[] {
  const { notice, then } = { notice: undefined, then: undefined, ...clause };
  const { months = 0, days = 0, firstDayOfMonth = 0, firstDayOfYear = 0 } = then ?? {};
  const steps = addDays(addMonths(received, -(months + firstDayOfMonth + 12 * firstDayOfYear)), -days);
  return [steps, ...[...(notice ? [notice] : []), ...changed].map(length => before(received, length))];
}
