/** The page that imports a table: faults are shown in their cells, nothing is lost, and it accepts and rejects the same as the command. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import type { ColumnName } from '../../agreements/table/columns.ts';
import { csvOf } from '../../agreements/table/read.ts';
import { tableOf } from '../../bench/table.ts';
import { documentLimit } from '../../client/documents.ts';
import { languages } from '../../clauses/desk.ts';
import { inProcess } from '../support/cli.ts';
import { deskOver, hiddenIn, now } from '../support/desk.ts';
import { workbookOf } from '../support/workbook.ts';

const over = await deskOver();
const browser = await over.browser();
afterAll(() => over.remove());

const upload = async (fields: Record<string, string | File>, language = 'en') =>
  browser.upload(`/import?lang=${language}`, { ...(await browser.own('/import')), kind: 'rehearsal', ...fields });
const csv = (text: string, name = 'table.csv'): File => new File([text], name);

const heading = 'number,title,parties,signed,period,renewal,notice_before,termination';
const sound = 'A/1,First,KZ; AZ,1997-05-14,P5Y,automatic,P6M,P6M';
const wrong = 'A/3,<script>alert(1)</script>,KZ; AZ,1997-02-30,P5Y,,P6M,P6M';
const table = [heading, sound, wrong, ''].join('\n');
const unescaped = (page: string): string =>
  page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

it('the import page shows each rejected cell in its place with its reason, and runs none of its content', async () => {
  const answer = await upload({ file: csv(table) });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('2 rows: 1 can be imported, 0 already there, 1 refused.');
  expect(page).toMatch(
    /<input type="text" name="cell\.3\.signed" value="1997-02-30" aria-invalid="true" aria-describedby="why\.3\.signed">.*id="why\.3\.signed">signed: 1997-02-30 is a day that does not exist/s,
  );
  expect(page).toMatch(/name="cell\.3\.renewal" value=""/);
  expect(page).not.toContain('name="cell.3.number"');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('Import 1 row');
});

it.each(languages)('the import page gives the reasons in the language of the page: %s', async language => {
  const page = await (await upload({ file: csv(table) }, language)).text();
  const { stdout } = await inProcess(['agreement', 'import', await kept(table), '--dry-run', '--json', '--language', language], { now });
  const { notTaken } = JSON.parse(stdout) as { notTaken: { reasons: string[] }[] };
  expect(notTaken[0]!.reasons).toHaveLength(2);
  for (const why of notTaken[0]!.reasons) expect(unescaped(page)).toContain(why);
});

async function kept(text: string | Uint8Array, name = 'table.csv'): Promise<string> {
  const file = join(over.home, name);
  await writeFile(file, text);
  return file;
}

it('the import page accepts and rejects the same as `agreement import`, for a table in CSV and as a workbook', async () => {
  const [names, ...rows] = parse(tableOf(8, { faulty: false })) as unknown as [string[], ...string[][]];
  const spoil = (row: number, column: ColumnName, value: string): string => (rows[row]![names.indexOf(column)] = value);
  spoil(1, 'signed', '30.02.1997');
  spoil(3, 'parties', 'KZ');
  spoil(5, 'termination', 'whenever');
  spoil(6, 'number', rows[4]![0]!);
  spoil(7, 'end', '2001-01-01');
  const [text, workbook] = [csvOf([names, ...rows]), workbookOf([names, ...rows])];
  const said = async (file: string): Promise<unknown> =>
    JSON.parse((await inProcess(['agreement', 'import', file, '--rehearsal', '--dry-run', '--json'], { now })).stdout);
  const ofCsv = (await said(await kept(text))) as { rows: number; taken: number; notTaken: { line: number; reasons: string[] }[] };
  expect({ ...((await said(await kept(workbook, 'table.xlsx'))) as object), file: '' }).toEqual({ ...ofCsv, file: '' });
  expect(ofCsv.notTaken.length).toBeGreaterThan(4);
  for (const file of [csv(text), new File([new Uint8Array(workbook)], 'table.xlsx')]) {
    const page = unescaped(await (await upload({ file })).text());
    expect(page).toContain(`${ofCsv.rows} rows: ${ofCsv.taken} can be imported, 0 already there, ${ofCsv.notTaken.length} refused.`);
    for (const { line, reasons } of ofCsv.notTaken) {
      expect(page).toContain(`<span class="narrow">${line}</span>`);
      for (const why of reasons) expect(page).toContain(why);
    }
  }
});

it('the import page lets a cell be corrected in its place, and checks again', async () => {
  const page = await (
    await upload({ text: table, step: 'check', 'cell.3.signed': '1997-02-28', 'cell.3.renewal': 'automatic', 'cell.3.title': 'Third' })
  ).text();
  expect(page).toContain('2 rows: 2 can be imported, 0 already there, 0 refused.');
  expect(page).toContain('A/3,Third,&quot;KZ; AZ&quot;,1997-02-28,P5Y,automatic,P6M,P6M');
});

it('the import page imports nothing that was changed after the preview, and loses none of it', async () => {
  const seen = hiddenIn(await (await upload({ text: table })).text(), 'seen');
  const answer = await upload({ text: table.replace('First', 'Another'), seen, step: 'send' });
  expect(answer.status).toBe(409);
  const page = await answer.text();
  expect(page).toContain('Something has changed since you checked the table. Nothing was imported.');
  expect(page).toContain('A/1,Another,KZ; AZ');
});

it('the import page imports nothing without a service, and keeps the table', async () => {
  const seen = hiddenIn(await (await upload({ text: table })).text(), 'seen');
  const answer = await upload({ text: table, seen, step: 'send' });
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('There is a problem');
  expect(page).toContain('A/1,First,KZ; AZ,1997-05-14');
});

it('the import page reports what is missing at the top and next to the field, and keeps what was pasted', async () => {
  const nothing = await upload({ kind: '', text: '' });
  expect(nothing.status).toBe(422);
  const page = await nothing.text();
  expect(page).toContain('href="#file"');
  expect(page).toContain('href="#kind-0"');
  expect(await (await upload({ kind: '', text: 'number,title\n' })).text()).toContain('number,title\n');
});

it.each([
  ['has no such columns', csv('a,b\n1,2\n'), 'has no column number, title, parties, signed'],
  ['is an old workbook', new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])], 'old.xls'), 'old.xls is a workbook that can’t be read here'],
  [
    'has too many rows to wait for',
    csv(`${heading}\n${`${sound}\n`.repeat(1_001)}`),
    'The table has 1001 rows; at most 1000 can be imported',
  ],
  ['is larger than the limit', csv(`${heading}\n${'x'.repeat(4_000_001)}`), 'table.csv is larger than 4 MB'],
])('the import page reports that a table %s', async (_, file, why) => {
  const answer = await upload({ file });
  expect(answer.status).toBe(422);
  expect(unescaped(await answer.text())).toContain(why);
});

it('the import page answers for more than the desk accepts at once with a page that says so', async () => {
  const answer = await upload({ file: csv('x'.repeat(documentLimit + 2 ** 21)) });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('The table is larger than 4 MB. Import it in parts');
});

it('the import page refuses a table without the token of the session', async () => {
  expect((await upload({ token: 'another', file: csv(table) })).status).toBe(403);
});

it('the import page has a sample whose rows can all be imported', async () => {
  const page = await (await upload({ file: csv(readFileSync('docs/table-of-agreements.csv', 'utf8')) })).text();
  expect(page).toMatch(/rows: (\d+) can be imported, 0 already there, 0 refused\./);
});
