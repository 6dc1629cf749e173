/** Commands run compiled files only while those match the sources, and V8's code only where V8 can. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

interface Compiled {
  isFresh(): boolean;
  isPacked(): boolean;
  stampOfSources(): string;
  commandsIn(folder: string): { file: string; codeFile: string };
  loadCommands(folder?: string): { main: () => string; keepCode: () => void; takesCode: boolean };
}

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
let compiled: Compiled;
const source = (): string => join(folder, 'cli/main.ts');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'servanda-compiled-'));
  for (const name of ['cli', 'dist', 'tests']) mkdirSync(join(folder, name));
  cpSync(join(root, 'compiled.mjs'), join(folder, 'compiled.mjs'));
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

it('a compilation that fails leaves dist/ unchanged, and nothing beside it', () => {
  cpSync(join(root, 'compile.mjs'), join(folder, 'compile.mjs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const compilerOptions = { module: 'nodenext', rewriteRelativeImportExtensions: true, rootDir: '.', types: [] };
  writeFileSync(join(folder, 'tsconfig.build.json'), JSON.stringify({ compilerOptions, include: ['cli'] }));
  writeFileSync(source(), "import './missing.ts';");
  const files = (): string[] => [...readdirSync(folder), ...readdirSync(join(folder, 'dist'))];
  const before = files();
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'compile.mjs')], { encoding: 'utf8' });
  expect(stderr).toContain('Could not resolve "./missing.ts"');
  expect({ status, files: files() }).toEqual({ status: 1, files: before });
});

describe('V8’s code for the command line', () => {
  const saying = (word: string): string => `exports.main = () => '${word}';`;
  const { versions } = process;
  const atNode = (node: string): void => void Object.defineProperty(process, 'versions', { value: { ...versions, node } });
  const rewrite = (file: string, by: (bytes: Buffer) => Buffer): void => writeFileSync(file, by(readFileSync(file)));
  let files: { file: string; codeFile: string };

  beforeEach(() => {
    files = compiled.commandsIn(join(folder, 'dist'));
    writeFileSync(files.file, saying('one'));
    compiled.loadCommands().keepCode();
  });
  afterEach(() => void Object.defineProperty(process, 'versions', { value: versions }));

  it('is taken by the Node that made it', () => expect(compiled.loadCommands().takesCode).toBe(true));

  it.each<[string, () => void]>([
    ['another Node made it', () => atNode('20.19.0')],
    ['it is of another command line of the same length', () => writeFileSync(files.file, saying('two'))],
    ['it is damaged', () => rewrite(files.codeFile, bytes => bytes.fill(0xff, bytes.length / 2))],
    ['it is cut off', () => rewrite(files.codeFile, bytes => bytes.subarray(0, bytes.length / 2))],
    ['it is empty', () => writeFileSync(files.codeFile, '')],
    ['it is missing', () => rmSync(files.codeFile)],
  ])('is not taken if %s, and the command line runs without it', (_, change) => {
    change();
    const { main, takesCode } = compiled.loadCommands();
    expect({ takesCode, says: saying(main()) }).toEqual({ takesCode: false, says: readFileSync(files.file, 'latin1') });
  });
});

describe('the command line', () => {
  let ours: Compiled;
  let file: string;
  let codeFile: string;

  beforeAll(async () => {
    ours = (await import(join(root, 'compiled.mjs'))) as Compiled;
    ({ file, codeFile } = ours.commandsIn(join(root, 'dist')));
  });

  it('starts with V8’s code for it, which contains no path of the machine that made it', () => {
    expect(ours.loadCommands().takesCode).toBe(true);
    expect(readFileSync(codeFile, 'latin1')).not.toContain(root);
  });

  it('is strict code, as its modules are', () => expect(readFileSync(file, 'latin1').slice(0, 13)).toBe("'use strict';"));

  it('requires only what any Node can require, since some versions can import modules but not require them', () => {
    const required = new Set([...readFileSync(file, 'latin1').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name));
    const code = `for (const name of ${JSON.stringify([...required])}) require(name);`;
    const ran = spawnSync(process.execPath, ['--no-experimental-require-module', '-e', code], { cwd: root, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 0 });
  });
});

it('an installed package runs its compiled files, since it has no sources', () => expect(compiled.isPacked()).toBe(true));
