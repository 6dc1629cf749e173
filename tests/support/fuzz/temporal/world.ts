/**
 * The target of the messages: a dev server and a service of the run's own, with an authority and keys as in production; agreements with
 * notices and protocols in progress, and letters that a webhook never accepts, so that their workflows keep running.
 */
import { Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { HeldIdentity } from '../../../../identity/authority.ts';
import type { Role } from '../../../../machines/rights.ts';
import type { Keeper } from '../../../../reconciliation/rebuild.ts';
import { Keyring } from '../../../../secrets/keyring.ts';
import { newSigningKey } from '../../../../secrets/signing-key.ts';
import { workerOptions } from '../../../../secrets/temporal-options.ts';
import { locateExecutable } from '../../../../worker/locator.ts';
import * as messages from '../../../../workflows/messages.ts';
import { testWorkflowBundle } from '../../bundle.ts';
import { identityOf, withRight } from '../../identities.ts';
import { startOnDevServer, type OnDevServer } from '../../on-dev-server.ts';
import { startMailServer, startReceiver, type MailServer, type Receiver } from '../../receivers.ts';
import { startService, type Service } from '../../service.ts';
import { inForceFrom, testAgreement } from '../../test-agreement.ts';
import { agreements } from './inputs.ts';

export interface TemporalWorld {
  on: OnDevServer;
  service: Service;
  keys: Keyring;
  mail: MailServer;
  receiver: Receiver;
  persons: ReadonlyMap<string, HeldIdentity>;
  keeper: Keeper;
  /** Opens the notice or the protocol of that id, unless it is already open. */
  begin: (workflowId: string) => Promise<void>;
  stop: () => Promise<void>;
}

const roles: readonly Role[] = ['registrar', 'operator', 'drafter', 'approver', 'reader'];
const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
const foreignCode = fileURLToPath(new URL('../../foreign-workflow.ts', import.meta.url));
const day = 86_400_000;

export async function openWorld(): Promise<TemporalWorld> {
  const on = await startOnDevServer({ executable: await locateExecutable('temporal', { say: () => {} }) });
  const [mail, receiver] = [await startMailServer(), await startReceiver()];
  receiver.refuse(Number.POSITIVE_INFINITY, 503);
  const [authority, keys] = [newSigningKey(), new Keyring([{ id: '2026', bytes: Buffer.alloc(32, 'a') }])];
  const delivery = { mail: { url: mail.url, from: 'Treaties <treaties@example.test>' }, webhookSecret, webhookAllow: ['http://127.0.0.1'] };
  const service = await startService(on, { authority, keys, delivery, timeSkipping: false });
  const until = Date.now() + day;
  const persons = new Map<string, HeldIdentity>();
  for (const role of roles) persons.set(role, await identityOf(authority, role, '*', [role], { until }));
  const foreign = await Worker.create({
    connection: on.nativeConnection,
    taskQueue: 'foreign',
    workflowBundle: await testWorkflowBundle(foreignCode, true),
    ...workerOptions(keys),
  });
  const foreignEnded = foreign.run();

  const start = async (type: string, workflowId: string, name: string, by: string, asked: object, more: object = {}) => {
    const request = await withRight(persons.get(by)!, workflowId, name, asked);
    const args = [name === 'open' ? { ...more, open: request } : request];
    await service.client.workflow.start(type, { workflowId, taskQueue: 'test', args });
  };
  for (const id of agreements) {
    const recipients = [
      { id: 'officer', name: 'The officer', email: 'officer@example.test' },
      { id: 'program', name: 'A program', webhook: receiver.url },
    ];
    const description = testAgreement(id, { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } });
    const open = { description, facts: inForceFrom('2021-03-10'), by: 'registrar' };
    await start('agreement', messages.agreementWorkflowId(id), 'open', 'registrar', open, { agreement: id, rehearsal: false });
    await service.planWhen(id, () => true);
  }

  const begun = new Set<string>();
  const begin = async (workflowId: string): Promise<void> => {
    const [type, agreement, number] = workflowId.split('/') as [string, string, string];
    if (!number || begun.has(workflowId)) return;
    begun.add(workflowId);
    if (type === 'notice') {
      const content = { kind: 'consultations', by: 'KZ', subject: 'article 5' };
      await start('notice', workflowId, 'draft', 'drafter', { agreement, number, content, draftedBy: 'drafter' });
    } else await start('protocol', workflowId, 'openProtocol', 'drafter', { agreement, protocol: number, by: 'drafter' });
    for (let tries = 0; tries < 100; tries += 1)
      if (
        await service.client.workflow
          .getHandle(workflowId)
          .query('status')
          .then(Boolean, () => false)
      )
        return;
  };
  const keeper: Keeper = {
    client: service.client,
    taskQueue: 'test',
    registers: service.registers,
    delivery,
    language: 'en',
    toReplan: workflowId => withRight(persons.get('operator')!, workflowId, 'replan', { by: 'operator' }),
  };
  return {
    on,
    service,
    keys,
    mail,
    receiver,
    persons,
    keeper,
    begin,
    stop: async () => {
      foreign.shutdown();
      await foreignEnded;
      await service.stop();
      await Promise.all([mail.stop(), receiver.stop()]);
      await on.stop();
    },
  };
}
