/** A worker with its own register on an existing Temporal server: what `up` starts, without the rest of the process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@temporalio/client';
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared.js';
import { createActivities } from '../activities/index.ts';
import type { Language } from '../clauses/desk.ts';
import type { StepTools } from '../activities/step-agreement.ts';
import type { DeliveryConfiguration } from '../delivery/index.ts';
import type { KeyPair } from '../identity/authority.ts';
import { authorityFile, writeSecret } from '../identity/files.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { noKeys, type Keyring } from '../secrets/keyring.ts';
import { workerOptions } from '../secrets/temporal-options.ts';
import { workerIdentity } from '../secrets/worker-keys.ts';
import { workflowBundle } from '../worker/bundle.ts';
import { ensureAuthority, serviceSigner } from '../worker/identities.ts';
import { openSecurityLog, securitySinks } from '../worker/security-log.ts';
import { deliveriesOf } from '../worker/worker.ts';

/** The connections to a server. */
export interface On {
  connection: Connection;
  nativeConnection: NativeConnection;
  namespace?: string;
}

export interface WorkerOnOptions {
  /** The register's folder; by default a new one, removed with the worker. */
  home?: string;
  /** The register's database, if it is not in files in `home`. */
  databaseUrl?: string;
  taskQueue?: string;
  maxCachedWorkflows?: number;
  /** How letters are sent; without it, none are. */
  delivery?: DeliveryConfiguration;
  keys?: Keyring;
  discreet?: boolean;
  /** The authority whose identities are trusted; without one, no rights are required. */
  authority?: KeyPair;
  /** The language of the Temporal UI. */
  language?: Language;
  /** False if the server's time can't be skipped. */
  timeSkipping?: boolean;
  /** The workflow code; by default the bundle that servanda was built with, or one made now. */
  bundle?: WorkerOptions['workflowBundle'];
  beforeCommit?: StepTools['beforeCommit'];
  afterAppend?: StepTools['afterAppend'];
}

export interface WorkerOn {
  home: string;
  taskQueue: string;
  keys: Keyring;
  registers: Registers;
  /** The messages logged, mostly acts. */
  said: string[];
  stop: () => Promise<void>;
}

export async function startWorkerOn(on: On, options: WorkerOnOptions = {}): Promise<WorkerOn> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'servanda-')));
  const { taskQueue = 'servanda', keys = noKeys } = options;
  const registers = await openRegisters(home, options.databaseUrl);
  const security = openSecurityLog(home);
  const sign = options.authority && (await askForRights(registers, home, options.authority));
  const said: string[] = [];
  const say = (_: object, message: string) => void said.push(message);
  const { deliver, ...activities } = createActivities({
    registers,
    log: { info: say, error: say },
    beforeCommit: options.beforeCommit,
    afterAppend: options.afterAppend,
    delivery: options.delivery ?? {},
    timeSkipping: options.timeSkipping ?? true,
    language: options.language ?? 'en',
    discreet: options.discreet ?? false,
    security,
    sign,
  });
  const common = {
    identity: workerIdentity(keys),
    connection: on.nativeConnection,
    namespace: on.namespace ?? 'default',
    ...workerOptions(keys),
  };
  const worker = await Worker.create({
    ...common,
    taskQueue,
    // Runs in this process, because a thread of its own takes longer to start than many tests run.
    debugMode: true,
    workflowBundle: options.bundle ?? (await workflowBundle(false, !keys.isEmpty)),
    activities,
    sinks: securitySinks(security),
    ...(options.maxCachedWorkflows === undefined ? {} : { maxCachedWorkflows: options.maxCachedWorkflows }),
  });
  disablePromiseHook();
  const workers = options.delivery ? [worker, await Worker.create({ ...common, ...deliveriesOf(taskQueue, { deliver }) })] : [worker];
  const ended = Promise.all(workers.map(one => one.run()));
  ended.catch(() => {}); // handled when the worker stops
  return {
    home,
    taskQueue,
    keys,
    registers,
    said,
    stop: async () => {
      for (const one of workers) if (one.getState() === 'RUNNING') one.shutdown();
      await ended;
      await registers.close();
      if (!options.home) await rm(home, { recursive: true, force: true });
    },
  };
}

/**
 * Temporal records a stack for every promise, for its query `__stack_trace`. A worker in its own thread does so only there; in this process
 * it would do so for the test's promises as well, at a third of the time of many tests.
 */
function disablePromiseHook(): void {
  (globalHandlers as unknown as { stopPromiseHook: () => void }).stopPromiseHook();
  globalHandlers.promiseHookInstalled = false;
}

async function askForRights(registers: Registers, home: string, authority: KeyPair) {
  await writeSecret(authorityFile(home), authority, { replace: true });
  await ensureAuthority(home, registers, 'test', Date.now());
  return serviceSigner({ home, identity: undefined }, registers);
}
