/**
 * How workflows differ from the register, what was done about it and why it could not be, as ICU messages: one for each code. One that is
 * missing in a language does not compile. `{workflow}` stands before each.
 */
import type { Done } from '../../reconciliation/repairing.ts';
import type { Difference } from '../../reconciliation/differences.ts';
import type { SaidValues } from '../../reconciliation/expected.ts';
import type { Failure } from '../../reconciliation/failure.ts';

export interface DifferenceMessages {
  /** `{act}`, `{why}`: whole sentences. */
  differences: Readonly<Record<Difference['code'], string>>;
  /** What a workflow says. */
  names: Readonly<Record<keyof SaidValues, string>>;
  /** How that is said; `nothing`: it says nothing of it. */
  values: Readonly<Record<'nothing' | 'none' | 'yes' | 'no' | 'period' | 'within', string>>;
  repairs: Readonly<Record<Done['did'], string>>;
  failures: Readonly<Record<Exclude<Failure['code'], 'refused'>, string>>;
  /** Why a workflow was ended, for the Temporal UI. */
  terminated: string;
}
