/** The safe day where readings take different courses, or clauses change: our notice is tried by folding. */
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, dayAfter, dayBefore, daysBetween, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { combinations, type Reading } from '../clauses/reading.ts';
import { lastBarredDay } from './agreement/context.ts';
import { fold } from './fold.ts';
import type { StateAt } from './treaty-state.ts';
import { lastDayFor, periodRunOn, type PeriodRun, type PeriodStretch } from './period-runs.ts';
import { liveQuestions } from './readings.ts';
import { type DaySpan, type SafeDay, type ReadingWindow, combineReadings, intersection } from './safe-day-of-readings.ts';
import { type CarriedOn, ofEffect } from './carried-on.ts';
import { ourNotice } from './our-notice.ts';

/** Each reading takes its own course: the days before its next renewal, whatever number that period has on it. */
export function safeDayByFolding(ask: CarriedOn, day: CalendarDate): SafeDay | undefined {
  const byDefault = periodRunOn(ask.trails[0]!.history, day);
  const hasJustBegun = byDefault?.firstDay === day && day === ask.from;
  const each = ask.trails.flatMap(({ reading, history }, i): ReadingWindow[] => {
    const found = periodRunOn(history, day);
    // a period that ends on the day asked about counts as over if the default reading is already in the next
    const isOver = i > 0 && hasJustBegun && found?.end === day;
    const isEnding = isOver || (i > 0 && byDefault && found && isSameEndLater(found, byDefault) && isTooLate(found, reading, day));
    const run = isEnding ? periodRunOn(history, dayAfter(found.end)) : found;
    if (!run?.isRenewed) return [];
    const at = run.stretches.findLast(s => s.from <= day) ?? run.stretches[0]!;
    return combinations(ask.readings.ofCount, reading).map(r => ({
      reading: r,
      days: daysOf(ask, r, run, history).map(s => (isOver && s.from === dayAfter(day) ? { ...s, from: day } : s)),
      lastDay: lastDayIn(at, r) ?? dayBefore(run.firstDay),
      end: run.end,
      run,
    }));
  });
  const hasNotice = each.some(e => e.run!.stretches.some(s => s.notice !== undefined));
  if (!hasNotice) return undefined;
  const isNeverGiven = isBarred(ask.agreement) && !each.map(e => e.days).reduce(intersection).length;
  return isNeverGiven ? undefined : combineReadings(ask.readings.live, each, day);
}

/** Whether the period before that of the default reading ends on another reading some days later, since it is counted from another day. */
const isSameEndLater = (found: PeriodRun, { firstDay }: PeriodRun): boolean =>
  found.firstDay < firstDay && found.end >= firstDay && daysBetween(firstDay, found.end) < mostDaysApart;

/** The ends of months differ by three days at most. */
const mostDaysApart = 4;

const isTooLate = ({ stretches }: PeriodRun, reading: Reading, day: CalendarDate): boolean =>
  stretches.every(s => (lastDayIn(s, reading) ?? dayBefore(day)) < day);

/**
 * A timely notice ends the agreement no later than its period; a later change that shortens the period may renew it first, so those days
 * are tested.
 */
function daysOf(ask: CarriedOn, reading: Reading, { stretches }: PeriodRun, history: readonly StateAt[]): DaySpan[] {
  const found = stretches.flatMap((stretch, i) => {
    const { from, to, end } = stretch;
    const last = lastDayIn(stretch, reading);
    if (last === undefined || last < from) return [];
    const days = notBarred({ from, to: earliest(to, last) }, history);
    const isCutLater = stretches.slice(i + 1).some(later => later.end < end);
    return isCutLater ? days.flatMap(d => effectiveDays(ask, reading, d)) : days;
  });
  return found.reduce<DaySpan[]>(joined, []);
}

const lastDayIn = ({ end, notice }: PeriodStretch, reading: Reading): CalendarDate | undefined =>
  notice && lastDayFor(notice, end, reading);

/** Joins consecutive days into one run. */
function joined(all: readonly DaySpan[], next: DaySpan): DaySpan[] {
  const last = all.at(-1);
  return last && dayAfter(last.to) === next.from ? [...all.slice(0, -1), { from: last.from, to: next.to }] : [...all, next];
}

/** A notice before the first day on which it may be given has no effect on some reading. */
function notBarred(days: DaySpan, history: readonly StateAt[]): DaySpan[] {
  const { context } = history.at(-1)!;
  const barred = isBarred({ clauses: context.terms }) ? lastBarredDay(context) : undefined;
  if (!barred) return [days];
  return days.to > barred ? [{ ...days, from: latest(days.from, dayAfter(barred)) }] : [];
}

const isBarred = ({ clauses: { termination } }: Pick<Agreement, 'clauses'>): boolean =>
  termination !== undefined && 'bars' in termination && termination.bars === 'giving';

/**
 * Returns the part of these days on which our notice prevents the renewal: none, or from the first of them on, since a later notice never
 * ends the agreement sooner. Finds its last day by bisection.
 */
function effectiveDays(ask: CarriedOn, reading: Reading, { from, to }: DaySpan): DaySpan[] {
  const works = (day: CalendarDate): boolean => doesPrevent(ask, reading, day);
  if (works(to)) return [{ from, to }];
  if (!works(from)) return [];
  let [yes, no] = [from, to];
  while (dayAfter(yes) < no) {
    const half = halfway(yes, no);
    if (works(half)) yes = half;
    else no = half;
  }
  return [{ from, to: yes }];
}

const halfway = (a: CalendarDate, b: CalendarDate): CalendarDate =>
  addDays(a, Math.floor((Date.parse(b) - Date.parse(a)) / 86_400_000 / 2));

/** Folds with our notice inserted, on every reading of when it takes effect. */
function doesPrevent({ agreement, facts, through }: CarriedOn, reading: Reading, day: CalendarDate): boolean {
  const ours = ourNotice(agreement, day);
  const withOurs = [...facts, ours];
  const live = liveQuestions(agreement, withOurs).filter(q => ofEffect.includes(q));
  return combinations(live, reading).every(r => {
    const family = fold(agreement, withOurs, r, through);
    const taken = family.agreement.snapshot.context.notices.find(n => n.id === ours.id);
    const counts = agreement.clauses.termination?.when === 'onFixedDays' || taken?.prevents !== undefined;
    return counts && taken?.outcome.inTime === true && !family.acts.some(a => a.what === 'renewal' && a.on > day);
  });
}

/** If the period ends without renewal on the default reading: the earliest end over the readings that agree. */
export function earliestExpiry({ trails }: CarriedOn, day: CalendarDate): CalendarDate | undefined {
  const runs = trails.map(({ history }) => periodRunOn(history, day)).filter(run => run?.expires);
  return periodRunOn(trails[0]!.history, day)?.expires ? earliest(...runs.map(run => run!.end)) : undefined;
}
