/** The Temporal database is lost, or the machine: the register is enough to restore everything, and nothing is sent twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import type { RecordedPlan } from '../../workflows/messages.ts';
import { inProcess, type Said } from '../support/cli.ts';
import { onEachDatabase } from '../support/databases.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startReceiver, type Receiver } from '../support/receivers.ts';
import { startService, type Service, type ServiceOptions } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
let receiver: Receiver;
let folder: string;
let temporal: OnDevServer | undefined;
let service: Service;

beforeEach(async () => {
  receiver = await startReceiver();
  folder = await mkdtemp(join(tmpdir(), 'servanda-'));
  await start({ home: join(folder, 'home') });
});
afterEach(async () => {
  await lose();
  await receiver.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An empty Temporal server, and a service on it. */
async function start(options: ServiceOptions): Promise<void> {
  temporal = await startOnDevServer();
  service = await startService(temporal, { delivery: { webhookSecret, webhookAllow: ['http://127.0.0.1'] }, ...options });
}

/** The server was in memory, so everything that Temporal had is gone with it. */
async function lose(): Promise<void> {
  if (!temporal) return;
  await service.stop();
  await temporal.stop();
  temporal = undefined;
}

const run = (home: string, databaseUrl: string | undefined, ...args: string[]): Promise<Said> =>
  inProcess(['register', ...args], {
    now: Date.now(),
    env: {
      SERVANDA_HOME: home,
      SERVANDA_TASK_QUEUE: 'test',
      SERVANDA_WEBHOOK_SECRET: webhookSecret,
      SERVANDA_WEBHOOK_ALLOW: 'http://127.0.0.1',
      ...(temporal ? { TEMPORAL_ADDRESS: temporal.server.address } : {}),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
  });

/** Agreements of every kind, a notice and a protocol in progress, and delivered letters about the real one. */
async function keepThem(): Promise<void> {
  const recipients = [{ id: 'program', name: 'A program', webhook: receiver.url }];
  await service.open(testAgreement('real', { rehearsal: false, desk: { party: 'KZ', recipients } }), inForceFrom('2021-03-10'));
  await service.open(testAgreement('rehearsed'), inForceFrom('2021-03-10'));
  await service.open(testAgreement('ended'), [
    ...inForceFrom('2021-03-10'),
    { id: 't', type: 'termination.notified', by: 'AZ', received: '2022-01-01' },
  ]);
  await deskFor(service.client, 'real').draft('2026-1', { kind: 'termination', by: 'KZ' });
  await service.client.workflow.start('protocol', {
    workflowId: 'protocol/real/p1',
    taskQueue: 'test',
    args: [{ agreement: 'real', protocol: 'p1', by: 'officer', changes: { noticePeriod: 'P4M' } }],
  });
  await expect.poll(deliveries, { timeout: 20_000 }).toBe((await letters()).length);
  await expect
    .poll(async () => JSON.parse((await compared(service.home)).stdout) as object, { timeout: 20_000 })
    .toMatchObject({ workflows: 5, left: 0 });
}

const compared = (home: string, databaseUrl?: string): Promise<Said> => run(home, databaseUrl, 'compare', '--json');
const letters = async () =>
  (await service.registers.of(false).outbox('real')).filter(l => l.step !== 'history' && 'announce' === (l.body as { kind: string }).kind);
const deliveries = async (): Promise<number> => (await service.registers.of(false).deliveries('real')).length;

/** What must be restored: each standing with its timers, and everything that was ever performed or sent. */
async function allOfIt(): Promise<object> {
  const plans: Record<string, Omit<RecordedPlan, 'asOf' | 'head'>> = {};
  for (const id of ['real', 'rehearsed']) {
    const { asOf: _, head: __, ...plan } = await service.plan(id);
    plans[id] = plan;
  }
  const notice = await deskFor(service.client, 'real').shown('2026-1');
  const [real, rehearsals] = [service.registers.of(false), service.registers.of(true)];
  const outbox = [...(await real.outbox('real')), ...(await rehearsals.outbox('rehearsed'))];
  return { plans, notice, outbox, deliveries: await real.deliveries('real'), calls: receiver.calls.length };
}

const started = {
  agreement: { started: 2, running: 0, failed: 0 },
  notice: { started: 1, running: 0, failed: 0 },
  protocol: { started: 1, running: 0, failed: 0 },
  delivery: { started: 0, running: 0, failed: 0 },
  failures: [],
};

it('rebuilding after the loss of the Temporal database starts everything once, and restores the previous state', async () => {
  await keepThem();
  const before = await allOfIt();
  await lose();
  await start({ home: join(folder, 'home') });
  expect((await compared(service.home)).code).toBe(1);
  const rebuilt = await run(service.home, undefined, 'rebuild', '--json');
  expect(rebuilt).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(rebuilt.stdout)).toMatchObject(started);
  expect(JSON.parse((await compared(service.home)).stdout)).toMatchObject({ agreements: 3, differ: [] });
  expect(await allOfIt()).toEqual(before);
  const again = await run(service.home, undefined, 'rebuild');
  expect(again.stdout).toMatch(/^agreements +0 +2 +0 +0\nnotices in progress +0 +1 +0 +0\nprotocols in progress +0 +1 +0 +0\n/m);
});

