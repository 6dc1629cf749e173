/** What would silently freeze a workflow: an undecodable message, a register that does not answer, a cancellation from outside. */
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keyring, noKeys } from '../../secrets/keyring.ts';
import { payloadCodec } from '../../secrets/payload-codec.ts';
import * as messages from '../../workflows/messages.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
const metadata = (encoding: string): Payload['metadata'] => ({ encoding: Buffer.from(encoding) });
/** The details, in the language of the service. */
const said = {
  cancelled: {
    en: /A cancellation was requested and is ignored: .* \(npx servanda strike\)/,
    kk: /Болдырмау сұралды, бірақ ол орындалмайды: .* \(npx servanda strike\)/,
  },
  silent: {
    en: /\*\*The register has not answered since \d{4}-\d\d-\d\d \d\d:\d\d UTC: the database has gone away\*\* Requests wait/,
    kk: /\*\*Тізілім \d{4}-\d\d-\d\d \d\d:\d\d UTC бері жауап бермейді: the database has gone away\*\* Сұраулар/,
  },
};
const undecodable: Record<string, () => Promise<Payload[]>> = {
  'of an unknown encoding': async () => [{ metadata: metadata('binary/unknown'), data: Buffer.from('x') }],
  'nested deeper than anything is that anybody asks': async () => [
    { metadata: metadata('json/plain'), data: Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) },
  ],
  'that is no JSON': async () => [{ metadata: metadata('json/plain'), data: Buffer.from('{"by":') }],
  'without a word on how it is encoded': async () => [{ metadata: {}, data: Buffer.from('x') }],
  'encrypted under a key that nobody has': async () =>
    payloadCodec(new Keyring([key('2031', 'z')])).encode([defaultPayloadConverter.toPayload({ by: 'x' })]),
  'with a seal that is broken': async () => [
    { metadata: { ...metadata('binary/encrypted'), 'encryption-key-id': Buffer.from('2025') }, data: Buffer.alloc(80) },
  ],
};

describe.each([
  ['without keys', noKeys, 'en'],
  ['with keys', new Keyring([key('2025', 'a')]), 'kk'],
] as const)('%s, a workflow', (_, keys, language) => {
  let on: OnDevServer;
  let service: Service;
  const id = 'kept';
  const desk = () => deskFor(service.client, id);
  const failing = { times: 0 };

  beforeAll(async () => {
    on = await startOnDevServer();
    const beforeCommit = (): void => {
      if (failing.times-- > 0) throw new Error('the database has gone away');
    };
    service = await startService(on, { keys, beforeCommit, language });
    await service.open(testAgreement(id, { desk: { party: 'KZ' } }), inForceFrom('2021-03-10'));
    await desk().draft('2026-1', { kind: 'consultations', by: 'KZ', subject: 'article 5' });
    const isOpened = (): Promise<boolean> =>
      desk()
        .shown('2026-1')
        .then(Boolean, () => false);
    for (let tries = 0; tries < 5; tries++) if (await isOpened()) return;
  });
  afterAll(async () => {
    await service.stop();
    await on.stop();
  });

  const send = async (workflowId: string, what: 'signal' | 'update' | 'query', name: string, payloads: Payload[]) => {
    const { workflowService } = on.connection;
    const common = { namespace: 'default', workflowExecution: { workflowId } };
    if (what === 'signal') return workflowService.signalWorkflowExecution({ ...common, signalName: name, input: { payloads } });
    if (what === 'query')
      return workflowService.queryWorkflow({
        namespace: 'default',
        execution: { workflowId },
        query: { queryType: name, queryArgs: { payloads } },
      });
    const request = { meta: { updateId: crypto.randomUUID() }, input: { name, args: { payloads } } };
    return workflowService.updateWorkflowExecution({ ...common, request, waitPolicy: { lifecycleStage: 3 } });
  };
  const answersAtOnce = async () => {
    const begun = performance.now();
    expect((await service.plan(id)).standing.status).toBe('inForce');
    expect((await desk().shown('2026-1')).state).toBe('drafted');
    expect(performance.now() - begun).toBeLessThan(5_000);
    for (const workflowId of [messages.agreementWorkflowId(id), messages.noticeWorkflowId(id, '2026-1')])
      expect((await service.client.workflow.getHandle(workflowId).describe()).raw.pendingWorkflowTask?.attempt ?? 1).toBe(1);
  };

  it.each(Object.keys(undecodable))('continues after a signal, an update or a query with a payload %s', async name => {
    const payloads = await undecodable[name]!();
    const [agreement, notice] = [messages.agreementWorkflowId(id), messages.noticeWorkflowId(id, '2026-1')];
    for (const workflowId of [agreement, notice])
      for (const signal of ['recheck', 'nonsense']) await send(workflowId, 'signal', signal, [...payloads, ...payloads]);
    for (const [workflowId, update] of [
      [agreement, 'record'],
      [agreement, 'replan'],
      [agreement, 'trust'],
      [notice, 'approve'],
      [notice, 'amend'],
    ] as const) {
      const answer = (await send(workflowId, 'update', update, payloads)) as { outcome?: { failure?: object | null } };
      expect(answer.outcome?.failure, update).toBeTruthy();
    }
    for (const workflowId of [agreement, notice])
      await send(workflowId, 'query', workflowId === agreement ? 'plan' : 'status', payloads).catch(() => {});
    await answersAtOnce();
  });

  it('continues after a cancellation from outside, and its details say why', async () => {
    await service.handle(id).cancel();
    await answersAtOnce();
    const { events } = await service.handle(id).fetchHistory();
    expect(events!.some(e => e.workflowExecutionCanceledEventAttributes)).toBe(false);
    const details = await service
      .handle(id)
      .query<string>('__temporal_workflow_metadata')
      .then(m => JSON.stringify(m));
    expect(details).toMatch(said.cancelled[language]);
  });

  it('serves more concurrent callers than Temporal accepts, each in turn', async () => {
    const { workflow } = service.client;
    const ask = async (caller: number): Promise<void> => {
      for (let n = 0; n < 5; n++) {
        const entry = { id: `c${caller}-${n}`, type: 'note.received', by: 'AZ', received: '2022-05-01', subject: 'x' };
        await workflow.getHandle(messages.agreementWorkflowId(id)).executeUpdate(messages.record, { args: [{ entry, by: 'test' }] });
      }
    };
    await Promise.all(Array.from({ length: 30 }, (_, caller) => ask(caller)));
    expect((await service.registers.of(true).rows(id)).filter(r => r.entry.id.startsWith('c'))).toHaveLength(150);
  });

  it('shows since when the register does not answer, as a pending activity, and answers once it does again', async () => {
    failing.times = 6;
    const entered = service.enter(id, { id: 'f1', type: 'note.received', by: 'AZ', received: '2022-05-01', subject: 'x' });
    const pending = async () => (await service.handle(id).describe()).raw.pendingActivities ?? [];
    await expect.poll(async () => (await pending()).length, { timeout: 30_000 }).toBe(1);
    expect((await pending())[0]).toMatchObject({ activityType: { name: 'stepAgreement' } });
    const details = async () => JSON.stringify(await service.handle(id).query('__temporal_workflow_metadata'));
    expect(await details()).toMatch(said.silent[language]);
    expect(await entered).toMatchObject({ existing: false, entry: { id: 'f1' } });
    expect(await details()).not.toMatch(/the database has gone away/);
    expect(
      (await refusalOf(service.enter(id, { id: 'f2', type: 'termination.revoked', by: 'AZ', of: 'none', received: '2022-05-01' }))).refused,
    ).toBe('unknownOf');
  });
});
