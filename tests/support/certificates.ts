/** Setup for tests of certificates: a register's rows for some facts, and their certificate. */
import { inflateSync } from 'node:zlib';
import { certificateOf, type Certificate } from '../../documents/certificate.ts';
import { descriptionHash } from '../../dossier/description.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { contentHash } from '../../register/canonical.ts';
import type { Head, Line, Row } from '../../register/types.ts';
import { testAgreement } from './test-agreement.ts';
import { d } from '../law/setup.ts';

export const kept = testAgreement('kept', { rehearsal: false });
export const today = d('2026-11-22');

/** The rows of a register: the description as entered on a day, then the facts. */
export function rowsOf(
  facts: readonly object[],
  { agreement = kept, described = '2021-03-01' }: { agreement?: Agreement; described?: string } = {},
): Row[] {
  const at = (day: string) => ({ by: 'desk', at: Date.parse(`${day}T09:00:00Z`) });
  const rows: Row[] = [];
  const enter = (entry: Line, day: string) => rows.push({ agreement: 'kept', seq: rows.length + 1, entry, entered: at(day) });
  enter({ type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement }, described);
  for (const f of facts) enter(f as Line, described);
  return rows;
}

/** A head that is valid for these rows, and for no others. */
export const headOf = (rows: readonly Row[]): Head => ({ seq: rows.length, hash: contentHash(rows) });

export function certify(facts: readonly object[], asOf: string, knownOn?: string, more: Parameters<typeof rowsOf>[1] = {}): Certificate {
  const rows = rowsOf(facts, more);
  const head = headOf(rows);
  const days = { asOf: d(asOf), today, ...(knownOn ? { knownOn: d(knownOn) } : {}) };
  return certificateOf('kept', { rows, rehearsal: (more.agreement ?? kept).rehearsal, head, headOfAgreement: head }, days);
}

/** The files embedded in a PDF, inflated if they are deflated. */
export function filesIn(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const bytes = pdf.subarray(at + 7, pdf.indexOf('\nendstream', at));
    try {
      found.push(inflateSync(bytes).toString());
    } catch {
      found.push(bytes.toString());
    }
  }
  return found;
}
