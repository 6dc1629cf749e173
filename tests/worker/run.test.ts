/** The worker process: it works, it stops in order, and it does not start without what it needs. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inPackage } from '../../package-root.ts';
import { buildBundle, workflowBundle } from '../../worker/bundle.ts';
import type { DevServer } from '../../worker/embedded.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { childScript } from '../support/child-script.ts';
import { startTestDevServer } from '../support/servers.ts';
import { saidOf } from '../support/failures.ts';

const tinyWorkflow = fileURLToPath(new URL('../support/tiny-workflow.ts', import.meta.url));
const script = await childScript('run-tiny-worker');

let server: DevServer;
let connection: Connection;
let bundle: string;
let worker: ChildProcess | undefined;
let said: string[];
let logged: string;

beforeAll(async () => {
  server = await startTestDevServer();
  connection = await Connection.connect({ address: server.address });
  bundle = (await testWorkflowBundle(tinyWorkflow)).codePath;
});

afterAll(async () => {
  await connection?.close();
  await server?.stop();
});

afterEach(() => void worker?.kill('SIGKILL'));

/** Each test has its own task queue: a killed worker's polls would otherwise take tasks in vain. */
function startWorker(taskQueue: string): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production', TEMPORAL_ADDRESS: server.address, SERVANDA_TASK_QUEUE: taskQueue };
  const child = fork(script, [bundle], { env, silent: true });
  said = [];
  logged = '';
  child.on('message', word => said.push(word as string));
  child.stderr!.on('data', chunk => (logged += String(chunk)));
  return child;
}

const ask = (taskQueue: string) =>
  new Client({ connection }).workflow.start('tiny', { workflowId: `in ${taskQueue}`, taskQueue, args: ['2025-08-31'] });

/** Waits until a worker has printed something. */
async function hears(child: ChildProcess, word: string): Promise<void> {
  while (!said.includes(word)) await once(child, 'message');
}

describe('a worker', () => {
  it('finishes what is in progress at the first signal, closes the register last, and exits with 0', async () => {
    worker = startWorker('in-order');
    const handle = await ask('in-order');
    await hears(worker, 'asked');
    worker.kill('SIGTERM');
    await expect.poll(() => logged, { timeout: 20_000 }).toContain('SIGTERM: finishing work in progress');
    worker.send('counted');
    const [code] = (await once(worker, 'exit')) as [number];
    expect(code).toBe(0);
    expect(said).toEqual(['asked', 'answered', 'register closed', 'ended']);
    const { events } = await handle.fetchHistory();
    expect(events?.some(event => event.activityTaskCompletedEventAttributes)).toBe(true);
    await handle.terminate();
  });

  it('exits at once with 130 at the second signal', async () => {
    worker = startWorker('at-once');
    const handle = await ask('at-once');
    await hears(worker, 'asked');
    worker.kill('SIGINT');
    await expect.poll(() => logged, { timeout: 20_000 }).toContain('SIGINT: finishing');
    worker.kill('SIGINT');
    const [code] = (await once(worker, 'exit')) as [number];
    expect(code).toBe(130);
    expect(said).toEqual(['asked']);
    await handle.terminate();
  });

  it('writes one line of JSON for each log entry in production, including those of Temporal', async () => {
    worker = startWorker('logs');
    const handle = await ask('logs');
    await hears(worker, 'asked');
    worker.send('noted');
    expect(await handle.result()).toBe('2026-02-28: noted');
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    const lines = logged
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { msg: string; from?: string });
    expect(lines.find(line => line.from === 'temporal')?.msg).toMatch(/Worker state changed/);
  });
});

describe('the workflow bundle', () => {
  it('is refused in production if it was not built, with the command that builds it', async () => {
    expect(await saidOf(workflowBundle(true, false, '/nowhere/workflows.js'))).toContain('run npm run build');
  });

  it('in production is the one that was built', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'servanda-bundle-'));
    const built = join(folder, 'build', 'workflows.js');
    await buildBundle(built, tinyWorkflow);
    expect(await workflowBundle(true, false, built)).toEqual({ codePath: built });
    await rm(folder, { recursive: true });
  });

  it('of compiled code is made at the first start, and kept for the next', async () => {
    const compiled = inPackage('dist/worker/bundle.js');
    const { workflowBundle: started } = (await import(compiled)) as { workflowBundle: typeof workflowBundle };
    await started(false, false);
    const codePath = inPackage('dist/workflows.cjs');
    expect(await started(false, false)).toEqual({ codePath });
    expect(readFileSync(codePath, 'utf8')).toContain('./dist/workflows/agreement.js');
  });
});
