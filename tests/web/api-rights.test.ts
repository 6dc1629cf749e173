/** Who may do what through the API: exactly the same as at the command line, with rights that they signed; the serving process has none. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signerOf } from '../../client/signer.ts';
import type { HeldIdentity, KeyPair } from '../../identity/authority.ts';
import type { Role } from '../../machines/rights.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { apiOn, posted, type ApiHere } from '../support/api-service.ts';
import { identityOf, withRight } from '../support/identities.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let env: TestWorkflowEnvironment;
let service: Service;
let here: ApiHere;
let authority: KeyPair;
const person = (name: string, actsFor: string, ...roles: Role[]): Promise<HeldIdentity> => identityOf(authority, name, actsFor, roles);
/** The answer to the registrar who opened it. */
let opened: unknown[];
const param = { agreement: 'guarded' };
let [drafter, approver, registrar, stranger]: HeldIdentity[] = [];
const asked = (held: HeldIdentity | undefined) => here.client({ sign: signerOf(held!) });

beforeAll(async () => {
  env = await startTimeSkippingEnvironment();
  authority = newSigningKey();
  service = await startService(env, { authority });
  drafter = await person('drafter', 'KZ', 'drafter');
  approver = await person('approver', 'KZ', 'approver');
  registrar = await person('registrar', 'Archive', 'registrar');
  stranger = await person('reader', 'AZ', 'reader');
  here = apiOn({ address: env.address, home: service.home, taskQueue: 'test', now: () => env.currentTimeMs() });
  const description = testAgreement('guarded', { desk: { party: 'KZ' } });
  const open = await asked(registrar).agreements.$post({ json: { ...description, facts: inForceFrom('2021-03-10') } as never, query: {} });
  opened = [open.status, await open.json()];
});
afterAll(async () => {
  await here?.base.close();
  await service?.stop();
  await env?.teardown();
});

const note = { type: 'note.received', by: 'AZ', received: '2026-10-01', subject: 'a visit' } as const;

describe('a request to the API without a right', () => {
  it('reads nothing, and gets what has to be signed', async () => {
    const answer = await here.ask('/agreements');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="servanda"']);
    expect(await answer.json()).toMatchObject({
      code: 'rightNeeded',
      sign: { workflow: 'api', name: 'read', request: {}, audience: 'default/api' },
    });
  });

  it('to it writes nothing, since the right to read is not enough', async () => {
    const { right } = await withRight(registrar!, 'api', 'read', {});
    const answer = await here.ask('/agreements/guarded/facts', posted(note, { authorization: `Bearer ${right}` }));
    expect(answer.status).toBe(401);
    const { sign } = (await answer.json()) as { sign: { workflow: string; name: string; request: object } };
    expect(sign).toMatchObject({ workflow: 'agreement/guarded', name: 'record', request: { by: 'registrar', entry: note } });
    const other = await withRight(registrar!, sign.workflow, sign.name, { ...sign.request, by: 'drafter' });
    const forged = { authorization: `Bearer ${right}`, 'servanda-right': other.right };
    expect((await here.ask('/agreements/guarded/facts', posted(note, forged))).status).toBe(401);
    const { right: ofDrafter } = await withRight(drafter!, sign.workflow, sign.name, { ...sign.request, by: 'drafter' });
    const mixed = await here.ask(
      '/agreements/guarded/facts',
      posted(note, { authorization: `Bearer ${right}`, 'servanda-right': ofDrafter }),
    );
    const said = (await mixed.json()) as { detail: string; sign: object };
    expect([mixed.status, said.sign]).toEqual([401, sign]);
    expect(said.detail).toMatch(/was signed by drafter and does not match this request, which is made by registrar, /);
  });
});

