/** The final clauses of an agreement as data: entry into force, periods, termination, amendment. */
import { z } from 'zod';
import { calendarDate, length } from './calendar.ts';
import { clause, words } from './clause.ts';
import type { Condition } from './condition.ts';
import { provisionalApplicationClause } from './provisional-application.ts';
import { survival } from './survivals.ts';
import { durationClause, periodLength, renewal } from './terms/duration.ts';
import { entryIntoForceClause, entryOfProtocols } from './terms/entry-into-force.ts';
import type { counts, interval } from './terms/interval.ts';
import { partyCode } from './terms/party-code.ts';
import { terminationClause } from './terms/termination.ts';
import { rule, type SchemaRule } from './schema-rule.ts';

/** Amendment by protocols, which by default enter into force as the agreement does. VCLT art. 39. */
const amendmentClause = z.strictObject({
  ...clause,
  by: z.literal('protocol').meta({ description: 'By protocols, which become an integral part of the agreement.' }),
  entryIntoForce: entryOfProtocols.optional().meta({
    description: 'How protocols enter into force, if not in the same way as the agreement.',
    examples: [{ on: 'signature', article: 'art. 10' }],
  }),
});

export const terms = z
  .strictObject({
    entryIntoForce: entryIntoForceClause.meta({
      description: 'How it enters into force (VCLT art. 24).',
      examples: [{ on: 'lastNotification', article: 'art. 13' }],
    }),
    provisionalApplication: provisionalApplicationClause.optional().meta({
      description: 'Application before entry into force, only if the text provides for it (VCLT art. 25).',
      examples: [{ from: 'signature', article: 'art. 13' }],
    }),
    duration: durationClause.meta({
      description: 'How long it is concluded for.',
      examples: [{ kind: 'indefinite', article: 'art. 13' }],
    }),
    termination: terminationClause.optional().meta({
      description: 'How a notice ends it (VCLT art. 54).',
      examples: [{ when: 'anyTime', article: 'art. 13', notice: 'P6M' }],
    }),
    amendment: amendmentClause.optional().meta({
      description: 'How it is amended (VCLT art. 39).',
      examples: [{ article: 'art. 10', by: 'protocol' }],
    }),
    survivals: z
      .array(survival)
      .min(1)
      .max(20)
      .optional()
      .meta({
        description: 'What continues after the end (VCLT art. 70).',
        examples: [[{ what: 'contracts under way', article: 'art. 14' }]],
      }),
  })
  .superRefine(({ entryIntoForce, duration, termination }, ctx) => {
    if (conditionOfEntry({ entryIntoForce })?.id === (endsWith({ duration })?.id ?? ''))
      ctx.addIssue({
        code: 'custom',
        path: ['duration', 'endsWith', 'id'],
        message: rule('otherCondition'),
      });
    if (termination?.when === 'endOfPeriod' && (duration.kind !== 'periods' || !duration.noticeBefore))
      ctx.addIssue({ code: 'custom', path: ['termination', 'when'], message: rule('endOfPeriodNeedsPeriods') });
    if (termination?.when === 'afterFirstPeriod' && duration.kind !== 'periods' && !termination.barredFor)
      ctx.addIssue({
        code: 'custom',
        path: ['termination', 'when'],
        message: rule('afterFirstPeriodNeedsPeriods'),
      });
    if (termination?.when === 'onFixedDays' && duration.kind === 'periods' && duration.noticeBefore)
      ctx.addIssue({
        code: 'custom',
        path: ['duration', 'noticeBefore'],
        message: rule('notWithFixedDays'),
      });
    if (duration.kind === 'periods' && duration.noticeBefore && !termination)
      ctx.addIssue({
        code: 'custom',
        path: ['termination'],
        message: rule('noticeNeedsTermination'),
      });
  });

/** What a protocol changes, and from when: its entry into force, unless it says otherwise. VCLT art. 24, 25, 28, 39. */
export const changes = z
  .strictObject({
    /** The length of periods, from the next one unless `appliesTo` says otherwise. */
    periodLength: periodLength.optional(),
    renewal: renewal.optional(),
    noticeBefore: length.optional(),
    /** The time from a notice to its effect; for termination on fixed days, the time before such a day. */
    noticePeriod: length.optional(),
    /** How later protocols enter into force. */
    amendment: entryOfProtocols.optional(),
    /** A change of a Party's competent organisation. */
    organisations: z
      .array(z.strictObject({ party: partyCode, name: words, replaces: words.optional() }))
      .min(1)
      .max(20)
      .optional(),
    /** Documents under the agreement that are created, changed or withdrawn. */
    documents: z.array(words).min(1).max(50).optional(),
    /** Other changes to the text, in words; they move no date. */
    text: words.optional(),
    appliesTo: z.enum(['nextPeriod', 'runningPeriod']).default('nextPeriod'),
    /** The protocol's entry into force becomes the first day of a new first period. */
    restartsPeriods: z.boolean().default(false),
    /** The day from which its changes apply; never before its entry into force unless `retroactive`. */
    from: calendarDate.optional(),
    retroactive: z.literal(true).optional(),
    /** Applied provisionally from this day, before its entry into force (VCLT art. 25). */
    provisionallyFrom: calendarDate.optional(),
  })
  .superRefine(({ retroactive, from, provisionallyFrom, restartsPeriods }, ctx) => {
    const mistake = (field: string, message: SchemaRule) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (retroactive && !from) mistake('retroactive', 'retroactiveNeedsFrom');
    if (from && provisionallyFrom) mistake('provisionallyFrom', 'fromOrProvisionally');
    if (restartsPeriods && provisionallyFrom) mistake('provisionallyFrom', 'restartOrProvisionally');
  });

export { durationClause, entryIntoForceClause, terminationClause };
export type EntryIntoForceClause = z.infer<typeof entryIntoForceClause>;
/** The date of a notification that a clause counts. */
export type Counted = z.infer<typeof counts>;
export type Interval = z.infer<typeof interval>;
export type DurationClause = z.infer<typeof durationClause>;
export type PeriodsClause = Extract<DurationClause, { kind: 'periods' }>;
export type TerminationClause = z.infer<typeof terminationClause>;
export type Terms = z.infer<typeof terms>;
export type Changes = z.infer<typeof changes>;

/** Returns the condition that must be met before the agreement can enter into force. */
export const conditionOfEntry = ({ entryIntoForce: entry }: Pick<Terms, 'entryIntoForce'>): Condition | undefined =>
  'condition' in entry ? entry.condition : undefined;
/** Returns the condition that ends the agreement. */
export const endsWith = ({ duration }: Pick<Terms, 'duration'>): Condition | undefined =>
  'endsWith' in duration ? duration.endsWith : undefined;

/** Returns the conditions that the clauses name. */
export const conditionsOf = (terms: Pick<Terms, 'entryIntoForce' | 'duration'>): Condition[] =>
  [conditionOfEntry(terms), endsWith(terms)].filter(of => of !== undefined);

/**
 * Returns how protocols enter into force: under the amendment clause or, if it is silent, as the agreement does but without its condition.
 */
export function clauseOfProtocols({ amendment, entryIntoForce }: Pick<Terms, 'amendment' | 'entryIntoForce'>): EntryIntoForceClause {
  return amendment?.entryIntoForce ?? { ...entryIntoForce, ...('condition' in entryIntoForce ? { condition: undefined } : {}) };
}
