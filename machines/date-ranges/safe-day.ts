/**
 * The safe day if a day is known only within bounds: exactly the earliest over all possible days and all readings. A notice received by
 * then is in time whatever the day was. Decision 18.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, dayAfter, dayBefore, daysBetween, earliest, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Reason } from '../../clauses/reason.ts';
import { stretches, unsureFact, type Possible, type Stretch } from './bounded.ts';
import { dateOf } from '../facts.ts';
import { fold } from '../fold.ts';
import type { TreatyState } from '../treaty-state.ts';
import { carriedOn, type CarriedOn } from '../carried-on.ts';
import { safeDayOn } from '../safe-day.ts';
import { hasEnded } from '../agreement/context.ts';

export interface SafeWithin {
  /**
   * A notice received from `from` through `date` is in time for the running period on every possible day and reading. `from` is the day
   * asked about, or a later one if it may be too late on that day. Null if there is no such day.
   */
  day: { date: CalendarDate; from: CalendarDate } | null;
  /** A renewal is open, but no day is known by which a notice certainly prevents it. */
  missing: boolean;
  reason: Reason;
}

/** The result on one possible day: whether a notice works on the day asked about, through which day, and how long this holds. */
interface Running {
  /** 0 if the agreement is not yet in force. */
  number: number;
  /** The safe day; null if a notice on that day fails on some reading; undefined if there is no renewal to prevent. */
  safe: CalendarDate | null | undefined;
  /** If it fails: the day that passed (null if none has been effective yet), and through which day it fails. */
  passed: CalendarDate | null;
  through: CalendarDate;
  /** A protocol ended the period early, so the following ones are not of its length. */
  isCut: boolean;
}

/** `families`: the result of `possibleFamilies` for that day. */
export function safeDayWithin(
  agreement: Agreement,
  possible: Possible,
  asOf: CalendarDate,
  families: readonly Stretch<TreatyState>[],
): SafeWithin {
  const runs = runsOf(agreement, possible, asOf);
  const now = families.flatMap(({ days }) => [days.notBefore, days.notAfter].flatMap(day => runs.on(day, asOf) ?? []));
  const failing = now.filter(r => r.safe === null);
  const safe = safest(now);
  if (!failing.length && !safe)
    return { day: null, missing: false, reason: { code: now.length ? 'noRenewalToPrevent' : 'noPeriodRunning', args: {} } };
  if (!failing.length) return { day: { date: safe!, from: asOf }, missing: false, reason: { code: 'onEveryDay', args: {} } };
  const reason = whyFailing(failing);
  const next = nextSafeDay(runs, asOf, now);
  return next
    ? { day: next, missing: false, reason: { code: 'safeAfter', args: { reason } } }
    : {
        day: null,
        missing: true,
        reason: { code: 'noSafeDay', args: { reason, unsure: possible.unsure.map(unsureFact) } },
      };
}

function whyFailing(failing: readonly Running[]): Reason {
  const passed = failing.filter(r => r.number > 0).flatMap(r => r.passed ?? []);
  if (passed.length) return { code: 'mayBeOver', args: { passed: earliest(...passed) } };
  return { code: failing.some(r => r.number > 0) ? 'mayHaveNoEffectYet' : 'mayNotBeInForceYet', args: {} };
}

/**
 * If the safe day is past on some known possible day, there is none until that period is over; only then are all possible days searched.
 * Once all initially running periods are over, the cycle repeats, so nothing more can be found; if one was cut short, later cycles are
 * searched too.
 */
function nextSafeDay({ all, known, probe, through }: Runs, asOf: CalendarDate, now: readonly Running[]): SafeWithin['day'] {
  const horizon = now.some(r => r.isCut || r.number === 0) ? through() : dayAfter(latest(...now.map(r => r.through)));
  let day = asOf;
  probe();
  while (day <= horizon) {
    const past = known(day).filter(isPast);
    const running = past.length ? past : all(day);
    const over = running.filter(isPast);
    const safe = safest(running);
    if (!over.length) return safe ? { date: safe, from: day } : null;
    day = dayAfter(latest(...over.map(r => r.through)));
  }
  return null;
}

