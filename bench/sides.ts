/**
 * The sides that the benchmarks compare on one Temporal server: servanda from a folder (this version or an earlier one), and a bare
 * workflow with as many timers (`bare-workflow.ts`). They alternate within one run; only the ratios are meaningful.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client, Connection, type WorkflowClient } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import Database from 'libsql';
import type * as activities from '../activities/index.ts';
import type { Agreement } from '../clauses/agreement.ts';
import type * as authority from '../identity/authority.ts';
import type * as hashes from '../identity/request-hash.ts';
import { audienceOf } from '../identity/shapes.ts';
import { everyParty } from '../machines/rights.ts';
import type * as home from '../register/home.ts';
import type { Registers } from '../register/home.ts';
import { inForceFrom, testAgreement } from '../tests/support/test-agreement.ts';
import { bundleWorkflows } from '../worker/bundle.ts';
import type * as bundle from '../worker/bundle.ts';
import { startDevServer } from '../worker/embedded.ts';
import type * as identities from '../worker/identities.ts';
import { createLog, installRuntime } from '../worker/log.ts';
import { ensureNamespace } from '../worker/search-attributes.ts';
import type { RecordedPlan } from '../workflows/messages.ts';
import type { BareInput } from './bare-workflow.ts';

/** This version. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** The run's own Temporal server, and the workers started on it. */
export interface Bench {
  folder: string;
  address: string;
  connection: Connection;
  workflow: WorkflowClient;
  work: (taskQueue: string, code: string, all: object) => Promise<void>;
  stop: () => Promise<void>;
}

export async function startBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  const log = createLog({ log: { level: 'warn', format: 'json' }, production: true });
  installRuntime(log);
  const server = await startDevServer({ file: join(folder, 'temporal.db'), port: 0, uiPort: 0, log });
  const connection = await Connection.connect({ address: server.address });
  const nativeConnection = await NativeConnection.connect({ address: server.address });
  await ensureNamespace(connection, 'default', { mayCreate: true });
  const workers: Worker[] = [];
  const running: Promise<void>[] = [];
  return {
    folder,
    address: server.address,
    connection,
    workflow: new Client({ connection }).workflow,
    work: async (taskQueue, code, all) => {
      const worker = await Worker.create({ connection: nativeConnection, taskQueue, workflowBundle: { code }, activities: all });
      workers.push(worker);
      running.push(worker.run());
    },
    stop: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
      await nativeConnection.close();
      await connection.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Facts = ReturnType<typeof inForceFrom>;

/** The agreement to open as number `n` of a side. */
export type Opening = (id: string) => { description: Agreement; facts: Facts };

/** In force since 2021, in its second period. */
export const midLife: Opening = id => ({ description: testAgreement(id, { rehearsal: false }), facts: inForceFrom('2021-03-10') });

/** One of the compared sides. `open` and `record` return once the result is durable. */
export interface Side {
  name: string;
  open: (n: number, opening?: Opening) => Promise<void>;
  record: (n: number, entry: Facts[number]) => Promise<unknown>;
}

export interface ServandaSide extends Side {
  registers: Registers;
}

/** servanda from a folder, with rights: each request is signed and its right is checked. */
export async function servandaSide({ folder, workflow, work }: Bench, name: string, at: string): Promise<ServandaSide> {
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(at, path)).href);
  const { createActivities } = (await load('activities/index.ts')) as typeof activities;
  const { openRegisters } = (await load('register/home.ts')) as typeof home;
  const { bundleWorkflows: bundled } = (await load('worker/bundle.ts')) as typeof bundle;
  const registers = await openRegisters(join(folder, name));
  const signed = await signerFor(load, join(folder, name), registers);
  await work(name, await bundled(), createActivities({ registers, log: { info: () => {}, error: () => {} } }));
  const idOf = (n: number): string => `${name}-${n}`;
  return {
    name,
    registers,
    open: async (n, opening = midLife) => {
      const workflowId = `agreement/${idOf(n)}`;
      const open = await signed(workflowId, 'open', { ...opening(idOf(n)), by: 'bench' });
      await workflow.start('agreement', { workflowId, taskQueue: name, args: [{ agreement: idOf(n), rehearsal: false, open }] });
      await answered(() => workflow.getHandle(workflowId).query('plan'));
    },
    record: async (n, entry) => {
      const workflowId = `agreement/${idOf(n)}`;
      const request = await signed(workflowId, 'record', { entry, by: 'bench' });
      return workflow.getHandle(workflowId).executeUpdate('record', { args: [request] });
    },
  };
}

