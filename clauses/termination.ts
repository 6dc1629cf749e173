/** What a notice of termination brings about. VCLT art. 54, 67, 78(b). */
import { after, dayAfter, dayBefore, earliest, inWords, latest, lengthInWords, type CalendarDate } from './calendar.ts';
import type { Period } from './periods.ts';
import type { Reading } from './reading.ts';
import type { Reckoning } from './reckoning.ts';
import type { Counted, DurationClause, TerminationClause } from './terms.ts';

/** The dates of a notice that the law reads. */
export interface NoticeDates {
  received: CalendarDate;
  dispatched?: CalendarDate;
  dated?: CalendarDate;
  namedFirstDayOut?: CalendarDate;
}

/** The outcome of one notice under one reading. */
export interface Outcome {
  /** Whether it prevents the renewal of the period running on the date that counts. */
  inTime: boolean;
  /** It may have been in time: the date that counts is not known, only that it is not after receipt. */
  unsure?: true;
  lastDayInForce: Reckoning;
  /** A remark that the officer should see: an earlier named date was ignored, say. */
  remark?: string;
}

/** Which date of a notice the renewal sentence counts: what the clause says, else the reading. */
export const countedForRenewal = (duration: DurationClause, { notifies }: Reading): Counted =>
  (duration.kind === 'periods' && duration.counts) || notifies;

/** The date of a notice that decides whether it is in time. Of one that is not known, the last day that it may be: a notice is dated, then dispatched, then received. */
export const dateThatNotifies = ({ dated, dispatched, received }: NoticeDates, counts: Counted): CalendarDate =>
  ({ received, dispatched: dispatched ?? received, dated: dated ?? dispatched ?? received })[counts];

/** Whether a notice is known to prevent the renewal of a period. Without a last day for notice there is nothing to be late for. */
export function isInTime(dates: NoticeDates, period: Period | undefined, counts: Counted): boolean {
  return !period?.lastDayForNotice || dateThatNotifies(dates, counts) <= period.lastDayForNotice;
}

interface Circumstances {
  duration: DurationClause;
  termination: TerminationClause;
  /** The period running on the date that counts; absent when the duration is indefinite. */
  period?: Period | undefined;
  /** The last day of the period after it, for a late notice that can only prevent a renewal. */
  nextLastDay?: CalendarDate | undefined;
  /** The last day of the first period, where no notice may take effect before it. */
  firstPeriodLastDay?: CalendarDate | undefined;
}

/** The outcome of a notice received in force. */
export function outcomeOfNotice(dates: NoticeDates, at: Circumstances, reading: Reading): Outcome {
  const counts = countedForRenewal(at.duration, reading);
  const inTime = isInTime(dates, at.period, counts);
  const outcome = outcomeBy(dates, at, reading, inTime);
  if (inTime || dates[counts] || isSurelyLate(dates, at.period!, counts)) return outcome;
  const remark = `on which day it was ${counts} is not known, only that it is not after ${inWords(dateThatNotifies(dates, counts))}; if by ${inWords(at.period!.lastDayForNotice!)}, it was in time: ask for the document that shows it`;
  return { ...outcome, unsure: true, remark: [outcome.remark, remark].filter(Boolean).join('; ') };
}

/** A notice is not dispatched before its date. */
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
      how: `received in time: the end of period ${period.number}, which is not renewed`,
    });

  const clause = firstDayOutBy(dates.received, termination, at.firstPeriodLastDay, reading);
  const named = dates.namedFirstDayOut;
  const later = reading.namedDate === 'named' && named ? latest(clause.date, named) : clause.date;
  const lastByNotice = dayBefore(later);
  const lastDay = prevents ? earliest(period.lastDay, lastByNotice) : lastByNotice;
  const how =
    lastDay !== lastByNotice
      ? `in time, so not beyond the end of period ${period!.number}, ${inWords(period!.lastDay)}`
      : later === clause.date
        ? clause.how
        : `named in the notice as first day out: ${inWords(later)}`;
  const ignored = named && reading.namedDate === 'named' && named < clause.date;
  return {
    inTime,
    lastDayInForce: { date: lastDay, basis: lastDay === lastByNotice ? clause.basis : duration.article, how },
    ...(ignored ? { remark: `the notice names ${inWords(named)}, earlier than ${clause.basis} allows; ignored` } : {}),
  };
}

function atEndOfPeriod(dates: NoticeDates, { duration: { article: basis }, period, nextLastDay }: Circumstances, inTime: boolean): Outcome {
  const { lastDay, number } = period!;
  return inTime || !nextLastDay
    ? endingWith(dates, inTime, { date: lastDay, basis, how: `the end of period ${number}, which is not renewed` })
    : endingWith(dates, inTime, { date: nextLastDay, basis, how: `too late for period ${number}; in time for the next, and ends with it` });
}

/** Where a notice ends the agreement with a period, a date that it names has no say. */
function endingWith({ namedFirstDayOut: named }: NoticeDates, inTime: boolean, lastDayInForce: Reckoning): Outcome {
  const ignored = named !== undefined && named !== dayAfter(lastDayInForce.date);
  return { inTime, lastDayInForce, ...(ignored ? { remark: 'the named date is not the end of the period and is ignored' } : {}) };
}

/** The first day out by the clause. "Six months after receipt" is the same-numbered day, or the day after it. */
function firstDayOutBy(
  received: CalendarDate,
  termination: Exclude<TerminationClause, { when: 'endOfPeriod' }>,
  firstPeriodLastDay: CalendarDate | undefined,
  { effect }: Reading,
): Reckoning {
  const counted = after(received, termination.notice);
  const firstDayOut = effect === 'sameNumberedDay' ? counted : dayAfter(counted);
  const how = `${lengthInWords(termination.notice)} after receipt on ${inWords(received)}; first day out ${inWords(firstDayOut)}`;
  if (termination.when === 'afterFirstPeriod' && firstPeriodLastDay && firstPeriodLastDay >= firstDayOut)
    return {
      date: dayAfter(firstPeriodLastDay),
      basis: termination.article,
      how: `not before the end of the first period, ${inWords(firstPeriodLastDay)}`,
    };
  return { date: firstDayOut, basis: termination.article, how };
}
