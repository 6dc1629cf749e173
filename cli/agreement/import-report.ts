/** What became of the rows of a table: a page for people, and a table for the officer who corrects it. */
import { writeFileSync } from 'node:fs';
import { BadInput } from '../failures.ts';
import type { Outcome } from './importing.ts';
import { wrapped } from '../page.ts';

/** How many rows the terminal shows of those that were not taken. */
const shown = 20;

export interface Count {
  rows: number;
  taken: number;
  alreadyThere: number;
  notTaken: Outcome[];
}

export function countOf(outcomes: readonly Outcome[]): Count {
  const of = (became: Outcome['became']): Outcome[] => outcomes.filter(o => o.became === became);
  return { rows: outcomes.length, taken: of('taken').length, alreadyThere: of('already there').length, notTaken: of('not taken') };
}

/** `dry`: nothing was written, so that rows would be taken. */
export function countInWords({ rows, taken, alreadyThere, notTaken }: Count, dry: boolean): string {
  const told = notTaken
    .slice(0, shown)
    .flatMap(o => wrapped(`line ${o.line}, ${o.number || 'without a number'}: ${o.reasons.join('; ')}`).map(l => `  ${l}`));
  const more = notTaken.length - shown;
  return [
    `${many(rows)}: ${inWords(taken)} ${dry ? 'would be taken' : 'taken'}, ${inWords(alreadyThere)} already there, ${inWords(notTaken.length)} not taken${notTaken.length ? ':' : '.'}`,
    ...told,
    ...(more > 0 ? [`  and ${inWords(more)} more: all of them with --report FILE.`] : []),
  ].join('\n');
}

const inWords = (n: number): string => n.toLocaleString('en');
const many = (n: number): string => `${inWords(n)} ${n === 1 ? 'row' : 'rows'}`;

/** A table with a line for each row, to be opened beside the one that was imported. @throws BadInput where it can't be written */
export function writeReport(file: string, outcomes: readonly Outcome[]): void {
  const lines = [
    ['line', 'number', 'agreement', 'outcome', 'reasons'],
    ...outcomes.map(o => [String(o.line), o.number, o.agreement ?? '', o.became, o.reasons.join('; ')]),
  ];
  try {
    writeFileSync(file, `\ufeff${lines.map(cells => cells.map(quoted).join(',')).join('\r\n')}\r\n`);
  } catch (cause) {
    throw new BadInput(`--report ${file}: can't be written: ${(cause as NodeJS.ErrnoException).code}. Name another file.`);
  }
}

/** A text that a spreadsheet would run as a formula is shown as text. */
const quoted = (text: string): string => {
  const harmless = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
