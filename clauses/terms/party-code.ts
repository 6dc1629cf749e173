/** The code by which clauses and changes name a Party. */
import { z } from 'zod';

export const partyCode = z.string().regex(/^[A-Z]{2,3}$/, { error: 'must be the code of a Party, such as KZ' });
