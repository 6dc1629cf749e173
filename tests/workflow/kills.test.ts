/** A stop at any point loses no acknowledged fact and performs no act twice: real processes, killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { legalToday } from '../../clauses/calendar.ts';
import { contentHash } from '../../register/canonical.ts';
import { openRegister } from '../../register/register.ts';
import type { DevServer } from '../../worker/embedded.ts';
import type { agreement as keeper } from '../../workflows/agreement.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { childScript } from '../support/child-script.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startReceiver } from '../support/receivers.ts';
import { startTestDevServer } from '../support/servers.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const script = await childScript('kill-worker');
/** Each test's own, with a task queue of the same name: no worker is given what an earlier test left unfinished. */
let a: Agreement;
let count = 0;
let home: string;
let servers: string;
let server: DevServer;
let connection: Connection;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  servers = await mkdtemp(join(tmpdir(), 'servanda-'));
  server = await startTestDevServer({ file: join(servers, 'temporal.db') });
});
afterAll(async () => {
  await server.stop();
  await rm(servers, { recursive: true, force: true });
});
beforeEach(async () => {
  a = testAgreement(`killed-${++count}`);
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  connection = await Connection.connect({ address: server.address });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await kill(worker);
  await connection.close();
  await rm(home, { recursive: true, force: true });
});

async function killServer(): Promise<void> {
  const [, port] = server.address.split(':');
  process.kill(server.pid!, 'SIGKILL');
  await connection.close();
  await pause(500);
  server = await startTestDevServer({ file: join(servers, 'temporal.db'), port: Number(port) });
  connection = await Connection.connect({ address: server.address });
}

