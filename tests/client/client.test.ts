/** The client with a service: the same data as the command line, refusals as data, and what is possible with only an address. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strikeOf } from '../../client/facts.ts';
import { createServanda, Incomplete, InvalidRequest, Refused, Unavailable } from '../../client/index.ts';
import { date } from '../../clauses/calendar.ts';
import type { RegisterDossier } from '../../dossier/dossier.ts';
import type { TestService, Treaty } from '../../testing/index.ts';
import { inProcess } from '../support/cli.ts';
import type { NoEffectReason } from '../../machines/no-effect-reasons.ts';
import { wordings } from '../../wording/index.ts';
import { statementIn } from '../../wording/statements.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

let service: TestService;
let treaty: Treaty;
/** A home without a register: it knows only the server's address. */
let elsewhere: string;

beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'servanda-client-'));
  service = await startOwnTestService();
  treaty = await service.open(testAgreement('treaty'));
  await treaty.inForceFrom('2024-03-01');
});
afterAll(async () => {
  await service?.close();
  await rm(elsewhere, { recursive: true, force: true });
});

const said = async (...args: string[]): Promise<unknown> => {
  const { stdout, stderr } = await inProcess([...args, '--json'], { env: { SERVANDA_HOME: service.home } });
  return JSON.parse(stdout || stderr) as unknown;
};
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('an answer of the client', () => {
  const days = { asOf: '2026-11-22' };

  it('has the same data as the JSON of the command line', async () => {
    const { servanda } = service;
    expect(plain(await servanda.standing('treaty', days))).toEqual(await said('agreement', 'show', 'treaty', '--as-of', days.asOf));
    expect(plain(await servanda.explain('treaty', days))).toEqual(await said('explain', 'treaty', '--register', '--as-of', days.asOf));
    expect(plain(await servanda.list({ ...days, rehearsals: true }))).toEqual(
      await said('agreement', 'list', '--rehearsals', '--as-of', days.asOf),
    );
    expect(plain(await servanda.deadlines({ ...days, within: 'P3Y', rehearsals: true }))).toEqual(
      await said('deadlines', '--rehearsals', '--as-of', days.asOf, '--within', 'P3Y'),
    );
    const notice = { type: 'termination.notified' as const, by: 'AZ', received: '2027-01-20' };
    expect(plain(await servanda.simulate('treaty', notice, days))).toEqual(
      await said('simulate', 'treaty', '--register', '--by', 'AZ', '--received', '2027-01-20', '--as-of', days.asOf),
    );
  });

  it('about many agreements leaves out rehearsals, unless they are asked for or named', async () => {
    const { servanda } = service;
    expect([await servanda.list(), await servanda.deadlines({ within: 'P9Y' })]).toEqual([[], []]);
    const asked = { within: 'P9Y', ...days };
    expect((await servanda.deadlines({ ...asked, agreements: ['treaty'] })).length).toBeGreaterThan(0);
    expect((await servanda.list({ rehearsals: true })).map(({ agreement }) => agreement)).toEqual(['treaty']);
  });

  it('to a recalculation says only what moved, since it enters nothing', async () => {
    const answer = await service.servanda.replan('treaty');
    expect(answer).toEqual({ standing: expect.objectContaining({ status: 'inForce' }), changed: [], announced: [], withdrawn: [] });
  });

  it('from a file needs no register and no server', async () => {
    const servanda = createServanda({ home: elsewhere, env: {} });
    const id = 'kz-az-2004-government-communications';
    expect(plain(await servanda.timeline({ file: id }, days))).toEqual(await said('timeline', id, '--as-of', days.asOf));
    await servanda.close();
  });

  it('from the register needs no Temporal', async () => {
    const servanda = createServanda({ home: service.home, env: {} });
    expect((await servanda.timeline('treaty', days)).status).toBe('inForce');
    expect((await servanda.standing('treaty')).entries.map(row => row.entry.type)).toEqual(['described', 'signed', 'entry.agreed']);
    await servanda.close();
  });
});

describe('a notice through the client', () => {
  it('goes from draft to receipt in typed steps', async () => {
    const today = await treaty.today();
    const { number, state } = await treaty.notice.draft({ kind: 'termination', by: 'KZ' }, { by: 'first secretary' });
    expect({ number, state }).toEqual({ number: `${today.slice(0, 4)}-1`, state: 'drafted' });
    await treaty.notice.approve(number, { by: 'head of department' });
    await treaty.notice.dispatch(number, { on: today, reference: 'No. 14' });
    const shown = await treaty.notice.confirmReceipt(number, { received: today, evidence: 'receipt 8' });
    expect(shown.state).toBe('received');
    expect(await treaty.standing()).toMatchObject({ notice: { id: number, by: 'KZ', received: today } });
    await treaty.strike(number, { reason: 'only a test' });
  });

  it('can’t be approved by its drafter: the reason is data, and the sentence is in the client’s language', async () => {
    const { number } = await treaty.notice.draft({ kind: 'free', by: 'KZ', subject: 'visit', text: 'A visit.' });
    const refused = treaty.notice.approve(number);
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toMatchObject({ refusal: { basis: 'fourEyes' } });
    const servanda = createServanda({ address: service.address, home: service.home, person: 'test', language: 'ru', env: {} });
    await expect(servanda.notice.approve('treaty', number)).rejects.toThrow(/[а-я]/);
    await servanda.close();
  });

  it('that does not exist is reported with those that do', async () => {
    const unknown = treaty.notice.approve('1999-1');
    await expect(unknown).rejects.toThrow(InvalidRequest);
    await expect(unknown).rejects.toMatchObject({ code: 'unknownNotice', values: { agreement: 'treaty', number: '1999-1' } });
  });
});

