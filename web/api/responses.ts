/** Responses of operations, for their routes. Any operation may also answer with a problem; the document says so once for all. */
import type { z } from '@hono/zod-openapi';

export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

/** For answers with an entity tag. */
export const unchanged = { 304: { description: 'Not modified: If-None-Match has the ETag of this answer.' } } as const;

export const sent = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } });
