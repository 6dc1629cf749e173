/**
 * Differences between workflows and the register, their repair, and why it failed, as ICU messages: one for each code. A message missing in
 * a language does not compile. `{workflow}` precedes each.
 */
import type { Done } from '../../reconciliation/repair.ts';
import type { Difference } from '../../reconciliation/differences.ts';
import type { ReportedValues } from '../../reconciliation/expected.ts';
import type { Failure } from '../../reconciliation/failure.ts';

export interface DifferenceMessages {
  /** `{act}`, `{why}`: whole sentences. */
  differences: Readonly<Record<Difference['code'], string>>;
  /** The values that a workflow reports. */
  names: Readonly<Record<keyof ReportedValues, string>>;
  /** How those values are worded; `nothing`: the workflow does not report the value. */
  values: Readonly<Record<'nothing' | 'none' | 'yes' | 'no' | 'period' | 'within', string>>;
  repairs: Readonly<Record<Done['did'], string>>;
  failures: Readonly<Record<Exclude<Failure['code'], 'refused'>, string>>;
  /** Why a workflow was terminated, for the Temporal UI. */
  terminated: string;
}
