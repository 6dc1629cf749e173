/**
 * A linter for clauses: what makes no sense in an agreement's final clauses, found by walking its machine with invented facts. What
 * contradicts itself only once a Party says so (a protocol, an agreed end) is not looked for.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import type { Question } from '../../clauses/reading.ts';
import type { Entry } from '../facts.ts';
import { factsKnown } from '../ledger.ts';
import { amendmentFindings } from './amendment-findings.ts';
import { entryFindings } from './entry-findings.ts';
import type { Finding } from './finding.ts';
import { noticeFindings } from './notice-findings.ts';
import { periodFindings } from './period-findings.ts';
import { readingFindings } from './reading-findings.ts';
import { walkOf } from './walk.ts';

export type { Finding, FindingName } from './finding.ts';
export { findingNames } from './finding.ts';

/**
 * Errors first; `entries`: of them, the day of signature is taken; `written`: the questions of the reading that the file answers. Where no
 * date can follow, no reading is asked about.
 */
export function clauseFindings(agreement: Agreement, entries: readonly Entry[], written: readonly Question[]): Finding[] {
  const walk = walkOf(agreement, factsKnown(entries).facts.find(f => f.type === 'signed')?.on);
  const ofEntry = entryFindings(walk);
  if (walk.isOverBefore) return ofEntry;
  const found = [...ofEntry, ...periodFindings(walk), ...noticeFindings(walk), ...amendmentFindings(walk)];
  const errors = found.filter(f => f.severity === 'error');
  return errors.length ? [...errors, ...found.filter(f => f.severity !== 'error')] : [...found, ...readingFindings(walk, written)];
}
