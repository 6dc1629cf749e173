/**
 * `npm run bench:register [-- AGREEMENTS]`: a register of a tenth of that many agreements, and one of all of them, in SQLite and
 * PostgreSQL. Measures the time and memory to open, record, verify, back up and restore, and the size; each step is a separate process.
 * Times depend on the machine; the ratios within one run are what counts: ten times the agreements should take ten times as long to verify,
 * but no longer to record one fact, and never more memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../tests/support/start-postgres.ts';
import { inPostgres } from './databases.ts';

const agreements = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(agreements) || agreements < 1000) {
  console.error('Usage: npm run bench:register [-- AGREEMENTS (at least 1000)]');
  process.exit(2);
}
const steps = ['nothing', 'open', 'record', 'letters', 'verify', 'backup', 'restore'] as const;
type Step = (typeof steps)[number];
interface Measured {
  milliseconds: number;
  /** The peak memory. */
  megabytes: number;
  lines: number;
}
interface Size {
  agreements: number;
  lines: number;
  /** The size of the database. */
  megabytes: number;
  taken: Record<Step, Measured>;
}

// Leaves no server and no register behind when interrupted.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const script = fileURLToPath(new URL('register-step.ts', import.meta.url));
const postgres = await startPostgres();
try {
  const sqlite = await bothSizes('SQLite');
  if ('why' in postgres) console.log(postgres.why);
  else compare('PostgreSQL : SQLite', await bothSizes('PostgreSQL', postgres.url), sqlite);
} finally {
  if ('stop' in postgres) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function bothSizes(name: string, url?: string): Promise<Size> {
  const small = await measured(agreements / 10, url);
  report(name, small);
  const large = await measured(agreements, url);
  report(name, large);
  compare(`${large.agreements} : ${small.agreements} agreements`, large, small);
  return large;
}

/** Fills a fresh register and runs each step on it. */
async function measured(of: number, url?: string): Promise<Size> {
  const [home, into, file] = ['home', 'into', 'backup'].map(n => join(folder, n)) as [string, string, string];
  if (url) await emptied(url);
  const { lines } = step('fill', home, url, String(Math.round(of)));
  const database = url ? await sizeOfSchema(url) : sizeOfFiles(home);
  const taken = Object.fromEntries(steps.slice(0, -1).map(s => [s, step(s, home, url, file)])) as Record<Step, Measured>;
  if (url) await emptied(url);
  taken.restore = step('restore', into, url, file);
  const size = { agreements: Math.round(of), lines, megabytes: database, taken };
  for (const place of [home, into, file]) rmSync(place, { recursive: true, force: true });
  return size;
}

function step(name: string, home: string, url = '', argument = ''): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, name, home, url, argument], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function sizeOfFiles(home: string): number {
  const files = readdirSync(home).filter(f => f.startsWith('register.db'));
  return files.reduce((sum, f) => sum + statSync(join(home, f)).size, 0) / 2 ** 20;
}

async function emptied(url: string): Promise<void> {
  await inPostgres(url, 'drop schema if exists servanda cascade; drop schema if exists servanda_rehearsals cascade');
}

async function sizeOfSchema(url: string): Promise<number> {
  const sum =
    "select sum(pg_total_relation_size(oid))::float8 as bytes from pg_class where relkind = 'r' and relnamespace = 'servanda'::regnamespace";
  return (await inPostgres<{ bytes: number }>(url, sum))[0]!.bytes / 2 ** 20;
}

function report(name: string, { agreements: of, lines, megabytes, taken }: Size): void {
  const cells = (of: (m: Measured) => string): string => steps.map(s => of(taken[s]).padStart(9)).join('');
  console.log(
    `\n${name}, ${of} agreements, ${lines} lines: ${megabytes.toFixed(0)} MB, ${((megabytes * 2 ** 20) / of / 1000).toFixed(1)} kB an agreement`,
  );
  console.log(`${''.padEnd(12)}${steps.map(s => s.padStart(9)).join('')}`);
  console.log(`${'seconds'.padEnd(12)}${cells(m => (m.milliseconds / 1000).toFixed(2))}`);
  console.log(`${'memory, MB'.padEnd(12)}${cells(m => m.megabytes.toFixed(0))}`);
}

function compare(what: string, one: Size, other: Size): void {
  const cells = (of: (m: Measured) => number): string =>
    steps.map(s => (of(other.taken[s]) < 1 ? '' : (of(one.taken[s]) / of(other.taken[s])).toFixed(1)).padStart(9)).join('');
  console.log(
    `\n${what}: ${(one.lines / other.lines).toFixed(1)} times the lines, ${(one.megabytes / other.megabytes).toFixed(1)} times the size`,
  );
  console.log(`${'time'.padEnd(12)}${cells(m => m.milliseconds)}`);
  console.log(`${'memory'.padEnd(12)}${cells(m => m.megabytes)}`);
}
