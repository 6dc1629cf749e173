/** Parts of an answer about ends: the end that comes, what survives it, and the ways out by notice. */
import { dayAfter, daysBetween, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { lastDayForNotice } from '../clauses/last-day-for-notice.ts';
import type { Reading } from '../clauses/reading.ts';
import type { Reason } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import type { Survival } from '../clauses/survivals.ts';
import { hasEnded } from './agreement/context.ts';
import { fold } from './fold.ts';
import type { TreatyState } from './treaty-state.ts';
import type { Views } from './other-readings.ts';
import { dates } from './page-lines.ts';
import type { CarriedOn } from './carried-on.ts';
import { nextRenewal } from './next-period.ts';
import { ourNotice, ourNoticeId } from './our-notice.ts';
import { alternatives, liveQuestions, underEveryReading } from './readings.ts';
import { firstDayOut, type View } from './view.ts';
import { safeWayOutOn, sendByOfWayOut } from './way-out.ts';
import type { NextWayOut, StandingQuestion, Standing } from './standing-types.ts';

export function terminationLine({ end }: View, answers: Views): Standing['termination'] {
  if (!end) return null;
  const { date, basis, reason } = end.lastDayInForce;
  const others = endsOtherwise(answers);
  return {
    cause: end.cause,
    lastDayInForce: date,
    firstDayOut: dayAfter(date),
    basis,
    reason,
    certain: others.length === 0,
    alternatives: others,
  };
}

/** Two counts of one end differ by a day for the end of the period, and by another for the count of days to entry into force. */
export const isSameEnd = (a: CalendarDate, b: CalendarDate): boolean => Math.abs(daysBetween(a, b)) <= countsApart;

export const countsApart = 2;

export const endsOtherwise = (answers: Views): Standing['otherEnds'] =>
  dates(answers, firstDayOut).alternatives.map(({ date: day, when }) => ({ firstDayOut: day, when }));

export function survivalLines(answers: Views): Pick<Standing, 'survivals'> {
  const { survivals } = answers.each[0]!.value;
  if (!survivals.length) return {};
  const lines = survivals.map(({ of, lastDay }, i) => ({
    what: of.what,
    basis: of.article,
    lastDay: lastDay?.date ?? null,
    reason: lastDay?.reason ?? whyWithoutDay(of),
    ...dates(answers, v => v.survivals[i]!.lastDay?.date),
  }));
  return { survivals: lines };
}

const whyWithoutDay = ({ length }: Survival): Reason =>
  length ? { code: 'bySurvivalLength', args: { length } } : { code: 'survivesWithoutDay', args: {} };

/** The alternatives are for the same last day in force; readings on which another way out comes next are listed in `otherWaysOut`. */
export function wayOutLine({ nextWayOut }: View, answers: Views, carried: CarriedOn): Pick<Standing, 'nextWayOut'> {
  if (!nextWayOut) return {};
  const { date, basis, reason } = nextWayOut.lastDayForNotice;
  const { lastDayInForce } = nextWayOut;
  const found = safeWayOutOn(carried, carried.from);
  const sendBy = found && sendByOfWayOut(found.to, carried.agreement);
  const isNow = found?.from === carried.from;
  const toEndThen = {
    of: answers.of,
    each: answers.each.map(({ reading, value }) => ({ reading, value: lastDayToEnd(value, lastDayInForce, reading) })),
  };
  const others = alternatives(toEndThen, last => last).map(({ value, when }) => ({ date: value, when }));
  return {
    nextWayOut: {
      lastDayForNotice: date,
      lastDayInForce,
      safe: found && isNow ? found.to : null,
      sendBy: found && isNow ? sendBy! : null,
      reopens: found && !isNow ? { from: found.from, safe: found.to, sendBy: sendBy!, lastDayInForce: found.lastDayInForce } : null,
      basis,
      reason,
      otherWaysOut: otherWaysOut(answers),
      certain: others.length === 0,
      alternatives: others,
    },
  };
}

function lastDayToEnd({ nextWayOut }: View, lastDayInForce: CalendarDate, reading: Reading): CalendarDate | null {
  if (nextWayOut?.lastDayInForce === lastDayInForce) return nextWayOut.lastDayForNotice.date;
  return nextWayOut ? lastDayForNotice(lastDayInForce, nextWayOut.notice, reading) : null;
}

function otherWaysOut(answers: Views): NextWayOut['otherWaysOut'] {
  const ends = alternatives(answers, v => v.nextWayOut?.lastDayInForce ?? null);
  return ends.flatMap(({ value: lastDayInForce }) => {
    const isOfIt = (v: View): boolean => (v.nextWayOut?.lastDayInForce ?? null) === lastDayInForce;
    const lasts = alternatives(answers, v => (isOfIt(v) ? (v.nextWayOut?.lastDayForNotice.date ?? 'none') : null));
    return lasts
      .filter(({ value }) => value !== null)
      .map(({ value, when }) => ({ lastDayForNotice: value === 'none' ? null : value, lastDayInForce, when }));
  });
}

/** Returns the first day on which a notice may be given, while the clause bars giving one. */
export function noticeFromLine({ noticeFrom: date }: View, answers: Views, basis: string): Pick<Standing, 'noticeFrom'> {
  return date ? { noticeFrom: { date, basis, ...dates(answers, v => v.noticeFrom) } } : {};
}

/** Returns the effect of a notice given after renewal is settled, where the clause allows notice at any time whatever the period. */
export function lateNoticeLine(
  { period, end }: View,
  { agreement, asOf }: StandingQuestion,
  family: TreatyState,
): Pick<Standing, 'lateNotice'> {
  const { termination } = family.agreement.snapshot.context.terms;
  const isAtAnyTime = termination?.when === 'anyTime' || termination?.when === 'afterFirstPeriod';
  if (!period?.settled || end || !isAtAnyTime) return {};
  const withOurs = [...family.taken, ourNotice(agreement, asOf)];
  const answers = underEveryReading(liveQuestions(agreement, withOurs), agreement.reading, r => fold(agreement, withOurs, r, asOf));
  const ends = { of: answers.of, each: answers.each.map(({ reading, value }) => ({ reading, value: endByOurNotice(value) })) };
  const isBarred = answers.each.some(({ value }, i) => !ends.each[i]!.value && !hasEnded(value.agreement.snapshot.context));
  if (isBarred) return {}; // on some reading
  const { date: lastDayInForce, basis, reason } = ends.each[0]!.value!;
  const others = alternatives(ends, e => e?.date ?? null).map(({ value, when }) => ({ date: value, when }));
  return { lateNotice: { lastDayInForce, basis, reason, certain: others.length === 0, alternatives: others } };
}

/**
 * Returns the next period's days for notice, once it is too late for the running one, if a notice must be sent before the renewal. A notice
 * received while the running period has not ended on every reading is late for it on some.
 */
export function aheadLine(view: View, answers: Views, { agreement }: StandingQuestion, family: TreatyState): Pick<Standing, 'ahead'> {
  const next = view.period?.settled ? nextRenewal(agreement, family.taken, view) : undefined;
  const { lastDay } = view.periods[0] ?? {};
  if (!next || !lastDay || next.sendBy > lastDay) return {};
  const ends = answers.each.flatMap(({ value }) => value.periods[0]?.lastDay ?? []).filter(day => isSameEnd(day, lastDay));
  const over = earliest(dayAfter(latest(...ends)), next.due);
  return { ahead: { from: latest(next.firstDay, next.opens, over), safe: next.due, sendBy: next.sendBy } };
}

/** Ignores any other notice running on a reading; undefined on a reading on which the agreement has ended. */
const endByOurNotice = ({ agreement }: TreatyState): Reckoning | undefined =>
  agreement.snapshot.context.notices.find(n => n.id === ourNoticeId)?.outcome.lastDayInForce;
