/** Schema errors in a request, as data: the place, and the rule it breaks. */
import type { z } from 'zod';

export type ShapeRule =
  | 'missing'
  | 'day'
  | 'bounds'
  | 'exactDay'
  | 'someDate'
  | 'length'
  | 'lengthOrUntil'
  | 'id'
  | 'party'
  | 'language'
  | 'hash'
  | 'text'
  | 'type'
  | 'oneOf'
  | 'tooLong'
  | 'fromOneTo'
  | 'unknownFields'
  | 'ofTheirsOnly'
  | 'other';

export interface ShapeIssue {
  /** Field names from the outside in, separated by dots; empty for the whole. */
  path: string;
  rule: ShapeRule;
  /** The allowed values, or the unknown ones. */
  values?: readonly string[];
  /** The greatest or least number, or of characters. */
  limit?: number;
  /** The known name closest to the unknown one. */
  near?: string;
  /** The schema's own rule, if it has no name here. */
  said?: string;
}

export const shapeIssues = (error: z.ZodError, raw: unknown): ShapeIssue[] =>
  error.issues.map(issue => ({ path: issue.path.join('.'), ...ruleOf(issue, valueAt(raw, issue.path), raw) }));

type Rule = Omit<ShapeIssue, 'path'>;

function ruleOf(issue: z.core.$ZodIssue, value: unknown, raw: unknown): Rule {
  if (isDay(issue)) return dayRule(value, raw);
  switch (issue.code) {
    case 'unrecognized_keys':
      return { rule: 'unknownFields', values: issue.keys };
    case 'invalid_value':
      return { rule: 'oneOf', values: issue.values.map(String) };
    case 'invalid_union':
      return { rule: 'oneOf', values: (issue as { options?: string[] }).options ?? [] };
    case 'too_small':
      return isNumber(issue.origin) ? { rule: 'other', said: 'atLeast', limit: Number(issue.minimum) } : { rule: 'missing' };
    case 'too_big':
      if (isNumber(issue.origin)) return { rule: 'other', said: 'atMost', limit: Number(issue.maximum) };
      return { rule: 'tooLong', limit: Number(issue.maximum) };
    case 'invalid_type':
      return value === undefined
        ? { rule: 'missing' }
        : issue.expected === 'string'
          ? { rule: 'text' }
          : { rule: 'type', values: [issue.expected] };
    case 'invalid_format':
      return formOf(issue);
    default: {
      const { rule = 'other', ...more } = (issue as { params?: Partial<Rule> }).params ?? {};
      return { rule, ...more, said: issue.message };
    }
  }
}

/** Fields that hold a day, at any depth. */
const days = [
  'on',
  'date',
  'dated',
  'dispatched',
  'received',
  'recorded',
  'from',
  'until',
  'firstDayOut',
  'notBefore',
  'notAfter',
  'provisionallyFrom',
];

const isDay = (issue: z.core.$ZodIssue): boolean =>
  days.includes(String(issue.path.at(-1))) && (issue as { params?: object }).params === undefined && issue.code !== 'unrecognized_keys';

function dayRule(value: unknown, raw: unknown): Rule {
  if (value === undefined) return { rule: 'missing' };
  if (typeof value !== 'object' || value === null) return { rule: 'day' };
  return { rule: (raw as { type?: unknown }).type === 'termination.notified' ? 'exactDay' : 'bounds' };
}

const isNumber = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin);

/** Names the format by the pattern that failed. A format without a name here keeps the message of its schema. */
function formOf({ pattern = '', message }: { pattern?: string | undefined; message: string }): Rule {
  const [, most] = /\{0,(79|63|39)\}\$\/$/.exec(pattern) ?? [];
  if (most) return { rule: 'id', limit: Number(most) + 1 };
  const form = forms.find(([, part]) => pattern.includes(part));
  return form ? { rule: form[0], values: [] } : { rule: 'other', values: [], said: message };
}

const forms: readonly (readonly [ShapeRule, string])[] = [
  ['party', '[A-Z]{2,3}'],
  ['language', '[a-z]{2,3}'],
  ['hash', '[0-9a-f]{64}'],
  ['length', '^P('],
];

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    raw,
  );
}
