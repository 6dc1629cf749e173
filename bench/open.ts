/**
 * `npm run bench:open [-- --agreements N] [--rounds N] [--rows N] [--before FOLDER]`: opens agreements twenty at once, fresh (signed today)
 * and in mid-life (with the periods since 2021); then imports a table through a separate worker on each database and measures the bytes per
 * agreement in the register. Compares with a bare workflow and, if a folder is given, with the version of servanda in it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mapConcurrently } from '../reconciliation/map-concurrently.ts';
import { bareEnvironment } from '../tests/support/cli.ts';
import { startPostgres } from '../tests/support/start-postgres.ts';
import { testAgreement } from '../tests/support/test-agreement.ts';
import { inPostgres } from './databases.ts';
import { ensureNamespace } from '../worker/search-attributes.ts';
import { bareSide, midLife, report, root, servandaSide, startBench, Taken, timed, timersOf, type Opening } from './sides.ts';
import { tableOf } from './table.ts';
import { flagsOf } from './flags.ts';

const { values, refuse } = flagsOf(
  {
    agreements: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000' },
    before: { type: 'string' },
  },
  'bench:open [-- --agreements NUMBER] [--rounds NUMBER] [--rows NUMBER] [--before FOLDER]',
);
const [agreements, rounds, rows] = [Number(values.agreements), Number(values.rounds), Number(values.rows)];
if (![agreements, rounds, rows].every(n => Number.isInteger(n) && n >= 1)) refuse();
const today = new Date().toISOString().slice(0, 10);
const fresh: Opening = id => ({
  description: testAgreement(id, { rehearsal: false }),
  facts: [{ id: 's', type: 'signed', on: today }],
});
const [imported, importedByPostgres] = ['imported, SQLite, a second', 'PostgreSQL'] as const;
const [bytes, bytesInPostgres] = ['bytes each, SQLite', 'bytes, PostgreSQL'] as const;
const versions = [{ name: 'servanda', at: root }, ...(values.before ? [{ name: 'before', at: values.before }] : [])];

const bench = await startBench();
const postgres = await startPostgres();
const taken = new Taken();

const perSecond = async (count: number, act: () => Promise<unknown>): Promise<number> => (count / (await timed(act))) * 1000;

try {
  const servanda = await Promise.all(versions.map(({ name, at }) => servandaSide(bench, name, at)));
  await servanda[0]!.open(-1);
  const bare = await bareSide(bench, [await timersOf(bench, servanda[0]!, -1)]);
  let next = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [measure, opening] of Object.entries({ 'fresh, a second': fresh, 'mid-life, a second': midLife })) {
      const numbers = Array.from({ length: agreements }, (_, i) => next + i);
      next += agreements;
      for (const side of [bare, ...servanda])
        taken.note(side.name, measure, await perSecond(agreements, () => mapConcurrently(numbers, 20, n => side.open(n, opening))));
    }
  }
  const numbers = Array.from({ length: rows }, (_, i) => next + i);
  const bareImport = await perSecond(rows, () => mapConcurrently(numbers, 16, n => bare.open(n)));
  for (const measure of [imported, importedByPostgres]) taken.note(bare.name, measure, bareImport);
  for (const version of versions) {
    await importOn(version, undefined);
    if ('url' in postgres) await importOn(version, postgres.url);
  }
  if ('why' in postgres) console.error(postgres.why);
  console.log(`${agreements} agreements, ${rounds} rounds, ${rows} rows; medians`);
  report(['fresh, a second', 'mid-life, a second'], taken.all);
  report([imported, importedByPostgres, bytes, bytesInPostgres], taken.all);
} finally {
  if ('stop' in postgres) await postgres.stop();
  await bench.stop();
}
process.exit();

/** Imports a table by `agreement import`, as a person would, in a separate home, database and namespace. */
async function importOn({ name, at }: (typeof versions)[number], server: string | undefined): Promise<void> {
  const called = `${name}_${server ? 'postgres' : 'sqlite'}`;
  const home = join(bench.folder, called);
  mkdirSync(home);
  const table = join(home, 'table.csv');
  writeFileSync(table, tableOf(rows, { faulty: false }));
  const databaseUrl = server && (await newDatabase(server, called));
  await ensureNamespace(bench.connection, called, { mayCreate: true });
  const env = bareEnvironment({
    SERVANDA_HOME: home,
    TEMPORAL_ADDRESS: bench.address,
    TEMPORAL_NAMESPACE: called,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  const run = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['cli/servanda.mjs', ...args], { cwd: at, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const worker = run('worker');
  try {
    await said(worker, 'The worker runs.');
    const size = databaseUrl ? await sizeOf(databaseUrl) : 0;
    const speed = await perSecond(rows, async () => ended(run('agreement', 'import', table)));
    taken.note(name, databaseUrl ? importedByPostgres : imported, speed);
    await stopped(worker);
    const grown = databaseUrl ? (await sizeOf(databaseUrl)) - size : statSync(join(home, 'register.db')).size;
    taken.note(name, databaseUrl ? bytesInPostgres : bytes, grown / rows);
  } finally {
    await stopped(worker);
  }
}

async function newDatabase(server: string, name: string): Promise<string> {
  await inPostgres(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function sizeOf(databaseUrl: string): Promise<number> {
  return Number((await inPostgres<{ bytes: string }>(databaseUrl, 'select pg_database_size(current_database()) as bytes'))[0]!.bytes);
}

async function said(child: ChildProcess, sentence: string): Promise<void> {
  const last: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    last.push(line);
    if (line.includes(sentence)) return child.stderr!.resume() as unknown as void;
  }
  throw new Error(`The worker did not start: ${last.slice(-5).join('\n')}`);
}

async function ended(child: ChildProcess): Promise<void> {
  const last: string[] = [];
  createInterface({ input: child.stderr! }).on('line', line => last.push(line));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The import ended with ${code}: ${last.slice(-5).join('\n')}`);
}

async function stopped(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}
