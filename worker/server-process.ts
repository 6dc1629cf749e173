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
  /** How it ended and what it said last, or undefined while it runs. */
  ended(): ServerEnd | undefined;
  onUnexpectedEnd(tell: (end: ServerEnd) => void): void;
  stop(): Promise<void>;
}

/**
 * Two rates without which a burst of due timers trickles out at 20 a second; a shift that lets a timer fire up to a second late, for clocks
 * of several machines, which one process has no use for; and time skipping for single workflows.
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

/** Starts it; it dies with this process, if this process ends in a way that it notices. @throws when there is nothing to start. */
export async function spawnServer(executable: string, settings: ServerSettings): Promise<ServerProcess> {
  // Its output goes to a file and not to a pipe: it must be able to outlive a killed parent without losing its database.
  const output = `${settings.file ?? join(tmpdir(), `servanda-${randomUUID()}`)}.log`;
  const fd = openSync(output, 'w', 0o600);
  // Detached: Ctrl-C reaches the whole foreground group, and the server must outlast the worker that drains.
  // Its database is its owner's alone: a child has the mask that its parent has when it begins.
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

function lastLines(output: string): string {
  return readFileSync(output, 'utf8').trim().split('\n').slice(-12).join('\n');
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
