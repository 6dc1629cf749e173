/**
 * Reads the first sheet of a workbook (.xlsx) as the text of a table. The sender is not trusted: the unpacked size is limited before
 * unpacking, and the sheet's size before layout. Formulas are never calculated: the saved value counts, and a formula without one is an
 * error, as in the spreadsheet.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { csvOf } from './read.ts';
import { TableFault } from './reasons.ts';

/** Enough for a hundred thousand agreements, and small enough to lay out. */
const most = { rows: 100_000, columns: 100 };

/** `limit`: of the unpacked size, in bytes. @throws TableFault */
export async function textOfWorkbook(bytes: Uint8Array, file: string, limit: number): Promise<string> {
  const { readSheet } = await import('read-excel-file/universal');
  const checked = checkedParts(bytes, file, limit);
  try {
    const sheet = await readSheet(checked.buffer as ArrayBuffer);
    return csvOf(sheet.map(row => row.map(textOf)));
  } catch {
    throw new TableFault(file, { code: 'workbook' });
  }
}

/** Returns a cell's value as displayed: a day without its time. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // A line break within a cell does not end the row; the value is later refused like any other control character.
  return typeof value === 'string' ? value.replaceAll(/\r\n?|\n/g, '\v') : typeof value === 'number' ? `${value}` : '';
}

/** Returns the same workbook with only its XML parts, unpacked no further than the limit. */
function checkedParts(bytes: Uint8Array, file: string, limit: number): Uint8Array {
  let size = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.xml(?:\.rels)?$/.test(name)) return false;
        size += originalSize;
        if (size > limit) throw new TableFault(file, { code: 'tooLarge', megabytes: limit / 1_000_000 });
        return true;
      },
    });
  } catch (cause) {
    throw cause instanceof TableFault ? cause : new TableFault(file, { code: 'workbook' });
  }
  const checked = Object.entries(parts).map(([name, part]): [string, Uint8Array] => {
    const xml = strFromU8(part);
    return [name, xml.includes('sheetData') ? strToU8(sheetChecked(xml, file)) : part]; // a workbook itself names the parts of its sheets
  });
  return zipSync(Object.fromEntries(checked), { level: 0 });
}

/** Matches tags however a program writes them; bounded, so that no input makes the search slow. */
const [cell, row, tag] = ['(?:[\\w.-]+:)?c', '(?:[\\w.-]+:)?row', '[^<>]{0,500}'];
const emptyCells = new RegExp(`<${cell}\\b[^<>]*/>|<${cell}\\b[^<>]*>\\s*</${cell}>`, 'g');
const emptyRows = new RegExp(`<${row}\\b[^<>]*/>`, 'g');
const uncalculated = new RegExp(`<${cell}\\b(${tag})>\\s*<f\\b[^<>]*(?:/>|>[^<]*</f>)\\s*(?:<v\\s*/>)?\\s*</c>`, 'g');
const wrong = new RegExp(`(<${cell}\\b[^<>]*\\st=)["']e["']`, 'g');
const places = new RegExp(`<(?:${cell}|${row})\\b[^<>]*?\\sr\\s*=\\s*(?:"([^"<>]*)"|'([^'<>]*)')`, 'g');

/** Drops cells that only have a format; marks those whose formula gave an error or was never calculated. */
function sheetChecked(xml: string, file: string): string {
  const sheet = xml
    .replaceAll(emptyCells, '')
    .replaceAll(emptyRows, '')
    .replaceAll(uncalculated, (_, given: string) => `<c${given.replace(/\st=["']\w*["']/, '')} t="str"><v>#N/A</v></c>`)
    .replaceAll(wrong, '$1"str"');
  for (const [, one, other] of sheet.matchAll(places)) {
    const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(one ?? other ?? '');
    if (!place) throw new TableFault(file, { code: 'workbook' });
    if (Number(place[2]) > most.rows || columnNumber(place[1]!) > most.columns) throw new TableFault(file, { code: 'tooWide', ...most });
  }
  return sheet;
}

/** Converts column letters: A is 1, AA is 27. */
const columnNumber = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
