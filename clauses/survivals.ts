/** What survives the end of an agreement: contracts in progress, investments protected for ten more years. VCLT art. 70(1). */
import { z } from 'zod';
import { after, dayAfter, dayBefore, length, type CalendarDate } from './calendar.ts';
import { clause, words } from './clause.ts';
import type { Reading } from './reading.ts';
import type { Reckoning } from './reckoning.ts';

export const survival = z.strictObject({
  ...clause,
  what: words.meta({ description: 'What continues, in words.', examples: ['investments made before the end stay protected'] }),
  length: length.optional().meta({
    description: 'How long it continues after the end; absent if the text sets no day, as in "until they are completed".',
    examples: ['P10Y'],
  }),
});

export type Survival = z.infer<typeof survival>;

/**
 * Returns the last day of a survival, counted as a period from the first day on which the agreement is no longer in force; undefined
 * without a length. Last day in force 28 February 2029 and three years: 29 February 2032, or 1 March on the other reading.
 */
export function lastDayOfSurvival(survival: Survival, lastDayInForce: CalendarDate, { periodEnd }: Reading): Reckoning | undefined {
  if (!survival.length) return undefined;
  const first = dayAfter(lastDayInForce);
  const anniversary = after(first, survival.length);
  return {
    date: periodEnd === 'dayBefore' ? dayBefore(anniversary) : anniversary,
    basis: survival.article,
    reason: { code: 'bySurvival', args: { firstDay: first, length: survival.length, periodEnd } },
  };
}