describe('callers with rights of their own', () => {
  it('can open an agreement as registrar', () => {
    expect(opened).toEqual([200, { agreement: 'guarded', state: 'opened', notes: [] }]);
  });

  it('can record as registrar, and the register has the authority for it', async () => {
    const answer = await asked(registrar).agreements[':agreement'].facts.$post({ param, query: {}, json: { ...note, id: 'visit' } });
    expect(await answer.json()).toMatchObject({ entry: { id: 'visit' }, existing: false });
    const ledger = await asked(registrar).agreements[':agreement'].ledger.$get({ param, query: {} });
    const { items } = (await ledger.json()) as { items: { entry: { id: string }; authority: { person: string } | null }[] };
    expect(items.find(row => row.entry.id === 'visit')!.authority).toMatchObject({ person: 'registrar' });
  });

  it('can’t record for the other Party as drafter, and the refusal gives the reason', async () => {
    const answer = await asked(drafter).agreements[':agreement'].facts.$post({ param, query: {}, json: note });
    expect([answer.status, await answer.json()]).toMatchObject([403, { basis: 'rights', refusals: [{ refused: 'notAllowed' }] }]);
  });

  it('can draft a notice that another approves, which those who work on it see until it is sent', async () => {
    const content = { kind: 'termination', by: 'KZ' } as const;
    const drafted = await asked(drafter).agreements[':agreement'].notices.$post({
      param,
      query: {},
      json: { content, number: 'unseen-7' },
    });
    expect(await drafted.json()).toMatchObject({ number: 'unseen-7', state: 'drafted' });
    const ofNotice = { ...param, notice: 'unseen-7' };
    const steps = (held: HeldIdentity | undefined) => asked(held).agreements[':agreement'].notices[':notice'].steps;
    const own = await steps(drafter).$post({ param: ofNotice, query: {}, json: { step: 'approve' } });
    expect(own.status).toBe(403);
    const show = async (held: HeldIdentity | undefined) =>
      asked(held).agreements[':agreement'].notices[':notice'].$get({ param: ofNotice, query: {} });
    expect((await show(approver)).status).toBe(200);
    expect((await show(stranger)).status).toBe(403);
    const feed = await (await asked(stranger).changes.$get({ query: { agreement: 'guarded' } })).json();
    expect(JSON.stringify(feed)).not.toContain('unseen-7');
    const seen = await (await asked(drafter).changes.$get({ query: { agreement: 'guarded' } })).json();
    expect(JSON.stringify(seen)).toContain('unseen-7');
    const hiddenFrom = async (held: HeldIdentity | undefined) => {
      const read = asked(held);
      return {
        timers: await (await read.agreements[':agreement'].timers.$get({ param, query: {} })).text(),
        notices: await (await read.notices.$get({ query: { agreements: 'guarded', limit: '1' } })).text(),
        newest: await (await read.changes.$get({ query: { agreement: 'guarded', limit: '1' } })).text(),
      };
    };
    const toStranger = await hiddenFrom(stranger);
    for (const text of Object.values(toStranger)) expect(text).not.toContain('unseen-7');
    expect(JSON.parse(toStranger.notices)).toEqual({ items: [], next: null });
    expect(JSON.parse(toStranger.newest)).toMatchObject({ items: [{ id: expect.stringMatching(/^guarded\//) }] });
    for (const text of Object.values(await hiddenFrom(drafter))) expect(text).toContain('unseen-7');
    const approved = await steps(approver).$post({ param: ofNotice, query: {}, json: { step: 'approve' } });
    expect(await approved.json()).toMatchObject({ state: 'approved' });
  });

  it('can’t read with an identity that was revoked', async () => {
    const held = await person('leaver', 'KZ', 'drafter');
    expect((await asked(held).agreements.$get({ query: { rehearsals: 'true' } })).status).toBe(200);
    const operator = await person('operator', 'KZ', 'operator');
    const request = { by: 'operator', reason: 'left', person: 'leaver' };
    for (const rehearsals of [false, true]) await revokedIn(rehearsals, operator, request);
    expect((await asked(held).agreements.$get({ query: {} })).status).toBe(403);
  });
});

describe('a request that was refused because its right had expired', () => {
  const drafted = async (): Promise<void> => {
    const json = { content: { kind: 'termination', by: 'KZ' }, number: 'late-1' } as const;
    await asked(drafter).agreements[':agreement'].notices.$post({ param, query: {}, json });
  };
  const revised = { ...testAgreement('guarded', { desk: { party: 'KZ' } }), title: { en: 'Another title' } };
  it.each<[string, () => HeldIdentity | undefined, string, object, object, (() => Promise<void>)?]>([
    ['an entry', () => registrar, '/facts', { ...note, id: 'late' }, {}],
    ['an entry with a key', () => registrar, '/facts', note, { 'idempotency-key': 'late-2' }],
    ['a step with a key', () => approver, '/notices/late-1/steps', { step: 'approve' }, { 'idempotency-key': 'late-3' }, drafted],
    ['a revision', () => registrar, '/revisions', { agreement: revised, reason: 'renamed' }, {}],
  ])('is accepted with a new one: %s', async (_, who, path, body, headers, prepare) => {
    await prepare?.();
    const held = who()!;
    const { right: reading } = await withRight(held, 'api', 'read', {});
    const ask = (right: object): Promise<Response> =>
      here.ask(`/agreements/guarded${path}`, posted(body, { authorization: `Bearer ${reading}`, ...headers, ...right }));
    const unsigned: unknown = await (await ask({})).json();
    expect(unsigned).toMatchObject({ code: 'rightNeeded' });
    const { sign } = unsigned as { sign: { workflow: string; name: string; request: object } };
    const signedAt = async (at: number): Promise<Response> =>
      ask({ 'servanda-right': (await withRight(held, sign.workflow, sign.name, sign.request, at)).right });
    expect(await (await signedAt(Date.now() - 7_200_000)).json()).toMatchObject({ detail: expect.stringMatching(/expired/) as string });
    const again = await signedAt(Date.now());
    expect([again.status, await again.json()]).toMatchObject([200, {}]);
  });
});

/** As `identity revoke` does it. */
async function revokedIn(
  rehearsals: boolean,
  operator: HeldIdentity,
  request: { by: string; reason: string; person: string },
): Promise<void> {
  const { signRight } = await import('../../identity/authority.ts');
  const { requestHash } = await import('../../identity/request-hash.ts');
  const shown = { audience: 'register/identity', name: 'revoke', hash: requestHash('revoke', request) };
  const token = await signRight(operator, { ...shown, now: Date.now() });
  const { person: name, reason } = request;
  await service.registers
    .of(rehearsals)
    .revoke({ person: name, reason }, { by: 'operator', at: Date.now() }, { ...shown, token, whyNot: () => undefined });
}
