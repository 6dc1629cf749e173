/** The sentence of a failure of our own, as a person reads it. */
import type { Language } from '../../clauses/desk.ts';
import { failureIn } from '../../wording/failures/sentence.ts';
import { keysFileFaultIn } from '../../wording/failures/parts.ts';
import { wordings } from '../../wording/index.ts';
import type { KeysFileFault } from '../../secrets/faults.ts';

export const sentenceOf = (failure: unknown, language: Language = 'en'): string =>
  failureIn(failure, wordings[language]) ?? `not one of ours: ${String(failure)}`;

/** The sentence of a promise's failure. */
export const saidOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'nothing failed', sentenceOf);

export const keysFileFaultsOf = (faults: readonly KeysFileFault[]): string[] => faults.map(fault => keysFileFaultIn(fault, wordings.en));

/** The sentence of what a function throws. */
export function saidBy(act: () => unknown): string {
  try {
    act();
  } catch (cause) {
    return sentenceOf(cause);
  }
  return 'nothing failed';
}
