/** Which date of a notification starts or stops time, and how long after it something happens. VCLT art. 78(b). */
import { z } from 'zod';
import { rule } from '../schema-rule.ts';

/** Receipt, unless the text says dispatch or the note's own date. */
export const counts = z.enum(['received', 'dispatched', 'dated'], { error: rule('counted') });

const steps = {
  months: z
    .int()
    .min(1)
    .max(240)
    .optional()
    .meta({ description: 'The number of months after; the day is clamped to the end of a shorter month.', examples: [6] }),
  days: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta({ description: 'The number of days after, counted after the months if there are both.', examples: [30] }),
  firstDayOfMonth: z
    .int()
    .min(1)
    .max(24)
    .optional()
    .meta({
      description: 'Then the first day of the N-th month after that.',
      examples: [2],
    }),
  firstDayOfYear: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .meta({
      description: 'Then 1 January of the N-th year after that.',
      examples: [1],
    }),
};
type Steps = z.infer<z.ZodObject<typeof steps>>;

/** Months are added first, then days, then the move to the first day of a month or of a year. */
const isInterval = ({ months, days, firstDayOfMonth, firstDayOfYear }: Steps): boolean =>
  (months ?? days ?? firstDayOfMonth ?? firstDayOfYear) !== undefined && !(firstDayOfMonth && firstDayOfYear);

/** From the anchor (the last notification, the exchange) to entry into force. */
export const interval = z.union(
  [
    z.literal('sameDay'),
    z
      .strictObject({
        ...steps,
        expired: z
          .literal(true)
          .optional()
          .meta({
            description:
              'True if the text says that the days must have expired or elapsed: the reading `dayCount` then decides whether the day after is meant.',
            examples: [true],
          }),
      })
      .refine(i => isInterval(i) && !(i.expired && !i.days), { error: rule('interval') }),
  ],
  { error: rule('interval') },
);

/** From a notice of termination to the first day out, where a plain length does not express it. */
export const effectInterval = z.strictObject(steps).refine(isInterval, { error: rule('effectInterval') });
