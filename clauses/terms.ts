/** The final clauses of an agreement as data: how it enters into force, its periods, how it ends, how it is amended. */
import { z } from 'zod';
import { after, calendarDate, date, length } from './calendar.ts';
import { clause, words } from './clause.ts';
import { condition, type Condition } from './condition.ts';
import { provisionalApplicationClause } from './provisional-application.ts';
import { survival } from './survivals.ts';

/**
 * How long a period is. No final clause in agreements/ has periods of less than 90 days; a clause of days or of a week would be a slip,
 * and its periods would be folded by the ten thousand. The shortest month is the limit: P28D, P1M.
 */
const periodLength: typeof length = length.refine(reachesNextMonth, {
  error: 'must be at least P28D, the shortest month: a shorter period is a slip (of D for M or Y, say)',
});

const partyCode = z.string().regex(/^[A-Z]{2,3}$/, { error: 'must be the code of a Party, such as KZ' });

/** Which date of a notification starts or stops time: its receipt (VCLT art. 78(b)), unless the text says its dispatch or its own date. */
const counts = z.enum(['received', 'dispatched', 'dated'], { error: 'must be received, dispatched or dated' });

const steps = {
  months: z.int().min(1).max(240).optional(),
  days: z.int().min(1).max(3650).optional(),
  firstDayOfMonth: z.int().min(1).max(24).optional(),
  firstDayOfYear: z.int().min(1).max(10).optional(),
};
type Steps = z.infer<z.ZodObject<typeof steps>>;

/** Months are added first, then days; then it goes to the first day of a month or of a year. */
const isInterval = ({ months, days, firstDayOfMonth, firstDayOfYear }: Steps): boolean =>
  (months ?? days ?? firstDayOfMonth ?? firstDayOfYear) !== undefined && !(firstDayOfMonth && firstDayOfYear);

const stepsInWords =
  '{ months: N }, { days: N }, { firstDayOfMonth: N } (first day of the N-th month after), { firstDayOfYear: N } (1 January of the N-th year after), or months, days and one of the two first days together';

const intervalMistake = `must be sameDay, ${stepsInWords}; expired: true needs days`;

/** From the anchor (the last notification, the exchange) to entry into force. `expired`: the text says that the days must have expired. */
const interval = z.union(
  [
    z.literal('sameDay'),
    z
      .strictObject({ ...steps, expired: z.literal(true).optional() })
      .refine(i => isInterval(i) && !(i.expired && !i.days), { error: intervalMistake }),
  ],
  { error: intervalMistake },
);

/** From a notice of termination to the first day out, where that is not a length of time alone. */
const effectInterval = z.strictObject(steps).refine(isInterval, { error: `must be ${stepsInWords}` });

/** Entry into force, with a `condition` not before that is met. VCLT art. 24. */
export const entryIntoForceClause = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('lastNotification'),
    ...clause,
    condition: condition.optional(),
    counts: counts.default('received'),
    /** Whose notifications are awaited, where not those of both: loans and grants that one Party alone approves. */
    parties: z.array(partyCode).min(1).max(2).optional(),
    then: interval.default('sameDay'),
  }),
  z.strictObject({ on: z.literal('exchangeOfInstruments'), ...clause, condition: condition.optional(), then: interval.default('sameDay') }),
  z.strictObject({ on: z.literal('signature'), ...clause, condition: condition.optional(), then: interval.default('sameDay') }),
  z.strictObject({
    on: z.literal('fixedDate'),
    ...clause,
    condition: condition.optional(),
    date: calendarDate,
    /** True where the date holds only once both have notified; a later last notification then moves it. */
    afterLastNotification: z.boolean().default(false),
    /** True where the sources give the date alone, and not the clause that brought it about. */
    unseen: z.literal(true).optional(),
  }),
  /** The sources do not show the clause: a date that is published or agreed counts, and none is reckoned. */
  z.strictObject({ on: z.literal('unseen'), ...clause }),
]);

/** A length, or what stands in its place; what is neither is told as the length is, or as the other. */
const lengthOr = <T extends z.core.SomeType>(of: typeof length, other: T, otherText: string) =>
  z.union([of, other], {
    error: ({ input, errors }) =>
      typeof input === 'object' && input !== null ? `must be a length, or ${otherText}` : (errors as z.core.$ZodIssue[][])[0]![0]!.message,
  });

/** What happens at the end of a period when nobody has given notice. */
const renewal = z.discriminatedUnion('kind', [
  /** By itself, for `length` each time, `times` times (without limit when absent). */
  z.strictObject({ kind: z.literal('automatic'), length: periodLength, times: z.int().min(1).optional() }),
  /** Only by agreement of the Parties (fact `renewal.agreed`): for `length`, or where the text names none for as long as they agree. */
  z.strictObject({ kind: z.literal('byAgreement'), length: periodLength.optional() }),
  /** Remains in force without limit after the first period. */
  z.strictObject({ kind: z.literal('withoutLimit') }),
  z.strictObject({ kind: z.literal('none') }),
]);

