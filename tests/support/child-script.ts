/**
 * A script of this folder bundled as one file of plain JavaScript: a process that reads TypeScript through tsx takes three times as long to
 * start.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The path of the bundle of `tests/support/NAME.ts`. It is where compiled code is, one folder below the root. */
export async function childScript(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tests/support', `${name}.ts`)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const { text } = outputFiles[0]!;
  const path = join(root, 'build', `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
