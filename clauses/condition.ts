/**
 * A condition outside the agreement on which a clause depends: another instrument in force, a programme still running. VCLT art. 24(1), 54.
 */
import { z } from 'zod';
import { clause, words } from './clause.ts';
import { rule } from './schema-rule.ts';

/** A `condition.met` fact that names its `id` fulfils it; `what` describes the required event in words. */
export const condition = z.strictObject({
  id: z
    .string({ error: rule('conditionName') })
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: rule('id') })
    .meta({ description: 'The name by which a fact (`condition.met`) records that the condition is met.', examples: ['customs-union'] }),
  what: words.meta({ description: 'What must happen, in words.', examples: ['the agreement on the customs union is in force'] }),
  article: clause.article,
});

export type Condition = z.infer<typeof condition>;
