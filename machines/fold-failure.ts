/**
 * What is said when a ledger can't be folded: why, with which entry it began, and how to take that out. The fold takes whatever was
 * checked when it was entered; an entry that came in unchecked, or a fault of ours, must not hold up more than its own agreement.
 */
import { isAmending, type Entry } from './facts.ts';
import { BeyondLimit } from './beyond-limit.ts';

/** The ledger of an agreement can't be folded. Trying again would fail again. */
export class FoldFailure extends Error {
  override readonly name = 'FoldFailure';
  /** What was entered before it failed, and in which line of the register. */
  entered?: { id: string; seq: number };

  constructor(
    readonly agreement: string,
    /** The id of the entry with which it began; undefined where it is none of them alone. */
    readonly entry: string | undefined,
    override readonly cause: unknown,
  ) {
    super(`${agreement} can't be folded: ${reasonOf(cause)} ${remedyFor(agreement, entry)}`);
  }
}

/** Folds a ledger. @throws FoldFailure for what the fold throws; BeyondLimit as it is, since that lies in the day that is asked for or in the lengths. */
export function foldLedger<T>(agreement: string, entries: readonly Entry[], folded: (entries: readonly Entry[]) => T): T {
  try {
    return folded(entries);
  } catch (cause) {
    if (cause instanceof BeyondLimit) throw cause;
    throw new FoldFailure(agreement, culpritIn(entries, folded), cause);
  }
}

/** The entry with which it began: of the facts left out, from the newest backwards, the last one before the rest can be folded. */
function culpritIn(entries: readonly Entry[], folded: (entries: readonly Entry[]) => unknown): string | undefined {
  const facts = entries.filter(e => !isAmending(e));
  const amending = entries.filter(isAmending);
  return facts.findLast((_, n) => isFolded([...facts.slice(0, n), ...amending], folded))?.id;
}

function isFolded(entries: readonly Entry[], folded: (entries: readonly Entry[]) => unknown): boolean {
  try {
    folded(entries);
    return true;
  } catch {
    return false;
  }
}

export const reasonOf = (cause: unknown): string => {
  const text = (cause instanceof Error ? cause.message : String(cause)).trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

const remedyFor = (agreement: string, entry: string | undefined): string =>
  entry === undefined
    ? `No entry explains it: look at its description, and change that with npx servanda agreement redescribe FILE --reason "…".`
    : `It began with the entry ${entry}. Take it out (in a register: npx servanda strike ${agreement} ${entry} --reason "…"), and enter it rightly.`;
