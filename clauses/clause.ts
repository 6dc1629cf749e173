/**
 * The fields common to all clauses: the article it comes from and, where the schema can only approximate the text, the text's own words.
 */
import { z } from 'zod';
import { rule } from './schema-rule.ts';

export const words = z.string().trim().min(1).max(2000);

export const clause = {
  article: z
    .string({ error: rule('article') })
    .min(1)
    .meta({ description: 'The article that contains the clause.', examples: ['art. 13'] }),
  bent: words.optional().meta({
    description:
      'What the text says, in words, where the fields can only approximate it. Every answer that rests on the clause repeats it.',
    examples: ['the text counts twelve months after dispatch or ten after receipt, whichever is later'],
  }),
};
