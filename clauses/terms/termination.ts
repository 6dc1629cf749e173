/** How a notice ends an agreement. VCLT art. 54, 67, 68. */
import { z } from 'zod';
import { calendarDate, length } from '../calendar.ts';
import { clause } from '../clause.ts';
import { counts, effectInterval } from './interval.ts';
import { rule } from '../schema-rule.ts';

/** A day of the year: `12-31`. */
const dayOfYear = z
  .string({ error: rule('dayOfYear') })
  .refine(text => calendarDate.safeParse(`2001-${text}`).success, { error: rule('dayOfEachYear') });

const when = <T extends string>(name: T, description: string) => z.literal(name).meta({ description });

/** By default a Party may withdraw its notice without consent (VCLT art. 68). */
const withdrawal = z
  .enum(['free', 'byConsent'])
  .optional()
  .meta({
    description: 'Whether a Party may withdraw its notice alone, or only with the consent of the other; alone where absent (VCLT art. 68).',
    examples: ['byConsent'],
  });

const countsOfNotice = counts.optional().meta({
  description: 'From which date of the notice it is counted: its receipt where absent, its dispatch, or the date that it bears.',
  examples: ['dispatched'],
});

/** Either `notice`, or `then` where the first day out is the first of a month or of a year. */
const effect = {
  notice: length.optional().meta({ description: 'How long after the notice it ends. This, or `then`.', examples: ['P6M'] }),
  then: effectInterval.optional().meta({
    description:
      'The first day out, where that is the first of a month or of a year: months and days after the notice, then on to that day.',
    examples: [{ months: 6, firstDayOfMonth: 1 }],
  }),
  counts: countsOfNotice,
  withdrawal,
};
const saysOneEffect = ({ notice, then }: { notice?: unknown; then?: unknown }): boolean => (notice === undefined) !== (then === undefined);
const oneEffect = { path: ['notice'], error: rule('oneEffect') };

export const terminationClause = z.discriminatedUnion('when', [
  z
    .strictObject({ when: when('anyTime', 'At any time, some time after the notice.'), ...clause, ...effect })
    .refine(saysOneEffect, oneEffect),
  z
    .strictObject({
      when: when('afterFirstPeriod', 'Some time after the notice, and barred for the first period or for `barredFor`.'),
      ...clause,
      ...effect,
      bars: z
        .enum(['effect', 'giving'])
        .optional()
        .meta({
          description:
            'What is barred: the end (a notice may be given, and works only after it), or the giving of the notice itself. The end where absent.',
          examples: ['giving'],
        }),
      barredFor: length.optional().meta({
        description: 'For how long from entry into force it is barred, where not for the first period.',
        examples: ['P3Y'],
      }),
    })
    .refine(saysOneEffect, oneEffect),
  z.strictObject({ when: when('endOfPeriod', 'Only with the end of a period, by preventing its renewal.'), ...clause, withdrawal }),
  z.strictObject({
    when: when('onFixedDays', 'Only on days of the year that the text names, with a notice before them.'),
    ...clause,
    days: z
      .array(dayOfYear)
      .min(1)
      .max(12)
      .meta({ description: 'The last days in force that are possible, as month and day.', examples: [['12-31']] }),
    notice: length.meta({ description: 'How long before such a day the notice must be given.', examples: ['P6M'] }),
    counts: countsOfNotice,
    withdrawal,
  }),
]);
