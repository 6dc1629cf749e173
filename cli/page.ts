/** Text for a terminal or a pipe: tables, and values beside their labels. */
import type { Style } from './world.ts';

/** In characters, where nothing narrower shows it. */
const width = 110;

/** On what a page is shown: with which emphasis, and how wide it is, where that is known. */
export interface Sheet {
  readonly style: Style;
  readonly columns?: number | undefined;
}

// oxlint-disable-next-line no-control-regex -- emphasis takes no room on the screen
const emphasis = /\u001b\[\d+m/g;
const roomOf = (text: string): number => [...text.replace(emphasis, '')].length;
const padded = (text: string, room: number): string => text + ' '.repeat(Math.max(0, room - roomOf(text)));

/** Rows in aligned columns under a heading. On a terminal that is narrower, cells are broken between words; elsewhere a line is as long as it is. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], { style, columns }: Sheet): string {
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
  return [...lines(heading, cell => style.faint(cell)), ...rows.flatMap(row => lines(row))].join('\n');
}

/** A cell in lines of a room; its emphasis, which stands around the whole of it, is that of each line. */
function broken(cell: string, room: number): string[] {
  if (roomOf(cell) <= room) return [cell];
  const [before = '', after = ''] = cell.match(emphasis) ?? [];
  return wrapped(cell.replace(emphasis, ''), room).map(line => `${before}${line}${after}`);
}

/** No value beside its label is narrower than this for want of room. */
const narrowest = 24;

/** Of each column, the room of its longest word, set in by two where it continues a line. */
const leastRooms = (rows: readonly (readonly string[])[]): number[] =>
  rows[0]!.map((_, i) => Math.max(...rows.flatMap(row => (row[i] ?? '').split(' ').map((word, n) => roomOf(word) + (n > 0 ? 2 : 0)))));

/** Takes from the widest column that has anything to give, until the table fits or none has. */
function narrow(rooms: number[], least: readonly number[], columns: number): void {
  for (let over = rooms.reduce((sum, room) => sum + room, 2 * (rooms.length - 1)) - columns; over > 0; over--) {
    const giving = rooms.map((room, i) => (room > least[i]! ? room : 0));
    const widest = Math.max(...giving);
    if (widest === 0) return;
    rooms[giving.indexOf(widest)]! -= 1;
  }
}

/** One label with its lines, or none where there is nothing to say. */
export type Labelled = readonly [label: string, lines: readonly string[]];

/** Values beside their labels, wrapped; a label without lines is left out. */
export function labelled(all: readonly Labelled[], { style, columns = width }: Sheet): string {
  const told = all.filter(([, lines]) => lines.length > 0);
  const room = Math.max(0, ...told.map(([label]) => roomOf(label))) + 2;
  return told
    .flatMap(([label, lines]) =>
      lines
        .flatMap(l => wrapped(l, Math.max(Math.min(width, columns) - room, narrowest)))
        .map((l, i) => `${padded(i === 0 ? style.strong(label) : '', room)}${l}`),
    )
    .join('\n');
}

/** Broken at spaces; a line that continues is set in by two. */
export function wrapped(text: string, room = width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() && roomOf(line) + 1 + roomOf(word) > room) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
