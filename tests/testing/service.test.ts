/** servanda/testing as an engineer uses it. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InvalidRequest, Refused, type AgreementGiven } from '../../client/index.ts';
import type { TestService } from '../../testing/index.ts';
import { startOwnTestService } from '../support/test-service.ts';

const text = (id: string): string => `
id: ${id}
rehearsal: true
title: { en: An invented agreement }
parties:
  - { id: KZ, name: { en: Government of Kazakhstan }, zone: Asia/Almaty }
  - { id: AZ, name: { en: Government of Azerbaijan }, zone: Asia/Baku }
clauses:
  entryIntoForce: { on: lastNotification, article: art. 13 }
  duration: { kind: periods, article: art. 13, first: P5Y, renewal: { kind: automatic, length: P5Y }, noticeBefore: P6M }
  termination: { when: anyTime, article: art. 13, notice: P6M }
sources: [{ what: invented, where: for a test }]
`;

describe('a test service', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startOwnTestService()));
  afterAll(() => service?.close());

  it('lives through years in seconds: a notice received on a later day ends the agreement', async () => {
    const treaty = await service.open(text('sample'));
    await treaty.inForceFrom('2024-03-01');
    expect(await treaty.standing()).toMatchObject({ status: 'inForce', entryIntoForce: { date: '2024-03-01' } });
    await treaty.skipTo('2058-08-01');
    expect(await treaty.today()).toBe('2058-08-01');
    await treaty.record({ type: 'termination.notified', by: 'KZ', received: await treaty.today() });
    expect(await treaty.standing()).toMatchObject({ status: 'inForce', termination: { cause: 'notice', lastDayInForce: '2059-01-31' } });
    await treaty.skipTo('2059-02-01');
    expect((await treaty.standing()).status).toBe('terminated');
  });

  it('has the timers that are actually pending, the next one first', async () => {
    const treaty = await service.open(text('timed'));
    await treaty.inForceFrom('2024-03-01');
    const timers = await treaty.timers();
    expect(timers[0]).toMatchObject({ workflowId: 'agreement/timed', summary: expect.stringMatching(/art\. 13/) });
    expect(timers.map(t => t.fires)).toEqual(timers.map(t => t.fires).sort());
  });

  it('is in force on the very day given, even in the future', async () => {
    const treaty = await service.open(text('ahead'));
    const day = `${Number((await treaty.today()).slice(0, 4)) + 1}-03-01`;
    await treaty.inForceFrom(day);
    expect(await treaty.today()).toBe(day);
    expect(await treaty.standing()).toMatchObject({
      status: 'inForce',
      entryIntoForce: { date: day },
      period: { number: 1, firstDay: day },
    });
  });

  it('refuses to open with an invalid fact, with the true reason', async () => {
    const facts = [{ id: 'n1', type: 'completion.notified' as const, by: 'RU', received: '2024-03-01' }];
    const given: AgreementGiven = { ...(await described('with-a-bad-fact')), facts };
    await expect(service.open(given)).rejects.toThrow(/RU/);
    const later = [{ id: 's', type: 'signed' as const, on: '2950-01-01' }];
    const refused = service.open({ ...(await described('with-a-bad-fact')), facts: later });
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toThrow(/2950/);
  });

  it('refuses at once to record for an unknown agreement', async () => {
    const unknown = service.servanda.record('unknown', { type: 'signed', on: '2024-01-01' });
    await expect(unknown).rejects.toThrow(InvalidRequest);
    await expect(unknown).rejects.toMatchObject({ code: 'unknownAgreement' });
  });

  it('refuses to go back in time', async () => {
    const treaty = await service.open(text('back'));
    await expect(treaty.skipTo('2000-01-01')).rejects.toThrow(/only goes forward/);
  });
});

/** As an object. */
async function described(id: string): Promise<AgreementGiven> {
  const { parse } = await import('yaml');
  return parse(text(id)) as AgreementGiven;
}

it('a test service reports nothing while all is well, although no authority is trusted, and leaves nothing behind, closed twice or once', async () => {
  const written: string[] = [];
  const complaining = vi.spyOn(console, 'error').mockImplementation(line => void written.push(String(line)));
  const listening = [process.stdout, process.stderr].map(stream =>
    vi.spyOn(stream, 'write').mockImplementation(chunk => Boolean(written.push(String(chunk)))),
  );
  const service = await startOwnTestService();
  try {
    const treaty = await service.open(text('quiet'));
    await treaty.inForceFrom('2024-03-01');
    await expect(service.servanda.record('quiet', { type: 'signed', on: '2950-01-01' })).rejects.toThrow(Refused);
  } finally {
    await service.close();
    await service.close();
    for (const one of [complaining, ...listening]) one.mockRestore();
  }
  expect(written).toEqual([]);
  expect(existsSync(service.home)).toBe(false);
});
