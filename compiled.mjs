/** Whether dist/ matches the sources, by the time and size of each, so that a changed source never runs from an outdated dist/. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = import.meta.dirname;
export const dist = join(root, 'dist');
export const stampFile = join(dist, 'sources.json');

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
    if (entry.isFile() && /\.ts$|^tsconfig.*\.json$/.test(entry.name)) yield path;
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
