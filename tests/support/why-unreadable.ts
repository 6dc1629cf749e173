/** Why something can't be folded or answered, in English: failures carry it as data. */
import { refusalOfUnreadable } from '../../dossier/unreadable-refusals.ts';
import { inEnglish } from '../../wording/refusals/english.ts';

/** @throws any other failure; Error if nothing is thrown */
export function whyUnreadableIn(act: () => unknown): string {
  try {
    act();
  } catch (cause) {
    const refused = refusalOfUnreadable(cause);
    if (!refused) throw cause;
    return inEnglish(refused);
  }
  throw new Error('Expected a failure, but an answer was returned.');
}
