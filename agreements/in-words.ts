/** What is wrong with data that a zod schema refuses, in the words of a desk officer: what was found, what is allowed. */
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Mistake } from './mistakes.ts';
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
  const result = schema.safeParse(data, { error: allowed });
  if (result.success) return { value: result.data, mistakes: [] };
  return { value: undefined, mistakes: result.error.issues.flatMap(issue => mistakesOf(issue, schema, data, text, at)) };
}

function mistakesOf(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, text: YamlText, at: Path): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path, data);
    return issue.keys.map(key => text.mistake([...at, ...issue.path, key], `is not known here; ${meantOrKnown(key, known)}`, 'key'));
  }
  if (issue.code === 'invalid_key')
    return [text.mistake([...at, ...issue.path], `found ${show(issue.path.at(-1))}; ${issue.issues[0]?.message}`, 'key')];
  const value = valueAt(data, issue.path);
  return [text.mistake([...at, ...issue.path], `${found(value, issue.code)}${issue.message}${meant(value, issue)}`)];
}

/** What a schema allows, where the schema itself does not say it. */
function allowed(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return `must be one of ${((issue.options as string[] | undefined) ?? []).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}${issue.origin === 'array' ? ' long' : ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return 'is not allowed here';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
  array: 'a list',
  tuple: 'a list',
};

/** A mapping that fails a rule as a whole (`custom`) is not repeated; a value is. */
function found(value: unknown, code: string): string {
  if (value === undefined) return 'is missing; ';
  return code === 'custom' && typeof value === 'object' && value !== null ? '' : `found ${show(value)}; `;
}

export function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'something else';
}

function meant(value: unknown, issue: z.core.$ZodIssue): string {
  const words =
    issue.code === 'invalid_value'
      ? issue.values.map(String)
      : issue.code === 'invalid_union' && 'options' in issue
        ? (issue.options as string[])
        : [];
  const word = typeof value === 'string' ? nearest(value, words) : undefined;
  return word ? `; did you mean ${word}?` : '';
}

function meantOrKnown(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near ? `did you mean ${near}?` : `known here: ${known.join(', ')}`;
}