/** How long it is concluded for. */
export const durationClause = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('periods'),
    ...clause,
    /** Of a length, or until a day that the text fixes: the next period is counted from the day after. */
    first: lengthOr(
      periodLength,
      z.strictObject({ until: calendarDate }),
      'the day on which the first period ends, such as { until: 2020-12-31 }',
    ),
    renewal,
    /** A notice at least this long before the end of a period prevents its renewal; `later`: where the text asks for another after the first. */
    noticeBefore: lengthOr(
      length,
      z.strictObject({ first: length, later: length }),
      'one for the first period and one for later ones, such as { first: P1Y, later: P6M }',
    ).optional(),
    /** From which day periods are counted, where that is not entry into force. */
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
          error: 'must be entryIntoForce, signature, or a calendar date of the form 2004-03-01',
        },
      )
      .optional(),
    /** Which date of a notice the renewal sentence counts, where it says so; where it does not, that is the reading `notifies`. */
    counts: counts.optional(),
  }),
  z.strictObject({
    kind: z.literal('indefinite'),
    ...clause,
    /** "As long as programme Y runs": it ends with the day on which the condition is met. */
    endsWith: condition.optional(),
    /** True where the sources do not show the clause: no period is counted, and none is denied. */
    unseen: z.literal(true).optional(),
  }),
]);

/** A day of each year: `12-31`. */
const dayOfYear = z
  .string({ error: 'must be a day of the year such as 12-31' })
  .refine(text => calendarDate.safeParse(`2001-${text}`).success, { error: 'must be a day that each year has, such as 12-31' });

/** `byConsent`: once given, a notice is withdrawn only with the other Party's consent. VCLT art. 68 lets a Party withdraw it alone. */
const withdrawal = z.enum(['free', 'byConsent']).optional();

/** `notice`, or `then` where the first day out is the first of a month or of a year. */
const effect = { notice: length.optional(), then: effectInterval.optional(), counts: counts.optional(), withdrawal };
const saysOneEffect = ({ notice, then }: { notice?: unknown; then?: unknown }): boolean => (notice === undefined) !== (then === undefined);
const oneEffect = { path: ['notice'], error: 'must be given, or then instead of it: from the notice to the first day out' };

/**
 * How a notice ends it. `anyTime`: `notice` after receipt. `endOfPeriod`: only by preventing a renewal.
 * `afterFirstPeriod`: `notice` after receipt, and barred for the first period, or for `barredFor` from entry into force: its effect may
 * not come before that is over, or the notice may not be given before. `onFixedDays`: on one of the days, with `notice` before it.
 */
export const terminationClause = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('anyTime'), ...clause, ...effect }).refine(saysOneEffect, oneEffect),
  z
    .strictObject({
      when: z.literal('afterFirstPeriod'),
      ...clause,
      ...effect,
      bars: z.enum(['effect', 'giving']).optional(),
      barredFor: length.optional(),
    })
    .refine(saysOneEffect, oneEffect),
  z.strictObject({ when: z.literal('endOfPeriod'), ...clause, withdrawal }),
  z.strictObject({
    when: z.literal('onFixedDays'),
    ...clause,
    days: z.array(dayOfYear).min(1).max(12),
    notice: length,
    counts: counts.optional(),
    withdrawal,
  }),
]);

/** A condition is of the agreement itself: protocols to it wait for none. */
const entryOfProtocols = entryIntoForceClause.refine(entry => !('condition' in entry), {
  path: ['condition'],
  error: "belongs to the agreement's own entry into force; of protocols it can't be said",
});

/** How it is amended: by protocols that enter into force as the agreement does. VCLT art. 39. */
const amendmentClause = z.strictObject({ ...clause, by: z.literal('protocol'), entryIntoForce: entryOfProtocols.optional() });

