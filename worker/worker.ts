/** Temporal's worker: runs the workflows and their activities until it is stopped. */
import {
  GracefulShutdownPeriodExpiredError,
  IllegalStateError,
  Worker,
  type NativeConnection,
  type WorkerOptions,
} from '@temporalio/worker';
import { workerOptions } from '../secrets/temporal-options.ts';
import { workerIdentity } from '../secrets/worker-keys.ts';
import { deliveriesQueue } from '../workflows/messages.ts';
import { workflowBundle } from './bundle.ts';
import type { Configuration } from './configuration.ts';
import type { Log } from './log.ts';
import { noted } from './log-note.ts';
import { wordFailures } from './word-failures.ts';
import { onStopSignals } from './signals.ts';

export interface Work {
  config: Pick<Configuration, 'production' | 'taskQueue' | 'maxCachedWorkflows' | 'secrets' | 'temporal'>;
  connection: NativeConnection;
  /** The activities by name, with their dependencies already bound. */
  activities: object;
  log: Log;
  /** Sinks for what workflows can't do themselves. */
  sinks?: WorkerOptions['sinks'];
  /** The workflows' code; defaults to the prebuilt bundle in production, otherwise to one built now. */
  workflowBundle?: WorkerOptions['workflowBundle'];
  /** Closes what the activities use (the register), after the last activity. */
  close?: () => Promise<void> | void;
}

export interface RunningWorker {
  /** Accepts no more work, finishes what is in progress, closes the connection and then what the activities use. */
  stop: () => Promise<void>;
  /** Resolves when everything is closed; rejects if the worker failed. */
  ended: Promise<void>;
}

/** Starts a worker. @throws if the bundle is missing in production or the workflows can't be bundled */
export async function startWorker(work: Work): Promise<RunningWorker> {
  const { config, connection, log } = work;
  const { deliver, ...activities } = work.activities as { deliver?: unknown };
  const { interceptors, ...converters } = workerOptions(config.secrets.keys);
  const common = {
    connection,
    identity: workerIdentity(config.secrets.keys),
    namespace: config.temporal.namespace,
    ...converters,
    interceptors: { client: interceptors.client, activity: [wordFailures(log.language)] },
    shutdownGraceTime: '10 seconds',
    // Abandons activities stuck on an unresponsive register: it has what was acknowledged, and the rest is retried.
    shutdownForceTime: '20 seconds',
  } satisfies Partial<WorkerOptions>;
  const worker = await Worker.create({
    ...common,
    taskQueue: config.taskQueue,
    workflowBundle: work.workflowBundle ?? (await workflowBundle(config.production, !config.secrets.keys.isEmpty)),
    activities,
    ...(work.sinks ? { sinks: work.sinks } : {}),
    maxCachedWorkflows: config.maxCachedWorkflows,
  });
  const workers = deliver ? [worker, await Worker.create({ ...common, ...deliveriesOf(config.taskQueue, { deliver }) })] : [worker];
  const ended = runToTheEnd(workers, work);
  log.debug({ taskQueue: config.taskQueue, namespace: config.temporal.namespace }, 'worker started');
  const stop = (): Promise<void> => {
    shutDown(workers);
    return ended;
  };
  return { stop, ended };
}

/** Letters have their own slots, so that an unresponsive mail server holds up no notice. */
export const deliveriesOf = (taskQueue: string, { deliver }: { deliver?: unknown }) => ({
  taskQueue: deliveriesQueue(taskQueue),
  activities: { deliver } as object,
  maxConcurrentActivityTaskExecutions: 50,
});

/** Those that were asked to stop. */
const stopping = new WeakSet<Worker>();

function shutDown(workers: readonly Worker[]): void {
  for (const worker of workers) {
    if (worker.getState() !== 'RUNNING') continue;
    stopping.add(worker);
    worker.shutdown();
  }
}

/** Runs until a signal stops it. Resolves when everything is closed; a second signal exits with 130. */
export async function untilStopped({ stop, ended }: RunningWorker, log: Log): Promise<void> {
  // A failure to stop also rejects `ended`, which is awaited below.
  const quiet = onStopSignals(
    note => noted(log, 'info', note),
    () => void stop().catch(() => {}),
  );
  await ended.finally(quiet);
}

/** If one worker fails, stops the others too. */
async function runToTheEnd(workers: readonly Worker[], { connection, close, log }: Work): Promise<void> {
  /** A worker that gives up waiting for its work reports that, or that this work still holds it. */
  const unlessLeft = (worker: Worker) => (cause: unknown) => {
    const isLeft = cause instanceof GracefulShutdownPeriodExpiredError || (cause instanceof IllegalStateError && stopping.has(worker));
    if (!isLeft) throw cause;
    noted(log, 'warn', { code: 'leftUnderWay' });
  };
  try {
    const running = workers.map(worker =>
      worker
        .run()
        .finally(() => shutDown(workers))
        .catch(unlessLeft(worker)),
    );
    await Promise.allSettled(running);
    await Promise.all(running);
  } finally {
    // The order matters: a connection must not close under a worker, and activities write to the register until they end.
    await connection.close().catch(unlessWedged(workers));
    await close?.();
  }
}

/** An abandoned worker still holds its connection; both end with the process. */
const unlessWedged =
  (workers: readonly Worker[]) =>
  (cause: unknown): void => {
    if (!workers.some(worker => worker.getState() === 'FAILED')) throw cause;
  };
