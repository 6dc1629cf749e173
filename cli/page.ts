/** Text for a terminal or a pipe: tables, and values beside their labels. */
import type { Ink } from './world.ts';

const width = 110;

// oxlint-disable-next-line no-control-regex -- emphasis takes no room on the screen
const emphasis = /\u001b\[\d+m/g;
const roomOf = (text: string): number => [...text.replace(emphasis, '')].length;
const padded = (text: string, room: number): string => text + ' '.repeat(Math.max(0, room - roomOf(text)));

/** Rows in aligned columns under a heading; the last column is as long as it is. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], ink: Ink): string {
  const rooms = heading.map((name, i) => Math.max(roomOf(name), ...rows.map(row => roomOf(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => padded(cell, rooms[i]!))
      .join('  ')
      .trimEnd();
  return [line(heading.map(name => ink.faint(name))), ...rows.map(line)].join('\n');
}

/** One label with its lines, or none where there is nothing to say. */
export type Labelled = readonly [label: string, lines: readonly string[]];

/** Values beside their labels, wrapped; a label without lines is left out. */
export function labelled(all: readonly Labelled[], ink: Ink): string {
  const told = all.filter(([, lines]) => lines.length > 0);
  const room = Math.max(0, ...told.map(([label]) => roomOf(label))) + 2;
  return told
    .flatMap(([label, lines]) =>
      lines.flatMap(l => wrapped(l, width - room)).map((l, i) => `${padded(i === 0 ? ink.strong(label) : '', room)}${l}`),
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
