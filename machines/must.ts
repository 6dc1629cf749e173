/** What a value must be, where a schema refuses it, as data: a rule of the schema, or what its library checks. The reader renders it. */
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
export interface Must {
  rule: Rule;
  values?: readonly string[];
  limit?: number;
}

/** The message of an issue where the schema itself does not say what is allowed: for `error` of the parse. */
export const unsaid = '';

export function mustOf(issue: z.core.$ZodIssue): Must {
  if (issue.message !== unsaid) {
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

/** The words that are allowed, where it is one of a list. */
export function wordsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options as string[]) : [];
}

/** A path as people write it: `parties[1].zone`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  escaped(path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join(''));