it('rebuilding sends a letter that was still owed, once', async () => {
  receiver.refuse(1000, 503);
  const recipients = [{ id: 'program', name: 'A program', webhook: receiver.url }];
  await service.open(testAgreement('real', { rehearsal: false, desk: { party: 'KZ', recipients } }), inForceFrom('2021-03-10'));
  await expect.poll(() => receiver.calls.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await lose();
  receiver.refuse(0, 503);
  const refused = receiver.calls.length;
  await start({ home: join(folder, 'home') });
  // The agreement wakes delivery with its first step, or rebuild does, whichever comes first.
  expect((await run(service.home, undefined, 'rebuild', '--json')).code).toBe(0);
  await expect.poll(deliveries, { timeout: 20_000 }).toBe(1);
  expect(JSON.parse((await run(service.home, undefined, 'rebuild', '--json')).stdout)).toMatchObject({
    delivery: { started: 0, running: 0 },
  });
  const verifier = new Webhook(webhookSecret);
  const arrived = receiver.calls.slice(refused).map(({ headers, body }) => verifier.verify(body, headers) as { act: { what: string } });
  expect(arrived.map(t => t.act.what)).toEqual(['onboarded']);
});

it('rebuilding reports what can’t be started with its reason, is not held up by it, and exits with 1', async () => {
  await service.open(testAgreement('sound'), inForceFrom('2021-03-10'));
  const undescribed = { id: 's', type: 'signed', on: '2021-03-01' };
  await enter(service.registers.of(true), 'headless', undescribed as never, { by: 'another', at: Date.now() });
  const { code, stdout, stderr } = await run(service.home, undefined, 'rebuild');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^agreements +0 +1 +0 +1$/m);
  expect(stderr).toContain('agreement/headless: not started. The register has no description of headless.');
});

onEachDatabase('a backup on an empty machine', kind => {
  it('rebuilding restores every standing and every timer, and sends nothing again', async () => {
    await keepThem();
    const before = await allOfIt();
    const old = service.home;
    await lose();
    const machine = await kind.freshMachine();
    const home = join(folder, `new-${kind.name}`);
    const backup = join(folder, `backup-${kind.name}`);
    expect((await run(old, undefined, 'backup', backup)).code).toBe(0);
    expect((await run(home, machine.databaseUrl, 'restore', backup)).code).toBe(0);
    await start({ home, ...(machine.databaseUrl ? { databaseUrl: machine.databaseUrl } : {}) });
    expect(JSON.parse((await run(home, machine.databaseUrl, 'rebuild', '--json')).stdout)).toMatchObject(started);
    expect(JSON.parse((await compared(home, machine.databaseUrl)).stdout)).toMatchObject({ agreements: 3, differ: [] });
    expect(await allOfIt()).toEqual(before);
    await lose();
    await machine.remove();
  });
});
