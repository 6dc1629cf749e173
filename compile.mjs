/**
 * Compiles the sources to plain JavaScript in dist/, which the commands then run. `npm ci` runs it (`prepare`). With --package, before
 * packing, it also makes the declarations and the workflow bundles, and checks every type.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { dist, isFresh, root, stampFile, stampOfSources } from './compiled.mjs';

const forPackage = process.argv.includes('--package');
const isDone = isFresh() && (!forPackage || JSON.parse(readFileSync(stampFile, 'utf8')).forPackage);
if (!isDone) compile();

function compile() {
  const compiler = pathOfCompiler();
  if (!compiler && !forPackage) return console.log('Not compiled: TypeScript is not installed. The commands run from their sources.');
  const stamp = stampOfSources();
  // Compiled beside dist/ and then renamed, so that running commands find it complete.
  const next = `${dist}-${process.pid}`;
  const quickly = ['--noCheck', '--declaration', 'false'];
  run(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', next, ...(forPackage ? [] : quickly)]);
  if (forPackage) run(process.execPath, [join(next, 'worker', 'build.js')]);
  writeFileSync(join(next, basename(stampFile)), `${JSON.stringify({ stamp, forPackage })}\n`);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

function pathOfCompiler() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    const path = join(dirname(manifest), 'bin', 'tsc');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}
