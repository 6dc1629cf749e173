/**
 * The input of a tool. The protocol's library reports mistakes by the schema's own messages, which are codes here, and passes over unknown
 * fields: an assistant that asks `asof` would get the answer for today.
 */
import { z } from 'zod';
import { shapeIssues } from '../client/schemas.ts';
import { wordings } from '../wording/index.ts';
import { shapeSentence } from '../wording/refusals/sentence.ts';

/** The object as described by its fields, which may have no transformations: mistakes are sentences, unknown fields are refused. */
export function toolInput<S extends z.ZodRawShape>(fields: S): z.ZodObject<S> {
  const described = z.strictObject(fields);
  const { $schema: _, ...asJson } = z.toJSONSchema(described, { io: 'input' });
  const checked = z.looseObject({}).superRefine((given, context) => {
    const { error } = described.safeParse(given);
    if (error)
      for (const issue of shapeIssues(error, given)) context.addIssue({ code: 'custom', message: shapeSentence(issue, wordings.en) });
  });
  return checked.meta(asJson) as unknown as z.ZodObject<S>;
}
