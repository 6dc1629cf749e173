/** How requests and answers are described in OpenAPI: by the zod schemas by which they are read, as JSON Schema. */
import { z } from '@hono/zod-openapi';
import { entryLimit, whyBeyond } from '../../machines/limits.ts';
import { refuse, type Refusal } from '../../machines/refusal.ts';
import { shapeIssues } from '../../machines/shape-issues.ts';

/** Of zod-to-openapi: what it writes for a schema. */
type Metadata = Parameters<ReturnType<typeof z.any>['openapi']>[0] & object;

/** What is among the issues of a schema where a body is refused. */
export interface DoorIssue {
  params?: { refusal?: Refusal };
}

/** What may be left out, with what stands there until the client fills it in: `{ by: 'person' }`, also of what lies deeper. */
export interface LeftOut {
  readonly [field: string]: string | LeftOut;
}

/** A body: read by the schema, and passed on as it was sent; the client, the workflow and the register look at it again. */
export function body<T>(name: string, schema: z.ZodType, leftOut: LeftOut = {}, limit = entryLimit): z.ZodType<T, T> {
  const read = z.any().superRefine((raw: unknown, context) => {
    const refusal = whyNot(name, schema, raw, leftOut, limit);
    if (refusal) context.addIssue({ code: 'custom', message: refusal.code, params: { refusal } });
  });
  return read.openapi(name, optional(inJsonSchema(schema), leftOut) as Metadata) as z.ZodType<T, T>;
}

function whyNot(what: string, schema: z.ZodType, raw: unknown, leftOut: LeftOut, limit: number): Refusal | undefined {
  const beyond = whyBeyond(raw, limit);
  if (beyond) return refuse('beyondLimit', { what, ...beyond });
  const full = filled(raw, leftOut);
  const read = schema.safeParse(full);
  return read.success ? undefined : refuse('malformedRequest', { what, issues: shapeIssues(read.error, full) });
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

/** The same schema, with what may be left out not required. */
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

function inJsonSchema(schema: z.ZodType): Metadata & Node {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  return rest as Metadata & Node;
}

/** An answer as JSON says it: what is branded here is plain there. */
export type Plain<T> = T extends string
  ? T extends { readonly [z.$brand]: unknown }
    ? string
    : T
  : T extends number | boolean | null | undefined
    ? T
    : unknown extends T
      ? unknown
      : T extends readonly (infer I)[]
        ? Plain<I>[]
        : T extends object
          ? { [K in keyof T]: Plain<T[K]> }
          : T;

/** The same value: JSON knows no brands. */
export const plain = <T>(value: T): Plain<T> => value as Plain<T>;

/** An answer of the client: its type is the client's own, its description a schema of what others may rely on. */
export const answered = <T>(name: string, shape: z.ZodType): z.ZodType<Plain<T>, Plain<T>> =>
  z.any().openapi(name, inJsonSchema(shape)) as z.ZodType<Plain<T>, Plain<T>>;
