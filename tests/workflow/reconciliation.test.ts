/**
 * Reconciliation on a dev server: a schedule starts it, it repairs differences, and reports silence about an agreement in force to its
 * list.
 */
import { listingsNow } from '../../dossier/listing.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Act } from '../../machines/acts.ts';
import type { Line } from '../../register/types.ts';
import { readUpkeep } from '../../register/upkeep.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { ensureReconciliation, reconcileNow } from '../../worker/reconciliation-schedule.ts';
import * as messages from '../../workflows/messages.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { startReceiver, type Receiver } from '../support/receivers.ts';
import { startService, type Service } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
const config = {
  language: 'en' as const,
  taskQueue: 'test',
  secrets: { keys: noKeys, discreet: false, codec: { port: 0 } },
  temporal: { namespace: 'default', connection: {} },
};
let on: OnDevServer;
let service: Service;
let receiver: Receiver;

beforeAll(async () => {
  [on, receiver] = await Promise.all([startOnDevServer(), startReceiver()]);
  service = await startService(on, { delivery: { webhookSecret, webhookAllow: ['http://127.0.0.1'] } });
  const recipients = [{ id: 'program', name: 'A program', webhook: receiver.url }];
  const desk = { party: 'KZ', recipients };
  await service.open(testAgreement('kept', { rehearsal: false, desk }), inForceFrom('2021-03-10'));
  await service.open(
    testAgreement('limitless', { clauses: { ...testAgreement('any').clauses, duration: { kind: 'indefinite', article: 'art. 13' } } }),
    inForceFrom('2021-03-10'),
  );
  await service.open(testAgreement('unsigned'));
});
afterAll(async () => {
  await service?.stop();
  await on?.stop();
  await receiver?.stop();
});

/** A reconciliation as the schedule starts it, and its result. */
async function watched(): Promise<messages.Reconciled> {
  const handle = service.client.schedule.getHandle(messages.reconciliationSchedule);
  const before = (await handle.describe()).info.numActionsTaken;
  await reconcileNow(on.connection, config);
  const taken = async () => (await handle.describe()).info;
  await expect.poll(async () => (await taken()).numActionsTaken, { timeout: 20_000 }).toBe(before + 1);
  const { action } = (await taken()).recentActions.at(-1)!;
  return service.client.workflow.getHandle(action.workflow.workflowId).result() as Promise<messages.Reconciled>;
}

const alarms = async (agreement: string, rehearsal: boolean): Promise<string[]> =>
  (await service.registers.of(rehearsal).outbox(agreement))
    .map(l => l.body)
    .filter(a => a.what === 'silence')
    .map(a => actSentence(a, wordings.en));

it('reconciliation has one schedule however many workers start, and keeps a person’s changes to it', async () => {
  await Promise.all([ensureReconciliation(on.connection, config), ensureReconciliation(on.nativeConnection, config)]);
  const handle = service.client.schedule.getHandle(messages.reconciliationSchedule);
  const { spec, policies, action } = await handle.describe();
  expect(spec.calendars).toMatchObject([{ hour: [{ start: 3 }], minute: [{ start: 20 }], comment: 'once a day' }]);
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000 });
  expect(action).toMatchObject({ workflowType: 'reconciliation', taskQueue: 'test' });
  await handle.pause('for the holidays');
  await ensureReconciliation(on.connection, { ...config, taskQueue: 'another' });
  expect(await handle.describe()).toMatchObject({
    action: { taskQueue: 'another' },
    state: { paused: true, note: 'for the holidays' },
    spec: { calendars: [{}] },
  });
  await handle.unpause();
  await ensureReconciliation(on.nativeConnection, config);
  const all: string[] = [];
  for await (const { scheduleId } of service.client.schedule.list()) all.push(scheduleId);
  expect(all).toEqual([messages.reconciliationSchedule]);
});

it('reconciliation is quiet if everything matches the register, and writes the day’s line with the head', async () => {
  expect(await watched()).toEqual({ agreements: 3, workflows: 3, differed: 0, left: 0, alarms: 0 });
  expect([...(await listingsNow(service.registers, Date.now())).keys()]).toEqual(['kept', 'limitless', 'unsigned']); // for lists
  expect(await readUpkeep(service.registers.home)).toMatchObject({ reconciled: { agreements: 3, differed: 0, left: 0 } }); // for the engine room
  const { seq, hash } = await service.registers.of(false).head();
  expect(service.said.at(-1)).toContain(
    `Daily log: 3 agreements compared (3 workflows), no difference from the register. Head of the register: ${seq} ${hash};`,
  );
});

