/** Why a ledger can't be folded, or would take too much, as data: the reader renders it. */
import type { Must } from './must.ts';
import type { LimitFault } from './beyond-limit.ts';

export type FoldFault =
  | LimitFault
  /** A description that this version can't read. `line`: the entry that has it. */
  | { code: 'unreadable'; line: string; mistakes: readonly DescriptionMistake[] }
  /** What the code threw, as it says it. */
  | { code: 'thrown'; said: string };

/** What is wrong with one value of a description. `path`: `clauses.duration.first`; empty for the whole. */
export interface DescriptionMistake {
  path: string;
  must: Must;
}
