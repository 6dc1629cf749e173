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
    description:
      'Whether a Party may withdraw its notice freely, or only with the consent of the other Party; absent: freely (VCLT art. 68).',
    examples: ['byConsent'],
  });

const countsOfNotice = counts.optional().meta({
  description: 'The date of the notice from which it is counted: its receipt (also if absent), its dispatch, or the date it bears.',
  examples: ['dispatched'],
});

/** Either `notice`, or `then` where the first day out is the first of a month or of a year. */
const effect = {
  notice: length.optional().meta({ description: 'How long after the notice the agreement ends. Give this or `then`.', examples: ['P6M'] }),
  then: effectInterval.optional().meta({
    description: 'The first day out, if it is the first of a month or of a year: months and days after the notice, then that day.',
    examples: [{ months: 6, firstDayOfMonth: 1 }],
  }),
  counts: countsOfNotice,
  withdrawal,
};
const saysOneEffect = ({ notice, then }: { notice?: unknown; then?: unknown }): boolean => (notice === undefined) !== (then === undefined);
const oneEffect = { path: ['notice'], error: rule('oneEffect') };

export const terminationClause = z.discriminatedUnion('when', [
  z.strictObject({ when: when('anyTime', 'At any time, by notice.'), ...clause, ...effect }).refine(saysOneEffect, oneEffect),
  z
    .strictObject({
      when: when('afterFirstPeriod', 'By notice, but barred for the first period or for `barredFor`.'),
      ...clause,
      ...effect,
      bars: z
        .enum(['effect', 'giving'])
        .optional()
        .meta({
          description:
            'What is barred: the end (a notice may be given, but takes effect only after the bar), or giving the notice at all. Absent: the end.',
          examples: ['giving'],
        }),
      barredFor: length.optional().meta({
        description: 'How long it is barred from entry into force, if not for the first period.',
        examples: ['P3Y'],
      }),
    })
    .refine(saysOneEffect, oneEffect),
  z.strictObject({ when: when('endOfPeriod', 'Only at the end of a period, by preventing its renewal.'), ...clause, withdrawal }),
  z.strictObject({
    when: when('onFixedDays', 'Only on days of the year named in the text, by a notice given in advance.'),
    ...clause,
    days: z
      .array(dayOfYear)
      .min(1)
      .max(12)
      .meta({ description: 'The possible last days in force, as month and day.', examples: [['12-31']] }),
    notice: length.meta({ description: 'How long before such a day the notice must be given.', examples: ['P6M'] }),
    counts: countsOfNotice,
    withdrawal,
  }),
]);
