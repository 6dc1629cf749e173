/** Imports a table of agreements: dropped, chosen or pasted, checked cell by cell, and the valid rows opened by one confirmation. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { columnNames, type ColumnName } from '../../agreements/table/columns.ts';
import { parseTable, tableText, withCells, type Table } from '../../agreements/table/read.ts';
import { TableFault } from '../../agreements/table/reasons.ts';
import { checkRows, opening, takeRows, type Outcome } from '../../client/importing/import-rows.ts';
import { Unavailable } from '../../client/failures.ts';
import { tableFaultIn } from '../../wording/faults/table/sentence.ts';
import { shown, type Env, type Request } from '../request.ts';
import { askPage, checkedPage, importLimit } from './import-page.ts';
import { openingBarredPage } from './permissions.ts';

export interface TableGiven {
  text: string;
  kind: string;
  /** Identifies the table in faults. */
  name: string;
}

export interface Checked {
  given: TableGiven;
  table: Table;
  outcomes: readonly Outcome[];
  /** Hash of the table and of its outcome: only what was displayed can be confirmed. */
  seen: string;
}

export function importForm(app: Hono<Env>): void {
  app.get(
    '/import',
    async c =>
      (await openingBarredPage(c, c.get('words').m.importing.title)) ?? shown(c, askPage(c, { text: '', kind: c.req.query('kind') ?? '' })),
  );
  app.post('/import', async c => {
    const words = c.get('words');
    const m = words.m.importing;
    const body = await c.req.parseBody();
    const typed = { text: textIn(body['text']), kind: textIn(body['kind']) };
    try {
      const given = await givenIn(c, body, typed);
      Object.assign(typed, { text: given.text });
      const faults = new Map([
        ...(given.text.trim() ? [] : [['file', m.noTable] as const]),
        ...(given.kind === 'real' || given.kind === 'rehearsal' ? [] : [['kind', m.noKind] as const]),
      ]);
      if (faults.size) return shown(c, askPage(c, typed, { faults }), 422);
      const checked = await check(c, given);
      if (body['step'] !== 'send') return shown(c, checkedPage(c, checked));
      if (body['seen'] !== checked.seen) return shown(c, checkedPage(c, checked, { general: [m.changed] }), 409);
      return shown(c, checkedPage(c, await taken(c, checked), { isDone: true }));
    } catch (cause) {
      const general = importRejection(cause, c);
      if (!general) throw cause;
      return shown(c, askPage(c, typed, { general: [general] }), cause instanceof Unavailable ? 503 : 422);
    }
  });
}

/** The file if there is one, else the pasted text; with corrected cells applied. @throws TableFault */
async function givenIn(c: Request, body: Readonly<Record<string, unknown>>, { text, kind }: Omit<TableGiven, 'name'>): Promise<TableGiven> {
  const { file } = body;
  if (file instanceof File && file.size > 0)
    return { text: plain(await tableText(new Uint8Array(await file.arrayBuffer()), file.name, importLimit)), kind, name: file.name };
  const name = c.get('words').m.importing.file;
  if (text.length > importLimit) throw new TableFault(name, { code: 'tooLarge', megabytes: importLimit / 1_000_000 });
  const cells = Object.entries(body).flatMap(([field, value]) => {
    const [, line, column] = /^cell\.(\d+)\.([a-z_]+)$/.exec(field) ?? [];
    return line && columnNames.includes(column as ColumnName)
      ? [{ line: Number(line), column: column as ColumnName, value: textIn(value) }]
      : [];
  });
  return { text: cells.length ? withCells(text, name, cells) : text, kind, name };
}

/** Normalises line ends, which browsers change. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
const textIn = (value: unknown): string => (typeof value === 'string' ? plain(value) : '');

/** The most rows that can be checked and opened during one request. */
const mostRows = 1_000;

/** @throws TableFault, RangeError if it has too many rows */
async function check(c: Request, given: TableGiven): Promise<Checked> {
  const table = parseTable(given.text, given.name);
  const { m, say, number } = c.get('words');
  const n = table.rows.length;
  if (n > mostRows) throw new RangeError(say(m.importing.tooMany, { n: number(n), most: number(mostRows) }));
  const outcomes = await checkRows(c.get('asker').context, table, given.kind === 'rehearsal');
  const became = outcomes.map(o => [o.line, o.agreement, o.became]);
  const seen = createHash('sha256')
    .update(JSON.stringify([given.kind, given.text, became]))
    .digest('base64url');
  return { given, table, outcomes, seen };
}

/** @throws Unavailable if no service runs; nothing is written then */
async function taken(c: Request, checked: Checked): Promise<Checked> {
  const { context } = c.get('asker');
  await context.service();
  const outcomes: Outcome[] = [];
  const taking = { rehearsal: checked.given.kind === 'rehearsal', registers: await context.registers(), open: opening(context) };
  await takeRows(context, checked.table, taking, outcome => outcomes.push(outcome));
  return { ...checked, outcomes: outcomes.sort((a, b) => a.line - b.line) };
}

function importRejection(cause: unknown, c: Request): string | undefined {
  if (cause instanceof TableFault) return tableFaultIn(cause.file, cause.reason, c.get('words').wording);
  return cause instanceof Unavailable || cause instanceof RangeError ? cause.message : undefined;
}
