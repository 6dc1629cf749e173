/**
 * An agreement's workflow on a plain dev server, as people see it: found by its attributes, with readable timers, unharmed by a restart.
 */
import { defaultPayloadConverter } from '@temporalio/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let on: OnDevServer;
let service: Service;
let home: string;

beforeAll(async () => {
  on = await startOnDevServer();
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  service = await startService(on, { home });
});
afterAll(async () => {
  await service?.stop();
  await on?.stop();
  await rm(home, { recursive: true, force: true });
});

const notice = (id: string, received: string) => ({ id, type: 'termination.notified', by: 'AZ', received });

async function found(query: string, many: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const ids: string[] = [];
    for await (const { workflowId } of service.client.workflow.list({ query })) ids.push(workflowId);
    if (ids.length === many || tries > 100) return ids.sort();
    await pause(100); // visibility is eventual
  }
}

async function eventsOf(id: string) {
  return (await service.handle(id).fetchHistory()).events!;
}

it('an agreement is found by id, Party, status and notice', async () => {
  await service.open(testAgreement('running'), inForceFrom('2021-03-10'));
  await service.open(testAgreement('ended'), [...inForceFrom('2021-03-10'), notice('t', '2022-01-01')]);
  await service.open(testAgreement('unsigned'));
  expect(await found(`ServandaAgreement = 'running'`, 1)).toEqual(['agreement/running']);
  expect(await found(`ServandaParties = 'AZ'`, 3)).toHaveLength(3);
  expect(await found(`ServandaStatus = 'terminated'`, 1)).toEqual(['agreement/ended']);
  expect(await found(`ServandaUnderNotice = false AND ServandaStatus = 'negotiated'`, 1)).toEqual(['agreement/unsigned']);
  expect(await found(`ServandaNextWhat = 'sendBy' OR ServandaNextWhat = 'safeDay'`, 1)).toEqual(['agreement/running']);
  expect(await found(`ServandaNextDate > '2026-01-01T00:00:00Z'`, 1)).toEqual(['agreement/running']);
  expect(
    await found(`ServandaDecision = 'renewal' AND ServandaSafeDay > '2026-01-01T00:00:00Z' AND ServandaSendBy > '2026-01-01T00:00:00Z'`, 1),
  ).toEqual(['agreement/running']);
});

it('an agreement has timers with date and article in their summaries, and details for people', async () => {
  const { timers } = await service.plan('running');
  const started = (await eventsOf('running')).filter(e => e.timerStartedEventAttributes);
  const summaries = started.map(e => defaultPayloadConverter.fromPayload<string>(e.userMetadata!.summary!));
  expect(summaries.sort()).toEqual(timers.map(t => t.summary).sort());
  expect(summaries).toContainEqual(expect.stringMatching(/^Last day of period \d+: 9 Mar 2\d\d[16], art\. 13$/));
  const details = await service
    .handle('running')
    .query<string>('__temporal_workflow_metadata')
    .catch(() => undefined);
  expect(JSON.stringify(details)).toContain('to be received by the safe day');
});

it('an agreement cancels the timers of dates that no longer hold, and starts those of the new ones', async () => {
  const before = (await service.plan('running')).timers.length;
  const seen = (await eventsOf('running')).length;
  const cutShort = await service.enter('running', { id: 'x', type: 'termination.agreed', on: '2025-01-01', firstDayOut: '2199-01-01' });
  expect(cutShort.standing).toMatchObject({ status: 'inForce', lastDayInForce: '2198-12-31' });
  const since = (await eventsOf('running')).slice(seen);
  expect(since.filter(e => e.timerCanceledEventAttributes).length).toBeGreaterThanOrEqual(1);
  expect(
    since.filter(e => e.timerStartedEventAttributes).map(e => defaultPayloadConverter.fromPayload(e.userMetadata!.summary!)),
  ).toContain('Last day in force: 31 Dec 2198, VCLT art. 54');
  await service.enter('running', { id: 'k', type: 'struck', of: 'x', reason: 'a rehearsal' });
  expect((await service.plan('running')).timers).toHaveLength(before);
});

it('an agreement answers a refusal under the lock as a failed update, without a failed workflow task', async () => {
  expect(
    await refusalOf(service.enter('running', { id: 'r', type: 'termination.revoked', by: 'AZ', of: 'nothing', received: '2022-01-01' })),
  ).toMatchObject({
    refused: 'unknownOf',
    message: expect.stringContaining('not in the register'),
  });
  expect((await refusalOf(service.enter('running', notice('t', '2999-01-01')))).refused).toBe('futureDate');
  const events = await eventsOf('running');
  expect(events.some(e => e.workflowTaskFailedEventAttributes)).toBe(false);
});

it('an agreement loses nothing when its worker is stopped and another takes over, with no workflow in its cache', async () => {
  const before = await service.plan('running');
  const rows = async () => (await (await service.registers.open('running', true)).rows('running')).map(r => r.entry.id);
  const entered = await rows();
  await service.stop();
  service = await startService(on, { home, maxCachedWorkflows: 0 });
  expect((await service.plan('running')).timers).toEqual(before.timers);
  const late = await service.enter('running', { id: 'n3', type: 'completion.notified', by: 'KZ', received: '2022-01-01' });
  expect(late).toMatchObject({
    existing: false,
    withoutEffect: { code: 'notifiedAlready', args: { by: 'KZ' } },
  });
  expect(await rows()).toEqual([...entered, 'n3']);
});

it('an agreement is started again by a fact after its end', async () => {
  expect((await service.handle('ended').describe()).status.name).toBe('COMPLETED');
  const again = await service.enter('ended', { id: 'k', type: 'struck', of: 't', reason: 'it was never received' });
  expect(again.standing.status).toBe('inForce');
  expect((await service.handle('ended').describe()).status.name).toBe('RUNNING');
});
