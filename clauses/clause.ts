/** What every clause says of itself: the article it is from and, where the schema can't say it as the text does, how it is bent to fit. */
import { z } from 'zod';

export const words = z.string().trim().min(1).max(2000);

export const clause = {
  article: z.string({ error: 'must name the article, such as "art. 13"' }).min(1),
  /** In words, what the text says otherwise: every answer that rests on the clause repeats it. */
  bent: words.optional(),
};
