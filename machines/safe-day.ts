/**
 * The safe day, by its promise: the last day D such that our own notice, dated, dispatched and received on any one day from the day asked
 * about to D, is in time and prevents the next renewal on every reading. Found on the fold carried on from that day with everything known,
 * ignoring running notices, since they can be revoked (VCLT art. 68). This is the only code that finds a safe day.
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Condition } from '../clauses/reading.ts';
import { alternatives } from './readings.ts';
import type { SafeDay } from './safe-day-of-readings.ts';
import type { CarriedOn } from './carried-on.ts';
import { safeDayByCounting, expiryByCounting } from './safe-day-by-counting.ts';
import { earliestExpiry, safeDayByFolding } from './safe-day-by-folding.ts';

/** Returns the safe day on a day not before `carried.from`; undefined if no notice could prevent a renewal, or there is none to prevent. */
export const safeDayOn = (carried: CarriedOn, day: CalendarDate): SafeDay | undefined =>
  carried.readings.differ ? safeDayByFolding(carried, day) : safeDayByCounting(carried, day);

/** Returns the earliest last day in force over all readings if the running period ends without renewal; otherwise undefined. */
export const expiryOn = (carried: CarriedOn, day: CalendarDate): CalendarDate | undefined =>
  carried.readings.differ ? earliestExpiry(carried, day) : expiryByCounting(carried, day);

/** Returns the readings that make the safe day this early; empty if the default is among them. */
export const readingsOfSafeDay = ({ date: day, lasts }: SafeDay): Condition[] =>
  (lasts && alternatives(lasts, last => last).find(a => a.value === day)?.when) ?? [];
