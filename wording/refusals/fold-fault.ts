/** Why a ledger can't be folded, or an answer would take too much, as whole sentences in a language. */
import type { DescriptionMistake, FoldFault } from '../../machines/fold-fault.ts';
import { ruleIn } from '../faults/rule.ts';
import { dayInText } from '../forms.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';

export function foldFaultIn(fault: FoldFault, w: Wording): string {
  const values = Object.fromEntries(Object.entries(fault).map(([name, value]) => [name, formOf(name, value, w)]));
  return message(w.refusals.folds[fault.code], w.locale, values);
}

/** What is wrong with a description, each with its place, without a full stop: part of a sentence. */
export const descriptionMistakesIn = (mistakes: readonly DescriptionMistake[], w: Wording): string =>
  mistakes.map(({ path, must }) => [path && `${path}:`, ruleIn(must.rule, must, w)].filter(Boolean).join(' ')).join('; ');

function formOf(name: string, value: unknown, w: Wording): string {
  if (typeof value === 'number') return new Intl.NumberFormat(w.locale).format(value);
  if (name === 'mistakes') return descriptionMistakesIn(value as readonly DescriptionMistake[], w);
  return name === 'day' || name === 'notBefore' || name === 'notAfter' ? dayInText(w, value as never) : String(value);
}
