/**
 * A day known only within bounds, such as "in 1998". Every day in the range is possible; servanda never guesses one, so each answer becomes
 * a range.
 */
import { z } from 'zod';
import { calendarDate, daysBetween, type CalendarDate } from './calendar.ts';
import { rule, type SchemaRule } from './schema-rule.ts';

export interface Bounds {
  notBefore: CalendarDate;
  notAfter: CalendarDate;
}

export type DayOrBounds = CalendarDate | Bounds;

/** The widest range accepted, in days (ten years). A wider one would say nothing useful about a period. */
export const widest = 3653;

const bounds = z
  .strictObject({ notBefore: calendarDate, notAfter: calendarDate })
  .refine(({ notBefore, notAfter }) => notBefore < notAfter && daysBetween(notBefore, notAfter) <= widest, { error: rule('bounds') });

/** A day or a range: `1998-03-10`, or `{ notBefore: 1998-01-01, notAfter: 1998-12-31 }`. */
export const dayOrBounds = z.union([calendarDate, bounds], {
  error: ({ input }) =>
    typeof input === 'object' && input !== null ? rule('bounds') : calendarDate.safeParse(input).error!.issues[0]!.message,
});

/** The schema of a day that must be exact; it rejects bounds with the rule `why`. */
export const exactDay = (why: SchemaRule) =>
  z.union([calendarDate, z.never()], { error: ({ input }) => (typeof input === 'object' && input !== null ? why : rule('day')) });

export const isBounded = (day: DayOrBounds): day is Bounds => typeof day !== 'string';
export const earliestDay = (day: DayOrBounds): CalendarDate => (isBounded(day) ? day.notBefore : day);
export const latestDay = (day: DayOrBounds): CalendarDate => (isBounded(day) ? day.notAfter : day);
