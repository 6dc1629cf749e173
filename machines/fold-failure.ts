/**
 * The failure of a ledger that cannot be folded: why, and which entry caused it, as data. The fold accepts whatever was checked on entry;
 * an unchecked entry, or a bug, must not block more than its own agreement.
 */
import type { FoldFault } from './fold-fault.ts';
import { isAmending, type Entry } from './facts.ts';
import { BeyondLimit } from './beyond-limit.ts';

/** An agreement's ledger cannot be folded; a retry would fail again. The message is for logs; the reader renders the data. */
export class FoldFailure extends Error {
  override readonly name = 'FoldFailure';
  /** The entry recorded before the failure, and its line in the register. */
  entered?: { id: string; seq: number };

  constructor(
    readonly agreement: string,
    /** The id of the entry that caused it; undefined if no single one did. */
    readonly entry: string | undefined,
    override readonly cause: unknown,
  ) {
    super(`${agreement} ${entry ?? ''} ${JSON.stringify(foldFaultOf(cause))}`);
  }

  get fault(): FoldFault {
    return foldFaultOf(this.cause);
  }
}

/**
 * Folds a ledger. @throws FoldFailure for anything the fold throws, except BeyondLimit, which it rethrows: its cause is the day asked about
 * or the lengths.
 */
export function foldLedger<T>(agreement: string, entries: readonly Entry[], folded: (entries: readonly Entry[]) => T): T {
  try {
    return folded(entries);
  } catch (cause) {
    if (cause instanceof BeyondLimit) throw cause;
    throw new FoldFailure(agreement, culpritIn(entries, folded), cause);
  }
}

/**
 * Finds the entry that caused the failure: removes facts from the newest backwards until the rest can be folded, and returns the last one
 * removed.
 */
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

/** Converts anything thrown to a fault. */
export function foldFaultOf(cause: unknown): FoldFault {
  if (cause instanceof BeyondLimit || cause instanceof UnreadableDescription || cause instanceof FoldFailure) return cause.fault;
  const said = (cause instanceof Error ? cause.message : String(cause)).trim();
  return { code: 'thrown', said: /[.!?]$/.test(said) ? said : `${said}.` };
}

/** A description that this version cannot read. */
export class UnreadableDescription extends Error {
  override readonly name = 'UnreadableDescription';
  constructor(readonly fault: Extract<FoldFault, { code: 'unreadable' }>) {
    super(JSON.stringify(fault));
  }
}
