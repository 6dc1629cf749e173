/** What is wrong with a file that people write, as ICU messages: one for each code. One that is missing in a language does not compile. */
import type { FileFault, Found } from '../../agreements/mistakes.ts';
import type { Rule } from '../../machines/must.ts';
import type { TableMessages } from './table/sentence.ts';

export interface FaultMessages extends TableMessages {
  /** The heading of a list of mistakes. */
  mistakes: string;
  files: Readonly<Record<Exclude<FileFault['code'], 'senseless'>, string>>;
  /** What stands where something else must. */
  found: Readonly<Record<Found['is'], string>>;
  /** What is easily overlooked in a text that was refused. */
  slips: Readonly<Record<'letters' | 'digits' | 'month' | 'noMonth', string>>;
  /** What must be. `{values}`: what is allowed. */
  rules: Readonly<Record<Rule, string>>;
}
