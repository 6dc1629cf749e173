/** Tables and labels on terminals of different widths. */
import { describe, expect, it, test } from 'vitest';
import { fitted, labelled, table, wrapped } from '../cli/page.ts';
import type { Style } from '../cli/world.ts';

const plain: Style = { strong: t => t, faint: t => t };
const heading = ['Agreement', 'What', 'Article'];
const rows = [
  ['az-tr-military-training', 'Last day for notice, for renewal to its safe day on every reading of the text', 'art. 13'],
  ['az-kz', 'Entry into force', 'art. 9'],
];
const widest = (text: string): number => Math.max(...text.split('\n').map(line => line.length));

test('a table is as wide as its cells if the width is not known', () => {
  expect(table(heading, rows, { style: plain }).split('\n')).toHaveLength(3);
});

test.each([100, 80, 60])('a table is fitted to a terminal of %d columns, and no word is broken', columns => {
  const shown = table(heading, rows, { style: plain, columns });
  expect(widest(shown)).toBeLessThanOrEqual(columns);
  const words = shown.split(/\s+/).filter(Boolean).toSorted();
  expect(words).toEqual([heading, ...rows].flat().join(' ').split(' ').toSorted());
  expect(shown).toContain('az-tr-military-training');
});

test('a table whose longest words do not fit next to each other lists the values of each row one below another', () => {
  const [id, hash] = ['az-tr-military-training', '0'.repeat(24)];
  const shown = table(
    ['Agreement', 'To', 'SHA-256'],
    [
      [id, 'the-agreement', hash],
      [id, '', hash],
    ],
    { style: plain, columns: 36 },
  );
  expect(shown.split('\n')).toEqual([
    `Agreement  ${id}`,
    'To         the-agreement',
    `SHA-256    ${hash}`,
    '',
    `Agreement  ${id}`,
    `SHA-256    ${hash}`,
  ]);
});

test('a table whose first column leaves no room for the others has its cells above them', () => {
  const shown = table(heading, rows, { style: plain, columns: 42 });
  expect(widest(shown)).toBeLessThanOrEqual(42);
  expect(shown).toMatch(/^Agreement\n {2}What +Article\naz-tr-military-training\n {2}Last day for notice/);
});

test('a value without a space is not broken, however narrow the terminal', () => {
  const hash = 'sha256:'.padEnd(71, '0');
  expect(table(['Document', 'SHA-256'], [['d1', hash]], { style: plain, columns: 60 })).toContain(hash);
});

test('a broken cell is emphasised in each of its lines', () => {
  const faint: Style = { ...plain, faint: t => `\u001B[2m${t}\u001B[22m` };
  const [, ...lines] = table(['Date', 'What'], [['1 Jan 2030', faint.faint('entry into force of the protocol of extension')]], {
    style: faint,
    columns: 40,
  }).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every(line => line.includes('\u001B[2m') && line.includes('\u001B[22m'))).toBe(true);
});

test('values next to their labels are wrapped to the terminal', () => {
  const shown = labelled([['Last day for notice', ['30 Jun 2030, art. 13: received by then, a notice ends it on 31 Dec 2030']]], {
    style: plain,
    columns: 60,
  });
  expect(widest(shown)).toBeLessThanOrEqual(60);
});

test.each([80, 40])('a sentence is broken between words at %d columns, and keeps its indentation', columns => {
  const said = '  The worker has not answered within ten seconds. Check that one is running, and look at its log.';
  const lines = fitted(said, columns).split('\n');
  expect(widest(lines.join('\n'))).toBeLessThanOrEqual(columns);
  expect(lines.every(line => line.startsWith('  '))).toBe(true);
  expect(lines.join(' ').split(/\s+/)).toEqual(said.split(/\s+/));
});

test('JSON is never broken, even on a terminal', () => {
  const json = JSON.stringify({ words: 'a sentence of more than twenty characters' });
  expect(fitted(json, 20)).toBe(json);
  expect(fitted('{words} that are not JSON', 20).split('\n')).toHaveLength(2);
});

describe('text that belongs together', () => {
  it.each([
    ['Last day for notice 14 Mar 2029, art. 9(2) (in 821 days)', ['14 Mar 2029,', 'art. 9(2)', '(in 821 days)']],
    ['Последний день 14 марта 2029 года, ст. 13 (через 821 день)', ['14 марта 2029 года,', 'ст. 13', '(через 821 день)']],
    ['Соңғы күні 2029 жылғы 14 наурыз, 13-бап', ['2029 жылғы 14 наурыз,']],
  ])('stays on one line at every width: %s', (text, parts) => {
    for (let room = 20; room <= text.length; room++) {
      const lines = wrapped(text, room);
      expect(lines.map(line => line.trim()).join(' ')).toBe(text);
      for (const part of parts) expect(lines.some(line => line.includes(part))).toBe(true);
    }
  });
});

describe('a table that is too wide', () => {
  const page = { style: plain, columns: 40 };
  const rows = [
    ['1', 'x'.repeat(38), 'scan.pdf'],
    ['2', '', 'note.pdf'],
  ];
  it('has a long value below its row, and nothing there if there is none', () => {
    expect(table(['Line', 'SHA-256', 'File'], rows, page)).toBe(
      ['Line  File', '  SHA-256', '1     scan.pdf', `  ${'x'.repeat(38)}`, '2     note.pdf'].join('\n'),
    );
  });
});
