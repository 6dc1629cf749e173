/** A table of agreements as a file: comma, semicolon or tab separated, UTF-8 with or without BOM, quoted fields, CRLF. */
import { CsvError, parse } from 'csv-parse/sync';
import { nearest } from '../nearest.ts';
import { readBytes, TextTooLong } from '../read-text.ts';
import { columnNames, neededColumns, type ColumnName } from './columns.ts';
import { TableFault, type RowReason } from './reasons.ts';

/** One row: `line` is where it begins in the file, from 1; an empty field is absent. */
export interface TableRow {
  line: number;
  fields: Readonly<Partial<Record<ColumnName, string>>>;
  /** Set where the row has more or fewer fields than the heading: its fields can't be trusted. */
  misshapen?: RowReason;
}

export interface Table {
  rows: readonly TableRow[];
  /** Columns that are not known, in the words of the file; their fields are not read. */
  unknown: readonly string[];
  /** Known columns that the table does not have. */
  missing: readonly ColumnName[];
}

/** Enough for a hundred thousand agreements. */
const largest = 64_000_000;

/** @throws TableFault that says what to do. */
export function readTable(file: string): Table {
  return parseTable(textOf(file), file);
}

/** As `readTable`, for a text at hand. */
export function parseTable(text: string, file: string): Table {
  const { content, skipped } = withoutSeparatorLine(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')); // csv-parse counts CRLF within quotes twice
  if (!content.trim()) throw new TableFault(file, { code: 'empty' });
  const records = recordsOf(content, file, separatorOf(content));
  const [heading, ...body] = records;
  const names = headingOf(heading!.record, file);
  let begins = heading!.info.lines + 1 + skipped;
  const rows = body.map(({ record, info }) => {
    const row = rowOf(record, names, begins);
    begins = info.lines + 1 + skipped;
    return row;
  });
  return {
    rows: rows.filter(r => Object.keys(r.fields).length > 0 || r.misshapen),
    unknown: heading!.record.filter((name, i) => name.trim() && !names[i]),
    missing: columnNames.filter(name => !names.includes(name)),
  };
}

function textOf(file: string): string {
  try {
    const bytes = readBytes(file, largest);
    if (isWorkbook(bytes)) throw new TableFault(file, { code: 'workbook' });
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TableFault) throw cause;
    if (cause instanceof TextTooLong) throw new TableFault(file, { code: 'tooLarge', megabytes: largest / 1_000_000 });
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new TableFault(file, { code: 'noFile' });
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new TableFault(file, { code: 'notUtf8' });
    throw typeof code === 'string' ? new TableFault(file, { code: 'unreadable', why: code }) : cause;
  }
}

/** A zip (.xlsx, .ods) or a compound file (.xls): a workbook, also where it was renamed to .csv. */
const isWorkbook = (bytes: Uint8Array): boolean => ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));

/** Some spreadsheets begin a file with a line that names its separator. */
function withoutSeparatorLine(text: string): { content: string; skipped: number } {
  const said = /^"?sep=.?"?\n/i.exec(text);
  return said ? { content: text.slice(said[0].length), skipped: 1 } : { content: text, skipped: 0 };
}

/** The separator by which the heading has most of the names that are known. */
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
    throw new TableFault(file, { code: 'notTable', line, why: whyNot(cause) });
  }
}

const whyNot = ({ code, message }: CsvError): string => (code === 'CSV_QUOTE_NOT_CLOSED' ? 'none' : message.split('.')[0]!);

/** `Entry into force`, `ENTRY_INTO_FORCE` and `entry-into-force` are one name. */
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
