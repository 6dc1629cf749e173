/** Text for a terminal or a pipe: tables, and labelled values. */
import type { Style } from './world.ts';

/** In characters, if the terminal is not narrower. */
const width = 110;

/** The medium of a page: its emphasis and, if known, its width. */
export interface Sheet {
  readonly style: Style;
  readonly columns?: number | undefined;
}

// oxlint-disable-next-line no-control-regex -- emphasis takes no room on the screen
const emphasis = /\u001b\[\d+m/g;
const roomOf = (text: string): number => [...text.replace(emphasis, '')].length;
const padded = (text: string, room: number): string => text + ' '.repeat(Math.max(0, room - roomOf(text)));

type Rows = readonly (readonly string[])[];

/**
 * Rows in aligned columns under a heading. On a narrow terminal, cells are broken between words; if it takes fewer lines, or if nothing
 * else fits, the widest column moves below the others, the first column moves above them, or each row becomes a list of its values.
 * Otherwise lines are as long as they need to be.
 */
export function table(heading: readonly string[], rows: Rows, sheet: Sheet): string {
  const { columns } = sheet;
  const least = leastRooms([heading, ...rows]);
  const widest = least.indexOf(Math.max(...least));
  const plain = (): string => blocksOf(heading, rows, sheet).flat().join('\n');
  if (!columns) return plain();
  const fitting = [
    ...(widthOf(least) > columns ? [] : [plain()]),
    ...(widthOf(least.toSpliced(widest, 1)) + 2 > columns ? [] : [apart(heading, rows, { ...sheet, columns }, widest)]),
  ];
  const [first = listed(heading, rows, sheet), ...others] = fitting;
  return others.reduce((best, other) => (heightOf(other) < heightOf(best) ? other : best), first);
}

const heightOf = (text: string): number => text.split('\n').length;

/** The heading and each row as lines. */
function blocksOf(heading: readonly string[], rows: Rows, { style, columns }: Sheet): string[][] {
  const rooms = heading.map((name, i) => Math.max(roomOf(name), ...rows.map(row => roomOf(row[i] ?? ''))));
  if (columns) narrow(rooms, leastRooms([heading, ...rows]), columns);
  const lines = (cells: readonly string[], show = (text: string): string => text): string[] => {
    const parts = rooms.map((room, i) => broken(cells[i] ?? '', room));
    const high = Math.max(...parts.map(cell => cell.length));
    return Array.from({ length: high }, (_, n) =>
      parts
        .map((cell, i) => padded(cell[n] ? show(cell[n]) : '', rooms[i]!))
        .join('  ')
        .trimEnd(),
    );
  };
  return [lines(heading, cell => style.faint(cell)), ...rows.map(row => lines(row))];
}

/** Puts one cell of each row on lines of its own below the other columns, or above them if it is the first cell, which names the row. */
function apart(heading: readonly string[], rows: Rows, { style, columns }: Required<Sheet>, which: number): string {
  const beside = (cells: readonly string[]): string[] => cells.toSpliced(which, 1);
  const isFirst = which === 0;
  const others = blocksOf(beside(heading), rows.map(beside), { style, columns: isFirst ? columns - 2 : columns });
  const cells = [style.faint(heading[which]!), ...rows.map(row => row[which] ?? '')];
  const setIn = (line: string): string => `  ${line}`;
  const below = (cell: string): string[] => (cell ? broken(cell, columns - 2).map(setIn) : []);
  return cells.map((cell, i) => (isFirst ? [cell, ...others[i]!.map(setIn)] : [...others[i]!, ...below(cell)]).join('\n')).join('\n');
}

/** Each row as a list of its values. */
const listed = (heading: readonly string[], rows: Rows, sheet: Sheet): string =>
  rows
    .map(row =>
      labelled(
        heading.map((name, i): Labelled => [name, row[i] ? [row[i]] : []]),
        sheet,
      ),
    )
    .join('\n\n');

/** The width of columns side by side. */
const widthOf = (rooms: readonly number[]): number => rooms.reduce((sum, room) => sum + room, 2 * (rooms.length - 1));

/** Breaks a cell into lines of a given width; emphasis around the whole cell is repeated on each line. */
function broken(cell: string, room: number): string[] {
  if (roomOf(cell) <= room) return [cell];
  const [before = '', after = ''] = cell.match(emphasis) ?? [];
  return wrapped(cell.replace(emphasis, ''), room).map(line => `${before}${line}${after}`);
}

/** The least width of a labelled value. */
const narrowest = 24;

/** The width of each column's longest word, with two more for the indent of a continuation line. */
const leastRooms = (rows: Rows): number[] =>
  rows[0]!.map((_, i) => Math.max(...rows.flatMap(row => wordsOf(row[i] ?? '').map((word, n) => roomOf(word) + (n > 0 ? 2 : 0)))));

/** Narrows the widest column that can still shrink, until the table fits or no column can. */
function narrow(rooms: number[], least: readonly number[], columns: number): void {
  for (let over = widthOf(rooms) - columns; over > 0; over--) {
    const giving = rooms.map((room, i) => (room > least[i]! ? room : 0));
    const widest = Math.max(...giving);
    if (widest === 0) return;
    rooms[giving.indexOf(widest)]! -= 1;
  }
}

/** A label with its lines; no lines if there is nothing to say. */
export type Labelled = readonly [label: string, lines: readonly string[]];

/** Values beside their labels, wrapped; a label without lines is left out. */
export function labelled(all: readonly Labelled[], sheet: Sheet): string {
  const told = all.filter(([, lines]) => lines.length > 0);
  const room = Math.max(0, ...told.map(([label]) => roomOf(label))) + 2;
  return told
    .flatMap(([label, lines]) =>
      lines
        .flatMap(l => wrapped(l, Math.max(lineOn(sheet) - room, narrowest)))
        .map((l, i) => `${padded(i === 0 ? sheet.style.strong(label) : '', room)}${l}`),
    )
    .join('\n');
}

/** The width of a line of text, in characters. */
export const lineOn = ({ columns = width }: Pick<Sheet, 'columns'>): number => Math.min(width, columns);

/** Broken at spaces; continuation lines are indented by two. */
export const wrapped = (text: string, room: number): string[] => hanging(wordsOf(text), { columns: room, from: '', further: '  ' });

/** What must stay on one line: a day, a number with its unit, an article, the days left in brackets. */
const together =
  /\d{4} жылғы \d{1,2} \p{L}+|\d{1,2} \p{L}+ \d{4}(?:-\p{L}+ il\p{L}*| г(?:\.|ода))?|\((?:in|через) \d\S* \p{L}+|(?:VCLT )?(?:arts?|ст)\. \d\S*|№ \S+|No\. \d\S*|\d \p{L}+/gu;

const wordsOf = (text: string): string[] =>
  text
    .replace(together, said => said.replaceAll(' ', tied))
    .split(' ')
    .map(word => word.replaceAll(tied, ' '));

/** Replaces a space at which a line must not break; occurs in no displayed text. */
const tied = '\u{E001}';

interface Hanging {
  readonly columns: number;
  /** The prefix of the first line, and of the others. */
  readonly from: string;
  readonly further: string;
  /** The separator between a word and the next one on its line. */
  readonly joint?: (word: string) => string;
}

/** Fills lines of a given width with words. A word that is too wide gets a line of its own. */
export function hanging(words: readonly string[], { columns, from, further, joint = () => ' ' }: Hanging): string[] {
  const lines: string[] = [];
  let [line, last] = [from, undefined as string | undefined];
  for (const word of words) {
    const longer = last === undefined ? `${line}${word}` : `${line}${joint(last)}${word}`;
    if (last !== undefined && roomOf(longer) > columns) {
      lines.push(line.trimEnd());
      line = `${further}${word}`;
    } else line = longer;
    last = word;
  }
  return [...lines, line];
}

/** Wraps sentences to a terminal's width, between words; unchanged for JSON, or if the width is unknown. */
export function fitted(text: string, columns: number | undefined): string {
  if (columns === undefined || isJson(text)) return text;
  return text
    .split('\n')
    .flatMap(line => (roomOf(line) > columns ? indented(line, columns) : [line]))
    .join('\n');
}

function indented(line: string, columns: number): string[] {
  const [from] = /^ */.exec(line)!;
  return hanging(wordsOf(line.slice(from.length)), { columns, from, further: `${from}  ` });
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
