/** The way to the running service: found by TEMPORAL_ADDRESS or by the note of `up` in the home, and never waited for without end. */
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
  /** Of the server. */
  address: string;
  taskQueue: string;
  /** How letters leave, as far as this process knows. */
  delivery: Configuration['delivery'];
  home: string;
  /** In which the Temporal UI shows what is started. */
  language: Language;
  /** No agreement is opened whose id names a Party or its subject. */
  discreet: boolean;
  /** The right of a person to a request. */
  rightTo: RightTo;
  close(): Promise<void>;
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

/**
 * A key of the home that is missing is said before anything is asked: else it would be done, and its answer could not be read.
 * @throws Unavailable when nothing runs, saying how to start it; KeyMissing
 */
export async function connect(
  context: Context,
  { home, language, taskQueue, temporal, secrets, delivery }: Configuration,
): Promise<Service> {
  const { wording } = context;
  const note = readNote(home);
  const address = temporal.connection.address ?? note?.address;
  if (!address) throw new Unavailable('notRunning', { home }, wording);
  const { Client, Connection } = await import('@temporalio/client');
  const { repeats } = await import('./busy.ts');
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

/** @throws Unavailable where no worker has the key under which this process encrypts: nothing was sent */
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
  // Where nothing listens, Temporal's client would try for seconds.
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

/** Waits for an answer, at most ten seconds from when the server takes what is asked. @throws Unavailable that says what to look at */
export async function inTime<T>(
  { wording }: Pick<Context, 'wording'>,
  { client }: Pick<Service, 'client'>,
  asking: () => Promise<T>,
): Promise<T> {
  const { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } = await import('@temporalio/client');
  const { Busy, busyFor, untilTaken } = await import('./busy.ts');
  let signal: AbortSignal | undefined;
  try {
    return await untilTaken(() => client.withAbortSignal((signal = AbortSignal.timeout(patience)), asking));
  } catch (cause) {
    if (cause instanceof Busy) throw new Unavailable('busy', { seconds: busyFor / 1000 }, wording);
    if (signal?.aborted || cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw noAnswer(wording);
    const { cause: inner } = cause as { cause?: unknown };
    const said = [cause, inner].find(e => isGrpcServiceError(e));
    // Temporal counts a worker that dies at its work as a failure of it, and after three takes nothing new before it has gone on.
    if (said?.code === FAILED_PRECONDITION && said.details.includes('Workflow Task in failed state'))
      throw new Unavailable('notYet', {}, wording);
    throw ofServer(cause, wording);
  }
}

const FAILED_PRECONDITION = 9;

export const noAnswer = (wording: Wording): Unavailable => new Unavailable('noAnswer', { seconds: patience / 1000 }, wording);
