/** Values generated from a JSON Schema, for valid calls; and the same spoilt, for invalid ones. */
import fc from 'fast-check';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema | Schema[];
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** Days of these agreements and around them, which a schema would hardly ever generate. */
const days = fc.constantFrom(
  '1999-12-31',
  '2021-03-10',
  '2024-02-29',
  '2025-09-09',
  '2026-03-10',
  '2026-11-20',
  '2031-03-09',
  '2040-03-09',
);
/** Texts to draw from, so that some name what exists. */
const known = ['KZ', 'AZ', 'treaty', 'n1', 's', '2026-1', 'p1', 'P6M', 'P5Y', 'desk 3', 'note 41', 'Ноты', 'ə'];
const names = fc.constantFrom(...known);

const isDay = (name: string): boolean =>
  /^(on|date|dated|dispatched|received|recorded|from|until|asOf|knownOn|firstDayOut|notBefore|notAfter|concluded)$/.test(name);

export function valueOf(schema: Schema, name = '', depth = 0): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.oneOf ?? schema.anyOf;
  if (options) return fc.oneof(...options.map(one => valueOf(one, name, depth)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(one => valueOf(one, name, depth))).map(all => Object.assign({}, ...all) as unknown);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, depth);
    case 'array':
      return listOf(schema, name, depth);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(schema, name);
    default:
      return fc.oneof(fc.constant(null), names, fc.integer());
  }
}

function objectOf({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> {
  const wanted = Object.entries(properties).filter(([field]) => required.includes(field) || depth < 4);
  return fc.record(Object.fromEntries(wanted.map(([field, one]) => [field, valueOf(one, field, depth + 1)])), {
    requiredKeys: required.filter(field => properties[field]),
  });
}

function listOf({ items, prefixItems, minItems = 0, maxItems = 3 }: Schema, name: string, depth: number): fc.Arbitrary<unknown> {
  const tuple = prefixItems ?? (Array.isArray(items) ? items : undefined);
  if (tuple) return fc.tuple(...tuple.map(one => valueOf(one, name, depth + 1)));
  return fc.array(valueOf((items as Schema | undefined) ?? {}, name, depth + 1), {
    minLength: minItems,
    maxLength: Math.min(maxItems, Math.max(3, minItems)),
  });
}

function textOf({ pattern, format, minLength = 0, maxLength = 40 }: Schema, name: string): fc.Arbitrary<string> {
  if (format === 'date' || isDay(name)) return days;
  if (pattern) {
    const form = new RegExp(pattern, 'u');
    const fit = known.filter(text => form.test(text));
    // The generator has no lookahead; what it makes without is mostly valid, and otherwise spoilt.
    const made = fc.stringMatching(new RegExp(pattern.replaceAll(/\(\?[=!][^)]*\)/g, ''), 'u'));
    return fit.length ? fc.oneof(made, fc.constantFrom(...fit)) : made;
  }
  return fc.oneof(names, fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) }));
}

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, -1, 1e308, '', '\u202e', '\u0000', [], {}, '2024-02-30', '__proto__', 'x'.repeat(30_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Changes, removes or adds something in one place. */
export const spoilt = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.nat(), junk, fc.constantFrom('replace', 'drop', 'add', 'whole'))
    .map(([one, at, other, how]) => spoil(one, at, other, how));

function spoil(value: unknown, at: number, other: unknown, how: 'replace' | 'drop' | 'add' | 'whole'): unknown {
  if (how === 'whole' || typeof value !== 'object' || value === null) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined || how === 'add') return Array.isArray(copy) ? [...copy, other] : { ...copy, unheardOf: other };
  const inside = copy[key];
  if (typeof inside === 'object' && inside !== null && at % 3 > 0) copy[key] = spoil(inside, Math.floor(at / 3), other, how);
  else if (how === 'drop') delete copy[key];
  else copy[key] = other;
  return copy;
}
