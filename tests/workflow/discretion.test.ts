/** With hidden parties, Temporal stores no Party in clear; changing the setting in mid-life breaks no history. */
import { Worker } from '@temporalio/worker';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { revealedPartsOf } from '../../agreements/revealing-id.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startService, type Service } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let on: OnDevServer;
let home: string;
let service: Service;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  on = await startOnDevServer();
});
afterAll(async () => {
  await service?.stop();
  await on?.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(discreet: boolean): Promise<void> {
  await service?.stop();
  service = await startService(on, { home, discreet });
}

const ids = ['agreement/treaty-17', 'notice/treaty-17/2022-1', 'protocol/treaty-17/p1'];
const attributesOf = async (id: string): Promise<Record<string, unknown>> => {
  const { typedSearchAttributes } = await service.client.workflow.getHandle(id).describe();
  return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
};

/** An agreement, a received notice, and a protocol. */
async function tell(): Promise<void> {
  const desk = deskFor(service.client, 'treaty-17');
  await service.open(
    testAgreement('treaty-17', { desk: { party: 'KZ', recipients: [{ id: 'o', name: 'O', email: 'o@example.test' }] } }),
    inForceFrom('2021-03-10'),
  );
  await desk.draft(
    '2022-1',
    { kind: 'consultations', by: 'AZ', subject: 'x' },
    { direction: 'theirs', arrival: { received: '2022-03-01' } },
  );
  const opening = { agreement: 'treaty-17', protocol: 'p1', by: 'officer', changes: { periodLength: 'P3Y' } };
  await service.client.workflow.start(messages.protocolWorkflow, {
    workflowId: messages.protocolWorkflowId('treaty-17', 'p1'),
    taskQueue: 'test',
    args: [opening],
  });
  await desk.shown('2022-1');
  await service.client.workflow.getHandle(messages.protocolWorkflowId('treaty-17', 'p1')).query(messages.protocolStatus);
}

it('with hidden parties, agreement, notice and protocol are found by id and status, and not by Party', async () => {
  await start(true);
  await tell();
  for (const id of ids) {
    const attributes = await attributesOf(id);
    expect(attributes).toMatchObject({ ServandaAgreement: 'treaty-17', ServandaStatus: expect.any(String) });
    expect(Object.keys(attributes)).not.toContain('ServandaParties');
    expect(JSON.stringify(attributes)).not.toMatch(/KZ|AZ|Kazakh|Azer/);
  }
});

it('a workflow is found by Party from the next step after the setting is turned off, and no longer after it is turned on, and each history replays', async () => {
  const parties: unknown[] = [];
  for (const discreet of [false, true]) {
    await start(discreet);
    await service.handle('treaty-17').executeUpdate(messages.replan, { args: [{ by: 'test' }] });
    parties.push((await attributesOf('agreement/treaty-17'))['ServandaParties']);
  }
  expect(parties).toEqual([['KZ', 'AZ'], undefined]);
  for (const id of ids) {
    const history = await service.client.workflow.getHandle(id).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, history, id);
  }
});

it.each([
  ['kz-az-2004-investments', ['kz', 'az', 'investments']],
  ['kazakh-2004', ['kazakh']],
  ['invest-4', ['invest']],
  ['treaty-17', []],
  ['agreement-2004', []],
  ['2004-13-a', []],
])('the id %s reveals %j', (id, telling) => {
  const named = testAgreement(id, { title: { en: 'Agreement on the protection of investments', ru: 'Соглашение' } });
  expect(revealedPartsOf(named)).toEqual(telling);
});
