/** Why a ledger can't be folded, or why an answer would be too large, as whole sentences. */
import type { DescriptionMistake, FoldFault } from '../../machines/fold-fault.ts';
import { ruleIn } from '../faults/rule.ts';
import { limitFaultIn } from '../failures/limits.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';

export function foldFaultIn(fault: FoldFault, w: Wording): string {
  switch (fault.code) {
    case 'unreadable':
      return message(w.refusals.folds.unreadable, w.locale, { line: fault.line, mistakes: descriptionMistakesIn(fault.mistakes, w) });
    case 'thrown':
      return message(w.refusals.folds.thrown, w.locale, { said: fault.said });
    default:
      return limitFaultIn(fault, w);
  }
}

/** The mistakes of a description with their places; part of a sentence, no full stop. */
export const descriptionMistakesIn = (mistakes: readonly DescriptionMistake[], w: Wording): string =>
  mistakes.map(({ path, must }) => [path && `${path}:`, ruleIn(must.rule, must, w)].filter(Boolean).join(' ')).join('; ');
