/** Checks a description of an agreement before it is opened: its errors, and the dates that would follow from it. */
import { stringify } from 'yaml';
import type { FoundInFile } from '../agreements/findings.ts';
import { AgreementFileError, examineText, type AgreementFile, type Examined } from '../agreements/load.ts';
import type { Mistake, Place } from '../agreements/mistakes.ts';
import { descriptionHash } from '../dossier/description.ts';
import { standingOn } from '../dossier/dossier.ts';
import { unprintableIn } from '../documents/unprintable.ts';
import type { Entry, Fact } from '../machines/facts.ts';
import { formatPath } from '../machines/requirement.ts';
import { readLedger } from '../machines/read-entries.ts';
import type { Answer } from '../wording/answer.ts';
import { refusalWithBasis } from '../wording/refusals/sentence.ts';
import type { Context } from './context.ts';
import { todayIn } from './dossiers.ts';

/** The findings in one file. `mistakes`: why it can't be read at all. */
export interface Checked {
  file: string;
  agreement: string | null;
  mistakes: readonly Mistake[];
  findings: readonly FoundInFile[];
  unprintable: readonly UnprintableInFile[];
}

/** A fact in the form that `--facts` accepts. */
export const inFlow = (fact: Fact): string => stringify(fact, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** A text that no document can print, and its place in the file. */
export interface UnprintableInFile extends Place {
  letters: readonly string[];
}

export const unprintableOf = ({ file, agreement, facts, positionOf }: Omit<AgreementFile, 'warnings'>): UnprintableInFile[] =>
  unprintableIn(agreement, facts).map(({ path, letters }) => ({ file, ...positionOf(path), path: formatPath(path), letters }));

export const hasErrors = ({ mistakes, findings }: Checked): boolean =>
  mistakes.length > 0 || findings.some(f => f.finding.severity === 'error');

/** Checks what `read` returns, from a file or from a text in memory. */
export function checkedBy(file: string, read: () => Examined): Checked & { read?: Examined } {
  try {
    const examined = read();
    return {
      file,
      agreement: examined.agreement.id,
      mistakes: [],
      findings: examined.findings,
      unprintable: unprintableOf(examined),
      read: examined,
    };
  } catch (failure) {
    if (!(failure instanceof AgreementFileError)) throw failure;
    return { file, agreement: null, mistakes: failure.problems, findings: [], unprintable: [] };
  }
}

export interface Preview {
  checked: Checked & { read?: Examined };
  /** True if the register already has an agreement with this id. */
  isKept: boolean;
  /** The reasons why its facts would be refused. */
  refusals: string[];
  /** Its standing today; absent if the text can't be read or no date can be calculated. */
  today?: Answer;
}

/**
 * Previews a description without writing anything. `kept`: the agreement's entries in the register, used in place of the facts in the text.
 */
export async function previewOf(context: Context, text: string, name: string, kept?: readonly Entry[]): Promise<Preview> {
  const checked = checkedBy(name, () => examineText(text, name));
  const { read } = checked;
  if (!read) return { checked, isKept: false, refusals: [] };
  const { agreement, facts } = read;
  const isKept = context.hasRegister() && (await (await context.registers({ reading: true })).find(agreement.id)) !== undefined;
  const { entries, refusals } = kept ? { entries: kept, refusals: [] } : readLedger(facts, agreement);
  const said = refusals.map(r => refusalWithBasis(r, context.wording));
  if (said.length || hasErrors(checked)) return { checked, isKept, refusals: said };
  const dossier = { agreement, description: descriptionHash(agreement), entries };
  return { checked, isKept, refusals: [], today: standingOn(dossier, { asOf: todayIn(agreement, await context.now()) }, context.wording) };
}
