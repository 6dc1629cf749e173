/** What a reader sees is true: transcripts, diagram, links, the places it names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readme, refreshed } from '../docs/readme.ts';

const text = readFileSync(readme, 'utf8');
const root = dirname(readme);

it('has transcripts and a diagram as they come out today (npm run docs writes them)', () => {
  expect(text).toContain('$ npx servanda timeline');
  expect(refreshed(text)).toBe(text);
});

it('links to files that are there', () => {
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(m => m[1]!);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter(link => !existsSync(join(root, link)))).toEqual([]);
});

it('names folders and files that are there', () => {
  const rows = text.slice(text.indexOf('## Find your way around'), text.indexOf('Imports go one way')).split('\n');
  const missing = rows.flatMap(row => {
    const [folder, ...files] = [...row.matchAll(/`([\w./-]+(?:\/|\.ts))`/g)].map(m => m[1]!);
    return folder
      ? [folder, ...files.map(f => (f.endsWith('/') ? join(folder, f) : join(folder, f)))].filter(f => !existsSync(join(root, f)))
      : [];
  });
  expect(missing).toEqual([]);
});

it('names the scripts that package.json has', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(m => m[1]!);
  expect(named.filter(name => !(name in scripts))).toEqual([]);
});
