/** A day that is known only within bounds, both of them possible: "in 1998". It is never guessed; each answer is then a range. */
import { z } from 'zod';
import { calendarDate, daysBetween, type CalendarDate } from './calendar.ts';
import { rule, type SchemaRule } from './schema-rule.ts';

export interface Bounds {
  notBefore: CalendarDate;
  notAfter: CalendarDate;
}

export type DayOrBounds = CalendarDate | Bounds;

/** In days: ten years. What is known less well says nothing of a period. */
export const widest = 3653;

const bounds = z
  .strictObject({ notBefore: calendarDate, notAfter: calendarDate })
  .refine(({ notBefore, notAfter }) => notBefore < notAfter && daysBetween(notBefore, notAfter) <= widest, { error: rule('bounds') });

/** A day, or bounds: `1998-03-10`, or `{ notBefore: 1998-01-01, notAfter: 1998-12-31 }`. */
export const dayOrBounds = z.union([calendarDate, bounds], {
  error: ({ input }) =>
    typeof input === 'object' && input !== null ? rule('bounds') : calendarDate.safeParse(input).error!.issues[0]!.message,
});

/** A day that must be exact: bounds are refused, with why. */
export const exactDay = (why: SchemaRule) =>
  z.union([calendarDate, z.never()], { error: ({ input }) => (typeof input === 'object' && input !== null ? why : rule('day')) });

export const isBounded = (day: DayOrBounds): day is Bounds => typeof day !== 'string';
export const earliestDay = (day: DayOrBounds): CalendarDate => (isBounded(day) ? day.notBefore : day);
export const latestDay = (day: DayOrBounds): CalendarDate => (isBounded(day) ? day.notAfter : day);
