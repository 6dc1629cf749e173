/**
 * What dist/ contains: the command line in one file, and whether it matches the sources, by the time and size of each, so that a changed
 * source never runs from an outdated dist/.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

export const root = import.meta.dirname;
export const dist = join(root, 'dist');
export const stampFile = join(dist, 'sources.json');

/** What dist/ is made from: the sources, the packages bundled with them, and how. */
const isSource = name => /\.ts$|^tsconfig.*\.json$|^package-lock\.json$|^compiled?\.mjs$/.test(name);

/** Folders that are not compiled. */
const others = new Set(['node_modules', 'build', 'coverage', 'tests', 'bench', 'docs', 'lint']);

/** A hash of the current sources' names, times and sizes. */
export function stampOfSources() {
  const hash = createHash('sha256');
  for (const file of sourcesIn(root, true)) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function* sourcesIn(folder, isRoot = false) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isFile() && isSource(entry.name)) yield path;
    else if (entry.isDirectory() && !entry.name.startsWith('.') && !(isRoot && (others.has(entry.name) || entry.name.startsWith('dist'))))
      yield* sourcesIn(path);
  }
}

/** A package contains only the compiled files, no sources. */
export const isPacked = () => !existsSync(join(root, 'package-root.ts'));

/** @returns {boolean} */
export function isFresh() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')).stamp === stampOfSources();
  } catch {
    return false;
  }
}

/** The command line in one file, and V8's code for it, which saves parsing and compiling it at each start. */
export const commandsIn = folder => ({ file: join(folder, 'servanda.cjs'), codeFile: join(folder, 'servanda.code') });

/**
 * Loads the command line of a compiled folder: its `main`; `keepCode`, which keeps V8's code for what has run so far; and whether V8 takes
 * the code that was kept. Without it, or with other flags of V8, it compiles as usual.
 * @returns {{ main: (args: string[]) => Promise<number>, keepCode: () => void, takesCode: boolean }}
 */
export function loadCommands(folder = dist) {
  const { file, codeFile } = commandsIn(folder);
  const source = readFileSync(file);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`, {
    // Kept with the code, which is made in another folder, and for a package on another machine.
    filename: 'dist/servanda.cjs',
    cachedData: existsSync(codeFile) ? unsealed(source, readFileSync(codeFile)) : undefined,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return {
    main: module.exports.main,
    keepCode: () => writeFileSync(codeFile, sealed(source, script.createCachedData())),
    takesCode: script.cachedDataRejected === false,
  };
}

/** V8 does not check this: it crashes on damaged code and on that of another build of Node, and runs that of another file of equal length. */
const sealOf = (source, code) =>
  createHash('sha256')
    .update(JSON.stringify([process.versions, process.config]))
    .update(source)
    .update(code)
    .digest();

const sealed = (source, code) => Buffer.concat([sealOf(source, code), code]);

function unsealed(source, kept) {
  const code = kept.subarray(32);
  return sealOf(source, code).equals(kept.subarray(0, 32)) ? code : undefined;
}
