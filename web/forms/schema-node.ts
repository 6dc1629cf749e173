/** A client schema as a tree, from which form fields are made and into which their values are read back. */
import type { z } from 'zod';
import { dayOrBounds } from '../../clauses/bounds.ts';
import { calendarDate } from '../../clauses/calendar.ts';

interface Common {
  optional?: boolean;
}

export type Leaf = Common &
  (
    | { kind: 'day' | 'bounds' | 'length' | 'text' | 'number' | 'flag' | 'lines' }
    /** `initial`: the value if nothing is chosen. */
    | { kind: 'choice'; values: readonly string[]; initial?: string }
  );
export type ObjectNode = Common & { kind: 'object'; props: readonly (readonly [name: string, node: Node])[] };
/** One of several objects, discriminated by the field `by`. */
export type VariantNode = Common & { kind: 'variant'; by: string; options: readonly { value: string; node: ObjectNode }[] };
export type RowsNode = Common & { kind: 'rows'; item: ObjectNode };
export type Node = Leaf | ObjectNode | VariantNode | RowsNode;

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

export function nodeOf(schema: Schema): Node {
  const def = schema._zod.def as Def;
  if (isThe(schema, calendarDate)) return { kind: 'day' };
  if (isThe(schema, dayOrBounds)) return { kind: 'bounds' };
  switch (def.type) {
    case 'optional':
      return { ...nodeOf(def.innerType), optional: true };
    case 'default': {
      const inner = { ...nodeOf(def.innerType), optional: true };
      return inner.kind === 'choice' ? { ...inner, initial: String(def.defaultValue) } : inner;
    }
    case 'object':
      return objectNode(def.shape);
    case 'union':
      return unionOf(def);
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries).map(String) };
    case 'literal':
    case 'boolean':
      return { kind: 'flag' };
    case 'number':
      return { kind: 'number' };
    case 'array': {
      const item = nodeOf(def.element);
      return item.kind === 'object' ? { kind: 'rows', item } : { kind: 'lines' };
    }
    case 'string':
      return { kind: isLength(schema) ? 'length' : 'text' };
    default:
      throw new TypeError(`No form field for a ${def.type}`);
  }
}

export const objectNode = (shape: Readonly<Record<string, Schema>>, without: readonly string[] = []): ObjectNode => ({
  kind: 'object',
  props: Object.entries(shape)
    .filter(([name]) => !without.includes(name))
    .map(([name, inner]) => [name, nodeOf(inner)] as const),
});

/** A copy of a schema with its own description shares its definition. */
const isThe = (schema: Schema, known: Schema): boolean => schema._zod.def === known._zod.def;

/** Of a union of a day and something else, the day; of an object and a word, the object. */
function unionOf(def: z.core.$ZodUnionDef & { discriminator?: string }): Node {
  const by = def.discriminator;
  const options = def.options.filter(o => !['never', 'literal'].includes(o._zod.def.type));
  if (!by) return { ...nodeOf(options[0]!), ...(options.length < def.options.length ? {} : { optional: false }) };
  return {
    kind: 'variant',
    by,
    options: options.map(option => {
      const { shape } = option._zod.def as z.core.$ZodObjectDef;
      return { value: String((shape[by]!._zod.def as z.core.$ZodLiteralDef<string>).values[0]), node: objectNode(shape, [by]) };
    }),
  };
}

/** A length of time is a text with one pattern: P5Y. */
const isLength = (schema: Schema): boolean => {
  const { checks = [] } = schema._zod.def as z.core.$ZodStringDef;
  return checks.some(check => (check._zod.def as { pattern?: RegExp }).pattern?.source.startsWith('^P('));
};
