/** The comparison with the register on a dev server: differences are named and repaired, and nothing is sent twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Difference } from '../../reconciliation/differences.ts';
import type { Repair } from '../../reconciliation/repair.ts';
import type { Line } from '../../register/types.ts';
import { Keyring } from '../../secrets/keyring.ts';
import * as messages from '../../workflows/messages.ts';
import { inProcess, type Said } from '../support/cli.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startService, type Service } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

let on: OnDevServer;
let service: Service;
let home: string;

beforeAll(async () => {
  on = await startOnDevServer();
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  service = await startService(on, { home });
  await service.open(testAgreement('running', { desk: { party: 'KZ' } }), inForceFrom('2021-03-10'));
  await service.open(testAgreement('unsigned'));
  await service.open(testAgreement('ended'), [...inForceFrom('2021-03-10'), notice('t', '2022-01-01')]);
});
afterAll(async () => {
  await service?.stop();
  await on?.stop();
  await rm(home, { recursive: true, force: true });
});

const notice = (id: string, received: string) => ({ id, type: 'termination.notified', by: 'AZ', received });

/** The command line in this process, against this server, by the clock of the workflows. */
const run = (...args: string[]): Promise<Said> =>
  inProcess(['register', ...args], {
    now: Date.now(),
    env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: on.server.address, SERVANDA_TASK_QUEUE: 'test' },
  });
type Worded<T> = T & { words: string };
const json = (said: Said) =>
  JSON.parse(said.stdout) as { differ: { agreement: string; differences: Worded<Difference>[]; done: Worded<Repair>[] }[] };
const words = (said: Said): string[] =>
  json(said).differ.flatMap(d => d.differences.map(({ workflowId, words: w }) => `${workflowId}: ${w}`));

/** Entered without the workflow, as by another program or another Temporal server. */
const behindItsBack = async (agreement: string, ...entries: object[]): Promise<void> => {
  for (const entry of entries) await enter(service.registers.of(true), agreement, entry as Line, { by: 'another', at: Date.now() });
};

it('nothing differs while Temporal has what the register says', async () => {
  expect(await run('compare')).toMatchObject({
    code: 0,
    stdout: '3 agreements compared (3 workflows): no difference from the register.\n',
    stderr: '',
  });
});

describe('a missing workflow', () => {
  it('is named, is what rebuild would start, and is started again by a repair', async () => {
    await service.handle('running').terminate('by hand');
    const before = await service.registers.of(true).outbox('running');
    const said = await run('compare');
    expect(said).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('To repair: npx servanda register compare --repair') as unknown,
    });
    expect(said.stdout).toContain('running\n  agreement/running: No workflow runs.\n');
    for (const [language, words] of [
      ['ru', 'Процесс не запущен.'],
      ['kk', 'Процесс іске қосылмаған.'],
      ['az', 'Proses işləmir.'],
    ] as const)
      expect((await run('compare', '--language', language)).stdout).toContain(`running\n  agreement/running: ${words}\n`);
    expect(JSON.parse((await run('rebuild', '--dry-run', '--json')).stdout)).toMatchObject({
      agreement: { started: 0, running: 1, missing: 1, failed: 0 },
    });
    const repaired = await run('compare', '--repair', 'running');
    expect(repaired).toMatchObject({ code: 0, stderr: '' });
    expect(repaired.stdout).toContain('Repair: agreement/running: started again from the register.');
    expect(repaired.stdout).toContain('1 agreement compared (1 workflow): 1 differed, 1 repaired, 0 left.');
    expect((await run('compare')).code).toBe(0);
    expect(await service.registers.of(true).outbox('running')).toEqual(before);
  });
});

describe('a fact in the register that the workflow has not received', () => {
  it('shows in its status, its timers and the outbox, and the repair folds again', async () => {
    await behindItsBack('running', { id: 'x', type: 'termination.agreed', on: '2025-01-01', firstDayOut: '2199-01-01' });
    const said = await run('compare', 'running', '--json');
    expect(said.code).toBe(1);
    for (const w of [
      /^agreement\/running: last day in force: none; by the register: 31 Dec 2198\.$/,
      /^agreement\/running: There is no timer “Last day in force: 31 Dec 2198, VCLT art\. 54” \(terminationEffect, 2198-12-31T20:00:00Z\)\.$/,
      /^agreement\/running: The timer “Reminder .*” \(.*\) is set, but nothing requires it\.$/,
      /^agreement\/running: An act is not in the outbox: The Parties agreed to end the agreement: it ceases to be in force on 1 January 2199\./,
      /^agreement\/running: An act is not withdrawn: Renewed: period 2 runs from 10 March 2026 to 9 March 2031/,
    ])
      expect(words(said)).toContainEqual(expect.stringMatching(w));
    const repaired = await run('compare', 'running', '--repair', '--json');
    expect(repaired.code).toBe(0);
    expect(json(repaired).differ[0]!.done.map(d => `${d.workflowId}: ${d.words}`)).toEqual([
      expect.stringMatching(/^agreement\/running: calculated again; .*last day in force: none → 31 Dec 2198\.$/) as unknown,
    ]);
    expect((await run('compare')).code).toBe(0);
  });

  it('is not a difference if it has no legal effect, whatever else it changes', async () => {
    await behindItsBack('running', { id: 'n9', type: 'completion.notified', by: 'KZ', received: '2022-01-01' });
    expect((await run('compare', 'running')).code).toBe(0);
  });
});

