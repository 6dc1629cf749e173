/**
 * The next way out on fixed days, on the safe side, with the day by which a notice must leave. Found like the safe day: on the fold carried
 * on with everything known, over all readings.
 */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { after, beginsEverywhere, dayAfter, dayBefore, earliest, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { windowFrom } from '../clauses/fixed-days.ts';
import { combinations, type Reading } from '../clauses/reading.ts';
import type { CarriedOn } from './carried-on.ts';
import type { DaySpan } from './safe-day-of-readings.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import type { Timer } from './timer.ts';
import type { StateAt } from './treaty-state.ts';
import { endKnown } from './view.ts';

export interface WayOut {
  /** The last day in force if a notice is received in time. */
  lastDayInForce: CalendarDate;
  /** Its safe day. */
  due: CalendarDate;
  sendBy: CalendarDate;
}

/** Our notice on any of these days ends the agreement on the same day on every reading. */
export interface CertainWayOut extends DaySpan {
  lastDayInForce: CalendarDate;
}

/** Readings may differ for some days about which fixed day comes next, but never longer than this. */
const reach = 'P2Y' as Length;

/** Returns the way out from the day asked about, or from the next one on which the readings agree; undefined if there is none. */
export function safeWayOutOn({ trails, readings: { ofCount } }: CarriedOn, day: CalendarDate): CertainWayOut | undefined {
  const courses = trails.flatMap(({ reading, history }) => combinations(ofCount, reading).map((r): Course => ({ reading: r, history })));
  const last = after(day, reach);
  for (let from = day; from <= last;) {
    const stretches = courses.map(c => stretchFrom(from, c));
    const { lastDayInForce } = stretches[0]!;
    if (lastDayInForce && stretches.every(s => s.lastDayInForce === lastDayInForce))
      return { from, to: earliest(...courses.map(c => lastDayToEndOn(lastDayInForce, from, c))), lastDayInForce };
    const ends = stretches.flatMap(({ to }) => to ?? []);
    if (!ends.length) return undefined;
    from = dayAfter(earliest(...ends));
  }
  return undefined;
}

export function wayOutOn(carried: CarriedOn, day: CalendarDate): WayOut | undefined {
  const found = safeWayOutOn(carried, day);
  return found && { lastDayInForce: found.lastDayInForce, due: found.to, sendBy: sendByOfWayOut(found.to, carried.agreement) };
}

export const sendByOfWayOut = (safe: CalendarDate, { clauses, transit }: Agreement): CalendarDate =>
  sendByOf(safe, countedSafely(clauses), transit);

/** One reading and its course. */
interface Course {
  reading: Reading;
  history: readonly StateAt[];
}

/** A stretch of days on each of which a notice ends the agreement on the same day; open-ended if nothing changes any more. */
interface Stretch {
  to: CalendarDate | undefined;
  /** Undefined if a notice has no effect, or the agreement ends by then without one. */
  lastDayInForce: CalendarDate | undefined;
}

function stretchFrom(day: CalendarDate, { reading, history }: Course): Stretch {
  const moment = history.findLast(m => m.day <= day);
  const next = history.find(m => m.day > day)?.day;
  const to = next && dayBefore(next);
  const clause = moment?.context.terms.termination;
  if (moment?.phase !== 'inForce' || clause?.when !== 'onFixedDays') return { to, lastDayInForce: undefined };
  const { lastDay, lastDayForNotice } = windowFrom(day, clause, reading);
  const end = endKnown(moment.context)?.lastDayInForce.date;
  return { to: to ? earliest(to, lastDayForNotice) : lastDayForNotice, lastDayInForce: end && end <= lastDay ? undefined : lastDay };
}

/** Returns the last of the consecutive days on each of which a notice ends the agreement then. */
function lastDayToEndOn(lastDayInForce: CalendarDate, from: CalendarDate, course: Course): CalendarDate {
  const { to } = stretchFrom(from, course);
  const next = dayAfter(to!);
  return stretchFrom(next, course).lastDayInForce === lastDayInForce ? lastDayToEndOn(lastDayInForce, next, course) : to!;
}

/** Runs until the send-by day is over; if a notice is in time when it leaves, the last day for notice has its own timer. */
export function sendByTimer(wayOut: Pick<WayOut, 'due' | 'sendBy'> | undefined, agreement: Agreement, today: CalendarDate): Timer[] {
  if (!wayOut || wayOut.sendBy === wayOut.due || wayOut.sendBy < today) return [];
  const { sendBy, due } = wayOut;
  const at = beginsEverywhere(dayAfter(sendBy), zonesOf(agreement));
  return [{ name: 'sendBy', day: sendBy, at, says: { code: 'noticeSendBy', args: { sendBy, safe: due } } }];
}
