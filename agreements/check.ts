/** Validates data against a zod schema and reports each mistake: what was found, and what is allowed. */
import type { z } from 'zod';
import { requirementOf, noRule, wordsOf, type Rule } from '../machines/requirement.ts';
import { nearest } from './nearest.ts';
import type { ActualValue, Mistake } from './mistakes.ts';
import { keysAt, valueAt } from './schema-keys.ts';
import type { YamlText } from './yaml-text.ts';

type Path = readonly PropertyKey[];

/** Validates the data at a path of a text. Returns the parsed value, or every mistake. */
export function check<T>(
  schema: z.ZodType<T>,
  data: unknown,
  text: YamlText,
  at: Path = [],
): { value: T; mistakes: [] } | { value: undefined; mistakes: Mistake[] } {
  const result = schema.safeParse(data, { error: () => noRule });
  if (result.success) return { value: result.data, mistakes: [] };
  return { value: undefined, mistakes: result.error.issues.flatMap(issue => mistakesOf(issue, schema, data, text, at)) };
}

function mistakesOf(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, text: YamlText, at: Path): Mistake[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, data);
    return issue.keys.map(key => text.mistake([...path, key], { code: 'unknownKey', near: nearest(key, known), known }, 'key'));
  }
  if (issue.code === 'invalid_key') {
    const must = { rule: (issue.issues[0]?.message || 'notHere') as Rule };
    return [text.mistake(path, { code: 'notAllowed', found: foundOf(issue.path.at(-1)), must }, 'key')];
  }
  const value = valueAt(data, issue.path);
  // A value that fails a rule is repeated in the mistake; a mapping that fails one as a whole is not.
  const whole = issue.code === 'custom' && typeof value === 'object' && value !== null;
  const near = typeof value === 'string' ? nearest(value, wordsOf(issue)) : undefined;
  return [text.mistake(path, { code: 'notAllowed', ...(whole ? {} : { found: foundOf(value) }), must: requirementOf(issue), near })];
}

export function foundOf(value: unknown): ActualValue {
  if (value === undefined) return { is: 'missing' };
  if (value === null) return { is: 'nothing' };
  if (Array.isArray(value)) return { is: 'list', length: value.length };
  if (typeof value === 'object') return { is: 'mapping' };
  if (typeof value === 'string') return { is: 'value', shown: JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value) };
  return typeof value === 'number' || typeof value === 'boolean' ? { is: 'value', shown: String(value) } : { is: 'other' };
}
