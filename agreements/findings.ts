/** Findings in the clauses of a file, each with its position. */
import type { Agreement } from '../clauses/agreement.ts';
import { questions } from '../clauses/reading.ts';
import { clauseFindings, type Finding } from '../machines/clause-findings/index.ts';
import type { Entry } from '../machines/facts.ts';
import { formatPath } from '../machines/requirement.ts';
import type { Place } from './mistakes.ts';
import type { YamlText } from './yaml-text.ts';

/** A finding and its position. */
export interface FoundInFile extends Place {
  finding: Finding;
}

export function findingsIn(agreement: Agreement, facts: readonly Entry[], { data, file, positionOf }: YamlText): FoundInFile[] {
  const { reading } = data as { reading?: object };
  const written = questions.filter(q => Object.hasOwn(reading ?? {}, q));
  return clauseFindings(agreement, facts, written).map(finding => ({
    file,
    ...positionOf(finding.path),
    path: formatPath(finding.path),
    finding,
  }));
}
