/**
 * Strangers who can reach Temporal but have no identity: with a worker and workflows of their own, by starting ours, by messages. With
 * rights and without, nothing is written or sent for them, and the security log records their attempts.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkflowFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KeyPair } from '../../identity/authority.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { identityOf, withRight } from '../support/identities.ts';
import { startMailServer, type MailServer } from '../support/receivers.ts';
import { told } from '../support/sentences.ts';
import { startTimeSkippingEnvironment } from '../support/servers.ts';
import { startService, type Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const foreignCode = fileURLToPath(new URL('../support/foreign-workflow.ts', import.meta.url));
const recipients = [{ id: 'officer', name: 'The officer', email: 'officer@example.test' }];

describe.each([
  ['if rights are required', true],
  ['if no rights are required', false],
])('%s, a stranger’s workflow', (_, hasRights) => {
  let env: TestWorkflowEnvironment;
  let mail: MailServer;
  let service: Service;
  let authority: KeyPair | undefined;
  const real = 'real';
  const agreementId = messages.agreementWorkflowId(real);

  beforeAll(async () => {
    env = await startTimeSkippingEnvironment();
    mail = await startMailServer();
    authority = hasRights ? newSigningKey() : undefined;
    const delivery = { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' } };
    service = await startService(env, { delivery, timeSkipping: false, ...(authority ? { authority } : {}) });
    const description = testAgreement(real, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } });
    const open = { description, facts: inForceFrom('2021-03-10'), by: 'registrar' };
    const asked = authority
      ? await withRight(await identityOf(authority, 'registrar', '*', ['registrar']), agreementId, 'open', open)
      : open;
    await service.client.workflow.start(messages.agreementWorkflow, {
      workflowId: agreementId,
      taskQueue: 'test',
      args: [{ agreement: real, rehearsal: false, open: asked }],
    });
    await service.planWhen(real, () => true);
    // Its letters begin after its plan is there.
    await vi.waitFor(() => service.client.workflow.getHandle(messages.deliveryWorkflowId(real)).result(), 20_000);
  });
  afterAll(async () => {
    await service.stop();
    await Promise.all([mail.stop(), env.teardown()]);
  });

  const written = async () => ({ head: await service.registers.of(false).head(), sent: mail.letters.length });
  const log = async (): Promise<string> => readFile(join(service.home, 'security.log'), 'utf8');
  const refusalOf = async (ended: Promise<unknown>) => {
    const cause = await ended.then(
      () => undefined,
      (e: unknown) => e,
    );
    if (!(cause instanceof WorkflowFailedError)) throw new Error(`not refused: ${String(cause)}`);
    const failure = (cause.cause?.cause ?? cause.cause) as ApplicationFailure;
    return told(failure.details![0] as Refusal);
  };

  it('gets no activity executed for its own workflows, even under one of our names', async () => {
    const now = Date.now();
    const letter = { outbox: 1, recipient: 'officer', way: 'email', about: 'x' };
    const fact = { id: 'forged', type: 'termination.notified', by: 'AZ', received: '2026-01-05' };
    const asked = { kind: 'record', request: { entry: fact, by: 'stranger' } };
    const told = { name: 'confirmReceipt', request: { by: 'stranger', received: '2026-01-05', evidence: 'FORGED' } };
    const step = { agreement: real, id: '1', now, known: { steps: 0, asOf: '2026-01-01' } };
    const calls: [activity: string, type: string, workflowId: string, asked: object][] = [
      ['stepAgreement', 'agreement', 'agreement/other', { agreement: real, rehearsal: false, now, head: 0, asked }],
      ['stepAgreement', 'agreement', 'agreement/elsewhere', { agreement: 'elsewhere', rehearsal: false, now, head: 0, asked }],
      ['stepNotice', 'notice', 'notice/real/1', { ...step, command: { kind: 'request', ...told } }],
      ['stepProtocol', 'protocol', 'protocol/real/1', { ...step, command: { kind: 'look' } }],
      ['recordFact', 'notice', 'notice/real/1', { agreement: real, id: '1', rehearsal: false, fact, by: 'stranger', told }],
      ['deliver', 'delivery', 'delivery/real', { agreement: real, ...letter }],
      ['lettersOwed', 'delivery', 'delivery/real', { agreement: real, now }],
      ['giveUp', 'delivery', 'delivery/real', { agreement: real, now, why: 'FORGED', ...letter }],
      ['reconcileAll', 'reconciliation', 'servanda-reconciliation-foreign', {}],
      ['wakeDelivery', 'agreement', 'agreement/other', { agreement: real }],
    ];
    const before = await written();
    const stranger = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'foreign',
      workflowBundle: await testWorkflowBundle(foreignCode),
    });
    await stranger.runUntil(async () => {
      for (const [activity, ours, workflowId, input] of calls)
        for (const type of ['foreign', ours]) {
          const options = {
            workflowId,
            taskQueue: 'foreign',
            args: [{ taskQueue: activity === 'deliver' ? messages.deliveriesQueue('test') : 'test', activity, asked: input }],
          };
          expect(await refusalOf(service.client.workflow.execute(type, options)), `${activity} by ${type}`).toMatchObject({
            refused: 'notAllowed',
            message: expect.stringMatching(/own workflows only/),
          });
        }
    });
    expect(await written()).toEqual(before);
    if (hasRights) for (const [activity] of calls) expect(await log()).toContain(`"asked":"${activity}"`);
  });

  it('starts none of our workflows for an unopened agreement, under another name, or as if continued from an earlier run', async () => {
    const before = await written();
    const start = (type: string, workflowId: string, input: object) =>
      refusalOf(service.client.workflow.execute(type, { workflowId, taskQueue: 'test', args: [input] }));
    await service.handle(real).terminate('a stranger in the Temporal UI');
    for (const carried of [
      { head: 99, reached: '2026-11-01' },
      { head: 1, reached: '2100-01-01' },
      { head: 'x', reached: 7 },
    ])
      expect((await start('agreement', agreementId, { agreement: real, rehearsal: false, carried })).message).toMatch(
        /does not match the register/,
      );
    const nobodys = { agreement: 'nobodys', rehearsal: false };
    expect((await start('agreement', 'agreement/nobodys', nobodys)).message).toMatch(/has no description of nobodys/);
    expect((await start('notice', 'notice/nobodys/1', { agreement: 'nobodys', number: '1' })).message).toMatch(/nobodys/);
    expect((await start('protocol', 'protocol/nobodys/1', { agreement: 'nobodys', protocol: '1', by: 'x' })).message).toMatch(/nobodys/);
    expect((await start('delivery', 'delivery/nobodys', nobodys)).message).toMatch(/nobodys/);
    expect((await start('delivery', 'delivery/real-2', { agreement: real })).message).toMatch(/delivery\/real/);
    const deep = (depth: number): unknown => (depth ? [deep(depth - 1)] : 'x');
    for (const type of ['agreement', 'notice', 'protocol', 'delivery'])
      for (const input of [
        null,
        'x',
        {},
        { agreement: {} },
        { agreement: [real], number: ['1'], protocol: ['1'] },
        { agreement: deep(40) },
      ])
        expect((await start(type, `${type}/${real}-3`, input as object)).message, JSON.stringify({ type, input })).toMatch(
          /needs|nested deeper/,
        );
    expect((await start('agreement', 'agreement/real-2', { agreement: real, rehearsal: false })).message).toBeTruthy();
    expect((await written()).head.hash).toBe(before.head.hash);
    await service.client.workflow.start('agreement', {
      workflowId: agreementId,
      taskQueue: 'test',
      args: [{ agreement: real, rehearsal: false, plan: { asOf: '2100-01-01', timers: [], over: true }, head: 99, trusted: [] }],
    });
    expect((await service.planWhen(real, () => true)).standing.status).toBe('inForce');
    await service.handle(real).terminate();
    await service.client.workflow.start('agreement', {
      workflowId: agreementId,
      taskQueue: 'test',
      args: [{ agreement: real, rehearsal: false, carried: { head: 1, reached: '1999-01-01' } }],
    });
    await service.planWhen(real, () => true);
    expect(await written()).toEqual(before);
  });

  it('can’t bring a real agreement to a day that has not come', async () => {
    const before = await written();
    await env.sleep('400 days');
    await service.client.workflow.start('agreement', {
      workflowId: agreementId,
      taskQueue: 'test',
      args: [{ agreement: real, rehearsal: false, carried: { head: 1, reached: '1999-01-01' } }],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    const details = async () => JSON.stringify(await service.handle(real).query('__temporal_workflow_metadata'));
    await expect.poll(details, { timeout: 30_000 }).toMatch(/Time is skipped in rehearsals only/);
    await service.handle(real).terminate();
    expect(await written()).toEqual(before);
  });
});
