/** Duplicate rows of a table: under the same number only one is imported; under two numbers both are, with a warning. */
import { readDay } from '../../agreements/table/days.ts';
import { idOf } from '../../agreements/table/number.ts';
import type { TableRow } from '../../agreements/table/read.ts';
import { readParties } from '../../agreements/table/values.ts';
import { message } from '../../wording/message.ts';
import type { Wording } from '../../wording/wording.ts';

/** Rows whose number gives another row's id. A repeat is reported; if two such rows differ, neither is imported. */
export function repeated(rows: readonly TableRow[], { client: { import: texts }, locale }: Wording): Map<TableRow, string> {
  const first = new Map<string, TableRow>();
  const found = new Map<TableRow, string>();
  for (const row of rows) {
    const id = idOf(row.fields.number ?? '');
    const other = id && first.get(id);
    if (!other) first.set(id, row);
    else if (JSON.stringify(sorted(other)) === JSON.stringify(sorted(row)))
      found.set(row, message(texts.sameLine, locale, { line: other.line }));
    else {
      const why = (line: number): string => message(texts.sameId, locale, { line, id });
      found.set(row, why(other.line));
      found.set(other, why(row.line));
    }
  }
  return found;
}

const sorted = ({ fields }: TableRow): [string, string][] => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

/** The later of two rows that describe one treaty under two numbers, by title, Parties and day of signature. */
export function underTwoNumbers(rows: readonly TableRow[], { client: { import: texts }, locale }: Wording): Map<TableRow, string> {
  const first = new Map<string, TableRow>();
  const found = new Map<TableRow, string>();
  for (const row of rows) {
    const treaty = treatyOf(row);
    const other = treaty && first.get(treaty);
    if (other && idOf(other.fields.number ?? '') !== idOf(row.fields.number ?? ''))
      found.set(row, message(texts.sameTreaty, locale, { line: other.line, number: other.fields.number ?? '' }));
    else if (treaty && !other) first.set(treaty, row);
  }
  return found;
}

/** Independent of how title, Parties and day are written; undefined if the row lacks one of them. */
function treatyOf({ fields: { title, parties, signed } }: TableRow): string | undefined {
  const [between, day] = [readParties(parties ?? '', undefined), readDay(signed ?? '')];
  const plain = title
    ?.normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (!plain || 'why' in day) return undefined;
  const ids = 'is' in between ? between.is.map(p => p.id).sort() : [parties];
  return JSON.stringify([plain, ids, day.is]);
}
