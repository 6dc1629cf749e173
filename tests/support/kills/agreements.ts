/** The agreements of a run: invented, and registered as real ones, since a rehearsal sends no letters. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { agreementWorkflow, agreementWorkflowId, plan, type AgreementInput } from '../../../workflows/messages.ts';
import type { HeldIdentity } from '../../../identity/authority.ts';
import { withRight } from '../identities.ts';
import { inForceFrom, testAgreement } from '../test-agreement.ts';

/** Some have an end in the past reported and withdrawn over and over; the others have notices and protocols in progress. */
export const agreements = { ended: ['ended-1', 'ended-2', 'ended-3'], current: ['current-1', 'current-2', 'current-3'] };

const desk = {
  party: 'KZ',
  recipients: [
    { id: 'officer', name: 'Treaty officer', email: 'officer@example.test' },
    { id: 'director', name: 'Director', language: 'ru', email: 'director@example.test' },
  ],
};

/** Opens all of them with a registrar's right, and waits until each is running. */
export async function openAll(client: Client, registrar: HeldIdentity): Promise<void> {
  for (const id of [...agreements.ended, ...agreements.current]) {
    const description = testAgreement(id, { rehearsal: false, reminders: [], desk });
    const workflowId = agreementWorkflowId(id);
    const asked = { description, facts: inForceFrom('2021-03-10'), by: 'registrar' };
    const open = await withRight(registrar, workflowId, 'open', asked);
    const input: AgreementInput = { agreement: id, rehearsal: false, open };
    const handle = await client.workflow.start(agreementWorkflow, { workflowId, taskQueue: 'servanda', args: [input] });
    await untilKept(() => handle.query(plan));
  }
}

/** Retries a query that comes before the first plan. */
async function untilKept(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask();
      return;
    } catch (cause) {
      if (tries > 300) throw cause;
      await pause(100);
    }
  }
}