describe('an agreement that is over', () => {
  it('has no workflow, and a fact after its end that revives it makes a workflow missing', async () => {
    await behindItsBack('ended', { id: 'k', type: 'struck', of: 't', reason: 'never received', recorded: '2025-01-01' });
    expect(words(await run('compare', 'ended', '--json'))[0]).toBe('agreement/ended: No workflow runs.');
    expect((await run('compare', 'ended', '--repair')).code).toBe(0);
    expect((await service.plan('ended')).standing.status).toBe('inForce');
  });

  it('but whose workflow still runs is a difference until the workflow is notified and ends', async () => {
    await behindItsBack('ended', { id: 'k2', type: 'struck', of: 'k', reason: 'it was', recorded: '2025-01-02' });
    expect(words(await run('compare', 'ended', '--json'))).toEqual(['agreement/ended: It runs, though by the register it has ended.']);
    expect((await run('compare', 'ended', '--repair')).code).toBe(0);
    expect((await service.handle('ended').describe()).status.name).toBe('COMPLETED');
  });
});

describe('a notice or protocol in progress', () => {
  it('is compared and repaired like the agreement', async () => {
    const desk = deskFor(service.client, 'running');
    await desk.draft('2026-1', { kind: 'completion', by: 'KZ' });
    await desk.draft('2026-2', { kind: 'consultations', subject: 'art. 5', by: 'KZ' });
    await service.client.workflow.start(messages.protocolWorkflow, {
      workflowId: messages.protocolWorkflowId('running', 'p1'),
      taskQueue: 'test',
      args: [{ agreement: 'running', protocol: 'p1', by: 'officer', changes: { noticePeriod: 'P4M' } as never }],
    });
    const looked = async () => JSON.parse((await run('compare', '--json')).stdout) as object;
    await expect.poll(looked, { timeout: 20_000 }).toEqual({ agreements: 3, workflows: 6, differ: [], left: 0 });

    const agreement = (...args: string[]) =>
      inProcess(['agreement', ...args], {
        now: Date.now(),
        env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: on.server.address, SERVANDA_TASK_QUEUE: 'test' },
      });
    expect((await agreement('list', '--rehearsals')).stderr).toBe('');
    await service.handle('running').terminate('by hand');
    for (const line of [
      ['list', '--rehearsals'],
      ['show', 'running'],
    ])
      expect((await agreement(...line)).stderr).toContain('running: no workflow keeps it. Its dates may pass unseen.');
    expect((await run('compare', 'running', '--repair')).code).toBe(0);
    expect((await agreement('show', 'running')).stderr).not.toContain('no workflow keeps it');

    const gone = [messages.noticeWorkflowId('running', '2026-1'), messages.protocolWorkflowId('running', 'p1')];
    for (const id of gone) await service.client.workflow.getHandle(id).terminate('by hand');
    expect(words(await run('compare', 'running', '--json'))).toEqual(gone.map(id => `${id}: No workflow runs.`));
    expect((await run('compare', 'running', '--repair')).code).toBe(0);
    expect(await desk.shown('2026-1')).toMatchObject({ state: 'drafted' });
  });

  it('that does not know its current legal effect checks again', async () => {
    const desk = deskFor(service.client, 'running');
    await desk.draft('2026-3', { kind: 'termination', by: 'KZ' });
    await expect.poll(async () => (await run('compare', 'running')).stdout, { timeout: 20_000 }).toContain('(5 workflows): no difference');
    await behindItsBack('running', { id: 'kx', type: 'struck', of: 'x', reason: 'a rehearsal', recorded: '2025-01-02' });
    const said = words(await run('compare', 'running', '--json'));
    expect(said).toContainEqual(expect.stringMatching(/^notice\/running\/2026-3: what follows from it: /));
    expect((await run('compare', 'running', '--repair')).code).toBe(0);
    expect((await run('compare', 'running')).code).toBe(0);
  });
});

