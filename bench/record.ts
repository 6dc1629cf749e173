/**
 * `npm run bench:record [-- --agreements N] [--rounds N] [--before FOLDER]`: a fact recorded by one caller after the other, and by fifty at
 * once, and agreements opened; against a bare workflow (`bare-workflow.ts`), and where a folder is named against the version of servanda that
 * lies there, in turns in one run on one Temporal server. What says something are the ratios.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import Database from 'libsql';
import type * as activities from '../activities/index.ts';
import { inTurns } from '../activities/in-turns.ts';
import type * as home from '../register/home.ts';
import { inForceFrom, testAgreement } from '../tests/support/test-agreement.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import type * as bundle from '../worker/bundle.ts';
import { startDevServer } from '../worker/embedded.ts';
import { createLog, installRuntime } from '../worker/log.ts';
import { ensureNamespace } from '../worker/search-attributes.ts';
import type { Kept } from '../workflows/messages.ts';
import type { BareInput } from './bare-workflow.ts';

const { values } = parseArgs({
  options: { agreements: { type: 'string', default: '100' }, rounds: { type: 'string', default: '3' }, before: { type: 'string' } },
});
const [agreements, rounds] = [Number(values.agreements), Number(values.rounds)];
if (!Number.isInteger(agreements) || agreements < 50 || !Number.isInteger(rounds) || rounds < 1) {
  console.error('Usage: npm run bench:record [-- --agreements NUMBER, fifty at least] [--rounds NUMBER] [--before FOLDER]');
  process.exit(2);
}

/** One of those that are compared. */
interface Side {
  name: string;
  open: (n: number) => Promise<unknown>;
  record: (n: number, turn: number) => Promise<unknown>;
}

const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
const root = fileURLToPath(new URL('../', import.meta.url));
const today = new Date().toISOString().slice(0, 10);
const log = createLog({ log: { level: 'error', format: 'json' }, production: true });
installRuntime(log);
const server = await startDevServer({ file: join(folder, 'temporal.db'), port: 0, uiPort: 0, log });
const connection = await Connection.connect({ address: server.address });
const nativeConnection = await NativeConnection.connect({ address: server.address });
await ensureNamespace(connection, 'default', { mayCreate: true });
const { workflow } = new Client({ connection });
const workers: Worker[] = [];
const running: Promise<void>[] = [];

async function work(taskQueue: string, code: string, all: object): Promise<void> {
  const worker = await Worker.create({ connection: nativeConnection, taskQueue, workflowBundle: { code }, activities: all });
  workers.push(worker);
  running.push(worker.run());
}

/** In turns a notice of termination, which moves every timer, and its revocation, which moves them back. */
const factOf = (turn: number): { id: string } & Record<string, unknown> =>
  turn % 2
    ? { id: `r${turn}`, type: 'termination.revoked', by: 'AZ', of: `t${turn - 1}`, received: today }
    : { id: `t${turn}`, type: 'termination.notified', by: 'AZ', received: today, evidence: 'note 17 of the embassy, file 7/12' };

/** servanda as it lies in a folder. */
async function servanda(name: string, at: string): Promise<Side> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(at, path)).href);
  const { createActivities } = (await load('activities/index.ts')) as typeof activities;
  const { openRegisters } = (await load('register/home.ts')) as typeof home;
  const { bundleWorkflows: bundled } = (await load('worker/bundle.ts')) as typeof bundle;
  const registers = await openRegisters(join(folder, name));
  await work(name, await bundled(), createActivities({ registers, log: { info: () => {}, error: () => {} } }));
  const idOf = (n: number): string => `${name}-${n}`;
  return {
    name,
    open: async n => {
      const description = testAgreement(idOf(n), { rehearsal: false });
      const open = { description, facts: inForceFrom('2021-03-10'), by: 'bench' };
      const args = [{ agreement: idOf(n), rehearsal: false, open }];
      await workflow.start('agreement', { workflowId: `agreement/${idOf(n)}`, taskQueue: name, args });
      await answered(() => workflow.getHandle(`agreement/${idOf(n)}`).query('plan'));
    },
    record: (n, turn) =>
      workflow.getHandle(`agreement/${idOf(n)}`).executeUpdate('record', { args: [{ entry: factOf(turn), by: 'bench' }] }),
  };
}

