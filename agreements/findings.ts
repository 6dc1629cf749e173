/** What makes no sense in the clauses of a file, each finding with its place and a sentence in English; the reader renders it in theirs. */
import type { Agreement } from '../clauses/agreement.ts';
import { questions } from '../clauses/reading.ts';
import { clauseFindings, type Finding } from '../machines/clause-findings/index.ts';
import type { Entry } from '../machines/facts.ts';
import { findingIn } from '../wording/findings/messages.ts';
import { wordings } from '../wording/index.ts';
import { pathInWords, type Mistake } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

/** A finding as a mistake of the file: where it stands, and what is said of it. */
export interface FoundInFile extends Mistake {
  finding: Finding;
}

export function findingsIn(agreement: Agreement, facts: readonly Entry[], text: YamlText): FoundInFile[] {
  const { reading } = text.data as { reading?: object };
  const written = questions.filter(q => Object.hasOwn(reading ?? {}, q));
  return clauseFindings(agreement, facts, written).map(finding => ({
    ...text.mistake(finding.path, findingIn(finding, wordings.en)),
    path: pathInWords(finding.path),
    finding,
  }));
}