describe('a workflow that fails in its own code', () => {
  it('is reported as making no progress, terminated, and started again from the register', async () => {
    await service.handle('running').terminate('by hand');
    await service.stop();
    const broken = fileURLToPath(new URL('../support/broken-workflows.ts', import.meta.url));
    service = await startService(on, { home, workflows: broken });
    const args: [messages.AgreementInput] = [{ agreement: 'running', rehearsal: true }];
    await service.client.workflow.start(messages.agreementWorkflow, { workflowId: 'agreement/running', taskQueue: 'test', args });
    const begun = async () => (await service.handle('running').fetchHistory()).events!.some(e => e.timerStartedEventAttributes);
    await expect.poll(begun, { timeout: 20_000 }).toBe(true);
    await service.stop();
    service = await startService(on, { home });
    await service.handle('running').signal(messages.recheck);
    const frozen = async () => words(await run('compare', 'running', '--json')).find(w => w.startsWith('agreement/running: It makes no'));
    await expect.poll(frozen, { timeout: 60_000 }).toMatch(/at attempt [3-9]\. The worker’s log and the Temporal UI show what fails/);
    const repaired = await run('compare', 'running', '--repair');
    expect(repaired.stdout).toContain('agreement/running: ended, since it made no progress.');
    expect(repaired).toMatchObject({ code: 0 });
    expect((await service.plan('running')).standing.status).toBe('inForce');
  }, 120_000);
});

describe('a workflow that somebody else started under one of our ids', () => {
  const unreadable = { metadata: { encoding: Buffer.from('binary/unknown') }, data: Buffer.from('x') };
  const squat = (taskQueue: string) =>
    on.connection.workflowService.startWorkflowExecution({
      namespace: 'default',
      workflowId: 'agreement/running',
      workflowType: { name: 'agreement' },
      taskQueue: { name: taskQueue },
      requestId: `squat-${taskQueue}`,
      workflowIdConflictPolicy: 3, // terminates what is running under that id
      input: { payloads: [unreadable] },
      memo: { fields: { memo: unreadable } },
    });

  it.each([
    ['test', /It makes no progress/],
    ['foreign', /It runs on the task queue foreign, which is not servanda’s/],
  ])(
    'with input that nobody can decode, on the task queue %s, is detected, terminated, and started again from the register',
    async (taskQueue, said) => {
      await squat(taskQueue);
      const found = async () => words(await run('compare', 'running', '--json')).join();
      await expect.poll(found, { timeout: 60_000 }).toMatch(said);
      // The comparison reports it from its second attempt on, the list from its third.
      const env = { SERVANDA_HOME: home, TEMPORAL_ADDRESS: on.server.address, SERVANDA_TASK_QUEUE: 'test' };
      const listed = async () => (await inProcess(['agreement', 'list', '--rehearsals'], { now: Date.now(), env })).stderr;
      await expect.poll(listed, { timeout: 60_000 }).toContain('running: the workflow that keeps it makes no progress.');
      expect((await run('compare', 'running', '--repair')).code).toBe(0);
      expect((await service.plan('running')).standing.status).toBe('inForce');
    },
  );
});

describe('a comparison that is not possible', () => {
  it('because the register lacks the agreement exits with 2, and names the nearest', async () => {
    expect(await run('compare', 'runing')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean running?') as unknown });
  });

  it('because there is no worker does not wait, exits with 1, and says how to start one', async () => {
    const env = { SERVANDA_HOME: home, TEMPORAL_ADDRESS: on.server.address, SERVANDA_TASK_QUEUE: 'nobody' };
    for (const command of ['compare', 'rebuild'])
      expect(await inProcess(['register', command], { now: Date.now(), env })).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('No worker has polled the task queue nobody') as unknown,
      });
  });
});

it('the summaries of timers can be compared with keys as well', async () => {
  const keys = new Keyring([{ id: '2026', bytes: Buffer.alloc(32, 'k') }]);
  const sealed = await startService(on, { keys, taskQueue: 'sealed' });
  await sealed.open(testAgreement('sealed'), inForceFrom('2021-03-10'));
  const { compare } = await import('../../reconciliation/compare.ts');
  const keeper = {
    client: sealed.client,
    taskQueue: 'sealed',
    registers: sealed.registers,
    delivery: {},
    language: 'en' as const,
    toReplan: async () => ({ by: 'test' }),
  };
  expect(await compare(keeper, 'sealed', Date.now)).toMatchObject({ differences: [], workflows: 1 });
  const blind = { ...keeper, client: service.client };
  await expect(compare(blind, 'sealed', Date.now)).rejects.toThrow(/2026/);
  await sealed.stop();
});
