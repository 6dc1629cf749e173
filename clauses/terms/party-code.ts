/** The code by which clauses and changes refer to a Party. */
import { z } from 'zod';
import { rule } from '../schema-rule.ts';

export const partyCode = z.string().regex(/^[A-Z]{2,3}$/, { error: rule('partyCode') });
