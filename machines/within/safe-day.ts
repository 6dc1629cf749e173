/**
 * The safe day where a day is known only within bounds: the earliest over all possible days and all readings, exactly. A notice received
 * by then is in time whatever the day was. Decision 18.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import {
  addDays,
  after,
  dayAfter,
  dayBefore,
  daysBetween,
  earliest,
  inWords,
  latest,
  type CalendarDate,
  type Length,
} from '../../clauses/calendar.ts';
import { lastDayOfPeriod } from '../../clauses/periods.ts';
import { combinations } from '../../clauses/reading.ts';
import type { Changes } from '../../clauses/terms.ts';
import type { AgreementContext } from '../agreement/context.ts';
import { stretches, type Possible, type Stretch, type Unsure } from './bounded.ts';
import { safeDayIn } from '../decisions.ts';
import type { Fact } from '../facts.ts';
import { fold, type Family, type Moment } from '../fold.ts';

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

/** What one possible day gives: the safe day of the period that then runs, and the last day of that period, the latest on any reading. */
interface Running {
  number: number;
  lastDay: CalendarDate;
  safe: CalendarDate | undefined;
  /** A protocol ended it early: what follows is not of its length. */
  isCut: boolean;
}

/** `families`: as `possibleFamilies` gives them on that day. */
export function safeDayWithin(
  agreement: Agreement,
  possible: Possible,
  asOf: CalendarDate,
  families: readonly Stretch<Family>[],
): SafeWithin {
  const now = families.flatMap(({ first, last }) => [first, last].flatMap(({ trail }) => runningOn(trail, asOf) ?? []));
  const safe = safest(now);
  if (!safe) return { day: null, missing: false, how: now.length ? 'no notice could prevent a renewal' : 'no period is running' };
  if (safe >= asOf) {
    const how = 'received by then, a notice is in time on every possible day and on every reading';
    return { day: { date: safe, from: asOf }, missing: false, how };
  }
  const past = `for the running period it may be over, after ${inWords(safe)}: a notice received now may be in time, or late`;
  const next = nextSafeDay(runsOf(agreement, possible, asOf), asOf, now);
  return next
    ? { day: next, missing: false, how: `${past}; this is the safe day of the period after it` }
    : {
        day: null,
        missing: true,
        how: `no safe day can be given: ${past}; nor is there one later. Find out the date of ${possible.unsure.map(unsureName).join(' and of ')}`,
      };
}

/**
 * Where a possible day is known by which the safe day is past, there is none until that period is over; only then is it looked for among
 * all of them. Once all periods that ran at first are over, the round begins again, and what was not found is never; where one was cut
 * short, the rounds after it are looked at too.
 */
function nextSafeDay({ all, known, probe, ahead }: Runs, asOf: CalendarDate, now: readonly Running[]): SafeWithin['day'] {
  const horizon = now.some(r => r.isCut) ? ahead : dayAfter(latest(...now.map(r => r.lastDay)));
  let day = asOf;
  probe();
  while (day <= horizon) {
    const isPast = (r: Running): boolean => r.safe !== undefined && r.safe < day;
    const past = known(day).filter(isPast);
    const running = past.length ? past : all(day);
    const over = running.filter(isPast);
    const safe = safest(running);
    if (!over.length) return safe ? { date: safe, from: day } : null;
    day = dayAfter(latest(...over.map(r => r.lastDay)));
  }
  return null;
}

const probes = 24;

/** What runs on a day: on the ends of each stretch of possible days, which bound what lies between; and on those looked at so far. */
interface Runs {
  /** Looks at some days spread over all: most often they show at once that there is no safe day. */
  probe: () => void;
  all: (asOf: CalendarDate) => Running[];
  known: (asOf: CalendarDate) => Running[];
  /** How far they are known. */
  ahead: CalendarDate;
}

/** Each possible day is folded once, a good while ahead of the day that is asked about: its trail answers for all days until then. */
function runsOf(agreement: Agreement, possible: Possible, asOf: CalendarDate): Runs {
  const ahead = farEnough(agreement, possible, asOf);
  const trails = new Map<CalendarDate, readonly Moment[]>();
  const trailOf = (day: CalendarDate): readonly Moment[] => {
    const known = trails.get(day) ?? fold(agreement, possible.on(day), agreement.reading, ahead).trail;
    trails.set(day, known);
    return known;
  };
  const shapeOf = (asked: CalendarDate, r: Running | undefined): string =>
    r ? `${r.number} ${r.safe !== undefined && r.safe < asked}` : '';
  const probe = (): void => {
    const { notBefore, notAfter } = possible.span;
    const apart = daysBetween(notBefore, notAfter) / probes;
    for (let i = 1; i < probes; i++) trailOf(addDays(notBefore, Math.round(i * apart)));
  };
  return {
    probe,
    all: asked =>
      stretches(
        possible.span,
        day => runningOn(trailOf(day), asked),
        r => shapeOf(asked, r),
      ).flatMap(({ first, last }) => [first, last].filter(r => r !== undefined)),
    known: asked => [...trails.values()].flatMap(trail => runningOn(trail, asked) ?? []),
    ahead,
  };
}

/** On the first day of a period, the one before it where another reading has that day in it: a notice would be late for it. */
function runningOn(trail: readonly Moment[], day: CalendarDate): Running | undefined {
  const moment = trail.findLast(m => m.day <= day);
  const period = moment?.phase === 'inForce' ? moment.context.period : undefined;
  if (!period) return undefined;
  const before = period.number > 1 && period.firstDay === day ? runningOn(trail, dayBefore(day)) : undefined;
  if (before?.lastDay === day) return before;
  return {
    number: period.number,
    lastDay: latestEnd(moment!.context),
    safe: safeDayIn(moment!.context),
    isCut: period.endedBy !== undefined,
  };
}

/** The last day of the running period, on the reading on which it is the latest. */
function latestEnd({ period, cycle, reading }: AgreementContext): CalendarDate {
  if (period!.endedBy) return period!.lastDay;
  return latest(...combinations(['periodEnd'], reading).map(r => lastDayOfPeriod(cycle!, r)));
}

/** Two of the longest periods that the clauses or a protocol know, and a little. */
function farEnough({ clauses: { duration } }: Agreement, possible: Possible, asOf: CalendarDate): CalendarDate {
  const changes = possible.on(asOf).flatMap(f => (f.type === 'protocol.signed' && f.changes ? [f.changes] : []));
  /* v8 ignore next -- @preserve where no period runs, no safe day is past */
  const own = duration.kind === 'periods' ? [duration.first, lengthOf(duration.renewal)] : [];
  const lengths = [...own, ...changes.flatMap(({ periodLength, renewal }) => [periodLength, lengthOf(renewal)])].filter(
    l => l !== undefined,
  );
  return latest(addDays(asOf, 400), ...lengths.map(l => addDays(after(asOf, l, l), 400)));
}

const lengthOf = (renewal: Changes['renewal']): Length | undefined => (renewal && 'length' in renewal ? renewal.length : undefined);

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
