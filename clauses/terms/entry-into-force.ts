/** How an agreement, or a protocol to it, enters into force. VCLT art. 24. */
import { z } from 'zod';
import { calendarDate } from '../calendar.ts';
import { clause } from '../clause.ts';
import { condition } from '../condition.ts';
import { counts, interval } from './interval.ts';
import { partyCode } from './party-code.ts';
import { rule } from '../schema-rule.ts';

const on = <T extends string>(occasion: T, description: string) => z.literal(occasion).meta({ description });

const conditional = {
  condition: condition.optional().meta({
    description:
      'What must have come about outside the agreement before it can be in force; a fact, `condition.met`, says when it has. Not for protocols.',
    examples: [{ id: 'customs-union', what: 'the agreement on the customs union is in force', article: 'art. 13' }],
  }),
};

const then = interval.default('sameDay').meta({
  description: 'How long after that: `sameDay`, or months, days, and the first of a month or of a year.',
  examples: ['sameDay', { days: 30 }, { firstDayOfMonth: 2 }, { months: 6 }],
});

/** With a `condition`, not before it is met. */
export const entryIntoForceClause = z.discriminatedUnion('on', [
  z.strictObject({
    on: on('lastNotification', 'The last notification that internal procedures are completed.'),
    ...clause,
    ...conditional,
    counts: counts.default('received').meta({
      description: 'Which date of a notification counts: its receipt, its dispatch, or the date that it bears.',
      examples: ['dated'],
    }),
    parties: z
      .array(partyCode)
      .min(1)
      .max(2)
      .optional()
      .meta({
        description: 'Whose notifications are awaited, where not those of both: loans and grants that one Party alone approves.',
        examples: [['KZ']],
      }),
    then,
  }),
  z.strictObject({ on: on('exchangeOfInstruments', 'The exchange of the instruments of ratification.'), ...clause, ...conditional, then }),
  z.strictObject({ on: on('signature', 'Signature alone.'), ...clause, ...conditional, then }),
  z.strictObject({
    on: on('fixedDate', 'A day that the text names.'),
    ...clause,
    ...conditional,
    date: calendarDate.meta({ description: 'The day.', examples: ['2001-07-01'] }),
    afterLastNotification: z
      .boolean()
      .default(false)
      .meta({
        description: 'True where the day holds only once both have notified; a later last notification then moves it.',
        examples: [true],
      }),
    unseen: z
      .literal(true)
      .optional()
      .meta({
        description: 'True where the sources give the day alone, and not the clause that brought it about.',
        examples: [true],
      }),
  }),
  z.strictObject({
    on: on(
      'unseen',
      'The sources do not show the clause: a day that is published or agreed counts (`entry.agreed`), and none is calculated.',
    ),
    ...clause,
  }),
]);

/** Only the agreement itself can have a condition; protocols cannot. */
export const entryOfProtocols = entryIntoForceClause.refine(entry => !('condition' in entry), {
  path: ['condition'],
  error: rule('notOfProtocols'),
});