/** Makes the register trust an authority and returns a signer for a registrar's requests. */
async function signerFor(load: (path: string) => Promise<unknown>, at: string, registers: Registers) {
  const { ensureAuthority } = (await load('worker/identities.ts')) as typeof identities;
  const { issueIdentity, signRight } = (await load('identity/authority.ts')) as typeof authority;
  const { requestHash } = (await load('identity/request-hash.ts')) as typeof hashes;
  const now = Date.now();
  const trusted = await ensureAuthority(at, registers, 'bench', now);
  const holder = { person: 'bench', actsFor: everyParty, roles: ['registrar' as const] };
  const held = await issueIdentity(trusted!, holder, { now, until: now + 6 * 3_600_000 });
  return async <R extends object>(workflowId: string, name: string, request: R): Promise<R & { right: string }> => ({
    ...request,
    right: await signRight(held, { audience: audienceOf('default', workflowId), hash: requestHash(name, request), now: Date.now() }),
  });
}

export interface BareSide extends Side {
  /** Opens one with a timer that fires at an instant and then writes a row. */
  openDue: (n: number, instant: number) => Promise<void>;
  /** The number of rows written by those timers. */
  rowsDue: () => number;
}

/** `timers`: the durations of the timers armed after each update, in milliseconds. */
export async function bareSide({ folder, workflow, work }: Bench, timers: number[][]): Promise<BareSide> {
  const database = new Database(join(folder, 'bare.db'));
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table rows (seq integer primary key, workflow text, body text)',
  );
  const insert = database.prepare('insert into rows (workflow, body) values (?, ?)');
  const count = database.prepare('select count(*) as rows from rows where body = ?');
  const write = async ({ workflow: of, body }: { workflow: string; body: string }) => Number(insert.run(of, body).lastInsertRowid);
  await work('bare', await bundleWorkflows(fileURLToPath(new URL('bare-workflow.ts', import.meta.url))), { write });
  const open = async (n: number, due?: number): Promise<void> => {
    const args: [BareInput] = [{ workflow: `bare-${n}`, timers, due }];
    const handle = await workflow.start('bare', { workflowId: `bare/${n}`, taskQueue: 'bare', args });
    await answered(() => handle.query('__stack_trace'));
  };
  return {
    name: 'bare',
    rowsDue: () => (count.get('due') as { rows: number }).rows,
    open: n => open(n),
    openDue: open,
    record: (n, entry) => workflow.getHandle(`bare/${n}`).executeUpdate('record', { args: [{ entry, by: 'bench' }] }),
  };
}

async function answered(query: () => Promise<unknown>): Promise<void> {
  while (!(await query().catch(() => undefined))) continue;
}

/** How long the timers of one servanda agreement run, in milliseconds from now. */
export async function timersOf({ workflow }: Bench, side: Side, n: number): Promise<number[]> {
  return (await workflow.getHandle(`agreement/${side.name}-${n}`).query<RecordedPlan>('plan')).timers.map(t => t.at - Date.now());
}

export const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

/** Prints a table of medians, each with its ratio to the first row. */
export function report(measures: readonly string[], taken: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>): void {
  const [first] = [...taken.values()];
  console.log(`${''.padEnd(12)}${measures.map(m => m.padStart(26)).join('')}`);
  for (const [name, each] of taken) {
    const cells = measures.map(m => (each.has(m) ? `${median(each.get(m)!).toFixed(1)} (${ratio(each.get(m)!, first!.get(m))})` : '-'));
    console.log(`${name.padEnd(12)}${cells.map(cell => cell.padStart(26)).join('')}`);
  }
}

const ratio = (own: readonly number[], first: readonly number[] | undefined): string =>
  first ? `${(median(own) / median(first)).toFixed(2)} × bare` : 'no bare run';

export function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

/** The measured values by side and measure. */
export class Taken {
  readonly all = new Map<string, Map<string, number[]>>();

  note(side: string, measure: string, value: number): void {
    const each = this.all.get(side) ?? new Map<string, number[]>();
    this.all.set(side, each);
    each.set(measure, [...(each.get(measure) ?? []), value]);
  }
}
