/** A table of agreements that somebody sends: each row as what opens it, or why it can't be taken. Nothing is written. */
import { parseTable } from '../agreements/table/read.ts';
import { readRow } from '../agreements/table/row.ts';
import { isRefusal } from '../machines/refusal.ts';
import { readEntry } from '../machines/refusals.ts';
import { rowReasonIn } from '../wording/faults/table/sentence.ts';
import { refusalWithBasis } from '../wording/refusals/sentence.ts';
import type { Context } from './context.ts';
import type { AgreementGiven } from './requests.ts';

export interface TableRead {
  unknownColumns: readonly string[];
  missingColumns: readonly string[];
  rows: RowRead[];
}

export interface RowRead {
  line: number;
  number: string;
  /** As `open` takes it; null where the row can't be taken. */
  agreement: AgreementGiven | null;
  /** The register keeps an agreement of this id already. */
  existing: boolean;
  /** Why the row can't be taken. */
  reasons: string[];
}

/** @throws TableFault */
export async function tableRead(context: Context, text: string, rehearsal: boolean): Promise<TableRead> {
  const { wording } = context;
  const { rows, unknown, missing } = parseTable(text, 'table.csv');
  const registers = await context.registersThere();
  const now = await context.now();
  const read: RowRead[] = [];
  for (const row of rows) {
    const taken = readRow(row, { rehearsal, now });
    const { line, number } = taken;
    if ('reasons' in taken) {
      read.push({ line, number, agreement: null, existing: false, reasons: taken.reasons.map(r => rowReasonIn(r, wording)) });
      continue;
    }
    const { agreement, facts } = taken;
    const refused = facts.map(f => readEntry(f, agreement, now)).filter(isRefusal);
    const existing = (await registers.find(agreement.id)) !== undefined;
    const given = refused.length ? null : ({ ...agreement, facts } as AgreementGiven);
    read.push({ line, number, agreement: given, existing, reasons: refused.map(r => refusalWithBasis(r, wording)) });
  }
  return { unknownColumns: unknown, missingColumns: missing, rows: read };
}
