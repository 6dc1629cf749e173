/**
 * Many callers of one agreement, each a process of its own to the server: those beyond its limit of updates in flight wait, and none fails.
 */
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Busy, repeats, retryWhileBusy } from '../../client/retry-while-busy.ts';
import { createServanda } from '../../client/index.ts';
import { withTimeout, type Service } from '../../client/service.ts';
import { writeNote } from '../../client/service-note.ts';
import { wordings } from '../../wording/index.ts';
import { agreementWorkflowId, replan } from '../../workflows/messages.ts';
import { temporaryFolder } from '../support/cli.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { startService, type Service as Started } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

/** A gRPC error as Temporal's client passes it on. */
const grpc = (code: number): Error =>
  Object.assign(new Error('limit'), { code, details: 'limit on number of in-flight updates', metadata: {} });
const passedOn = (code: number): Error => new Error('Workflow update failed', { cause: grpc(code) });
const [RESOURCE_EXHAUSTED, INVALID_ARGUMENT] = [8, 3];

/** Fails this many times, then answers. */
function failing(times: number, failure: Error): { ask: () => Promise<string>; readonly asked: number } {
  let asked = 0;
  const ask = async (): Promise<string> => {
    asked += 1;
    if (asked <= times) throw failure;
    return 'taken';
  };
  return {
    ask,
    get asked() {
      return asked;
    },
  };
}

describe('a request that the server refuses because of others', () => {
  it('is repeated until it is accepted', async () => {
    const server = failing(3, passedOn(RESOURCE_EXHAUSTED));
    const service = { client: { withAbortSignal: (_: AbortSignal, ask: () => Promise<string>) => ask() } } as unknown as Service;
    expect(await withTimeout({ wording: wordings.en }, service, server.ask)).toBe('taken');
    expect(server.asked).toBe(4);
  });

  it('is repeated no longer than the caller waits', async () => {
    const server = failing(Infinity, grpc(RESOURCE_EXHAUSTED));
    await expect(retryWhileBusy(server.ask, 300)).rejects.toThrow(Busy);
    expect(server.asked).toBeGreaterThan(1);
  });

  it('is not confused with one that it refuses for good', async () => {
    const server = failing(Infinity, passedOn(INVALID_ARGUMENT));
    await expect(retryWhileBusy(server.ask)).rejects.toThrow('Workflow update failed');
    expect(server.asked).toBe(1);
  });
});

describe('callers of one agreement from separate processes', () => {
  const folder = temporaryFolder();
  let on: OnDevServer;
  let service: Started;
  beforeAll(async () => {
    on = await startOnDevServer();
    service = await startService(on, { home: folder.path, taskQueue: 'servanda' });
    writeNote(folder.path, { address: on.server.address, namespace: 'default', ui: null, pid: process.pid });
    await service.open(testAgreement('asked'), inForceFrom('2021-03-10'));
  });
  afterAll(async () => {
    await service?.stop();
    await on?.stop();
    folder.remove();
  });

  const caller = (n: number) => createServanda({ home: folder.path, person: `caller ${n}`, env: {} });
  const note = (id: string) => ({ id, type: 'note.received' as const, by: 'AZ', received: '2025-05-05', subject: 'a visit' });

  it('are all answered when thirty call at once', async () => {
    const callers = Array.from({ length: 30 }, (_, n) => caller(n));
    try {
      await Promise.all(callers.map(one => one.timers('asked'))); // all are connected
      const entered = await Promise.all(callers.map((one, n) => one.record('asked', note(`v${n}`))));
      expect(entered.filter(({ existing }) => existing)).toEqual([]);
      expect(new Set(entered.map(({ entry }) => entry.seq)).size).toBe(30);
    } finally {
      for (const one of callers) await one.close();
    }
  });

  it('wait when the server reports that it accepts no more updates, until it does', async () => {
    await service.stop();
    const connection = await Connection.connect({ address: on.server.address, interceptors: [repeats] });
    const handle = new Client({ connection }).workflow.getHandle(agreementWorkflowId('asked'));
    const ask = (): Promise<unknown> => handle.executeUpdate(replan, { args: [{ by: 'test' }] });
    const asked = Array.from({ length: 11 }, () => ask().catch((cause: { cause?: { code?: number } }) => cause.cause?.code));
    const one = caller(0);
    try {
      expect(await Promise.race(asked)).toBe(RESOURCE_EXHAUSTED); // the eleventh
      const waiting = one.record('asked', note('late'));
      service = await startService(on, { home: folder.path, taskQueue: 'servanda' });
      expect(await waiting).toMatchObject({ entry: { id: 'late' } });
      await Promise.all(asked);
    } finally {
      await one.close();
      await connection.close();
    }
  });
});
