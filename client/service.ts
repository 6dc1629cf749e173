/** The connection to the running service, found by TEMPORAL_ADDRESS or by the note of `up` in its home. No call waits without a limit. */
import { createConnection } from 'node:net';
import type { Client, ConnectionOptions } from '@temporalio/client';
import type { Language } from '../clauses/desk.ts';
import { serverFaultOf } from '../reconciliation/server-fault.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { Configuration } from '../worker/configuration.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { ofServer, Unavailable } from './failures.ts';
import { rightsOf, type RightTo } from './rights.ts';
import { readNote } from './service-note.ts';

export interface Service {
  client: Client;
  /** The server's address. */
  address: string;
  taskQueue: string;
  /** How letters are sent, as far as this process knows. */
  delivery: Configuration['delivery'];
  home: string;
  /** The language of summaries in the Temporal UI. */
  language: Language;
  /** Rejects agreements whose id reveals a Party or the subject. */
  discreet: boolean;
  /** Signs a person's right to a request. */
  rightTo: RightTo;
  close(): Promise<void>;
}

/** The time limit for an answer, in milliseconds. */
const patience = 10_000;

/**
 * Checks the home's keys before any request: with one missing, the request would be carried out and its answer could not be read.
 * @throws KeyMissing; Unavailable, with instructions to start it, if nothing runs
 */
export async function connect(
  context: Context,
  { home, language, taskQueue, temporal, secrets, delivery }: Configuration,
): Promise<Service> {
  const { wording } = context;
  const note = readNote(home);
  const address = temporal.connection.address ?? note?.address;
  if (!address) throw new Unavailable('notRunning', { home, given: String(context.isHomeGiven) }, wording);
  const { Client, Connection } = await import('@temporalio/client');
  const { repeats } = await import('./retry-while-busy.ts');
  const { clientOptions } = await import('../secrets/temporal-options.ts');
  const { assertKeysInUse } = await import('../secrets/keys-in-use.ts');
  await assertKeysInUse(home, secrets.keys);
  const { tls, apiKey, metadata } = temporal.connection as ConnectionOptions;
  const connection = await reach(
    () => Connection.connect({ address, tls, apiKey, metadata, connectTimeout: 5_000, interceptors: [repeats] }),
    address,
    home,
    wording,
  );
  const namespace = temporal.connection.address ? temporal.namespace : (note?.namespace ?? temporal.namespace);
  const client = new Client({ connection, namespace, ...clientOptions(secrets.keys) });
  await refuseKeyOfNoWorker(client, taskQueue, secrets.keys, wording).catch(async (cause: unknown) => {
    await connection.close();
    throw cause;
  });
  const rightTo = rightsOf(context, namespace);
  return { client, address, taskQueue, language, delivery, home, discreet: secrets.discreet, rightTo, close: () => connection.close() };
}

/** @throws Unavailable if no worker has the key that this process encrypts with; nothing was sent */
async function refuseKeyOfNoWorker(client: Client, taskQueue: string, { ids: [key] }: Keyring, wording: Wording): Promise<void> {
  if (key === undefined) return;
  const { workerWithout } = await import('../secrets/worker-keys.ts');
  const { namespace } = client.options;
  // 1: pollers of workflow tasks.
  const described = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 });
  const worker = workerWithout(key, described.pollers?.map(p => p.identity ?? '') ?? []);
  if (worker !== undefined) throw new Unavailable('keyOfNoWorker', { key, worker }, wording);
}

async function reach<T>(connecting: () => Promise<T>, address: string, home: string, wording: Wording): Promise<T> {
  const nobody = (why: string): Unavailable => new Unavailable('nobody', { address, home, why }, wording);
  // If nothing listens, Temporal's client would retry for seconds.
  if (address.startsWith('127.0.0.1:') && !(await isListening(Number(address.split(':')[1])))) throw nobody('none');
  return connecting().catch((cause: unknown) => {
    const fault = serverFaultOf(cause);
    if (fault && fault.code !== 'gone') throw ofServer(cause, wording);
    throw nobody(fault?.why ?? (cause instanceof Error ? cause.message : String(cause)));
  });
}

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Waits for an answer at most ten seconds from when the server accepts the request. @throws Unavailable, with what to check */
export async function withTimeout<T>(
  { wording }: Pick<Context, 'wording'>,
  { client }: Pick<Service, 'client'>,
  asking: () => Promise<T>,
): Promise<T> {
  const { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } = await import('@temporalio/client');
  const { Busy, busyFor, retryWhileBusy } = await import('./retry-while-busy.ts');
  let signal: AbortSignal | undefined;
  try {
    return await retryWhileBusy(() => client.withAbortSignal((signal = AbortSignal.timeout(patience)), asking));
  } catch (cause) {
    if (cause instanceof Busy) throw new Unavailable('busy', { seconds: busyFor / 1000 }, wording);
    if (signal?.aborted || cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw noAnswer(wording);
    const { cause: inner } = cause as { cause?: unknown };
    const said = [cause, inner].find(e => isGrpcServiceError(e));
    // Temporal counts the death of a worker during a task as a failure of that task, and after three accepts nothing new until the workflow
    // has progressed.
    if (said?.code === FAILED_PRECONDITION && said.details.includes('Workflow Task in failed state'))
      throw new Unavailable('notYet', {}, wording);
    throw ofServer(cause, wording);
  }
}

const FAILED_PRECONDITION = 9;

export const noAnswer = (wording: Wording): Unavailable => new Unavailable('noAnswer', { seconds: patience / 1000 }, wording);
