/**
 * Callers who bypass the command line and go directly to Temporal: refused by the workflow without a right, by the register if the right
 * was revoked.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { WithStartWorkflowOperation, WorkflowFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldIdentity, KeyPair } from '../../identity/authority.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { told, type Told } from '../support/sentences.ts';
import type { Role } from '../../machines/rights.ts';
import { noticeContent } from '../../machines/notice/content.ts';
import * as messages from '../../workflows/messages.ts';
import { identityOf, signedAs, withRight } from '../support/identities.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

let env: TestWorkflowEnvironment;
let service: Service;
let authority: KeyPair;
const id = 'guarded';
const workflowId = messages.agreementWorkflowId(id);
const person = (name: string, actsFor: string, ...roles: Role[]) => identityOf(authority, name, actsFor, roles);
let registrar: HeldIdentity;
let drafter: HeldIdentity;
let approver: HeldIdentity;

beforeAll(async () => {
  env = await startTimeSkippingEnvironment();
  authority = newSigningKey();
  service = await startService(env, { authority });
  registrar = await person('registrar', 'Archive', 'registrar');
  drafter = await person('drafter', 'KZ', 'drafter');
  approver = await person('approver', 'KZ', 'approver');
  await begin(registrar, 'registrar');
  await service.planWhen(id, () => true);
});
afterAll(async () => {
  await service.stop();
  await env.teardown();
});

/** The workflow that was started to open it: it may be refused. */
async function begin(
  held: HeldIdentity | undefined,
  by: string,
  agreement = id,
  more: Parameters<typeof testAgreement>[1] = { desk: { party: 'KZ' } },
) {
  const description = testAgreement(agreement, more);
  const asked = { description, facts: inForceFrom('2021-03-10'), by };
  const at = messages.agreementWorkflowId(agreement);
  return service.client.workflow.start(messages.agreementWorkflow, {
    workflowId: at,
    taskQueue: 'test',
    args: [{ agreement, rehearsal: description.rehearsal, open: held ? await withRight(held, at, 'open', asked) : asked }],
  });
}

const notice = (entryId: string, by = 'KZ') => ({ id: entryId, type: 'completion.notified', by, received: '2021-03-01' });
/** The history without the tasks that only this server records when an update is refused. */
const events = async (): Promise<unknown[]> =>
  ((await service.handle(id).fetchHistory()).events ?? []).map(e => e.eventType).filter(type => ![5, 6, 7].includes(Number(type)));
const lines = async (): Promise<number> => (await service.registers.of(true).rows(id)).length;
const log = async (): Promise<string> => readFile(join(service.home, 'security.log'), 'utf8');
const record = (request: messages.RecordRequest) => service.handle(id).executeUpdate(messages.record, { args: [request] });

