/** A workbook (.xlsx) that somebody sends is read like the same table in CSV, whatever is in it. */
import { describe, expect, test } from 'vitest';
import { parseTable, tableText, withCells } from '../agreements/table/read.ts';
import { TableFault, type TableReason } from '../agreements/table/reasons.ts';
import { readRow } from '../agreements/table/row.ts';
import { invented } from './support/table.ts';
import { workbookOf, zipped, type Cell } from './support/workbook.ts';

const heading = ['number', 'title', 'parties', 'signed'];
const read = async (...rows: Cell[][]) => parseTable(await tableText(workbookOf([heading, ...rows]), 't.xlsx'), 't.xlsx').rows;
const fault = (bytes: Uint8Array, limit?: number): Promise<TableReason['code']> =>
  tableText(bytes, 't.xlsx', limit).then(
    () => Promise.reject(new Error('it was read')),
    (cause: unknown) => (cause instanceof TableFault ? cause.reason.code : Promise.reject(cause as Error)),
  );
const sheet = (rows: string): Record<string, string> => ({
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
});

test('texts, numbers, days and formulas are read as a person reads them in the cells', async () => {
  const rows = await read(
    [17, 'Agreement, with "quotes"; & <b>tags</b>', 'KZ; AZ', { day: 35_500 }],
    ['A/2', { raw: ' t="str"><f>UPPER("second")</f><v>SECOND</v></c>' }, ' KZ; AZ ', 1997],
  );
  expect(rows).toEqual([
    { line: 2, fields: { number: '17', title: 'Agreement, with "quotes"; & <b>tags</b>', parties: 'KZ; AZ', signed: '1997-03-11' } },
    { line: 3, fields: { number: 'A/2', title: 'SECOND', parties: 'KZ; AZ', signed: '1997' } },
  ]);
});

test('rows keep the number that the spreadsheet shows, also after an empty one', async () => {
  expect((await read(['A/1', 'x', 'KZ; AZ', '1997'], [], ['A/2', 'x', 'KZ; AZ', '1997'])).map(r => r.line)).toEqual([2, 4]);
});

test.each([
  ['that gave an error', ' t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
  ['that was never calculated', '><f>TODAY()</f></c>', '#N/A'],
  ['that was never calculated and has a type', ' t="str"><f>UPPER("x")</f><v/></c>', '#N/A'],
])('a formula %s is rejected in its cell, and is never mistaken for an empty one', async (_, raw, text) => {
  const [row] = await read(['A/1', { raw }, 'KZ; AZ', '1997-05-14']);
  expect(readRow(row!, invented)).toMatchObject({ reasons: [{ code: 'formula', column: 'title', text }] });
});

test('the error value of a formula is rejected in a CSV file as well', () => {
  const [row] = parseTable('number,title,parties,signed\nA/1,#REF!,KZ; AZ,1997-05-14\n', 't').rows;
  expect(readRow(row!, invented)).toMatchObject({ reasons: [{ code: 'formula', column: 'title', text: '#REF!' }] });
});

test('a line break within a cell is rejected in that cell, and moves no other row', async () => {
  const rows = await read(['A/1', 'two\nlines', 'KZ; AZ', '1997-05-14'], ['A/2', 'x', 'KZ; AZ', '1997-05-14']);
  expect(rows.map(r => r.line)).toEqual([2, 3]);
  expect(readRow(rows[0]!, invented)).toMatchObject({ reasons: [{ code: 'notText', column: 'title' }] });
});

describe('a file that is not a table', () => {
  test('is rejected before it is unpacked if the workbook would exceed the limit', async () => {
    expect(await fault(workbookOf([['x'.repeat(3_000_000)]]), 1_000_000)).toBe('tooLarge');
  });

  test.each([
    ['far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
    ['far below', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'],
    ['far away, in another notation', "<row><c t='n'\n r = 'XFD1'><v>1</v></c></row>"],
  ])('is rejected for a cell %s, which is not unpacked', async (_, rows) => {
    expect(await fault(zipped(sheet(rows)))).toBe('tooWide');
  });

  test('is not made one by cells that have only a format', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="1"/>';
    expect(await tableText(zipped(sheet(rows)), 't.xlsx')).toBe('1\n');
  });

  test.each([
    ['a reference hidden by entities', zipped(sheet('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'))],
    ['a zip of something else', zipped({ 'xl/workbook.xml': '<nothing/>', 'xl/_rels/workbook.xml.rels': '<nothing/>' })],
    ['a truncated zip', workbookOf([heading]).slice(0, 300)],
    ['an old or locked workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('is rejected for %s', async (_, bytes) => {
    expect(await fault(bytes)).toBe('workbook');
  });
});

test('cells can be corrected in their place, and nothing else changes', () => {
  const text = 'number;title;parties;signed\nA/1;"a; ""b""";KZ, AZ;1997\n\nA/2;x;KZ, AZ;1998\n';
  const corrected = withCells(text, 't', [{ line: 4, column: 'signed', value: '1998-03-10' }]);
  expect(parseTable(corrected, 't').rows).toEqual([
    { line: 2, fields: { number: 'A/1', title: 'a; "b"', parties: 'KZ, AZ', signed: '1997' } },
    { line: 4, fields: { number: 'A/2', title: 'x', parties: 'KZ, AZ', signed: '1998-03-10' } },
  ]);
});
