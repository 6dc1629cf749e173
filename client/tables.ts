/** A table of agreements sent by a caller: each row as what would open it, or why it can't be imported. Nothing is written. */
import { parseTable, tableText } from '../agreements/table/read.ts';
import type { Context } from './context.ts';
import { checkRows } from './importing/import-rows.ts';
import type { AgreementGiven } from './requests.ts';

export interface TableRead {
  unknownColumns: readonly string[];
  missingColumns: readonly string[];
  rows: RowRead[];
}

export interface RowRead {
  line: number;
  number: string;
  /** In the form that `open` accepts; null if the row can't be imported. */
  agreement: AgreementGiven | null;
  /** True if the register already has an agreement with this id. */
  existing: boolean;
  /** Why the row can't be imported; for one that exists, how it differs. */
  reasons: string[];
}

interface HowRead {
  /** The name of the table in error messages. */
  name: string;
  /** In bytes; for a workbook, also the limit of its unpacked size. */
  limit: number;
  rehearsal: boolean;
}

/** Reads CSV or a workbook. @throws TableFault */
export async function tableRead(context: Context, content: Uint8Array, { name, limit, rehearsal }: HowRead): Promise<TableRead> {
  const table = parseTable(await tableText(content, name, limit), name);
  const registers = await context.registersThere();
  const rows: RowRead[] = [];
  for (const { line, number, read, reasons } of await checkRows(context, table, rehearsal)) {
    const existing = read !== undefined && (await registers.find(read.agreement.id)) !== undefined;
    const agreement = read && (existing || !reasons.length) ? ({ ...read.agreement, facts: read.facts } as AgreementGiven) : null;
    rows.push({ line, number, agreement, existing, reasons: reasons.map(r => r.says) });
  }
  return { unknownColumns: table.unknown, missingColumns: table.missing, rows };
}
