/** Provisional application of the agreement itself before its entry into force, only where agreed. VCLT art. 25. */
import { z } from 'zod';
import { calendarDate, latest, type CalendarDate } from './calendar.ts';
import { clause } from './clause.ts';
import type { Reckoning } from './reckoning.ts';
import { rule } from './schema-rule.ts';

export const provisionalApplicationClause = z.strictObject({
  ...clause,
  from: z.union([z.literal('signature'), calendarDate], { error: rule('signatureOrDay') }).meta({
    description: 'The day from which it is applied: `signature`, or a day named in the text.',
    examples: ['signature', '2024-01-01'],
  }),
});

export type ProvisionalApplicationClause = z.infer<typeof provisionalApplicationClause>;

/**
 * Returns the day from which the agreement is applied provisionally, if it is not in force by then: signature or the named day, whichever
 * is later.
 */
export function provisionalApplication({ from, article }: ProvisionalApplicationClause, signed: CalendarDate): Reckoning {
  if (from === 'signature') return { date: signed, basis: article, reason: { code: 'fromSignature', args: { signed, named: null } } };
  return {
    date: latest(from, signed),
    basis: article,
    reason: from < signed ? { code: 'fromSignature', args: { signed, named: from } } : { code: 'fromNamedDay', args: {} },
  };
}
