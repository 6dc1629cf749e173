/** The way to the running service: found by TEMPORAL_ADDRESS or by the note of `up` in the home, and never waited for without end. */
import { createConnection } from 'node:net';
import type { Client, ConnectionOptions } from '@temporalio/client';
import type { Language } from '../../clauses/desk.ts';
import type { Configuration } from '../../worker/configuration.ts';
import { rightsOf, type RightTo } from '../asking.ts';
import { NotAsAsked } from '../failures.ts';
import { readNote } from './service-note.ts';
import type { Words } from '../words.ts';
import type { Page, World } from '../world.ts';

export interface Service {
  client: Client;
  taskQueue: string;
  /** How letters leave, as far as this process knows. */
  post: Configuration['post'];
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

/** The configuration of the environment, with the home that a flag names; `keeps`: of a process that keeps things there. @throws ConfigurationError */
export async function configurationOf(world: World, home: string | undefined, how: { keeps?: boolean } = {}): Promise<Configuration> {
  const { readConfiguration } = await import('../../worker/configuration.ts');
  return readConfiguration({ ...world.process.env, ...(home ? { SERVANDA_HOME: home } : {}) }, how);
}

/** Connects, uses and closes. @throws NotAsAsked when nothing runs, saying how to start it. */
export async function withService<T>(world: World, home: string | undefined, use: (service: Service) => Promise<T>): Promise<T> {
  const service = await connect(world, await configurationOf(world, home));
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

/**
 * A key of the home that is missing is said before anything is asked: else it would be done, and its answer could not be read.
 * @throws NotAsAsked, KeyMissing
 */
export async function connect(
  world: World,
  { home, identity, language, taskQueue, temporal, secrets, post }: Configuration,
): Promise<Service> {
  const { words } = world;
  const { m, say } = words;
  const note = readNote(home);
  const address = temporal.connection.address ?? note?.address;
  if (!address) throw new NotAsAsked(say(m.service.notRunning, { home }));
  const { Client, Connection } = await import('@temporalio/client');
  const { clientOptions } = await import('../../secrets/temporal-options.ts');
  const { assertKeysInUse } = await import('../../secrets/keys-in-use.ts');
  await assertKeysInUse(home, secrets.keys);
  const { tls, apiKey, metadata } = temporal.connection as ConnectionOptions;
  const connection = await reach(() => Connection.connect({ address, tls, apiKey, metadata, connectTimeout: 5_000 }), address, home, words);
  const namespace = temporal.connection.address ? temporal.namespace : (note?.namespace ?? temporal.namespace);
  const client = new Client({ connection, namespace, ...clientOptions(secrets.keys) });
  const rightTo = rightsOf(world, { home, identity, namespace });
  return { client, taskQueue, language, post, home, discreet: secrets.discreet, rightTo, close: () => connection.close() };
}

async function reach<T>(connecting: () => Promise<T>, address: string, home: string, { m, say }: Words): Promise<T> {
  const nobody = (why: string): NotAsAsked => new NotAsAsked(say(m.service.nobody, { address, home, why }));
  // Where nothing listens, Temporal's client would try for seconds.
  if (address.startsWith('127.0.0.1:') && !(await isListening(Number(address.split(':')[1])))) throw nobody('none');
  return connecting().catch((cause: unknown) => {
    throw nobody(cause instanceof Error ? cause.message : String(cause));
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

/** Waits for an answer, at most ten seconds. @throws NotAsAsked that says what to look at. */
export async function inTime<T>({ words }: Page, { client }: Service, asking: () => Promise<T>): Promise<T> {
  const { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } = await import('@temporalio/client');
  const { m, say } = words;
  const signal = AbortSignal.timeout(patience);
  try {
    return await client.withAbortSignal(signal, asking);
  } catch (cause) {
    if (signal.aborted || cause instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw new NotAsAsked(noAnswerIn(words));
    const { cause: inner } = cause as { cause?: unknown };
    const said = [cause, inner].find(e => isGrpcServiceError(e));
    if (said?.code === UNAVAILABLE) throw new NotAsAsked(say(m.service.gone, { why: said.details }));
    // Temporal counts a worker that dies at its work as a failure of it, and after three takes nothing new before it has gone on.
    if (said?.code === FAILED_PRECONDITION && said.details.includes('Workflow Task in failed state'))
      throw new NotAsAsked(m.service.notYet);
    throw cause;
  }
}

const UNAVAILABLE = 14;
const FAILED_PRECONDITION = 9;

/** The message when no worker answers. */
export const noAnswerIn = ({ m, say }: Words): string => say(m.service.noAnswer, { seconds: patience / 1000 });
