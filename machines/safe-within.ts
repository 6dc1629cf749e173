/**
 * The safe day where a day is known only within bounds: the earliest over all possible days and all readings, exactly. A notice received
 * by then is in time whatever the day was. Decision 18.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, after, dayAfter, earliest, inWords, latest, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Changes } from '../clauses/terms.ts';
import { stretches, type Possible, type Unsure } from './bounded.ts';
import { safeDayIn } from './decisions.ts';
import type { Fact } from './facts.ts';
import { fold, type Moment } from './fold.ts';

export interface SafeWithin {
  /**
   * Received from `from` through `date`, a notice is in time for the running period on every possible day and every reading. `from` is the
   * day that was asked about, or a later one where on that day it may be too late. Null where there is no such day.
   */
  day: { date: CalendarDate; from: CalendarDate } | null;
  how: string;
}

/** What one possible day gives: the safe day of the period that then runs, and the last day of that period. */
interface Running {
  number: number;
  lastDay: CalendarDate;
  safe: CalendarDate | undefined;
}

export function safeDayWithin(agreement: Agreement, possible: Possible, asOf: CalendarDate): SafeWithin {
  const runningOn = runningUnder(agreement, possible, asOf);
  const now = runningOn(asOf);
  const safe = safest(now);
  if (!safe) return { day: null, how: now.length ? 'no notice could prevent a renewal' : 'no period is running' };
  if (safe >= asOf)
    return { day: { date: safe, from: asOf }, how: 'received by then, a notice is in time on every possible day and on every reading' };
  const past = `it may be past, since ${inWords(safe)}: whether a notice still prevents the coming renewal can't be said`;
  const next = nextSafeDay(runningOn, asOf, now);
  return next
    ? { day: next, how: `${past}; the safe day of the period after it is meant` }
    : {
        day: null,
        how: `no safe day can be given: ${past}, nor later. Find out the date of ${possible.unsure.map(unsureName).join(' and of ')}`,
      };
}

/**
 * On the day after all periods that were past their safe day, others may be; once all periods that ran at first are over, the round begins
 * again, and what was not found is never.
 */
function nextSafeDay(runningOn: RunningOn, asOf: CalendarDate, now: readonly Running[]): SafeWithin['day'] {
  const horizon = dayAfter(latest(...now.map(r => r.lastDay)));
  let running = now;
  let day = asOf;
  while (day <= horizon) {
    const past = running.filter(r => r.safe !== undefined && r.safe < day);
    if (!past.length) return { date: safest(running)!, from: day };
    day = dayAfter(latest(...past.map(r => r.lastDay)));
    running = runningOn(day);
    if (!safest(running)) return null;
  }
  return null;
}

type RunningOn = (asOf: CalendarDate) => Running[];

/**
 * What runs on a day, on the ends of each stretch of possible days, which bound what lies between. Each possible day is folded once, a good
 * while ahead of the day that is asked about: its trail answers for all days until then.
 */
function runningUnder(agreement: Agreement, possible: Possible, asOf: CalendarDate): RunningOn {
  const ahead = farEnough(agreement, possible, asOf);
  const trails = new Map<CalendarDate, readonly Moment[]>();
  const trailOf = (day: CalendarDate): readonly Moment[] => {
    const known = trails.get(day) ?? fold(agreement, possible.on(day), agreement.reading, ahead).trail;
    trails.set(day, known);
    return known;
  };
  return asked => {
    const answer = (day: CalendarDate): Running | undefined => {
      const moment = trailOf(day).findLast(m => m.day <= asked);
      const period = moment?.phase === 'inForce' ? moment.context.period : undefined;
      return period && { number: period.number, lastDay: period.lastDay, safe: safeDayIn(moment!.context) };
    };
    const shapeOf = (r: Running | undefined): string => (r ? `${r.number} ${r.safe === undefined ? '' : r.safe < asked}` : '');
    return stretches(possible.span, answer, shapeOf).flatMap(({ first, last }) => [first, last].filter(r => r !== undefined));
  };
}

/** Two of the longest periods that the clauses or a protocol know, and a little. */
function farEnough({ clauses: { duration } }: Agreement, possible: Possible, asOf: CalendarDate): CalendarDate {
  const changes = possible.on(asOf).flatMap(f => (f.type === 'protocol.signed' && f.changes ? [f.changes] : []));
  const lengths = [
    ...(duration.kind === 'periods' ? [duration.first, lengthOf(duration.renewal)] : []),
    ...changes.flatMap(({ periodLength, renewal }) => [periodLength, lengthOf(renewal)]),
  ].filter(l => l !== undefined);
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

/** `entry into force`, `receipt of the notification of KZ` */
export const unsureName = ({ type, by }: Unsure): string => `${names[type]!}${by ? ` of ${by}` : ''}`;
