/** A whole service for a test: a time-skipping server, a worker and a register in a folder of its own; nothing of it is left when it is closed. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { contextOf } from '../client/context.ts';
import type { AgreementGiven } from '../client/requests.ts';
import { servandaOn, type Servanda } from '../client/servanda.ts';
import type { Language } from '../clauses/desk.ts';
import { createLog, installRuntime } from '../worker/log.ts';
import { startTimeSkipping } from './time-skipping.ts';
import { treatyOf, type Treaty } from './treaty.ts';
import { startWorkerOn, type WorkerOn } from './worker-on.ts';

export interface TestServiceOptions {
  /** Who asks, where a request names nobody. */
  person?: string;
  /** In which failures and labels are said. */
  language?: Language;
  /** The executable of Temporal's test server; by default it is looked for as servanda looks for it, and fetched once. */
  executable?: string;
  /** The workflows’ code, where it was bundled ahead; by default what servanda was built with, or what is bundled now. */
  bundle?: { codePath: string };
}

export interface TestService {
  /** The client of this service: what a program under test is given. */
  servanda: Servanda;
  /** Opens an agreement: a file, the text of one in YAML, or an object. @throws Refused, InvalidRequest with the reason, at once */
  open(agreement: string | AgreementGiven): Promise<Treaty>;
  /** What it announced, reminded and withdrew, in order. */
  readonly said: readonly string[];
  /** Of the server, for a client of one's own: with `home` it reads the same register. */
  readonly address: string;
  readonly home: string;
  /** Of its worker: SERVANDA_TASK_QUEUE. */
  readonly taskQueue: string;
  close(): Promise<void>;
}

export async function startTestService({
  person = 'test',
  language = 'en',
  executable,
  bundle,
}: TestServiceOptions = {}): Promise<TestService> {
  // What is wrong is thrown at whoever asks: a test that passes says nothing.
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
  return {
    servanda,
    said: worker.said,
    address: env.address,
    home,
    taskQueue,
    open: async agreement => treatyOf(env, context, (await servanda.open(agreement)).agreement),
    close: async () => {
      await context.close();
      await worker.stop();
      await env.teardown();
    },
  };
}
