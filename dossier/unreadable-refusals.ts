/** Turns what keeps an agreement from being read or folded into a refusal, since a retry would fail again. */
import type { FoldFailure } from '../machines/fold-failure.ts';
import type { BeyondLimit } from '../machines/beyond-limit.ts';
import { refuse, type Refusal } from '../machines/refusal.ts';
import type { NoDescription } from './description.ts';

/** Undefined for any other failure. Identifies errors by name, so that callers need not load the law. */
export function refusalOfUnreadable(cause: unknown): Refusal | undefined {
  if (isNamed<NoDescription>(cause, 'NoDescription')) return refuse('noDescription', { agreement: cause.agreement });
  if (isNamed<FoldFailure>(cause, 'FoldFailure')) return notFolded(cause);
  return isNamed<BeyondLimit>(cause, 'BeyondLimit') ? refuse('beyondFold', { why: cause.fault, entered: null, line: null }) : undefined;
}

const isNamed = <E extends Error>(cause: unknown, name: E['name']): cause is E => cause instanceof Error && cause.name === name;

/** The refusal for a ledger that can't be folded. */
export const notFolded = ({ agreement, entry, fault, entered }: FoldFailure, isWritten = true): Refusal =>
  refuse('notFolded', {
    agreement,
    entry: entry ?? null,
    why: fault,
    entered: entered?.id ?? null,
    line: entered?.seq ?? null,
    isWritten,
  });