export const terms = z
  .strictObject({
    entryIntoForce: entryIntoForceClause,
    provisionalApplication: provisionalApplicationClause.optional(),
    duration: durationClause,
    termination: terminationClause.optional(),
    amendment: amendmentClause.optional(),
    /** What goes on after the end. */
    survivals: z.array(survival).min(1).max(20).optional(),
  })
  .superRefine(({ entryIntoForce, duration, termination }, ctx) => {
    const until = duration.kind === 'periods' && typeof duration.first === 'object' ? duration.first.until : undefined;
    if (until && entryIntoForce.on === 'fixedDate' && entryIntoForce.date > until)
      ctx.addIssue({
        code: 'custom',
        path: ['duration', 'first', 'until'],
        message: `is before entry into force on ${entryIntoForce.date} (${entryIntoForce.article}): it would end before it begins`,
      });
    if (conditionOfEntry({ entryIntoForce })?.id === (endsWith({ duration })?.id ?? ''))
      ctx.addIssue({
        code: 'custom',
        path: ['duration', 'endsWith', 'id'],
        message: 'must differ from that of the condition of entry into force',
      });
    if (termination?.when === 'endOfPeriod' && (duration.kind !== 'periods' || !duration.noticeBefore))
      ctx.addIssue({ code: 'custom', path: ['termination', 'when'], message: 'endOfPeriod needs duration.kind periods with noticeBefore' });
    if (termination?.when === 'afterFirstPeriod' && duration.kind !== 'periods' && !termination.barredFor)
      ctx.addIssue({
        code: 'custom',
        path: ['termination', 'when'],
        message: 'afterFirstPeriod needs duration.kind periods, or barredFor',
      });
    if (termination?.when === 'onFixedDays' && duration.kind === 'periods' && duration.noticeBefore)
      ctx.addIssue({
        code: 'custom',
        path: ['duration', 'noticeBefore'],
        message: 'can not stand beside termination onFixedDays, which has the notice of its own days: leave it out',
      });
    if (duration.kind === 'periods' && duration.noticeBefore && !termination)
      ctx.addIssue({
        code: 'custom',
        path: ['termination'],
        message: 'noticeBefore needs a termination clause: anyTime, afterFirstPeriod or endOfPeriod',
      });
  });

/** What a protocol changes, and from when: its entry into force, unless it says otherwise. VCLT art. 24, 25, 28, 39. */
export const changes = z
  .strictObject({
    /** Length of the periods, from the next one unless `appliesTo` says otherwise. */
    periodLength: periodLength.optional(),
    renewal: renewal.optional(),
    noticeBefore: length.optional(),
    /** From a notice to its effect; where it ends the agreement on fixed days, before these. */
    noticePeriod: length.optional(),
    /** How later protocols enter into force. */
    amendment: entryOfProtocols.optional(),
    /** Another organisation becomes the competent one of a Party. */
    organisations: z
      .array(z.strictObject({ party: partyCode, name: words, replaces: words.optional() }))
      .min(1)
      .max(20)
      .optional(),
    /** Documents under the agreement that come into being, change or fall. */
    documents: z.array(words).min(1).max(50).optional(),
    /** What else it changes in the text, in words: it moves no date. */
    text: words.optional(),
    appliesTo: z.enum(['nextPeriod', 'runningPeriod']).default('nextPeriod'),
    /** The protocol's entry into force becomes the first day of a new first period. */
    restartsPeriods: z.boolean().default(false),
    /** A day that it names: its changes hold from then, not before its entry into force unless it is `retroactive`. */
    from: calendarDate.optional(),
    retroactive: z.literal(true).optional(),
    /** Applied provisionally from this day, before its entry into force (VCLT art. 25). */
    provisionallyFrom: calendarDate.optional(),
  })
  .superRefine(({ retroactive, from, provisionallyFrom, restartsPeriods }, ctx) => {
    const mistake = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (retroactive && !from) mistake('retroactive', 'needs from: the day from which it has effect');
    if (from && provisionallyFrom) mistake('provisionallyFrom', 'and from exclude each other: give one of them');
    if (restartsPeriods && provisionallyFrom)
      mistake('provisionallyFrom', 'and restartsPeriods exclude each other: a new count of periods begins with entry into force');
  });

function reachesNextMonth(len: string): boolean {
  const read = length.safeParse(len);
  return !read.success || after(date('2001-02-01'), read.data) >= '2001-03-01'; // what is no length is said once
}

export type EntryIntoForceClause = z.infer<typeof entryIntoForceClause>;
/** A date of a notification that a clause may count. */
export type Counted = z.infer<typeof counts>;
export type Interval = z.infer<typeof interval>;
export type DurationClause = z.infer<typeof durationClause>;
export type PeriodsClause = Extract<DurationClause, { kind: 'periods' }>;
export type TerminationClause = z.infer<typeof terminationClause>;
export type Terms = z.infer<typeof terms>;
export type Changes = z.infer<typeof changes>;

/** The condition before which it can't be in force. */
export const conditionOfEntry = ({ entryIntoForce: entry }: Pick<Terms, 'entryIntoForce'>): Condition | undefined =>
  'condition' in entry ? entry.condition : undefined;
/** The condition that ends it. */
export const endsWith = ({ duration }: Pick<Terms, 'duration'>): Condition | undefined =>
  'endsWith' in duration ? duration.endsWith : undefined;

/** How protocols enter into force: as the agreement does, but for its condition, where the clause on amendment says nothing else. */
export function clauseOfProtocols({ amendment, entryIntoForce }: Pick<Terms, 'amendment' | 'entryIntoForce'>): EntryIntoForceClause {
  return amendment?.entryIntoForce ?? { ...entryIntoForce, ...('condition' in entryIntoForce ? { condition: undefined } : {}) };
}
