/** Commands run compiled files only while those match the sources. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

interface Compiled {
  isFresh(): boolean;
  isPacked(): boolean;
  stampOfSources(): string;
  commandsIn(folder: string): { codeFile: string };
  loadCommands(): { takesCode: boolean };
}

let folder: string;
let compiled: Compiled;
const source = (): string => join(folder, 'cli/main.ts');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-compiled-'));
  for (const name of ['cli', 'dist', 'tests']) mkdirSync(join(folder, name));
  cpSync(fileURLToPath(new URL('../../compiled.mjs', import.meta.url)), join(folder, 'compiled.mjs'));
  writeFileSync(source(), 'export const one = 1;');
  compiled = (await import(join(folder, 'compiled.mjs'))) as Compiled;
  writeFileSync(join(folder, 'dist/sources.json'), JSON.stringify({ stamp: compiled.stampOfSources() }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('the command runs the compiled files while no source has changed', () => expect(compiled.isFresh()).toBe(true));

it.each<[string, () => void]>([
  ['a source has changed', () => writeFileSync(source(), 'export const one = 11;')],
  ['a source was rewritten at the same length', () => utimesSync(source(), 1, 1)],
  ['a package was updated', () => writeFileSync(join(folder, 'package-lock.json'), '{}')],
  ['a source was added', () => writeFileSync(join(folder, 'cli/other.ts'), '')],
  ['a source was removed', () => rmSync(source())],
  ['nothing was compiled', () => rmSync(join(folder, 'dist'), { recursive: true })],
])('the command runs the sources if %s', (_, change) => {
  change();
  expect(compiled.isFresh()).toBe(false);
});

it('the command still runs the compiled files after a test has changed', () => {
  writeFileSync(join(folder, 'tests/a.test.ts'), '');
  expect(compiled.isFresh()).toBe(true);
});

it('the command line starts with V8’s code for it, which contains no path of the machine that made it', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const ours = (await import(join(root, 'compiled.mjs'))) as Compiled;
  expect(ours.loadCommands().takesCode).toBe(true);
  expect(readFileSync(ours.commandsIn(join(root, 'dist')).codeFile, 'latin1')).not.toContain(root);
});

it('an installed package runs its compiled files, since it has no sources', () => expect(compiled.isPacked()).toBe(true));
