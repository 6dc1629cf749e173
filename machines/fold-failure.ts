/**
 * What is known when a ledger can't be folded: why, and with which entry it began, as data. The fold takes whatever was
 * checked when it was entered; an entry that came in unchecked, or a fault of ours, must not hold up more than its own agreement.
 */
import type { FoldFault } from './fold-fault.ts';
import { isAmending, type Entry } from './facts.ts';
import { BeyondLimit } from './beyond-limit.ts';

/** The ledger of an agreement can't be folded. Trying again would fail again. The message is for logs; the reader renders the data. */
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
    super(`${agreement} ${entry ?? ''} ${JSON.stringify(foldFaultOf(cause))}`);
  }

  get fault(): FoldFault {
    return foldFaultOf(this.cause);
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

/** Of whatever was thrown. */
export function foldFaultOf(cause: unknown): FoldFault {
  if (cause instanceof BeyondLimit || cause instanceof UnreadableDescription || cause instanceof FoldFailure) return cause.fault;
  const said = (cause instanceof Error ? cause.message : String(cause)).trim();
  return { code: 'thrown', said: /[.!?]$/.test(said) ? said : `${said}.` };
}

/** A description that this version can't read. */
export class UnreadableDescription extends Error {
  override readonly name = 'UnreadableDescription';
  constructor(readonly fault: Extract<FoldFault, { code: 'unreadable' }>) {
    super(JSON.stringify(fault));
  }
}