/** `timers`: those of servanda before and after a notice. */
async function bare(timers: number[][]): Promise<Side> {
  const database = new Database(join(folder, 'bare.db'));
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table rows (seq integer primary key, workflow text, body text)',
  );
  const insert = database.prepare('insert into rows (workflow, body) values (?, ?)');
  const write = async ({ workflow: of, body }: { workflow: string; body: string }) => Number(insert.run(of, body).lastInsertRowid);
  await work('bare', await bundleWorkflows(fileURLToPath(new URL('bare-workflow.ts', import.meta.url))), { write });
  return {
    name: 'bare',
    open: async n => {
      const args: [BareInput] = [{ workflow: `bare-${n}`, timers }];
      const handle = await workflow.start('bare', { workflowId: `bare/${n}`, taskQueue: 'bare', args });
      await answered(() => handle.query('__stack_trace'));
    },
    record: (n, turn) => workflow.getHandle(`bare/${n}`).executeUpdate('record', { args: [{ entry: factOf(turn), by: 'bench' }] }),
  };
}

async function answered(query: () => Promise<unknown>): Promise<void> {
  while (!(await query().catch(() => undefined))) continue;
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};
const numbers = Array.from({ length: agreements }, (_, n) => n);
const measures = ['opened a second', 'one caller, ms', 'fifty callers, a second'] as const;
type Measures = Record<(typeof measures)[number], number[]>;

try {
  const sides = [await servanda('servanda', root), ...(values.before ? [await servanda('before', values.before)] : [])];
  const timers = await timersOf(sides[0]!);
  sides.unshift(await bare(timers));
  const taken = new Map(sides.map(({ name }): [string, Measures] => [name, { [measures[0]]: [], [measures[1]]: [], [measures[2]]: [] }]));
  const note = (side: Side, measure: keyof Measures, value: number): void => void taken.get(side.name)![measure].push(value);
  for (const side of sides)
    note(side, measures[0], (agreements / (await timed(() => inTurns(numbers, 20, async n => void (await side.open(n)))))) * 1000);
  let turn = 0;
  for (let round = 0; round < rounds; round += 1, turn += 2) {
    for (const side of sides) for (const n of numbers.slice(0, 50)) note(side, measures[1], await timed(() => side.record(n, turn)));
    for (const side of sides) for (const n of numbers.slice(50)) await side.record(n, turn);
    for (const side of sides) {
      const milliseconds = await timed(() => inTurns(numbers, 50, async n => void (await side.record(n, turn + 1))));
      note(side, measures[2], (agreements / milliseconds) * 1000);
    }
  }
  report(taken);
} finally {
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await nativeConnection.close();
  await connection.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** How long servanda's timers of one agreement run, before a notice and after it. */
async function timersOf(side: Side): Promise<number[][]> {
  await side.open(-1);
  const plan = async (): Promise<number[]> =>
    (await workflow.getHandle(`agreement/${side.name}--1`).query<Kept>('plan')).timers.map(t => t.at - Date.now());
  const before = await plan();
  await side.record(-1, 0);
  return [before, await plan()];
}

function report(taken: ReadonlyMap<string, Measures>): void {
  const bareOne = taken.get('bare')!;
  console.log(`${agreements} agreements, ${rounds} rounds; medians`);
  console.log(`${''.padEnd(12)}${measures.map(m => m.padStart(26)).join('')}`);
  for (const [name, each] of taken)
    console.log(
      `${name.padEnd(12)}${measures.map(m => `${median(each[m]).toFixed(1)} (${(median(each[m]) / median(bareOne[m])).toFixed(2)} × bare)`.padStart(26)).join('')}`,
    );
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}
process.exit();
