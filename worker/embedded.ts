/**
 * The embedded Temporal server: the Temporal CLI's dev server as a child process, with its database in a file. If a killed process left a
 * server running on the same file, it is reused, never started twice.
 */
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { locateServer } from './locator.ts';
import type { Log } from './log.ts';
import type { LogNote } from './log-notes.ts';
import { NotStarted } from './not-started.ts';
import { noted } from './log-note.ts';
import { answersInTime, portOrAnother } from './ports.ts';
import { claim, dropClaim, inherit, isAlive, isServerOn, noHold, readClaim, type Claim, type Hold } from './server-claim.ts';
import type { ServerEnd, StartFault } from './server-faults.ts';
import { endProcess, spawnServer } from './server-process.ts';

export interface DevServerOptions {
  /** The database file; if absent, everything is in memory and lost at shutdown. */
  file?: string;
  /** Ports on 127.0.0.1; if one is taken, it is reported and another used. 0: any free port. */
  port?: number;
  uiPort?: number;
  namespace?: string;
  /** The address of the codec server with which the UI shows clear text. */
  codecEndpoint?: string | undefined;
  /** Path of the `temporal` executable; defaults to the locator's result. */
  executable?: string;
  log: Log;
}

export interface DevServer {
  address: string;
  /** Absent for a server named by TEMPORAL_ADDRESS. */
  uiAddress?: string;
  pid?: number;
  /** Stops the server if this process is responsible for it; returns the same promise each time. */
  stop(): Promise<void>;
}

/** Starts the dev server, or reuses the one already serving the file, and waits until it answers. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { log } = options;
  if (options.executable !== undefined) return startOn(options, options.executable);
  const found = await locateServer('temporal', { say: note => noted(log, 'info', note) });
  return 'address' in found ? { address: found.address, stop: async () => {} } : startOn(options, found.path);
}

async function startOn(options: DevServerOptions, executable: string): Promise<DevServer> {
  if (options.file === undefined) return startNew(options, executable, noHold, await addresses(options));
  const file = resolve(options.file);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const existing = readClaim(file);
    if (!existing) {
      const at = await addresses(options);
      const hold = claim(file, { holder: process.pid, ...at });
      if (hold) return startNew({ ...options, file }, executable, hold, at);
    } else if (existing.server !== undefined && (await isServerOn(file, existing.server))) {
      const taken = await takeOver(file, existing, existing.server, options.log);
      if (taken) return taken;
    } else if (existing.server === undefined && isAlive(existing.holder)) {
      if (Date.now() > deadline) throw new NotStarted({ code: 'serverBeingStarted', pid: existing.holder, file });
      await pause(100);
    } else {
      dropClaim(file, existing);
    }
  }
}

type Addresses = Pick<Claim, 'address' | 'uiAddress'>;

async function addresses({ port = 7233, uiPort = 8233, log }: DevServerOptions): Promise<Addresses> {
  const warn = (note: LogNote): void => noted(log, 'warn', note);
  const chosen = await portOrAnother(port, 'server', warn);
  const chosenForUi = await portOrAnother(uiPort, 'ui', warn);
  return { address: `127.0.0.1:${chosen}`, uiAddress: `http://127.0.0.1:${chosenForUi}` };
}

/** How long to wait for a server before restarting it on other ports, in milliseconds. */
const patience = [20_000, 40_000, 60_000];

async function startNew(options: DevServerOptions, executable: string, hold: Hold, at: Addresses, waits = patience): Promise<DevServer> {
  const { file, log, namespace = 'default', codecEndpoint } = options;
  try {
    const server = await spawnServer(executable, { ...at, namespace, file, codecEndpoint });
    hold.amend({ ...at, server: server.pid });
    const isThere = await answersInTime(at.address, { milliseconds: waits[0]!, unless: () => server.ended() !== undefined });
    if (!isThere || server.ended() !== undefined) {
      const isSilent = server.ended() === undefined;
      await server.stop();
      const end = server.ended() ?? { how: '', words: '' };
      throw new NoAnswer({ code: 'serverNotAnswering', executable, address: at.address, ...end }, isSilent || isPortConflict(end));
    }
    server.onUnexpectedEnd(end => noted(log, 'error', { code: 'serverEnded', ...end }));
    log.debug({ pid: server.pid, ...at, file }, 'Temporal server started');
    return { ...at, pid: server.pid, stop: once(() => server.stop().finally(hold.drop)) };
  } catch (e) {
    // A free port can be taken before the server starts, which also opens ports of its own.
    if (waits.length > 1 && e instanceof NoAnswer && e.otherPortsMayHelp) {
      hold.amend({ server: undefined });
      return startNew(options, executable, hold, await addresses(options), waits.slice(1));
    }
    hold.drop();
    throw e instanceof NoAnswer ? e : new NotStarted({ code: 'serverNotStarted', executable, why: (e as Error).message }, { cause: e });
  }
}

/** On a port that is in use, the server says so, or crashes. */
const isPortConflict = ({ words }: ServerEnd): boolean => words.includes('address already in use') || /^(panic|fatal error): /m.test(words);

class NoAnswer extends NotStarted {
  constructor(
    fault: StartFault,
    /** It said nothing, or that a port was taken. */
    readonly otherPortsMayHelp: boolean,
  ) {
    super(fault);
  }
}

/**
 * Reuses a running server: at shutdown it is left running if the process that started it is alive, and stopped otherwise. Undefined if it
 * is just ending.
 */
async function takeOver(file: string, existing: Claim, pid: number, log: Log): Promise<DevServer | undefined> {
  const { address, uiAddress } = existing;
  if (!(await answersInTime(address, { milliseconds: 30_000, unless: () => !isAlive(pid) }))) {
    if (!(await isServerOn(file, pid))) return undefined;
    throw new NotStarted({ code: 'serverSilent', pid, file, address });
  }
  const shared = isAlive(existing.holder) && existing.holder !== process.pid;
  if (shared) {
    noted(log, 'info', { code: 'serverShared', pid: existing.holder, address });
    return { address, uiAddress, pid, stop: async () => {} };
  }
  noted(log, 'info', { code: 'serverInherited', pid, file, address });
  const hold = inherit(file, existing, process.pid);
  return { address, uiAddress, pid, stop: once(() => endProcess(pid, async () => !(await isServerOn(file, pid))).finally(hold.drop)) };
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}
