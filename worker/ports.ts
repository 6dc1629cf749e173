/** Ports of this machine, all on 127.0.0.1, and whether a Temporal server answers on one. */
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { LogNote } from './log-notes.ts';
import { NotStarted } from './not-started.ts';

type PortTaken = Extract<LogNote, { code: 'portTaken' }>;

/** Whether a port of 127.0.0.1 is unused. */
export async function isFree(port: number): Promise<boolean> {
  return (await listen(port)) !== undefined;
}

/** An unused port. Another process may take it before it is used. */
export async function freePort(): Promise<number> {
  const port = await listen(0);
  if (port === undefined) throw new NotStarted({ code: 'noFreePort' });
  return port;
}

/** The wanted port if it is free, otherwise another, which is reported. 0: any. */
export async function portOrAnother(wanted: number, whose: PortTaken['whose'], say: (note: PortTaken) => void): Promise<number> {
  if (wanted !== 0 && (await isFree(wanted))) return wanted;
  const other = await freePort();
  if (wanted !== 0) say({ code: 'portTaken', port: wanted, whose, instead: other });
  return other;
}

function listen(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** Whether a Temporal server answers at an address now, by a real call (`getSystemInfo`). */
export async function answers(address: string): Promise<boolean> {
  // The client retries for seconds if nothing listens yet.
  if (!(await isListening(address))) return false;
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2_000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port) });
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Waits until a Temporal server answers at an address; gives up at once when `unless` returns true. */
export async function answersInTime(address: string, wait: { milliseconds: number; unless: () => boolean }): Promise<boolean> {
  const deadline = Date.now() + wait.milliseconds;
  while (Date.now() < deadline && !wait.unless()) {
    if (await answers(address)) return true;
    await pause(100);
  }
  return false;
}