const at = (number: string) => messages.noticeWorkflowId(id, number);
const draft = async (number: string, held: HeldIdentity | undefined, by: string, more: object = {}) => {
  const asked = {
    agreement: id,
    number,
    content: noticeContent.parse({ kind: 'consultations', by: 'KZ', subject: 'art. 5' }),
    draftedBy: by,
    ...more,
  };
  const handle = await service.client.workflow.start(messages.noticeWorkflow, {
    workflowId: at(number),
    taskQueue: 'test',
    args: [held ? await withRight(held, at(number), 'draft', asked) : asked],
  });
  // Right after the start a query may find no task yet; a refused one has failed.
  for (let asked = 0; asked < 200; asked++) {
    const shown = await handle.query(messages.noticeStatus).catch(() => undefined);
    if (shown) return;
    if ((await handle.describe()).status.name === 'FAILED') await handle.result();
    await pause(50);
  }
  throw new Error(`${number} was never recorded`);
};
describe('an entry sent directly to Temporal', () => {
  it('is accepted with a right to it, and the register has the authority for it', async () => {
    const answer = await record(await withRight(drafter, workflowId, 'record', { entry: notice('a1'), by: 'drafter' }));
    expect(answer.entry.id).toBe('a1');
    const [line] = (await service.registers.of(true).authorisations(id)).filter(a => a.entry === 'a1');
    expect(line).toMatchObject({ person: 'drafter', actsFor: 'KZ', roles: ['drafter'], issuer: authority.kid });
    expect(await service.registers.of(true).verifyAll()).toMatchObject({ sound: true });
  });

  it('is refused by the workflow, its history unchanged, with any right but one to it', async () => {
    const asked = { entry: notice('r1'), by: 'drafter' };
    const good = await withRight(drafter, workflowId, 'record', asked);
    const forger = newSigningKey();
    const { identity } = drafter;
    const claims = decodeJwt(good.right);
    const cases: [why: RegExp, request: object][] = [
      [/carries no right.*npx servanda identity sign agreement\/guarded record --request/, asked],
      [/not a signed right/, { ...asked, right: 'nonsense' }],
      [/not a signed right|not signed/, { ...asked, right: `${good.right.slice(0, -4)}AAAA` }],
      [
        /not signed with the key of the identity/,
        { ...asked, right: await signedAs(forger, { alg: 'EdDSA', typ: 'servanda-right+jwt' }, claims) },
      ],
      [/not trusted here/, await withRight(await identityOf(forger, 'drafter', 'KZ', ['drafter']), workflowId, 'record', asked)],
      [
        /not signed by the authority/,
        await withRight(await identityOf({ ...forger, kid: authority.kid }, 'drafter', 'KZ', ['drafter']), workflowId, 'record', asked),
      ],
      [
        /alg must be EdDSA/,
        { ...asked, right: good.right.replace(/^[^.]+/, Buffer.from('{"alg":"none","typ":"servanda-right+jwt"}').toString('base64url')) },
      ],
      [
        /a right is required, and this is an identity/,
        { ...asked, right: await signedAs(drafter.key, { alg: 'EdDSA', typ: 'servanda-identity+jwt' }, { ...claims, identity }) },
      ],
      [/is for default\/agreement\/other/, await withRight(drafter, 'agreement/other', 'record', asked)],
      [/another request/, { ...good, entry: notice('r2') }],
      [/another request/, await withRight(drafter, workflowId, 'revise', asked)],
      [/says approver, and the right is that of drafter/, await withRight(drafter, workflowId, 'record', { ...asked, by: 'approver' })],
      [
        /represents KZ and can’t record acts of AZ/,
        await withRight(drafter, workflowId, 'record', { entry: notice('r1', 'AZ'), by: 'drafter' }),
      ],
      [
        /a drafter or an approver of KZ does/,
        await withRight(await person('reader', 'KZ', 'reader'), workflowId, 'record', { ...asked, by: 'reader' }),
      ],
      [
        /the Parties did together: the registrar does/,
        await withRight(drafter, workflowId, 'record', { entry: { id: 'r1', type: 'renewal.agreed', on: '2022-01-01' }, by: 'drafter' }),
      ],
      [
        /an approver of KZ does/,
        await withRight(drafter, workflowId, 'record', { entry: { ...notice('r1'), type: 'termination.notified' }, by: 'drafter' }),
      ],
    ];
    const before = [await events(), await lines()];
    for (const [why, request] of cases) {
      const refused = await refusalOf(record(request as messages.RecordRequest));
      expect(refused).toMatchObject({ refused: 'notAllowed', message: expect.stringMatching(why) });
    }
    expect([await events(), await lines()]).toEqual(before);
    expect(
      (await log())
        .trim()
        .split('\n')
        .filter(l => l.includes('"where":"workflow"')),
    ).toHaveLength(cases.length);
    expect(await log()).not.toContain(good.right);
  });

  it('that contains nothing is refused as such', async () => {
    for (const name of ['record', 'correct', 'strike', 'revise', 'replan', 'trust']) {
      for (const args of [[], [null]] as [unknown][])
        expect(await refusalOf(service.handle(id).executeUpdate(name, { args }))).toMatchObject({
          refused: 'malformed',
          message: 'Name who enters it: by.',
        });
    }
  });

  it('for one Party is recorded by someone who acts for it, and for any by the registrar', async () => {
    const other = await person('officer', 'AZ', 'drafter');
    await record(await withRight(other, workflowId, 'record', { entry: notice('a2', 'AZ'), by: 'officer' }));
    await record(await withRight(registrar, workflowId, 'record', { entry: notice('a3', 'AZ'), by: 'registrar' }));
    const by = (await service.registers.of(true).authorisations(id)).filter(a => ['a2', 'a3'].includes(a.entry));
    expect(by.map(a => [a.person, a.actsFor])).toEqual([
      ['officer', 'AZ'],
      ['registrar', 'Archive'],
    ]);
  });

  it('with an expired or revoked identity is refused by the register in its transaction', async () => {
    const now = Date.now();
    const expired = await identityOf(authority, 'late', 'KZ', ['drafter'], { now: now - 7_200_000, until: now - 3_600_000 });
    const revoked = await person('gone', 'KZ', 'drafter');
    const asked = (by: string) => ({ entry: notice('r9'), by });
    const right = await withRight(revoked, workflowId, 'record', asked('gone'));
    await service.registers.of(true).revoke({ person: 'gone', reason: 'left the service' }, { by: 'test', at: Date.now() }, 'servanda');
    const before = await lines();
    expect((await refusalOf(record(await withRight(expired, workflowId, 'record', asked('late'))))).message).toMatch(/expired/);
    expect((await refusalOf(record(right))).message).toMatch(/was revoked .*left the service/);
    expect(await lines()).toBe(before);
    expect(await log()).toMatch(/"where":"register".*was revoked/);
  });
});