it('reconciliation restarts an agreement in force that has no workflow, and informs its list, once a day', async () => {
  for (let times = 0; times < 2; times++) {
    await service.handle('kept').terminate('by hand');
    expect(await watched()).toMatchObject({ differed: 1, left: 0, alarms: 1 });
    expect((await service.handle('kept').describe()).status.name).toBe('RUNNING');
  }
  const alarm =
    'Alarm: the agreement is in force, and no workflow was keeping it. It was repaired from the register: its timers are set again.';
  expect(await alarms('kept', false)).toEqual([alarm]);
  expect(service.said.filter(s => s === alarm)).toHaveLength(1);
  const told = () => receiver.calls.map(({ body }) => (JSON.parse(body) as { act: Act }).act).filter(a => a.what === 'silence');
  await expect
    .poll(told, { timeout: 20_000 })
    .toMatchObject([{ kind: 'announce', params: { found: 'noWorkflow', isRepaired: true }, basis: 'art. 13' }]);
  // The agreement's own fold withdraws none of it.
  await service.handle('kept').executeUpdate(messages.replan, { args: [{ by: 'test' }] });
  expect((await service.registers.of(false).outbox('kept')).some(l => l.step === 'withdrawn')).toBe(false);
});

it('reconciliation sends a letter that is owed and undelivered', async () => {
  const { seq } = (await service.registers.of(false).outbox('kept')).at(-1)!;
  const act = { kind: 'announce', what: 'silence', on: '2026-11-01', basis: 'art. 13', text: 'Entered, and nobody was woken.' };
  await service.registers.of(false).perform('kept', [{ step: 'performed', body: act as never }], Date.now());
  expect((await service.registers.of(false).outbox('kept')).at(-1)!.seq).toBe(seq + 1);
  expect(await watched()).toMatchObject({ differed: 1, left: 0, alarms: 0 });
  await expect.poll(() => receiver.calls.at(-1)!.body, { timeout: 20_000 }).toContain('nobody was woken');
});

it('reconciliation restores, with an alarm, the timers of an agreement that came into force without its workflow’s knowledge', async () => {
  for (const fact of inForceFrom('2022-03-10'))
    await enter(service.registers.of(true), 'unsigned', fact as unknown as Line, { by: 'another', at: Date.now() });
  expect(await watched()).toMatchObject({ differed: 1, left: 0, alarms: 1 });
  expect(await alarms('unsigned', true)).toEqual([
    'Alarm: the agreement is in force, and no timer was waiting for its dates. It was repaired from the register: its timers are set again.',
  ]);
  expect((await service.plan('unsigned')).timers).not.toEqual([]);
});

it('reconciliation terminates a workflow that somebody else started on another task queue, and starts ours, with an alarm', async () => {
  const a = testAgreement('orphaned');
  const started = await service.open(a, inForceFrom('2021-03-10'));
  await started.terminate('by hand');
  await service.client.workflow.start(messages.agreementWorkflow, {
    workflowId: messages.agreementWorkflowId(a.id),
    taskQueue: 'nobody',
    args: [{ agreement: a.id, rehearsal: true }],
  });
  await service.handle('kept').terminate('by hand');
  expect(await watched()).toMatchObject({ agreements: 4, differed: 2, left: 0, alarms: 2 });
  expect(await alarms('orphaned', true)).toEqual([
    'Alarm: the agreement is in force, and the workflow that keeps it makes no progress. It was repaired from the register: its timers are set again.',
  ]);
  expect((await service.handle('orphaned').describe()).taskQueue).toBe('test');
  expect((await service.handle('kept').describe()).status.name).toBe('RUNNING');
}, 120_000);

it('reconciliation continues after a cancellation from outside, and its details say that it is ignored', async () => {
  const workflowId = `${messages.reconciliationSchedule}-cancelled`;
  const handle = await service.client.workflow.start(messages.reconciliationWorkflow, { workflowId, taskQueue: 'later', args: [] });
  await handle.cancel();
  const later = await startService(on, { taskQueue: 'later' });
  expect(await handle.result()).toEqual({ agreements: 0, workflows: 0, differed: 0, left: 0, alarms: 0 });
  const details = JSON.stringify(await handle.query('__temporal_workflow_metadata'));
  expect(details).toMatch(/Agreements compared: 0\..*A cancellation was requested and is ignored/);
  await later.stop();
});

it('reconciliation reports what can’t be read, and counts it among what is left', async () => {
  await enter(service.registers.of(true), 'headless', { id: 's', type: 'signed', on: '2021-03-01' } as unknown as Line, {
    by: 'another',
    at: Date.now(),
  });
  await service.handle('orphaned').terminate('by hand');
  expect(await watched()).toMatchObject({ agreements: 5, differed: 2, left: 1 });
  expect(service.said).toContainEqual(expect.stringMatching(/^Reconciliation could not compare headless with its register: .{10,}\.$/));
});
