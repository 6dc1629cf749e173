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
      'What must have happened outside the agreement before it can be in force; a fact, `condition.met`, records when it has. Not for protocols.',
    examples: [{ id: 'customs-union', what: 'the agreement on the customs union is in force', article: 'art. 13' }],
  }),
};

const then = interval.default('sameDay').meta({
  description: 'The time from that event to entry into force: `sameDay`, or months, days, and the first of a month or of a year.',
  examples: ['sameDay', { days: 30 }, { firstDayOfMonth: 2 }, { months: 6 }],
});

/** With a `condition`, not before it is met. */
export const entryIntoForceClause = z.discriminatedUnion('on', [
  z.strictObject({
    on: on('lastNotification', 'The last notification of completion of internal procedures.'),
    ...clause,
    ...conditional,
    counts: counts.default('received').meta({
      description: 'The date of a notification that counts: its receipt, its dispatch, or the date it bears.',
      examples: ['dated'],
    }),
    parties: z
      .array(partyCode)
      .min(1)
      .max(2)
      .optional()
      .meta({
        description: 'The Parties whose notifications are awaited, if not both: loans and grants that only one Party approves.',
        examples: [['KZ']],
      }),
    then,
  }),
  z.strictObject({ on: on('exchangeOfInstruments', 'The exchange of the instruments of ratification.'), ...clause, ...conditional, then }),
  z.strictObject({ on: on('signature', 'Signature alone.'), ...clause, ...conditional, then }),
  z.strictObject({
    on: on('fixedDate', 'A day named in the text.'),
    ...clause,
    ...conditional,
    date: calendarDate.meta({ description: 'The day.', examples: ['2001-07-01'] }),
    afterLastNotification: z
      .boolean()
      .default(false)
      .meta({
        description: 'True if the day applies only once both Parties have notified; a later last notification then moves it.',
        examples: [true],
      }),
    unseen: z
      .literal(true)
      .optional()
      .meta({
        description: 'True if the sources give only the day, not the clause behind it.',
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
