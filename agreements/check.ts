/** What is wrong with data that a zod schema refuses: what was found, what is allowed. */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Found, Mistake, Must } from './mistakes.ts';
import { keysAt, valueAt } from './schema-keys.ts';
import type { YamlText } from './yaml-text.ts';

type Path = readonly PropertyKey[];

/** Data at a path of a text, checked: the value that the schema makes of it, or every mistake. */
export function check<T>(
  schema: z.ZodType<T>,
  data: unknown,
  text: YamlText,
  at: Path = [],
): { value: T; mistakes: [] } | { value: undefined; mistakes: Mistake[] } {
  const result = schema.safeParse(data, { error: () => unsaid });
  if (result.success) return { value: result.data, mistakes: [] };
  return { value: undefined, mistakes: result.error.issues.flatMap(issue => mistakesOf(issue, schema, data, text, at)) };
}

/** The message of an issue where the schema itself does not say what is allowed. */
const unsaid = '';

function mistakesOf(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, text: YamlText, at: Path): Mistake[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, data);
    return issue.keys.map(key => text.mistake([...path, key], { code: 'unknownKey', near: nearest(key, known), known }, 'key'));
  }
  if (issue.code === 'invalid_key') {
    const must = { rule: (issue.issues[0]?.message || 'notHere') as Must };
    return [text.mistake(path, { code: 'notAllowed', found: foundOf(issue.path.at(-1)), must }, 'key')];
  }
  const value = valueAt(data, issue.path);
  // A mapping that fails a rule as a whole is not repeated; a value is.
  const whole = issue.code === 'custom' && typeof value === 'object' && value !== null;
  const near = typeof value === 'string' ? nearest(value, wordsOf(issue)) : undefined;
  return [text.mistake(path, { code: 'notAllowed', ...(whole ? {} : { found: foundOf(value) }), must: mustOf(issue), near })];
}

function mustOf(issue: z.core.$ZodIssue): { rule: Must; values?: readonly string[]; limit?: number } {
  if (issue.message !== unsaid) {
    const { values } = ('params' in issue ? issue.params : undefined) ?? {};
    return { rule: issue.message as Must, ...(values ? { values: values as string[] } : {}) };
  }
  switch (issue.code) {
    case 'invalid_type':
      return { rule: 'type', values: [issue.expected] };
    case 'invalid_value':
    case 'invalid_union':
      return { rule: 'oneOf', values: wordsOf(issue) };
    case 'too_small':
      if (issue.origin === 'string') return { rule: 'notEmpty' };
      return { rule: issue.origin === 'array' ? 'listAtLeast' : 'atLeast', limit: Number(issue.minimum) };
    case 'too_big':
      return { rule: issue.origin === 'string' ? 'textAtMost' : 'atMost', limit: Number(issue.maximum) };
    default:
      return { rule: 'notHere' };
  }
}

function wordsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options as string[]) : [];
}

export function foundOf(value: unknown): Found {
  if (value === undefined) return { is: 'missing' };
  if (value === null) return { is: 'nothing' };
  if (Array.isArray(value)) return { is: 'list', length: value.length };
  if (typeof value === 'object') return { is: 'mapping' };
  if (typeof value === 'string') return { is: 'value', shown: JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value) };
  return typeof value === 'number' || typeof value === 'boolean' ? { is: 'value', shown: String(value) } : { is: 'other' };
}
