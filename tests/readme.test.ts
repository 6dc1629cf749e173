/** What a reader sees is true: transcripts, diagrams, links, the places it names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machines } from '../machines/index.ts';
import { drawn as drawnNow, picture } from '../docs/life.ts';
import { pages, refreshed, root } from '../docs/pages.ts';

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

describe.each(pages)('%s', path => {
  const text = textOf(path);

  it('has transcripts and diagrams as they come out today (npm run docs writes them)', () => {
    expect(refreshed(text)).toBe(text);
  });

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(m => m[1]!);
    expect(links.filter(link => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(m => m[1]!);
    expect(named.filter(name => !(name in scripts))).toEqual([]);
  });
});

it('the README has a transcript and a hundred and thirty lines at most', () => {
  expect(textOf('README.md')).toContain('$ npx servanda ');
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(130);
});

it('every machine is drawn', () => {
  const drawn = [...textOf('docs/machines.md').matchAll(/<!-- machine: (\w+) -->/g)].map(m => m[1]!);
  expect(drawn.sort()).toEqual(Object.keys(machines).sort());
});

it('the map of folders names folders and files that exist', () => {
  const rows = textOf('docs/architecture.md')
    .split('\n')
    .filter(row => /^\| `[\w]+\/`/.test(row));
  expect(rows.length).toBeGreaterThan(10);
  const missing = rows.flatMap(row => {
    const [folder, ...files] = [...row.matchAll(/`([\w./-]+(?:\/|\.ts))`/g)].map(m => m[1]!);
    return [folder!, ...files.map(f => join(folder!, f))].filter(f => !existsSync(join(root, f)));
  });
  expect(missing).toEqual([]);
});

it('the picture of the life of an agreement is what the fold gives today (npm run docs draws it)', () => {
  expect(drawnNow()).toBe(readFileSync(picture, 'utf8'));
});
