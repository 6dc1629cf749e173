/** English: the page that imports a table. */
import type { Like } from '../../cli/words.ts';

export const importing = {
  title: 'Import a table',
  intro: 'Each row becomes an agreement. The table is checked first; nothing is imported until you have seen what would be.',
  file: 'Table',
  fileHint:
    'Drop a .csv or .xlsx file here, or choose one: at most {megabytes} MB. Of a workbook the first sheet is read; its formulas are not calculated.',
  text: 'Or paste the table',
  textHint: 'Including the first line, which names the columns.',
  columns: 'The columns',
  columnsText: 'In any order; required: {needed}. Others: {others}.',
  kind: 'What is in it',
  kinds: { real: 'Real agreements', rehearsal: 'A rehearsal: everything in it is invented' },
  kindHints: {
    real: 'Kept in the permanent register. Nothing is ever deleted from it.',
    rehearsal: 'Kept apart; its letters are sent to nobody.',
  },
  check: 'Check the table',
  noTable: 'Table: choose a file, or paste the table',
  noKind: 'What is in it: choose one',
  tooLarge: 'The table is larger than {megabytes} MB. Import it in parts.',
  tooMany: 'The table has {n} rows; at most {most} can be imported here at once. Import it in parts.',
  checked: 'Check what would be imported',
  count: '{count, plural, one {{n} row} other {{n} rows}}: {taken} can be imported, {there} already there, {left} refused.',
  rehearsal: 'They are imported as rehearsals.',
  real: 'They are imported as real agreements.',
  changed: 'Something has changed since you checked the table. Nothing was imported. Check it, then submit again.',
  refused: 'Refused',
  refusedIntro: 'The cells at fault are marked, each with its reason. Correct them here, or leave these rows out.',
  row: 'Row {line}',
  cell: '{column}, row {line}',
  ofRow: 'The row as a whole:',
  taken: 'Can be imported',
  there: 'Already there, left unchanged',
  headings: { line: 'Row', number: 'Number', title: 'Title', agreement: 'Agreement', warnings: 'Warnings' },
  more: '{count, plural, one {and {n} more row} other {and {n} more rows}}',
  again: 'Check again',
  take: '{count, plural, one {Import {n} row} other {Import {n} rows}}',
  whole: 'The whole table, to be corrected',
  other: 'Another table',
  done: '{count, plural, =0 {No row was imported} one {{n} row was imported} other {{n} rows were imported}}',
  doneRest: '{there} already there, {left} not imported.',
} as const;

export type ImportingMessages = Like<typeof importing>;
