/** What is said of a failure of our own, as a person reads it. */
import type { Language } from '../../clauses/desk.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { keysFileFaultIn } from '../../wording/failures/parts.ts';
import { wordings } from '../../wording/index.ts';
import type { KeysFileFault } from '../../secrets/faults.ts';

export const sentenceOf = (failure: unknown, language: Language = 'en'): string =>
  failureIn(failure, wordings[language]) ?? `not one of ours: ${String(failure)}`;

/** What a promise fails with. */
export const saidOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'nothing failed', sentenceOf);

export const keysFileFaultsOf = (faults: readonly KeysFileFault[]): string[] => faults.map(fault => keysFileFaultIn(fault, wordings.en));

/** What a function throws. */
export function saidBy(act: () => unknown): string {
  try {
    act();
  } catch (cause) {
    return sentenceOf(cause);
  }
  return 'nothing failed';
}