describe('a fact through the client', () => {
  it('is entered only once: a repeat gets the first answer', async () => {
    const fact = { type: 'note.received' as const, by: 'AZ', received: '2025-05-05', subject: 'a visit' };
    const first = await treaty.record(fact);
    expect(first).toMatchObject({ existing: false, entry: { id: 'nr-2025-05-05-AZ' } });
    expect(await treaty.record(fact)).toMatchObject({ existing: true, entry: first.entry });
    await expect(treaty.record({ ...fact, subject: 'another' })).rejects.toMatchObject({ refusal: { code: 'idInUse' } });
  });

  it('without legal effect says why, as data and in the client’s language', async () => {
    const servanda = createServanda({ address: service.address, home: service.home, person: 'test', language: 'kk', env: {} });
    const entered = await servanda.record('treaty', { id: 's2', type: 'signed', on: '2025-01-01' });
    const withoutEffect = { code: 'signedAlready', args: { on: '2024-03-01' } };
    expect(entered).toMatchObject({ withoutEffect, why: statementIn(withoutEffect as NoEffectReason, wordings.kk) });
    expect(await treaty.strike('s2', { reason: 'only a test' })).toMatchObject({ withoutEffect: null, why: null });
    await servanda.close();
  });

  it('that is invalid names its fields', async () => {
    const unfit = treaty.record({ type: 'termination.notified', by: 'KZ', received: '2024-02-30' });
    await expect(unfit).rejects.toThrow(InvalidRequest);
    await expect(unfit).rejects.toThrow(/received: /);
  });
});

describe('a client with only an address', () => {
  const alone = () => createServanda({ address: service.address, home: elsewhere, env: { SERVANDA_TASK_QUEUE: 'servanda' } });

  it('can send requests to what is running, and see its timers', async () => {
    const servanda = alone();
    const answer = await servanda.record('treaty', { type: 'note.received', by: 'AZ', received: '2025-06-06', subject: 'from afar' });
    expect(answer.entry.id).toBe('nr-2025-06-06-AZ');
    expect((await servanda.timers('treaty')).length).toBeGreaterThan(0);
    await servanda.close();
  });

  it('reports that reading needs the register', async () => {
    const servanda = alone();
    await expect(servanda.standing('treaty')).rejects.toThrow(Unavailable);
    await expect(servanda.deadlines()).rejects.toMatchObject({ code: 'registerNeeded', values: { folder: elsewhere } });
    await servanda.close();
  });

  it('can’t restart what is not running', async () => {
    const servanda = alone();
    const fact = { type: 'note.received' as const, by: 'AZ', received: '2025-06-06', subject: 'from afar' };
    await expect(servanda.record('unknown', fact)).rejects.toMatchObject({ code: 'startNeedsRegister' });
    await servanda.close();
  });
});

it('the client reports at once that nothing is running, and how to start it', async () => {
  const servanda = createServanda({ home: elsewhere, env: {} });
  const nobody = servanda.timers('treaty');
  await expect(nobody).rejects.toThrow(Unavailable);
  await expect(nobody).rejects.toThrow(/npx servanda up/);
  await servanda.close();
});

it('the client returns what it found if one agreement can’t be read', () => {
  const failure = new Incomplete([1], ['a: why'], wordings.en);
  expect(failure).toMatchObject({ found: [1], unread: ['a: why'] });
  expect(failure.message).toContain('One agreement is left out');
});

it('the client strikes an entry again, under a new id, after its strike was struck', () => {
  const struck = (id: string, of: string) => ({ id, type: 'struck', of, recorded: '2024-04-01', reason: 'slip' });
  const idAfter = (...entries: object[]): string => {
    const dossier = { agreement: testAgreement('struck'), entries: [{ id: 'n1', type: 'signed', on: '2024-03-01' }, ...entries] };
    return strikeOf(wordings.en, 'n1', 'slip')(dossier as unknown as RegisterDossier, date('2024-04-02'))[0]!.id;
  };
  expect(idAfter()).toBe('k-n1');
  expect(idAfter(struck('k-n1', 'n1'))).toBe('k-n1');
  expect(idAfter(struck('k-n1', 'n1'), struck('k-k-n1', 'k-n1'))).toBe('k-n1-2');
});
