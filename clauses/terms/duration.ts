/** The duration of an agreement, and what prevents its renewal. */
import { z } from 'zod';
import { after, calendarDate, date, length } from '../calendar.ts';
import { clause } from '../clause.ts';
import { condition } from '../condition.ts';
import { counts } from './interval.ts';
import { rule, type SchemaRule } from '../schema-rule.ts';

/**
 * The length of a period. No final clause in agreements/ has periods of less than 90 days; a clause of days or a week would be a slip, and
 * its periods would be folded by the ten thousand. The minimum is the shortest month: P28D, P1M.
 */
export const periodLength: typeof length = length.refine(reachesNextMonth, {
  error: rule('shortestPeriod'),
});

function reachesNextMonth(len: string): boolean {
  const read = length.safeParse(len);
  return !read.success || after(date('2001-02-01'), read.data) >= '2001-03-01'; // the schema of `length` already rejects a malformed one
}

const kind = <T extends string>(name: T, description: string) => z.literal(name).meta({ description });

/** What happens at the end of a period if nobody has given notice. */
export const renewal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('automatic', 'It is renewed unless a Party gives notice in time.'),
    length: periodLength.meta({ description: 'The length of each further period.', examples: ['P5Y'] }),
    times: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many times it is renewed; absent: without limit.', examples: [1] }),
  }),
  z.strictObject({
    kind: kind('byAgreement', 'It is renewed only if the Parties agree (`renewal.agreed`).'),
    length: periodLength
      .optional()
      .meta({ description: 'The length of the renewal; absent if the text leaves it to the Parties.', examples: ['P5Y'] }),
  }),
  z.strictObject({ kind: kind('withoutLimit', 'It remains in force without limit after the first period.') }),
  z.strictObject({ kind: kind('none', 'It expires.') }),
]);

/**
 * A length or an alternative form. Invalid input gets the error of whichever it resembles: objects that of the alternative, all else that
 * of the length.
 */
const lengthOr = <T extends z.core.SomeType>(of: typeof length, other: T, whatElse: SchemaRule) =>
  z.union([of, other], {
    error: ({ input, errors }) =>
      typeof input === 'object' && input !== null ? whatElse : (errors as z.core.$ZodIssue[][])[0]![0]!.message,
  });

const unseen = z
  .literal(true)
  .optional()
  .meta({
    description: 'True if the sources do not show the clause: no period is counted, and whether there are periods is left open.',
    examples: [true],
  });

export const durationClause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: kind('periods', 'For a period, which may be renewed.'),
    ...clause,
    first: lengthOr(
      periodLength,
      z.strictObject({ until: calendarDate.meta({ description: 'The last day of the first period.', examples: ['2020-12-31'] }) }),
      'firstPeriod',
    ).meta({
      description:
        'The length of the first period, or the day named in the text on which it ends; the next period is counted from the day after.',
      examples: ['P5Y', { until: '2020-12-31' }],
    }),
    renewal: renewal.meta({
      description: 'What happens at the end of a period if nobody has given notice.',
      examples: [{ kind: 'automatic', length: 'P5Y' }],
    }),
    noticeBefore: lengthOr(
      length,
      z.strictObject({
        first: length.meta({ description: 'Before the end of the first period.', examples: ['P1Y'] }),
        later: length.meta({ description: 'Before the end of each later period.', examples: ['P6M'] }),
      }),
      'noticeBefore',
    )
      .optional()
      .meta({
        description: 'The minimum time before the end of a period at which a notice still prevents the renewal.',
        examples: ['P6M', { first: 'P1Y', later: 'P6M' }],
      }),
    countedFrom: z
      .union(
        [
          z.enum(['entryIntoForce', 'signature']),
          z
            .string()
            .regex(/^\d{4}-/, { abort: true })
            .pipe(calendarDate),
        ],
        {
          error: rule('entrySignatureOrDay'),
        },
      )
      .optional()
      .meta({
        description: 'The day from which the periods are counted, if not entry into force: `signature`, or a day named in the text.',
        examples: ['signature', '1998-01-01'],
      }),
    counts: counts.optional().meta({
      description: 'The date of a notice that the renewal sentence counts, if it names one; otherwise the reading `notifies` decides.',
      examples: ['received'],
    }),
  }),
  z.strictObject({
    kind: kind('indefinite', 'Without limit.'),
    ...clause,
    endsWith: condition.optional().meta({
      description: '"As long as programme Y runs": the day on which the condition is met (`condition.met`) is the last day in force.',
      examples: [{ id: 'programme-over', what: 'the programme has ended', article: 'art. 7' }],
    }),
    unseen,
  }),
]);
