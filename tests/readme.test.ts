/** Documentation is true: transcripts, diagrams, links, and the files it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machines } from '../machines/index.ts';
import { drawn as drawnNow, picture } from '../docs/life.ts';
import { pages, refreshed, root } from '../docs/pages.ts';

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

describe.each(pages)('%s', path => {
  const text = textOf(path);

  it('has up-to-date transcripts and diagrams (npm run docs writes them)', () => {
    expect(refreshed(text)).toBe(text);
  });

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(m => m[1]!);
    expect(links.filter(link => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('names only scripts in package.json', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(m => m[1]!);
    expect(named.filter(name => !(name in scripts))).toEqual([]);
  });
});

it('the README has a transcript and at most a hundred and thirty lines', () => {
  expect(textOf('README.md')).toContain('$ npx servanda ');
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(130);
});

it('every machine has its diagram', () => {
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

it('the picture of an agreement’s life is what the fold gives today (npm run docs draws it)', () => {
  expect(drawnNow()).toBe(readFileSync(picture, 'utf8'));
});

describe('the decisions in docs/decisions', () => {
  const decisions = readdirSync(join(root, 'docs/decisions')).filter(name => /^\d{4}-.*\.md$/.test(name));
  const form =
    /^# (\d+)\. (.+)\n\nDate: (\d{1,2} [A-Z][a-z]+ \d{4})\. Status: (accepted|replaced by \[decision \d+\]\([\w-]+\.md\))[^]*?\n\n\*\*Context\.\*\* [^]+\n\n\*\*Decision\.\*\*\s[^]+\n\n\*\*Alternatives\.\*\*\s[^]+\n\n\*\*Consequences\.\*\* /;

  it.each(decisions)('include %s with date, status, context, decision, alternatives and consequences, and its line in the index', name => {
    const [, number, title, date, status] = form.exec(textOf(`docs/decisions/${name}`)) ?? [];
    expect(number?.padStart(4, '0')).toBe(name.slice(0, 4));
    const rows = textOf('docs/decisions/README.md')
      .split('\n')
      .filter(line => line.includes(`](${name})`) && line.startsWith(`| ${number} `))
      .map(line => line.split('|').map(cell => cell.trim()));
    expect(rows).toEqual([['', number, `[${title}](${name})`, date, status, '']]);
  });
});
