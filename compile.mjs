/**
 * Compiles the sources to plain JavaScript in dist/, which the commands then run: the command line as one file, everything that other
 * programs import file by file. `npm ci` runs it (`prepare`). With --package, before packing, it also makes the declarations, checking
 * their types, and the workflow bundles.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { commandsIn, dist, isFresh, loadCommands, root, stampFile, stampOfSources } from './compiled.mjs';

/**
 * Not bundled into the command line: packages with native code, with files that they find beside themselves, or with threads; and large
 * ones that few commands load. All others are bundled: most commands took longer to find and read hundreds of small files than to answer.
 */
const external = '@temporalio/* libsql pg pino pino-pretty pdfmake fontkit @viz-js/viz docx nodemailer'.split(' ');

const forPackage = process.argv.includes('--package');
const [, , mode, folder] = process.argv;
if (mode === '--code') await writeCode(folder);
else if (!isFresh() || (forPackage && !JSON.parse(readFileSync(stampFile, 'utf8')).forPackage)) await compile();

async function compile() {
  const compiler = pathOfCompiler();
  if (!compiler && !forPackage) return console.log('Not compiled: TypeScript is not installed. The commands run from their sources.');
  const stamp = stampOfSources();
  // Compiled beside dist/ and then renamed, so that running commands find it complete.
  const next = `${dist}-${process.pid}`;
  const former = `${next}-former`;
  process.on('exit', () => {
    for (const left of [next, former]) rmSync(left, { recursive: true, force: true });
  });
  const quickly = ['--noCheck', '--declaration', 'false'];
  run(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', next, ...(forPackage ? [] : quickly)]);
  await bundleCommands(next);
  run(process.execPath, [import.meta.filename, '--code', next], 'ignore');
  if (forPackage) run(process.execPath, [join(next, 'worker', 'build.js')]);
  writeFileSync(join(next, basename(stampFile)), `${JSON.stringify({ stamp, forPackage })}\n`);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(next, dist);
}

async function bundleCommands(to) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'cli/main.ts')],
    outfile: commandsIn(to).file,
    bundle: true,
    external,
    // Only a script, not a module, can be given V8's code; and a script with V8's code can't import, only require.
    format: 'cjs',
    supported: { 'dynamic-import': false },
    platform: 'node',
    target: 'node20',
    // Read as Latin-1, twice as fast.
    charset: 'ascii',
    define: { 'import.meta.url': '__url' },
    banner: { js: "'use strict'; const __url = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
}

/** Runs a command that folds an agreement, and keeps V8's code for all that it ran. */
async function writeCode(to) {
  const { main, keepCode } = loadCommands(to);
  const facts = join(root, 'docs/rehearsal-facts.yaml');
  process.exitCode = await main(['timeline', 'kz-az-2004-government-communications', '--facts', facts, '--as-of', '2028-02-01']);
  keepCode();
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

function run(command, args, stdout = 'inherit') {
  const { status } = spawnSync(command, args, { stdio: ['inherit', stdout, 'inherit'], cwd: root });
  if (status !== 0) process.exit(status ?? 1);
}