const isPast = ({ safe }: Running): boolean => safe === null;

const probes = 24;

/** What runs on a day: on the ends of each stretch of possible days, which bound the days between; and on those examined so far. */
interface Runs {
  on: (possible: CalendarDate, asked: CalendarDate) => Running | undefined;
  /** Samples days across the whole span: these usually show at once that there is no safe day. */
  probe: () => void;
  all: (asked: CalendarDate) => Running[];
  known: (asked: CalendarDate) => Running[];
  /** The day through which they are known. */
  through: () => CalendarDate;
}

/** Folds each possible day once, well past the day asked about; the course answers for all days until then. */
function runsOf(agreement: Agreement, possible: Possible, asOf: CalendarDate): Runs {
  const courses = new Map<CalendarDate, CarriedOn | undefined>();
  const courseOf = (day: CalendarDate): CarriedOn | undefined => {
    if (!courses.has(day)) {
      const facts = possible.on(day).filter(f => dateOf(f) <= asOf);
      const { context } = fold(agreement, facts, agreement.reading, asOf).agreement.snapshot;
      courses.set(day, hasEnded(context) ? undefined : carriedOn(agreement, facts, asOf));
    }
    return courses.get(day);
  };
  const shapeOf = (r: Running | undefined): string => (r ? `${r.number} ${r.safe === null}` : '');
  const probe = (): void => {
    const { notBefore, notAfter } = possible.span;
    const apart = daysBetween(notBefore, notAfter) / probes;
    for (let i = 1; i < probes; i++) courseOf(addDays(notBefore, Math.round(i * apart)));
  };
  const on = (day: CalendarDate, asked: CalendarDate): Running | undefined => runningOn(courseOf(day), asked);
  return {
    on,
    probe,
    all: asked =>
      stretches(possible.span, day => on(day, asked), shapeOf).flatMap(({ first, last }) => [first, last].filter(r => r !== undefined)),
    known: asked => [...courses.values()].flatMap(course => runningOn(course, asked) ?? []),
    through: () => earliest(...[...courses.values()].flatMap(c => c?.through ?? [])),
  };
}

/** On the first day of a period: the previous one, if another reading still has that day in it. A notice would be late for it. */
function runningOn(course: CarriedOn | undefined, day: CalendarDate): Running | undefined {
  if (!course) return undefined; // over on that possible day
  const moment = course.history.findLast(m => m.day <= day);
  const period = moment?.phase === 'inForce' ? moment.context.period : undefined;
  if (!period) return moment?.phase === 'inForce' ? undefined : aheadOf(course, day);
  const before = period.number > 1 && period.firstDay === day ? runningOn(course, dayBefore(day)) : undefined;
  if (before && before.through >= day) return { ...before, safe: null };
  const safe = safeDayOn(course, day);
  const base = { number: period.number, isCut: period.endedBy !== undefined };
  if (!safe) return { ...base, safe: undefined, passed: period.lastDay, through: period.lastDay };
  const fails = safe.date === null;
  const through = fails && safe.reopens ? dayBefore(safe.reopens.from) : safe.latestEnd;
  return { ...base, safe: safe.date, passed: safe.passed, through };
}

/** Not in force yet: a notice received before that day has no effect. */
function aheadOf({ history }: CarriedOn, day: CalendarDate): Running | undefined {
  const entry = history.find(m => m.day > day && m.phase === 'inForce')?.day;
  return entry && { number: 0, safe: null, passed: dayBefore(entry), through: dayBefore(entry), isCut: false };
}

function safest(running: readonly Running[]): CalendarDate | undefined {
  const days = running.flatMap(r => r.safe ?? []);
  return days.length ? earliest(...days) : undefined;
}
