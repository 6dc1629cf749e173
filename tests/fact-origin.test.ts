/** The fact that a notice or a protocol results in: derived from the register and the request, whatever its workflow claims. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActivities, type Activities } from '../activities/index.ts';
import type { AgreementCommand, Stepped } from '../activities/step-agreement.ts';
import { originTarget, derivedFact, isRecorded } from '../activities/fact-origin.ts';
import { dossierOf } from '../dossier/dossier.ts';
import { requestHash } from '../identity/request-hash.ts';
import type { Holder } from '../machines/rights.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import type { FactOrigin } from '../workflows/messages.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';

const agreement = testAgreement('kept');
let home: string;
let registers: Registers;
let activities: Activities;
const now = Date.parse('2023-03-01T08:00:00Z');

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-'));
  registers = await openRegisters(home);
  activities = createActivities({ registers, log: { info: () => {}, error: () => {} } });
  await step({ kind: 'open', open: { description: agreement, facts: inForceFrom('2021-03-10'), by: 'registrar' } });
});
afterEach(async () => {
  await registers.close();
  await rm(home, { recursive: true, force: true });
});

const inWorkflow = (workflowType: string, workflowId: string) =>
  new MockActivityEnvironment({ isLocal: true, workflowType, workflowExecution: { workflowId, runId: 'r' } });
const step = (asked: AgreementCommand): Promise<Stepped> =>
  inWorkflow('agreement', 'agreement/kept').run(activities.stepAgreement, { agreement: 'kept', rehearsal: true, now, head: 0, asked });
const notice = (id: string, command: object) =>
  inWorkflow('notice', `notice/kept/${id}`).run(activities.stepNotice as never, { agreement: 'kept', id, now, command });
const protocol = (id: string, command: object) =>
  inWorkflow('protocol', `protocol/kept/${id}`).run(activities.stepProtocol as never, { agreement: 'kept', id, now, command });

const recorded = (entry: object, origin: FactOrigin, by = origin.request.by) =>
  step({ kind: 'record', request: { entry, by, origin } }).then(
    ({ answer }) => answer.entry.id,
    (cause: unknown) => {
      if (!(cause instanceof ApplicationFailure)) throw cause;
      return (cause.details![0] as { code: string }).code;
    },
  );
const dossier = async () => dossierOf('kept', await registers.of(true).stateOf('kept'), true);
const refusalTo = (origin: FactOrigin, holder: Omit<Holder, 'person'>) =>
  dossier().then(d => derivedFact(origin, d, now).whyNot({ person: 'officer', ...holder })?.code);
const ids = async () => (await registers.of(true).rows('kept')).map(r => r.entry.id);

describe('an accepted notice of the other Party', () => {
  const origin = (more: Partial<FactOrigin> = {}): FactOrigin => ({
    kind: 'notice',
    id: 't1',
    name: 'accept',
    request: { by: 'officer' },
    ...more,
  });
  const fact = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2023-02-20', evidence: 'stamp 8' };

  beforeEach(async () => {
    const content = { kind: 'termination', by: 'AZ' };
    const arrival = { received: '2023-02-20', evidence: 'stamp 8' };
    const given = { agreement: 'kept', number: 't1', direction: 'theirs', content, draftedBy: 'officer', arrival };
    await notice('t1', { kind: 'open', given });
  });

  it('becomes the fact that its steps describe', async () => {
    expect(await recorded(fact, origin())).toBe('t1');
    expect(await ids()).toContain('t1');
  });

  it.each([
    ['of the other Party', { ...fact, by: 'KZ' }],
    ['received on another day', { ...fact, received: '2023-02-10' }],
    ['under another id', { ...fact, id: 't2' }],
    ['of another type', { id: 't1', type: 'note.received', by: 'AZ', received: '2023-02-20', subject: 'x' }],
    ['without its evidence', { id: 't1', type: 'termination.notified', by: 'AZ', received: '2023-02-20' }],
  ])('becomes no fact %s', async (_, entry) => {
    expect(await recorded(entry, origin())).toBe('noFactOf');
    expect(await ids()).not.toContain(entry.id);
  });

  it('is recorded in the name of the person who accepted it, and of nobody else', async () => {
    expect(await recorded(fact, origin(), 'somebody else')).toBe('noFactOf');
  });

  it('becomes no fact by a request that creates none, or that no notice accepts', async () => {
    for (const more of [
      { id: 'unknown' },
      { kind: 'protocol' as const },
      { kind: 'letter' as never },
      { name: 'sign' as const },
      { name: 'toString' as never },
    ])
      expect(await recorded(fact, origin(more)), JSON.stringify(more)).toMatch(/noFactOf|unknownProtocol|malformed/);
    expect(await recorded(fact, origin({ name: 'approve' }))).not.toBe('t1');
    expect(await ids()).not.toContain('t1');
  });

  it('is recorded by an approver of the Party that received it, or by the registrar', async () => {
    expect(await refusalTo(origin(), { actsFor: 'KZ', roles: ['approver'] })).toBeUndefined();
    expect(await refusalTo(origin(), { actsFor: 'AZ', roles: ['registrar'] })).toBeUndefined();
    expect(await refusalTo(origin(), { actsFor: 'AZ', roles: ['approver'] })).toBe('otherDesk');
    expect(await refusalTo(origin(), { actsFor: 'KZ', roles: ['drafter'] })).toBe('roleNeeded');
  });

  it('that is found defective becomes a fact with its defect', async () => {
    const found = origin({ name: 'findDefective', request: { by: 'officer', reason: 'unsigned' } as FactOrigin['request'] });
    expect(await recorded(fact, found)).toBe('noFactOf');
    expect(await recorded({ ...fact, defect: 'unsigned' }, found)).toBe('t1');
  });
});

describe('a notice of one’s own', () => {
  const receipt = { received: '2023-02-20', evidence: 'stamp 8' };
  const origin = { kind: 'notice', id: 't1', name: 'confirmReceipt', request: { by: 'officer', ...receipt } } as unknown as FactOrigin;
  const fact = { id: 't1', type: 'termination.notified', by: 'KZ', dispatched: '2023-02-15', ...receipt };
  const asked = (name: string, request: object) => notice('t1', { kind: 'request', name, request });

  beforeEach(async () => {
    const content = { kind: 'termination', by: 'KZ' };
    await notice('t1', { kind: 'open', given: { agreement: 'kept', number: 't1', content, draftedBy: 'drafter' } });
  });

  it('becomes a fact once its receipt is confirmed', async () => {
    await asked('approve', { by: 'officer' });
    await asked('dispatch', { by: 'officer', on: '2023-02-15' });
    expect(await recorded({ ...fact, received: '2023-02-21' }, origin)).toBe('noFactOf');
    const recalled = { name: 'recall', request: { by: 'officer', reason: 'sent in error' } } as unknown as FactOrigin;
    expect(await recorded(fact, { ...origin, ...recalled })).toBe('noFactOf');
    expect(await recorded(fact, origin)).toBe('t1');
  });

  it('becomes no fact before it is dispatched', async () => {
    await asked('approve', { by: 'officer' });
    expect(await recorded(fact, origin)).toBe('notReceivable');
    expect(await ids()).not.toContain('t1');
  });
});

it('an entry already in the ledger with the same content is accepted, whenever it was recorded', async () => {
  const fact = { id: 'x', type: 'termination.notified', by: 'AZ', received: '2023-02-20' };
  const has = (entry: object) => isRecorded({ agreement, entries: [entry] as never }, fact, now);
  expect(has(fact)).toBe(true);
  expect(has({ ...fact, recorded: '2023-02-22' })).toBe(true);
  expect(has({ ...fact, recorded: '2023-02-22', received: '2023-02-21' })).toBe(false);
  expect(has({ ...fact, id: 'y' })).toBe(false);
  expect(has({ ...fact, evidence: 'stamp 8' })).toBe(false);
});

describe('a protocol', () => {
  const opening = { agreement: 'kept', protocol: 'p1', by: 'officer', proposal: { by: 'AZ', received: '2023-02-20' } };
  const proposed = { id: 'p1.proposed', type: 'protocol.proposed', protocol: 'p1', by: 'AZ', received: '2023-02-20' };
  const opened: FactOrigin = { kind: 'protocol', id: 'p1', name: 'openProtocol', request: opening };

  beforeEach(() => protocol('p1', { kind: 'open', given: opening }));

  it('is proposed as its opening says, by nobody else, and for no other protocol', async () => {
    expect(await recorded({ ...proposed, by: 'KZ' }, opened)).toBe('noFactOf');
    expect(await recorded({ ...proposed, id: 'p2.proposed', protocol: 'p2' }, { ...opened, id: 'p2' })).toBe('noFactOf');
    const { proposal: _, ...bare } = opening;
    expect(await recorded(proposed, { ...opened, request: bare })).toBe('noFactOf');
    const kept = await dossier();
    const malformed = () => derivedFact({ ...opened, request: { by: 'officer' } }, kept, now);
    expect(malformed).toThrow(/protocol/);
    expect(await recorded(proposed, opened)).toBe('p1.proposed');
  });

  it('is proposed by someone who acts for the proposing Party, and agreed by the registrar', async () => {
    expect(await refusalTo(opened, { actsFor: 'AZ', roles: ['drafter'] })).toBeUndefined();
    expect(await refusalTo(opened, { actsFor: 'KZ', roles: ['drafter'] })).toBe('otherParty');
    await recorded(proposed, opened);
    const origin: FactOrigin = { kind: 'protocol', id: 'p1', name: 'agree', request: { by: 'officer', on: '2023-02-25' } as never };
    expect(await refusalTo(origin, { actsFor: 'AZ', roles: ['registrar'] })).toBeUndefined();
    expect(await refusalTo(origin, { actsFor: 'AZ', roles: ['approver'] })).toBe('roleNeeded');
    const agreed = { id: 'p1.agreed', type: 'protocol.agreed', protocol: 'p1', on: '2023-02-25' };
    expect(await recorded(agreed, { ...origin, kind: 'letter' as never })).toBe('noFactOf');
  });

  it('is agreed once it is proposed, on the day requested', async () => {
    const agreed = { id: 'p1.agreed', type: 'protocol.agreed', protocol: 'p1', on: '2023-02-25' };
    const origin: FactOrigin = { kind: 'protocol', id: 'p1', name: 'agree', request: { by: 'officer', on: '2023-02-25' } as never };
    await recorded(proposed, opened);
    expect(await recorded({ ...agreed, on: '2023-02-26' }, origin)).toBe('noFactOf');
    expect(await recorded(agreed, { ...origin, id: 'p9' })).toBe('unknownProtocol');
    expect(await recorded(agreed, { ...origin, name: 'settleText', request: { by: 'officer', language: 'en' } as never })).toBe('noFactOf');
    expect(await recorded(agreed, { ...origin, name: 'sign' })).toBe('notSignable');
    expect(await recorded(agreed, origin)).toBe('p1.agreed');
  });
});

it('a right shown to a notice is valid for that notice, in the namespace of the agreement', () => {
  const origin: FactOrigin = { kind: 'notice', id: 't1', name: 'accept', request: { by: 'officer', right: 'x' } };
  expect(originTarget('kept', origin, 'default/agreement/kept')).toEqual({
    audience: 'default/notice/kept/t1',
    name: 'accept',
    hash: requestHash('accept', { by: 'officer' }),
  });
});
