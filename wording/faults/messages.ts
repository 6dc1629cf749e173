/** Faults in files that people write, as ICU messages: one for each code. A message missing in a language does not compile. */
import type { FileFault, ActualValue } from '../../agreements/mistakes.ts';
import type { Rule } from '../../machines/requirement.ts';
import type { TableMessages } from './table/sentence.ts';

export interface FaultMessages extends TableMessages {
  /** The heading of a list of mistakes. */
  mistakes: string;
  files: Readonly<Record<Exclude<FileFault['code'], 'senseless'>, string>>;
  /** What the file has instead of the expected value. */
  found: Readonly<Record<ActualValue['is'], string>>;
  /** What is easily overlooked in a rejected text. */
  slips: Readonly<Record<'letters' | 'digits' | 'month' | 'noMonth', string>>;
  /** What the value must be. `{values}`: the allowed values. */
  rules: Readonly<Record<Rule, string>>;
}
