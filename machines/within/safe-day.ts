/**
 * The safe day where a day is known only within bounds: the earliest over all possible days and all readings, exactly. A notice received
 * by then is in time whatever the day was. Decision 18.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, dayAfter, dayBefore, daysBetween, earliest, inWords, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { stretches, type Possible, type Stretch, type Unsure } from './bounded.ts';
import { dateOf, type Fact } from '../facts.ts';
import { fold } from '../fold.ts';
import type { Family } from '../family.ts';
import { carriedOn, safeDayOn, type CarriedOn } from '../safe-day.ts';
import { hasEnded } from '../agreement/context.ts';

export interface SafeWithin {
  /**
   * Received from `from` through `date`, a notice is in time for the running period on every possible day and every reading. `from` is the
   * day that was asked about, or a later one where on that day it may be too late. Null where there is no such day.
   */
  day: { date: CalendarDate; from: CalendarDate } | null;
  /** A renewal is open, and by when a notice surely prevents it can't be said. */
  missing: boolean;
  how: string;
}

/** What one possible day gives: whether a notice works on the day asked about, through which day, and through which day it is so. */
interface Running {
  /** 0 where the agreement is not in force yet. */
  number: number;
  /** The safe day; null where a notice of that day fails on some reading; undefined where there is no renewal to prevent. */
  safe: CalendarDate | null | undefined;
  /** Where it fails: the day that passed, null where none has been effective yet; and through which day it fails. */
  passed: CalendarDate | null;
  through: CalendarDate;
  /** A protocol ended the period early: what follows is not of its length. */
  isCut: boolean;
}

/** `families`: as `possibleFamilies` gives them on that day. */
export function safeDayWithin(
  agreement: Agreement,
  possible: Possible,
  asOf: CalendarDate,
  families: readonly Stretch<Family>[],
): SafeWithin {
  const runs = runsOf(agreement, possible, asOf);
  const now = families.flatMap(({ days }) => [days.notBefore, days.notAfter].flatMap(day => runs.on(day, asOf) ?? []));
  const failing = now.filter(r => r.safe === null);
  const safe = safest(now);
  if (!failing.length && !safe)
    return { day: null, missing: false, how: now.length ? 'no notice could prevent a renewal' : 'no period is running' };
  if (!failing.length) {
    const how = 'received by then, a notice is in time on every possible day and on every reading';
    return { day: { date: safe!, from: asOf }, missing: false, how };
  }
  const past = whyFailing(failing);
  const next = nextSafeDay(runs, asOf, now);
  return next
    ? { day: next, missing: false, how: `${past}; this is the earliest safe day after that` }
    : {
        day: null,
        missing: true,
        how: `no safe day can be given: ${past}; nor is there one later. Find out the date of ${possible.unsure.map(unsureName).join(' and of ')}`,
      };
}

function whyFailing(failing: readonly Running[]): string {
  const passed = failing.filter(r => r.number > 0).flatMap(r => r.passed ?? []);
  if (passed.length)
    return `for the running period it may be over, after ${inWords(earliest(...passed))}: a notice received now may be in time, or late`;
  return failing.some(r => r.number > 0)
    ? 'on some of the possible days a notice received now is not effective yet'
    : 'on some of the possible days the agreement is not in force yet, and a notice received now has no effect';
}

/**
 * Where a possible day is known by which the safe day is past, there is none until that period is over; only then is it looked for among
 * all of them. Once all periods that ran at first are over, the round begins again, and what was not found is never; where one was cut
 * short, the rounds after it are looked at too.
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

/** What runs on a day: on the ends of each stretch of possible days, which bound what lies between; and on those looked at so far. */
interface Runs {
  on: (possible: CalendarDate, asked: CalendarDate) => Running | undefined;
  /** Looks at some days spread over all: most often they show at once that there is no safe day. */
  probe: () => void;
  all: (asked: CalendarDate) => Running[];
  known: (asked: CalendarDate) => Running[];
  /** How far they are known. */
  through: () => CalendarDate;
}

/** Each possible day is folded once, a good while ahead of the day that is asked about: its course answers for all days until then. */
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

/** On the first day of a period, the one before it where another reading has that day in it: a notice would be late for it. */
function runningOn(course: CarriedOn | undefined, day: CalendarDate): Running | undefined {
  if (!course) return undefined; // over on that possible day
  const moment = course.trail.findLast(m => m.day <= day);
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
function aheadOf({ trail }: CarriedOn, day: CalendarDate): Running | undefined {
  const entry = trail.find(m => m.day > day && m.phase === 'inForce')?.day;
  return entry && { number: 0, safe: null, passed: dayBefore(entry), through: dayBefore(entry), isCut: false };
}

function safest(running: readonly Running[]): CalendarDate | undefined {
  const days = running.flatMap(r => r.safe ?? []);
  return days.length ? earliest(...days) : undefined;
}

const names: Partial<Record<Fact['type'], string>> = {
  signed: 'signature',
  'entry.agreed': 'entry into force',
  'completion.notified': 'receipt of the notification',
};

/** `entry into force`, `receipt of the notification of KZ`, `dispatch of the notice of termination of KZ` */
export const unsureName = ({ type, by, counted }: Unsure): string =>
  counted
    ? `${{ dated: 'date', dispatched: 'dispatch' }[counted]} of the ${type === 'termination.notified' ? 'notice of termination' : 'notification'} of ${by}`
    : `${names[type]!}${by ? ` of ${by}` : ''}`;
