/** A table of agreements that somebody sends: each row as what opens it, or why it can't be taken. Nothing is written. */
import { parseTable, tableText } from '../agreements/table/read.ts';
import type { Context } from './context.ts';
import { checkRows } from './importing/take-rows.ts';
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
  /** Why the row can't be taken; of one that exists, how it differs. */
  reasons: string[];
}

interface HowRead {
  /** What is at fault is named by it. */
  name: string;
  /** In bytes; of a workbook, of what it unpacks to as well. */
  limit: number;
  rehearsal: boolean;
}

/** CSV, or a workbook. @throws TableFault */
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
