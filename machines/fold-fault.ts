/** Why a ledger cannot be folded, or would cost too much, as data; the reader renders it. */
import type { Requirement } from './requirement.ts';
import type { LimitFault } from './beyond-limit.ts';

export type FoldFault =
  | LimitFault
  /** A description that this version cannot read. `line`: the entry that contains it. */
  | { code: 'unreadable'; line: string; mistakes: readonly DescriptionMistake[] }
  /** An error thrown by the code, with its message. */
  | { code: 'thrown'; said: string };

/** An error in one value of a description. `path`: `clauses.duration.first`; empty for the whole. */
export interface DescriptionMistake {
  path: string;
  must: Requirement;
}