describe('a notice under rights', () => {
  const tell = async (
    number: string,
    name: 'approve' | 'dispatch' | 'confirmReceipt' | 'amend',
    held: HeldIdentity,
    request: { by: string } & Record<string, unknown>,
  ) =>
    service.client.workflow
      .getHandle(at(number))
      .executeUpdate<messages.NoticeShown, [object]>(name, { args: [await withRight(held, at(number), name, request)] });
  const failure = async (started: Promise<unknown>): Promise<Told> => {
    const cause = await started.catch((e: unknown) => e);
    if (!(cause instanceof WorkflowFailedError)) throw new Error(`not refused: ${String(cause)}`);
    return told((cause.cause as ApplicationFailure).details![0] as Refusal);
  };

  it('goes from draft to fact with the rights of those who took each step', async () => {
    await draft('o1', drafter, 'drafter');
    await tell('o1', 'approve', approver, { by: 'approver' });
    const [entry] = [{ by: 'drafter', on: '2026-01-02' }];
    await tell('o1', 'dispatch', drafter, entry);
    await tell('o1', 'confirmReceipt', approver, { by: 'approver', received: '2026-01-05', evidence: 'receipt 8' });
    const authorisations = await service.registers.of(true).authorisations(id);
    const fact = authorisations.find(a => a.entry === 'o1')!;
    expect(fact).toMatchObject({ person: 'servanda', roles: ['service'] });
    expect(decodeJwt(String(decodeJwt(fact.token)['onBehalf']))).toHaveProperty('identity', approver.identity);
    expect((await service.registers.of(true).rows(id)).find(r => r.entry.id === 'o1')?.entered.by).toBe('approver');
  });

  it('is not drafted without a right, or for a Party one does not act for, and nothing is written', async () => {
    const before = await lines();
    expect((await failure(draft('o2', undefined, 'drafter'))).message).toMatch(/identity sign notice\/guarded\/o2 draft --request/);
    expect((await failure(draft('o3', await person('officer', 'AZ', 'drafter'), 'officer'))).message).toMatch(/represents AZ/);
    expect((await failure(draft('o4', drafter, 'somebody else'))).message).toMatch(/says somebody else/);
    expect(await lines()).toBe(before);
  });

  it('is approved by somebody other than its drafter, whatever roles the drafter has', async () => {
    const both = await person('one person', 'KZ', 'drafter', 'approver');
    await draft('o5', both, 'one person');
    expect(await refusalOf(tell('o5', 'approve', both, { by: 'one person' }))).toMatchObject({ basis: 'fourEyes' });
    expect(await log()).toMatch(/"of":"notice\/guarded\/o5".*"why":"Notice o5: one person drafted it/);
    expect((await refusalOf(tell('o5', 'approve', drafter, { by: 'drafter' }))).message).toMatch(/an approver does/);
    await tell('o5', 'approve', approver, { by: 'approver' });
  });

  it('required by a decision is not approved by whoever entered the decision, whomever it names', async () => {
    await begin(registrar, 'registrar', 'decided');
    while (!(await service.registers.of(true).rows('decided')).some(r => r.entry.id === 'n2')) await pause(50);
    const decided = messages.agreementWorkflowId('decided');
    const entry = {
      id: 'd1',
      type: 'decision.made',
      on: '2026-11-01',
      by: 'KZ',
      person: 'minister',
      authority: 'instruction 7',
      decision: 'terminate',
    };
    const asked = await withRight(approver, decided, 'record', { entry, by: 'approver' });
    await service.handle('decided').executeUpdate(messages.record, { args: [asked] });
    while (!(await service.registers.of(true).rows('decided')).some(r => r.entry.id === 'notice.d1-notice.0')) await pause(50);
    const workflowId = messages.noticeWorkflowId('decided', 'd1-notice');
    const approve = async (held: HeldIdentity, by: string) =>
      service.client.workflow
        .getHandle(workflowId)
        .executeUpdate<messages.NoticeShown, [object]>('approve', { args: [await withRight(held, workflowId, 'approve', { by })] });
    expect((await refusalOf(approve(approver, 'approver'))).message).toMatch(/approver entered the decision to give it/);
    expect(await refusalOf(approve(await person('minister', 'KZ', 'approver'), 'minister'))).toMatchObject({ basis: 'fourEyes' });
    expect((await approve(await person('colleague', 'KZ', 'approver'), 'colleague')).state).toBe('approved');
  });

  it('is not approved with a right that was used before, for a text changed since', async () => {
    await draft('o6', drafter, 'drafter');
    const request = await withRight(approver, at('o6'), 'approve', { by: 'approver' });
    const approve = () =>
      service.client.workflow.getHandle(at('o6')).executeUpdate<messages.NoticeShown, [object]>('approve', { args: [request] });
    await approve();
    await tell('o6', 'amend', drafter, { by: 'drafter', content: { kind: 'consultations', by: 'KZ', subject: 'art. 6' } });
    const before = await lines();
    expect((await refusalOf(approve())).message).toMatch(/already been used/);
    expect(await lines()).toBe(before);
  });

  it('refused a proof of receipt while it was a draft does not accept that proof later, with the spent right', async () => {
    await draft('o9', drafter, 'drafter');
    const asked = { by: 'approver', received: '2026-01-05', evidence: 'receipt 9' };
    const request = await withRight(approver, at('o9'), 'confirmReceipt', asked);
    const receive = () =>
      service.client.workflow.getHandle(at('o9')).executeUpdate<messages.NoticeShown, [object]>('confirmReceipt', { args: [request] });
    expect(await refusalOf(receive())).toMatchObject({ refused: 'noRight' });
    await tell('o9', 'approve', approver, { by: 'approver' });
    await tell('o9', 'dispatch', drafter, { by: 'drafter', on: '2026-01-02' });
    expect((await refusalOf(receive())).message).toMatch(/shown before, and refused/);
    expect((await service.registers.of(true).rows(id)).map(r => r.entry.id)).not.toContain('o9');
    expect((await tell('o9', 'confirmReceipt', approver, asked)).state).not.toBe('dispatched');
  });

  it('is not approved once the approver’s right is revoked, from that very moment', async () => {
    const leaving = await person('leaving', 'KZ', 'approver');
    await draft('o7', drafter, 'drafter');
    await draft('o8', drafter, 'drafter');
    await tell('o7', 'approve', leaving, { by: 'leaving' });
    const { jti } = decodeJwt(leaving.identity);
    await service.registers.of(true).revoke({ identity: jti!, reason: 'posted abroad' }, { by: 'test', at: Date.now() }, 'servanda');
    const before = await lines();
    expect((await refusalOf(tell('o8', 'approve', leaving, { by: 'leaving' }))).message).toMatch(/was revoked/);
    expect(
      (await refusalOf(tell('o7', 'confirmReceipt', leaving, { by: 'leaving', received: '2026-01-05', evidence: 'x' }))).refused,
    ).toBeTruthy();
    expect(await lines()).toBe(before);
  });
});

describe('an agreement under rights', () => {
  it('is not opened without the registrar’s right', async () => {
    const refused = await begin(drafter, 'drafter', 'unopened')
      .then(handle => handle.result())
      .catch((e: unknown) => e);
    expect((refused as WorkflowFailedError).cause?.message).toMatch(/may not open an agreement/);
    expect(await service.registers.of(true).has('unopened')).toBe(false);
  });

  it('has only its own workflow id: a right to another is not one to it', async () => {
    const other = messages.agreementWorkflowId('other');
    const asked = await withRight(registrar, other, 'record', { entry: notice('o9', 'AZ'), by: 'registrar' });
    const before = await lines();
    for (const [input, why] of [
      [{ agreement: id, rehearsal: true }, /misnamedWorkflow .*agreement\/guarded/],
      [undefined, /incompleteStart .*"needs":\["agreement"/],
    ] as const) {
      const handle = await service.client.workflow.start(messages.agreementWorkflow, {
        workflowId: other,
        taskQueue: 'test',
        args: input ? [input] : [],
      });
      const told = await handle.executeUpdate(messages.record, { args: [asked] }).catch((e: unknown) => e);
      const refused = await handle.result().catch((e: unknown) => e);
      expect([(told as Error).name, (refused as WorkflowFailedError).cause?.message]).toEqual([
        expect.stringMatching(/Failed|NotFound/),
        expect.stringMatching(why),
      ]);
    }
    expect(await lines()).toBe(before);
  });

  it('takes over the trusted authorities by an operator’s update, and only as the register has them', async () => {
    const second = newSigningKey();
    const operator = await person('operator', 'Centre', 'operator');
    const register = service.registers.of(true);
    const tell = async (held: HeldIdentity, keys: { kid: string; x: string }[]) =>
      service
        .handle(id)
        .executeUpdate(messages.trust, { args: [await withRight(held, workflowId, 'trust', { keys, by: decodeJwt(held.identity).sub! })] });
    const both = [authority, second].map(({ kid, x }) => ({ kid, x }));
    expect((await refusalOf(tell(operator, both))).message).toMatch(/other authorities/);
    expect(await log()).toMatch(/"of":"guarded",.*other authorities/);
    expect((await refusalOf(tell(drafter, both))).message).toMatch(/the operator does/);
    expect((await refusalOf(tell(operator, [null, null] as never))).message).toMatch(/keys must list/);
    await register.trust({ kid: second.kid, x: second.x, state: 'trusted', reason: 'second' }, { by: 'test', at: Date.now() }, 'servanda');
    const newcomer = await identityOf(second, 'newcomer', 'KZ', ['drafter']);
    const asked = { entry: notice('new1'), by: 'newcomer' };
    expect((await refusalOf(record(await withRight(newcomer, workflowId, 'record', asked)))).message).toMatch(/not trusted here/);
    await tell(operator, both);
    await record(await withRight(newcomer, workflowId, 'record', asked));
    await register.trust(
      { kid: second.kid, x: second.x, state: 'withdrawn', reason: 'no more' },
      { by: 'test', at: Date.now() },
      'servanda',
    );
    expect((await refusalOf(record(await withRight(newcomer, workflowId, 'record', { ...asked, entry: notice('new2') })))).message).toMatch(
      /not trusted here/,
    );
  });

  it('is replanned and given authorities only by those who may, and others are refused before its history has an event of it', async () => {
    const keys = [{ kid: authority.kid, x: authority.x }];
    const before = [await events(), await lines()];
    const ask = async (name: string, request: object) =>
      (await refusalOf(service.handle(id).executeUpdate(name, { args: [request] }))).message;
    for (const [name, request, why] of [
      ['replan', { by: 'drafter' }, /the operator or the registrar does/],
      ['trust', { by: 'drafter', keys }, /the operator does/],
    ] as const) {
      expect(await ask(name, request)).toMatch(/carries no right/);
      expect(await ask(name, await withRight(drafter, workflowId, name, request))).toMatch(why);
    }
    expect([await events(), await lines()]).toEqual(before);
  });

  it('still answers after it has continued as new', async () => {
    await env.sleep('6 years');
    const asked = { entry: notice('c9'), by: 'drafter' };
    expect((await refusalOf(record(asked))).message).toMatch(/carries no right/);
    await record(await withRight(drafter, workflowId, 'record', asked));
  });
});

describe('a request sent with the start of its workflow', () => {
  const tellAtStart = async (start: { type: string; workflowId: string; input: object }, name: string, request: object): Promise<Told> =>
    refusalOf(
      service.client.workflow.executeUpdateWithStart(name, {
        args: [request],
        startWorkflowOperation: new WithStartWorkflowOperation<(input: object) => Promise<unknown>>(start.type, {
          workflowId: start.workflowId,
          taskQueue: 'test',
          args: [start.input],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      }),
    );
  const kept = async (agreement = id) => (await service.registers.of(true).rows(agreement)).map(r => r.entry.id);

  it('makes no fact of a notice without the right to it, although the workflow has not yet loaded who is trusted', async () => {
    const workflowId = messages.noticeWorkflowId(id, 's1');
    const content = { kind: 'termination', by: 'AZ' };
    const asked = { agreement: id, number: 's1', direction: 'theirs', content, draftedBy: 'drafter', arrival: { received: '2026-01-05' } };
    const draft = await withRight(drafter, workflowId, 'draft', asked);
    const start = { type: messages.noticeWorkflow, workflowId, input: draft };
    expect((await tellAtStart(start, 'accept', { by: 'servanda' })).message).toMatch(/identity sign notice\/guarded\/s1 accept/);
    expect((await tellAtStart(start, 'accept', { by: 'drafter', right: draft.right })).message).toMatch(/another request/);
    await service.client.workflow.getHandle(workflowId).terminate();
    const again = { ...start, input: { agreement: id, number: 's1' } };
    const own = await withRight(drafter, workflowId, 'accept', { by: 'drafter' });
    expect((await tellAtStart(again, 'accept', own)).message).toMatch(/may not accept a notice/);
    expect(await kept()).not.toContain('s1');
    expect(await log()).toMatch(/"of":"notice\/guarded\/s1".*changed after it was signed/);
  });

  it('makes no proposal for a protocol that is already open', async () => {
    const workflowId = messages.protocolWorkflowId(id, 'sp1');
    const opening = { agreement: id, protocol: 'sp1', by: 'drafter', title: 'On frequencies' };
    const start = async (input: object): Promise<unknown> => {
      const handle = await service.client.workflow.start(messages.protocolWorkflow, { workflowId, taskQueue: 'test', args: [input] });
      await service.client.workflow
        .getHandle(workflowId)
        .query(messages.protocolStatus)
        .catch(() => undefined);
      return handle;
    };
    await start(await withRight(drafter, workflowId, 'openProtocol', opening));
    while (!(await kept()).includes('protocol.sp1.0')) await pause(50);
    await service.client.workflow.getHandle(workflowId).terminate();
    await start({ ...opening, by: 'servanda', proposal: { by: 'AZ', received: '2026-01-05' } });
    const refused = await service.client.workflow
      .getHandle(workflowId)
      .result()
      .catch((e: unknown) => e);
    expect((refused as WorkflowFailedError).cause?.message).toMatch(/carries no right/);
    expect(await kept()).not.toContain('sp1.proposed');
  });

  it('does not turn one Party’s notice into the other’s', async () => {
    await begin(registrar, 'registrar', 'deskless', {});
    while (!(await kept('deskless')).includes('n2')) await pause(50);
    const workflowId = messages.noticeWorkflowId('deskless', 's2');
    const content = { kind: 'consultations', by: 'KZ', subject: 'art. 5' };
    const draft = await withRight(drafter, workflowId, 'draft', { agreement: 'deskless', number: 's2', content, draftedBy: 'drafter' });
    const officer = await person('officer', 'AZ', 'drafter');
    const amended = await withRight(officer, workflowId, 'amend', { by: 'officer', content: { ...content, by: 'AZ' } });
    const refused = await tellAtStart({ type: messages.noticeWorkflow, workflowId, input: draft }, 'amend', amended);
    expect(refused.message).toMatch(/represents AZ and may not change a notice of KZ/);
    expect(await kept('deskless')).not.toContain('notice.s2.1');
  });
});
