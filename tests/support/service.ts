/** A service for our own tests: requests and answers of workflows directly, without the client's checks. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, WithStartWorkflowOperation, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import type { Agreement } from '../../clauses/agreement.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { contentHash } from '../../register/canonical.ts';
import type { Registers } from '../../register/home.ts';
import { clientOptions } from '../../secrets/temporal-options.ts';
import { startWorkerOn, type On, type WorkerOnOptions } from '../../testing/test-worker.ts';
import type { agreement as keeper } from '../../workflows/agreement.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from './bundle.ts';
import { told, type Told } from './sentences.ts';

export type { On };

export interface Service {
  client: Client;
  registers: Registers;
  home: string;
  /** The log: acts, above all. */
  said: string[];
  /** @throws WorkflowFailedError with the reason if it can't be opened */
  open: (agreement: Agreement, facts?: readonly unknown[]) => Promise<WorkflowHandle<typeof keeper>>;
  handle: (agreement: string) => WorkflowHandle<typeof keeper>;
  /** Records, corrects or strikes, by the type of the entry; restarts the workflow if it had completed. */
  enter: (agreement: string, entry: { id: string; type: string } & Record<string, unknown>) => Promise<messages.Answer>;
  plan: (agreement: string) => Promise<messages.RecordedPlan>;
  /** Waits until the plan is as wanted; fails with the last plan after ten seconds. */
  planWhen: (agreement: string, is: (plan: messages.RecordedPlan) => boolean) => Promise<messages.RecordedPlan>;
  stop: () => Promise<void>;
}

export interface ServiceOptions extends Omit<WorkerOnOptions, 'bundle'> {
  /** Other workflows than ours, by the path of their code. */
  workflows?: string;
}

export async function startService(on: On, { workflows, ...options }: ServiceOptions = {}): Promise<Service> {
  const bundle = await testWorkflowBundle(workflows, Boolean(options.keys && !options.keys.isEmpty));
  const { registers, home, said, taskQueue, keys, stop } = await startWorkerOn(on, { taskQueue: 'test', ...options, bundle });
  // a plain client: that of the time-skipping environment skips time whenever a result is awaited
  const client = new Client({ connection: on.connection, namespace: on.namespace ?? 'default', ...clientOptions(keys) });
  const handle = (agreement: string) => client.workflow.getHandle<typeof keeper>(messages.agreementWorkflowId(agreement));
  const plan = (agreement: string) => retried(() => handle(agreement).query(messages.plan), handle(agreement));

  return {
    client,
    registers,
    home,
    said,
    handle,
    plan,
    open: async (agreement, facts = []) => {
      const { id, rehearsal } = agreement;
      const started = await client.workflow.start<typeof keeper>(messages.agreementWorkflow, {
        workflowId: messages.agreementWorkflowId(id),
        taskQueue,
        args: [{ agreement: id, rehearsal, open: { description: agreement, facts: [...facts], by: 'test' } }],
      });
      await retried(() => started.query(messages.plan), started);
      return started;
    },
    enter: async (agreement, entry) => {
      const update = entry.type === 'corrected' ? messages.correct : entry.type === 'struck' ? messages.strike : messages.record;
      const request = {
        args: [{ entry, by: 'test' }] as [messages.RecordRequest],
        updateId: messages.updateId(entry.id, contentHash(entry)),
      };
      try {
        return await handle(agreement).executeUpdate(update, request);
      } catch (e) {
        if (!isGone(e)) throw e;
        const kept = await registers.find(agreement);
        if (!kept) throw new Error(`No register contains ${agreement}.`, { cause: e });
        const startWorkflowOperation = new WithStartWorkflowOperation<typeof keeper>(messages.agreementWorkflow, {
          workflowId: messages.agreementWorkflowId(agreement),
          taskQueue,
          args: [{ agreement, rehearsal: kept.rehearsal }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
        return client.workflow.executeUpdateWithStart(update, { ...request, startWorkflowOperation });
      }
    },
    planWhen: async (agreement, is) => {
      for (let tries = 0; ; tries++) {
        const now = await plan(agreement);
        if (is(now)) return now;
        if (tries > 200) throw new Error(`The plan never reached the expected state: ${JSON.stringify(now, null, 1)}`);
        await pause(50);
      }
    },
    stop,
  };
}

/** No workflow is running under this id: it has completed, or was never started. */
const isGone = (e: unknown): boolean => e instanceof Error && (e.name === 'WorkflowNotFoundError' || /already completed/.test(e.message));

/** The refusal with which an update was answered. @throws if it was not refused */
export async function refusalOf(update: Promise<unknown>): Promise<Told> {
  const answer = await update.catch((e: unknown) => e);
  if (!(answer instanceof WorkflowUpdateFailedError)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return told((answer.cause as ApplicationFailure).details![0] as Refusal);
}

/** Right after a start or a continue-as-new, a query may find no workflow task yet. A failed workflow reports why at once. */
async function retried<T>(query: () => Promise<T>, of: WorkflowHandle<typeof keeper>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await query();
    } catch (e) {
      if (tries > 100) throw e;
      if ((await of.describe()).status.name === 'FAILED') await of.result();
      await pause(50);
    }
  }
}
