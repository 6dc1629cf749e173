/** Temporal's worker: runs the workflows and performs their activities, until it is told to stop. */
import { GracefulShutdownPeriodExpiredError, Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { workerOptions } from '../secrets/temporal-options.ts';
import { workerIdentity } from '../secrets/worker-keys.ts';
import { deliveriesQueue } from '../workflows/messages.ts';
import { workflowBundle } from './bundle.ts';
import type { Configuration } from './configuration.ts';
import type { Log } from './log.ts';
import { noted } from './noted.ts';
import { sayingFailures } from './saying-failures.ts';
import { onStopSignals } from './signals.ts';

export interface Work {
  config: Pick<Configuration, 'production' | 'taskQueue' | 'maxCachedWorkflows' | 'secrets' | 'temporal'>;
  connection: NativeConnection;
  /** The activities, by name; what they need they already hold. */
  activities: object;
  log: Log;
  /** Where workflows send what they can't do themselves. */
  sinks?: WorkerOptions['sinks'];
  /** The workflows' code; by default the built bundle in production, else bundled now. */
  workflowBundle?: WorkerOptions['workflowBundle'];
  /** Closes what the activities hold (the register), after the last of them. */
  close?: () => Promise<void> | void;
}

export interface RunningWorker {
  /** Takes no more work, finishes what is under way, closes the connection and then what the activities hold. */
  stop: () => Promise<void>;
  /** Settles when all is closed; rejects when the worker failed. */
  ended: Promise<void>;
}

/** Starts a worker. @throws when the bundle is missing in production, or the workflows cannot be bundled. */
export async function startWorker(work: Work): Promise<RunningWorker> {
  const { config, connection, log } = work;
  const { deliver, ...activities } = work.activities as { deliver?: unknown };
  const { interceptors, ...converters } = workerOptions(config.secrets.keys);
  const common = {
    connection,
    identity: workerIdentity(config.secrets.keys),
    namespace: config.temporal.namespace,
    ...converters,
    interceptors: { client: interceptors.client, activity: [sayingFailures(log.language)] },
    shutdownGraceTime: '10 seconds',
    // What is wedged, behind a register that does not answer, is left: the register has what was acknowledged, and it is asked again.
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

/** Letters have slots of their own: a mail server that takes a letter and says nothing holds up no notice. */
export const deliveriesOf = (taskQueue: string, { deliver }: { deliver?: unknown }) => ({
  taskQueue: deliveriesQueue(taskQueue),
  activities: { deliver } as object,
  maxConcurrentActivityTaskExecutions: 50,
});

function shutDown(workers: readonly Worker[]): void {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
}

/** Until a signal stops it. Resolves when all is closed; a second signal ends the process with 130. */
export async function untilStopped({ stop, ended }: RunningWorker, log: Log): Promise<void> {
  // A failure to stop is a failure to end, which is awaited below.
  const quiet = onStopSignals(
    note => noted(log, 'info', note),
    () => void stop().catch(() => {}),
  );
  await ended.finally(quiet);
}

/** Where one of them fails, the others are stopped too. */
async function runToTheEnd(workers: readonly Worker[], { connection, close, log }: Work): Promise<void> {
  const unlessLeft = (cause: unknown): void => {
    if (!(cause instanceof GracefulShutdownPeriodExpiredError)) throw cause;
    noted(log, 'warn', { code: 'leftUnderWay' });
  };
  try {
    const running = workers.map(worker =>
      worker
        .run()
        .finally(() => shutDown(workers))
        .catch(unlessLeft),
    );
    await Promise.allSettled(running);
    await Promise.all(running);
  } finally {
    // In this order: a connection does not close under a worker, and activities write to the register until they end.
    await connection.close().catch(unlessWedged(workers));
    await close?.();
  }
}

/** A worker that was left in the middle still holds its connection; both go with the process. */
const unlessWedged =
  (workers: readonly Worker[]) =>
  (cause: unknown): void => {
    if (!workers.some(worker => worker.getState() === 'FAILED')) throw cause;
  };
