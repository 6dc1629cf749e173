/**
 * Reads a table of agreements from a file: separated by commas, semicolons or tabs, UTF-8 with or without BOM, quoted fields, CRLF; or the
 * first sheet of a workbook (.xlsx).
 */
import { CsvError, parse } from 'csv-parse/sync';
import { nearest } from '../nearest.ts';
import { readBytes, TextTooLong } from '../read-text.ts';
import { columnNames, neededColumns, type ColumnName } from './columns.ts';
import { TableFault, type RowReason } from './reasons.ts';

/** One row: `line` is where it begins in the file, from 1; an empty field is absent. */
export interface TableRow {
  line: number;
  fields: Readonly<Partial<Record<ColumnName, string>>>;
  /** Set if the row has more or fewer fields than the heading: its fields cannot be trusted. */
  misshapen?: RowReason;
}

export interface Table {
  rows: readonly TableRow[];
  /** Unknown columns, as named in the file; their fields are not read. */
  unknown: readonly string[];
  /** Known columns that the table lacks. */
  missing: readonly ColumnName[];
}

/** In bytes; enough for a hundred thousand agreements. */
const largest = 64_000_000;

/** @throws TableFault with what to do. */
export async function readTable(file: string): Promise<Table> {
  return parseTable(await tableText(bytesOf(file), file), file);
}

/** Like `readTable`, for a string. */
export function parseTable(text: string, file: string): Table {
  const { heading, names, body } = gridOf(text, file);
  const rows = body.map(({ record, line }) => rowOf(record, names, line));
  return {
    rows: rows.filter(r => Object.keys(r.fields).length > 0 || r.misshapen),
    unknown: heading.filter((name, i) => name.trim() && !names[i]),
    missing: columnNames.filter(name => !names.includes(name)),
  };
}

/** Converts a file's bytes to the text of a table: CSV unchanged, a workbook as CSV. `limit`: in bytes. @throws TableFault */
export async function tableText(bytes: Uint8Array, file: string, limit = largest): Promise<string> {
  if (bytes.length > limit) throw tooLarge(file, limit);
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  // A compound file: .xls, or a workbook locked with a password.
  if (begins === 'd0cf11e0') throw new TableFault(file, { code: 'workbook' });
  if (begins === '504b0304') return (await import('./workbook.ts')).textOfWorkbook(bytes, file, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TableFault(file, { code: 'notUtf8' });
  }
}

/** Returns the table with other values in some of its cells, by line and column. @throws TableFault */
export function withCells(text: string, file: string, cells: readonly { line: number; column: ColumnName; value: string }[]): string {
  const { heading, names, body } = gridOf(text, file);
  for (const { line, column, value } of cells) {
    const [record, at] = [body.find(row => row.line === line)?.record, names.indexOf(column)];
    if (record && at >= 0) record[at] = value;
  }
  return csvOf([heading, ...body.map(b => b.record)]);
}

export const csvOf = (records: readonly (readonly string[])[]): string => `${records.map(r => r.map(quoted).join(',')).join('\n')}\n`;

const quoted = (field: string): string => (/[",;\t\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

interface Grid {
  heading: string[];
  names: (ColumnName | undefined)[];
  body: { record: string[]; line: number }[];
}

function gridOf(text: string, file: string): Grid {
  const { content, skipped } = withoutSeparatorLine(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')); // csv-parse counts CRLF within quotes twice
  if (!content.trim()) throw new TableFault(file, { code: 'empty' });
  const [heading, ...rest] = recordsOf(content, file, separatorOf(content));
  let begins = heading!.info.lines + 1 + skipped;
  const body = rest.map(({ record, info }) => {
    const line = begins;
    begins = info.lines + 1 + skipped;
    return { record, line };
  });
  return { heading: heading!.record, names: headingOf(heading!.record, file), body };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readBytes(file, largest);
  } catch (cause) {
    if (cause instanceof TextTooLong) throw tooLarge(file, largest);
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new TableFault(file, { code: 'noFile' });
    throw typeof code === 'string' ? new TableFault(file, { code: 'unreadable', why: code }) : cause;
  }
}

const tooLarge = (file: string, limit: number): TableFault => new TableFault(file, { code: 'tooLarge', megabytes: limit / 1_000_000 });

/** Some spreadsheets begin a file with a line that names its separator. */
function withoutSeparatorLine(text: string): { content: string; skipped: number } {
  const said = /^"?sep=.?"?\n/i.exec(text);
  return said ? { content: text.slice(said[0].length), skipped: 1 } : { content: text, skipped: 0 };
}

/** Returns the separator with which the heading has the most known names. */
function separatorOf(content: string): string {
  const heading = content.trimStart().split('\n', 1)[0]!;
  const known = (separator: string): number => heading.split(separator).filter(name => columnOf(name) !== undefined).length;
  return [',', ';', '\t'].reduce((best, next) => (known(next) > known(best) ? next : best));
}

type Parsed = { record: string[]; info: { lines: number } };

function recordsOf(content: string, file: string, delimiter: string): Parsed[] {
  try {
    const read = parse(content, { delimiter, info: true, relax_column_count: true, skip_empty_lines: false, trim: true });
    return read as unknown as Parsed[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? cause['lines'] : 0;
    throw new TableFault(file, { code: 'notTable', line, why: csvFault(cause) });
  }
}

const csvFault = ({ code, message }: CsvError): string => (code === 'CSV_QUOTE_NOT_CLOSED' ? 'none' : message.split('.')[0]!);

/** Returns the column of a name: `Entry into force`, `ENTRY_INTO_FORCE` and `entry-into-force` are the same. */
const columnOf = (written: string): ColumnName | undefined => {
  const name = written
    .replaceAll('"', '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
  return columnNames.find(c => c === name);
};

function headingOf(heading: readonly string[], file: string): (ColumnName | undefined)[] {
  const names = heading.map(columnOf);
  const missing = neededColumns.filter(name => !names.includes(name));
  if (missing.length)
    throw new TableFault(file, {
      code: 'columnsMissing',
      columns: missing,
      meant: meant(heading, missing),
      heading: heading.join(' | ').slice(0, 300),
    });
  const twice = names.find((name, i) => name && names.indexOf(name) < i);
  if (twice) throw new TableFault(file, { code: 'columnTwice', column: twice });
  return names;
}

function meant(heading: readonly string[], missing: readonly ColumnName[]): { near: string; name: ColumnName }[] {
  return missing.flatMap(name => {
    const near = nearest(name, heading);
    return near ? [{ near, name }] : [];
  });
}

function rowOf(record: readonly string[], names: readonly (ColumnName | undefined)[], line: number): TableRow {
  const fields = Object.fromEntries(names.flatMap((name, i) => (name && record[i]?.trim() ? [[name, record[i].trim()]] : [])));
  const over = record.slice(names.length).some(field => field.trim());
  const blank = record.every(field => !field.trim());
  if (blank || (!over && record.length >= names.length)) return { line, fields };
  return {
    line,
    fields,
    misshapen: { code: 'misshapen', fields: record.length, heading: names.length },
  };
}
