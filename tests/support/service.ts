/** A service for tests: a worker with a register of its own, on the time-skipping server or on a plain dev server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, WithStartWorkflowOperation, WorkflowUpdateFailedError, type Connection, type WorkflowHandle } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import type { StepTools } from '../../activities/step-agreement.ts';
import type { DeliveryConfiguration } from '../../delivery/index.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import type { Language } from '../../clauses/desk.ts';
import type { Refusal } from '../../machines/refusal.ts';
import { told, type Told } from './sentences.ts';
import { contentHash } from '../../register/canonical.ts';
import type { KeyPair } from '../../identity/authority.ts';
import { authorityFile, writeSecret } from '../../identity/files.ts';
import { ensureAuthority, serviceSigner } from '../../worker/identities.ts';
import { deliveriesOf } from '../../worker/worker.ts';
import { openSecurityLog, securitySinks } from '../../worker/security-log.ts';
import { openRegisters, type Registers } from '../../register/home.ts';
import { noKeys, type Keyring } from '../../secrets/keyring.ts';
import { clientOptions, workerOptions } from '../../secrets/temporal-options.ts';
import type { agreement as keeper } from '../../workflows/agreement.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from './bundle.ts';

export interface Service {
  client: Client;
  registers: Registers;
  home: string;
  /** What was said to the log: acts, above all. */
  said: string[];
  open: (agreement: Agreement, facts?: readonly unknown[]) => Promise<WorkflowHandle<typeof keeper>>;
  handle: (agreement: string) => WorkflowHandle<typeof keeper>;
  /** Records, corrects or strikes, by the type of the entry; starts the workflow again where it had completed. */
  enter: (agreement: string, entry: { id: string; type: string } & Record<string, unknown>) => Promise<messages.Answer>;
  plan: (agreement: string) => Promise<messages.RecordedPlan>;
  /** Waits until the plan is as wanted; fails with the last plan after ten seconds. */
  planWhen: (agreement: string, is: (plan: messages.RecordedPlan) => boolean) => Promise<messages.RecordedPlan>;
  stop: () => Promise<void>;
}

export interface On {
  connection: Connection;
  nativeConnection: NativeConnection;
  namespace?: string;
}

export interface ServiceOptions {
  home?: string;
  taskQueue?: string;
  maxCachedWorkflows?: number;
  beforeCommit?: StepTools['beforeCommit'];
  afterAppend?: StepTools['afterAppend'];
  delivery?: DeliveryConfiguration;
  keys?: Keyring;
  discreet?: boolean;
  /** The authority whose identities are believed; without one no rights are asked for. */
  authority?: KeyPair;
  /** Where the register is, when it is not in files of the home. */
  databaseUrl?: string;
  /** Other workflows than ours, by the path of their code. */
  workflows?: string;
  /** False where the server's time is that of everybody. */
  timeSkipping?: boolean;
  /** In which Temporal is written. */
  language?: Language;
}

export async function startService(on: On, options: ServiceOptions = {}): Promise<Service> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'servanda-')));
  const taskQueue = options.taskQueue ?? 'test';
  const registers = await openRegisters(home, options.databaseUrl);
  const rights = options.authority && (await askForRights(registers, home, options.authority));
  const keys = options.keys ?? noKeys;
  const said: string[] = [];
  const say = (_: object, message: string) => void said.push(message);
  const log = { info: say, error: say };
  const { deliver, ...activities } = createActivities({
    registers,
    log,
    beforeCommit: options.beforeCommit,
    afterAppend: options.afterAppend,
    delivery: options.delivery ?? {},
    timeSkipping: options.timeSkipping ?? true,
    language: options.language ?? 'en',
    discreet: options.discreet ?? false,
    ...(rights ? { sign: rights.sign, security: rights.security } : {}),
  });
  const common = { connection: on.nativeConnection, namespace: on.namespace ?? 'default', ...workerOptions(keys) };
  const worker = await Worker.create({
    ...common,
    taskQueue,
    workflowBundle: await testWorkflowBundle(options.workflows, !keys.isEmpty),
    activities,
    ...(rights ? { sinks: securitySinks(rights.security) } : {}),
    ...(options.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: options.maxCachedWorkflows }),
  });
  const deliveryWorker = options.delivery && (await Worker.create({ ...common, ...deliveriesOf(taskQueue, { deliver }) }));
  const workers = deliveryWorker ? [worker, deliveryWorker] : [worker];
  const ended = Promise.all(workers.map(one => one.run()));
  // a plain client: that of the time-skipping environment skips time whenever a result is awaited
  const client = new Client({ connection: on.connection, namespace: on.namespace ?? 'default', ...clientOptions(keys) });
  const handle = (agreement: string) => client.workflow.getHandle<typeof keeper>(messages.agreementWorkflowId(agreement));
  const plan = (agreement: string) => retried(() => handle(agreement).query(messages.plan));

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
      await retried(() => started.query(messages.plan));
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
        const rehearsal = (await registers.find(agreement))?.rehearsal ?? false;
        const startWorkflowOperation = new WithStartWorkflowOperation<typeof keeper>(messages.agreementWorkflow, {
          workflowId: messages.agreementWorkflowId(agreement),
          taskQueue,
          args: [{ agreement, rehearsal }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
        return client.workflow.executeUpdateWithStart(update, { ...request, startWorkflowOperation });
      }
    },
    planWhen: async (agreement, is) => {
      for (let tries = 0; ; tries++) {
        const now = await plan(agreement);
        if (is(now)) return now;
        if (tries > 200) throw new Error(`The plan never became as wanted: ${JSON.stringify(now, null, 1)}`);
        await pause(50);
      }
    },
    stop: async () => {
      for (const one of workers) if (one.getState() === 'RUNNING') one.shutdown();
      await ended;
      await registers.close();
      if (!options.home) await rm(home, { recursive: true, force: true });
    },
  };
}

async function askForRights(registers: Registers, home: string, authority: KeyPair) {
  await writeSecret(authorityFile(home), authority, { replace: true });
  await ensureAuthority(home, registers, 'test', Date.now());
  return { sign: (await serviceSigner({ home, identity: undefined }, registers))!, security: openSecurityLog(home) };
}

/** No workflow runs under this id: it has completed, or was never started. */
const isGone = (e: unknown): boolean => e instanceof Error && (e.name === 'WorkflowNotFoundError' || /already completed/.test(e.message));

/** The refusal that an update was answered with. @throws when it was not refused. */
export async function refusalOf(update: Promise<unknown>): Promise<Told> {
  const answer = await update.catch((e: unknown) => e);
  if (!(answer instanceof WorkflowUpdateFailedError)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
  return told((answer.cause as ApplicationFailure).details![0] as Refusal);
}

/** Right after a start or a continue-as-new, a query may find no workflow task yet. */
async function retried<T>(query: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await query();
    } catch (e) {
      if (tries > 100) throw e;
      await pause(50);
    }
  }
}
