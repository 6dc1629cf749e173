/** The rule that a rejected value must meet, as data: one of the schema's own, or one of its library's. The reader renders it. */
import type { z } from 'zod';
import type { SchemaRule } from '../clauses/schema-rule.ts';
import { escaped } from './limits.ts';

export type Rule =
  | SchemaRule
  | 'type'
  | 'oneOf'
  | 'notEmpty'
  | 'atLeast'
  | 'listAtLeast'
  | 'atMost'
  | 'textAtMost'
  | 'notHere'
  | 'agreementMapping'
  | 'factsGiven'
  | 'factsList'
  | 'partyOf';

/** `values`, `limit`: what is allowed. */
export interface Requirement {
  rule: Rule;
  values?: readonly string[];
  limit?: number;
}

/** The message of an issue for which the schema names no rule: for the `error` option of a parse. */
export const noRule = '';

export function requirementOf(issue: z.core.$ZodIssue): Requirement {
  if (issue.message !== noRule) {
    const { values } = ('params' in issue ? issue.params : undefined) ?? {};
    return { rule: issue.message as Rule, ...(values ? { values: values as string[] } : {}) };
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

/** Returns the allowed words, if the value must be one of a list. */
export function wordsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options as string[]) : [];
}

/** Formats a path: `parties[1].zone`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  escaped(path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join(''));
