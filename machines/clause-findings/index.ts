/**
 * A linter for clauses: finds final clauses that make no sense, by walking the agreement's machine with invented facts. It does not look
 * for contradictions that need a later act of the Parties (a protocol, an agreed end).
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
 * Returns the findings, errors first. `entries`: only the day of signature is used; `written`: the questions of the reading that the file
 * answers. If no date can follow, readings are not checked.
 */
export function clauseFindings(agreement: Agreement, entries: readonly Entry[], written: readonly Question[]): Finding[] {
  const walk = walkOf(agreement, factsKnown(entries).facts.find(f => f.type === 'signed')?.on);
  const ofEntry = entryFindings(walk);
  if (walk.isOverBefore) return ofEntry;
  const found = [...ofEntry, ...periodFindings(walk), ...noticeFindings(walk), ...amendmentFindings(walk)];
  const errors = found.filter(f => f.severity === 'error');
  return errors.length ? [...errors, ...found.filter(f => f.severity !== 'error')] : [...found, ...readingFindings(walk, written)];
}
