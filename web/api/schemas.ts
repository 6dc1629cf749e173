/** OpenAPI descriptions of requests and answers: the zod schemas that parse them, as JSON Schema. */
import { z } from '@hono/zod-openapi';
import { entryLimit, refuse, shapeIssues, whyBeyond, type Refusal } from '../../client/schemas.ts';

/** A schema issue of a rejected body. */
export interface DoorIssue {
  params?: { refusal?: Refusal };
}

/** Fields that the client fills in, with their value until then: `{ by: 'person' }`, also in nested objects. */
export interface LeftOut {
  readonly [field: string]: string | LeftOut;
}

/** A body: validated by the schema but passed on as it was sent; the client, the workflow and the register validate it again. */
export function body<T>(name: string, schema: z.ZodType, leftOut: LeftOut = {}, limit = entryLimit): z.ZodType<T, T> {
  const read = z.any().superRefine((raw: unknown, context) => {
    const refusal = bodyRefusal(schema, raw, leftOut, limit);
    if (refusal) context.addIssue({ code: 'custom', message: refusal.code, params: { refusal } });
  });
  return read.openapi(name, optional(inJsonSchema(schema), leftOut) as object);
}

function bodyRefusal(schema: z.ZodType, raw: unknown, leftOut: LeftOut, limit: number): Refusal | undefined {
  const beyond = whyBeyond(raw, limit);
  if (beyond) return refuse('beyondLimit', { what: 'body', ...beyond });
  const full = filled(raw, leftOut);
  const read = schema.safeParse(full);
  return read.success ? undefined : refuse('malformedRequest', { what: 'body', issues: shapeIssues(read.error, full) });
}

function filled(raw: unknown, leftOut: LeftOut): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const own = raw as Record<string, unknown>;
  const given = Object.entries(leftOut).map(([field, value]) => [
    field,
    typeof value === 'string' ? (own[field] === undefined ? value : own[field]) : filled(own[field], value),
  ]);
  return { ...own, ...Object.fromEntries(given) };
}

interface Node {
  required?: string[];
  properties?: Record<string, Node>;
  oneOf?: Node[];
  anyOf?: Node[];
}

/** The same schema with the fields that may be left out made optional. */
function optional(node: Node, leftOut: LeftOut): Node {
  const { required, properties, oneOf, anyOf } = node;
  const deeper = Object.entries(leftOut).filter((entry): entry is [string, LeftOut] => typeof entry[1] !== 'string');
  const changed = deeper.flatMap(([field, inside]) => (properties?.[field] ? [[field, optional(properties[field], inside)] as const] : []));
  return {
    ...node,
    ...(required ? { required: required.filter(field => typeof leftOut[field] !== 'string') } : {}),
    ...(properties ? { properties: { ...properties, ...Object.fromEntries(changed) } } : {}),
    ...(oneOf ? { oneOf: oneOf.map(one => optional(one, leftOut)) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(one => optional(one, leftOut)) } : {}),
  };
}

function inJsonSchema(schema: z.ZodType): Node {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return rest as Node;
}

/**
 * The client's answer, for a route whose schema lists what callers may rely on. The types of answers are too large to be computed again for
 * each route; a test compares answers with their schemas.
 */
export const plain = (value: unknown): never => value as never;

/** The fields callers may rely on; the answer has more. */
export const answered = <S extends z.ZodType>(name: string, shape: S): z.ZodType<z.output<S>, z.output<S>> =>
  z.any().openapi(name, inJsonSchema(shape) as object);
