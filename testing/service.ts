/** A complete service for a test: a time-skipping server, a worker, and a register in its own folder. Closing it removes everything. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { contextOf } from '../client/context.ts';
import type { AgreementGiven } from '../client/requests.ts';
import { servandaOn, type Servanda } from '../client/servanda.ts';
import type { Language } from '../clauses/desk.ts';
import { createLog, installRuntime } from '../worker/log.ts';
import { startTimeSkipping } from './time-skipping.ts';
import { treatyOf, type Treaty } from './treaty.ts';
import { startWorkerOn, type WorkerOn } from './test-worker.ts';

export interface TestServiceOptions {
  /** The person who makes requests that name nobody. */
  person?: string;
  /** The language of failures and labels. */
  language?: Language;
  /** The executable of Temporal's test server; by default servanda locates it, and downloads it once. */
  executable?: string;
  /** The workflow code, if bundled ahead; by default the bundle that servanda was built with, or one made now. */
  bundle?: { codePath: string };
}

export interface TestService {
  /** The client of this service, to pass to the program under test. */
  servanda: Servanda;
  /** Opens an agreement from a file, a text in YAML, or an object. @throws Refused or InvalidRequest at once, with the reason */
  open(agreement: string | AgreementGiven): Promise<Treaty>;
  /** What it announced, reminded of and withdrew, in order. */
  readonly announcements: readonly string[];
  /** The server's address, for another client; with `home`, that client reads the same register. */
  readonly address: string;
  readonly home: string;
  /** The worker's task queue: SERVANDA_TASK_QUEUE. */
  readonly taskQueue: string;
  /** Ends worker and server, and removes the folder; once, however often it is called. */
  close(): Promise<void>;
}

export async function startTestService({
  person = 'test',
  language = 'en',
  executable,
  bundle,
}: TestServiceOptions = {}): Promise<TestService> {
  // Failures are thrown at the caller; a passing test prints nothing.
  installRuntime(createLog({ log: { level: 'silent', format: 'json' }, production: true }));
  const env = await startTimeSkipping(executable);
  const worker = await startWorkerOn(env, { bundle }).catch(async (cause: unknown) => {
    await env.teardown();
    throw cause;
  });
  return serviceOn(env, worker, { person, language });
}

function serviceOn(
  env: TestWorkflowEnvironment,
  worker: WorkerOn,
  { person, language }: { person: string; language: Language },
): TestService {
  const { home, taskQueue } = worker;
  const context = contextOf({
    address: env.address,
    home,
    person,
    language,
    env: { SERVANDA_TASK_QUEUE: taskQueue },
    now: () => env.currentTimeMs(),
  });
  const servanda = servandaOn(context);
  const end = async (): Promise<void> => {
    await context.close();
    await worker.stop();
    await env.teardown();
  };
  let ended: Promise<void> | undefined;
  return {
    servanda,
    announcements: worker.said,
    address: env.address,
    home,
    taskQueue,
    open: async agreement => treatyOf(env, context, (await servanda.open(agreement)).agreement),
    // Temporal prints an error if it is closed twice.
    close: () => (ended ??= end()),
  };
}
