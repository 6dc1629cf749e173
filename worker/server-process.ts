/** The child process of the Temporal dev server: its flags, its output, its end. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { searchAttributeFlags } from './search-attributes.ts';
import type { ServerEnd } from './server-faults.ts';

export interface ServerSettings {
  address: string;
  uiAddress: string;
  namespace: string;
  file: string | undefined;
  codecEndpoint: string | undefined;
}

export interface ServerProcess {
  readonly pid: number;
  /** How it ended and its last output; undefined while it runs. */
  ended(): ServerEnd | undefined;
  onUnexpectedEnd(tell: (end: ServerEnd) => void): void;
  stop(): Promise<void>;
}

/**
 * Two rates, since a burst of due timers otherwise fires at only 20 a second; a shift that delays timers by up to a second for
 * unsynchronized machines, which a single process does not need; and time skipping for single workflows.
 */
const dynamicConfiguration = [
  'history.transferProcessorMaxPollRPS=1000',
  'history.timerProcessorMaxPollRPS=1000',
  'history.timerProcessorMaxTimeShift="10ms"',
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
];

function flags({ address, uiAddress, namespace, file, codecEndpoint }: ServerSettings): string[] {
  const fixed = ['--ip', '127.0.0.1', '--log-level', 'error', '--ui-disable-news-fetch', '--disable-config-file', '--disable-config-env'];
  const given = {
    '--port': portOf(address),
    '--ui-port': portOf(uiAddress),
    '--namespace': namespace,
    '--db-filename': file,
    '--ui-codec-endpoint': codecEndpoint,
  };
  return [
    'server',
    'start-dev',
    ...fixed,
    ...Object.entries(given).flatMap(([flag, value]) => (value === undefined ? [] : [flag, value])),
    ...dynamicConfiguration.flatMap(value => ['--dynamic-config-value', value]),
    ...searchAttributeFlags().flatMap(value => ['--search-attribute', value]),
  ];
}

const portOf = (address: string): string => address.slice(address.lastIndexOf(':') + 1);

/** Starts the server; it ends with this process, unless this process is killed outright. @throws Error if it can't be started */
export async function spawnServer(executable: string, settings: ServerSettings): Promise<ServerProcess> {
  // Writes output to a file instead of a pipe: the server must be able to outlive a killed parent without losing its database.
  const output = `${settings.file ?? join(tmpdir(), `servanda-${randomUUID()}`)}.log`;
  const fd = openSync(output, 'w', 0o600);
  // Detached, since Ctrl-C reaches the whole foreground group and the server must outlast the draining worker.
  // Only the owner may read its database: a child inherits its parent's umask at the start.
  const mask = process.umask(0o077);
  const child = spawn(executable, flags(settings), { stdio: ['ignore', fd, fd], detached: true });
  process.umask(mask);
  closeSync(fd);
  await once(child, 'spawn');
  const pid = child.pid!;

  let end: ServerEnd | undefined;
  let stopping = false;
  let unexpected = (_end: ServerEnd): void => {};
  const finish = (how: string): void => {
    end = { how, words: lastLines(output) };
    process.off('exit', kill);
    if (settings.file === undefined) rmSync(output, { force: true });
    if (!stopping) unexpected(end);
  };
  const kill = (): void => void child.kill('SIGTERM');
  process.on('exit', kill);
  child.once('exit', (code, name) => finish(name ?? `exit ${code}`));

  return {
    pid,
    ended: () => end,
    onUnexpectedEnd: tell => (unexpected = tell),
    stop: async () => {
      stopping = true;
      if (end === undefined) await endProcess(pid, () => end !== undefined);
    },
  };
}

/** What it said last, without the stack of a crash. */
function lastLines(output: string): string {
  const [said = ''] = readFileSync(output, 'utf8').split(/^goroutine \d+ /m);
  return said.trim().split('\n').slice(-12).join('\n');
}

/** Asks a process to end, waits, and kills it after ten seconds. */
export async function endProcess(pid: number, isOver: () => boolean | Promise<boolean>): Promise<void> {
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + 10_000;
  while (!(await isOver()) && Date.now() < deadline) await pause(20);
  if (!(await isOver())) signal(pid, 'SIGKILL');
  while (!(await isOver())) await pause(20);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'ESRCH') throw e;
  }
}