/** `failpoint`: the entry on which it dies, before its commit or after it, or the activity on whose task it dies. */
async function startWorker(failpoint?: string, when: 'before' | 'after' | 'task' = 'after'): Promise<ChildProcess> {
  const { codePath } = await testWorkflowBundle();
  const args = [script, server.address, home, a.id, codePath, ...(failpoint ? [failpoint, when] : [])];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  workers.push(worker);
  await new Promise<void>((ready, failed) => {
    worker.stdout.once('data', () => ready());
    worker.once('exit', code => failed(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = new Promise(done => worker.once('exit', done));
  worker.kill('SIGKILL');
  await gone;
}

const handle = () => new Client({ connection }).workflow.getHandle<typeof keeper>(messages.agreementWorkflowId(a.id));

/** Opened once it is in the register: a notice that comes before is refused. */
async function open(description: Agreement = a): Promise<void> {
  const args: [messages.AgreementInput] = [
    { agreement: a.id, rehearsal: description.rehearsal, open: { description, facts: inForceFrom('2021-03-10'), by: 'test' } },
  ];
  await new Client({ connection }).workflow.start<typeof keeper>(messages.agreementWorkflow, {
    workflowId: messages.agreementWorkflowId(a.id),
    taskQueue: a.id,
    args,
  });
  await vi.waitFor(() => handle().query(messages.plan), 20_000);
}

/** Drafted, approved, dispatched; its fact; received. */
const noticeAllTheWay = ['notice.2026-1.0', 'notice.2026-1.1', 'notice.2026-1.2', '2026-1', 'notice.2026-1.3'];
const notice = (id: string, received: string) => ({ id, type: 'termination.notified', by: 'AZ', received });
const send = (entry: { id: string }) =>
  handle().executeUpdate(messages.record, { args: [{ entry, by: 'test' }], updateId: messages.updateId(entry.id, contentHash(entry)) });

/** The register's content, its acts, and those performed twice, or withdrawn twice, in a row. */
async function kept(): Promise<{ ids: string[]; acts: string[]; twice: string[]; sound: boolean }> {
  const register = await openRegister(join(home, 'rehearsals.db'));
  const ids = (await register.rows(a.id)).map(r => r.entry.id);
  const last = new Map<string, string>();
  const twice: string[] = [];
  const outbox = await register.outbox(a.id);
  for (const { act, step } of outbox) {
    if (last.get(act) === step) twice.push(`${step} ${act}`);
    last.set(act, step);
  }
  const { sound } = await register.verifyAll();
  await register.close();
  return { ids, acts: outbox.map(l => `${l.step} ${(l.body as { what: string }).what}`), twice, sound };
}

/** Recent: the agreement continues for months after a notice on this day, and so does its workflow. */
const recent = legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku']);

it('every fact is recorded once when the worker, then the server is killed between two facts', async () => {
  await startWorker().then(() => open());
  await send(notice('t1', recent));
  for (const worker of workers.splice(0)) await kill(worker);
  await killServer();
  await startWorker();
  const answer = await send({ id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: recent } as { id: string });
  expect(answer).toMatchObject({ existing: false, standing: { status: 'inForce', lastDayInForce: null } });
  expect(await send(notice('t1', recent))).toMatchObject({ entry: { id: 't1' } }); // the same again: the first answer
  const { ids, twice, sound } = await kept();
  expect(ids).toEqual(['description-1', 's', 'n1', 'n2', 't1', 'r1']);
  expect(sound).toBe(true);
  expect((await handle().query(messages.plan)).head).toBe(6);
  expect(twice).toEqual([]);
}, 90_000);

it('a fact whose commit the worker’s death prevented is written by the retry, with its acts, once', async () => {
  const doomed = await startWorker('t1', 'before');
  await open();
  const dead = new Promise(done => doomed.once('exit', done));
  const answered = send(notice('t1', recent));
  await dead;
  const { ids: before } = await kept();
  expect(before).toEqual(['description-1', 's', 'n1', 'n2']); // nothing of it was written
  await startWorker();
  expect(await answered).toMatchObject({
    entry: { id: 't1', seq: 5 },
    existing: false,
    announced: [{ what: 'noticeReceived' }],
  });
  const { ids, twice, sound, acts } = await kept();
  expect({ ids, twice, sound }).toEqual({ ids: [...before, 't1'], twice: [], sound: true });
  expect(acts).toContain('performed noticeReceived');
}, 90_000);

it('both facts are there at the next one when the worker dies between commit and answer, and the client is gone', async () => {
  const doomed = await startWorker('t1');
  await open();
  const dead = new Promise(done => doomed.once('exit', done));
  const abandoned = connection; // its client makes no more requests; closed at the end, since it is still being answered
  const unheard = send(notice('t1', recent)).catch(() => 'never heard');
  await dead;
  const committed = await kept();
  expect(committed.ids).toContain('t1'); // committed, and never answered
  expect(committed.acts).toContain('performed noticeReceived'); // and its acts with it
  connection = await Connection.connect({ address: server.address });
  await startWorker();
  const answer = await send(notice('t2', recent));
  expect(answer.standing).toMatchObject({ status: 'inForce', lastDayInForce: expect.any(String) });
  const { ids, twice, sound } = await kept();
  expect(ids).toEqual(['description-1', 's', 'n1', 'n2', 't1', 't2']);
  expect(sound).toBe(true);
  expect(twice).toEqual([]);
  await unheard;
  await abandoned.close();
}, 90_000);

it('a delivery interrupted by the worker’s death after the answer is made once', async () => {
  const receiver = await startReceiver();
  const told = () => receiver.calls.map(({ body }) => (JSON.parse(body) as { act: { what: string } }).act.what);
  try {
    const desk = { party: 'KZ', recipients: [{ id: 'program', name: 'A program', webhook: receiver.url }] };
    await startWorker();
    await open(testAgreement(a.id, { rehearsal: false, reminders: [], desk }));
    await vi.waitFor(() => expect(told()).toEqual(['onboarded']), 20_000);
    await new Client({ connection }).workflow.getHandle(messages.deliveryWorkflowId(a.id)).result();
    for (const worker of workers.splice(0)) await kill(worker);

    const doomed = await startWorker('wakeDelivery', 'task');
    const dead = new Promise(done => doomed.once('exit', done));
    expect(await send(notice('t1', recent))).toMatchObject({ announced: [{ what: 'noticeReceived' }] });
    await dead;
    expect(told()).toEqual(['onboarded']); // answered, and nobody was informed
    await startWorker();
    await vi.waitFor(() => expect(told()).toHaveLength(2), { timeout: 40_000, interval: 100 });
    await new Client({ connection }).workflow.getHandle(messages.deliveryWorkflowId(a.id)).result();
    expect(told()).toEqual(['onboarded', 'noticeReceived']);
    const register = await openRegister(join(home, 'register.db'));
    const deliveries = await register.deliveries(a.id);
    await register.close();
    expect(deliveries.map(({ became, detail }) => `${became} ${detail}`)).toEqual(['sent HTTP 204', 'sent HTTP 204']);
  } finally {
    await receiver.stop();
  }
}, 150_000);

it.each([
  ['after the fact was recorded with the agreement', '2026-1', 'after'],
  ['before the commit of the notice’s own step and its outcome', 'notice.2026-1.3', 'before'],
  ['after that commit', 'notice.2026-1.3', 'after'],
] as const)(
  'a notice whose proof of receipt arrives as the worker dies %s has one fact and one outcome',
  async (_, failpoint, when) => {
    const doomed = await startWorker(failpoint, when);
    await open();
    const desk = deskFor(new Client({ connection }), a.id, a.id);
    const on = legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku']);
    await desk.draft('2026-1', { kind: 'termination', by: 'KZ' });
    await desk.tell('2026-1', 'approve', { by: 'approver' });
    await desk.tell('2026-1', 'dispatch', { by: 'clerk', on });
    const dead = new Promise(done => doomed.once('exit', done));
    const unheard = desk.tell('2026-1', 'confirmReceipt', { by: 'clerk', received: on, evidence: 'receipt 3' });
    await dead;
    await startWorker();
    const shown = await unheard;
    expect(shown).toMatchObject({ state: 'received', notice: { assessment: { verdict: 'running', inTime: 'yes' } } });
    const again = await desk
      .tell('2026-1', 'confirmReceipt', { by: 'clerk', received: on, evidence: 'receipt 3' })
      .catch((e: Error) => e.name);
    expect(again).toBe('WorkflowUpdateFailedError');
    const { ids, twice, sound } = await kept();
    expect(ids.filter(i => i === '2026-1' || i.startsWith('notice.'))).toEqual(noticeAllTheWay);
    expect({ twice, sound }).toEqual({ twice: [], sound: true });
    const register = await openRegister(join(home, 'rehearsals.db'));
    const outcomes = (await register.outbox(a.id)).filter(l => (l.body as { what: string }).what === 'noticeOutcome');
    await register.close();
    expect(outcomes).toHaveLength(1);
  },
  90_000,
);

it('a notice continues from a step whose answer was lost with worker, server and client', async () => {
  const doomed = await startWorker('notice.2026-1.2');
  await open();
  const on = legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku']);
  const desk = deskFor(new Client({ connection }), a.id, a.id);
  await desk.draft('2026-1', { kind: 'termination', by: 'KZ' });
  await desk.tell('2026-1', 'approve', { by: 'approver' });
  const dead = new Promise(done => doomed.once('exit', done));
  const gone = new AbortController();
  const asking = () => desk.tell('2026-1', 'dispatch', { by: 'clerk', on });
  const unheard = connection.withAbortSignal(gone.signal, asking).catch(() => 'never heard');
  await dead;
  gone.abort();
  await unheard;
  await killServer();
  await startWorker();
  const again = deskFor(new Client({ connection }), a.id, a.id);
  expect(await again.shown('2026-1')).toMatchObject({ state: 'approved' }); // the register has it, and this run does not know of it
  const shown = await again.tell('2026-1', 'confirmReceipt', { by: 'clerk', received: on, evidence: 'receipt 3' });
  expect(shown).toMatchObject({ state: 'received' });
  const { ids, twice, sound } = await kept();
  expect(ids.filter(i => i === '2026-1' || i.startsWith('notice.'))).toEqual(noticeAllTheWay);
  expect({ twice, sound }).toEqual({ twice: [], sound: true });
}, 180_000);
