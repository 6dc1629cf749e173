/** The rule for the value of a field, as a sentence. */
import type { Rule } from '../../machines/requirement.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';
import { oneOf } from '../intl.ts';

/** A rule that is not ours keeps the library's words. */
export function ruleIn(rule: string, { values = [], limit = 0 }: { values?: readonly string[]; limit?: number }, w: Wording): string {
  if (!Object.hasOwn(w.faults.rules, rule)) return rule;
  const either = oneOf(w.locale, values);
  const said = { values: values.join(', '), either, type: values[0] ?? '', count: values.length, limit };
  return message(w.faults.rules[rule as Rule], w.locale, said);
}
