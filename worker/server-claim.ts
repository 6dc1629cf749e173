/**
 * Who serves a database file: a note beside it, so that no second server is started on a file that a server still holds.
 * The note outlives a killed process; what it says is believed only while that server lives.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { command } from './command.ts';

export interface Claim {
  /** The servanda process that answers for the server. */
  holder: number;
  address: string;
  uiAddress: string;
  /** The server itself, once it is started. */
  server?: number;
}

const noteOf = (file: string): string => `${file}.server.json`;

export function readClaim(file: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(file), 'utf8')) as Claim;
  } catch {
    return undefined;
  }
}

/** A claim of this process's own: to say more in it, and to give it up. */
export interface Hold {
  amend: (more: Partial<Claim>) => void;
  drop: () => void;
}

/** Where nothing is kept in a file, there is nothing to claim. */
export const noHold: Hold = { amend: () => {}, drop: () => {} };

/** Claims a file that nobody claims; undefined when another process was faster. */
export function claim(file: string, by: Claim): Hold | undefined {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // A note that appears whole, or not at all: written aside, then linked.
  const first = aside(file, by, written => {
    try {
      linkSync(written, noteOf(file));
      return true;
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw e;
    }
  });
  return first ? holdOf(file, by) : undefined;
}

/** Takes over the claim of a process that is gone, with its server. */
export function inherit(file: string, from: Claim, holder: number): Hold {
  const hold = holdOf(file, from);
  hold.amend({ holder });
  return hold;
}

function holdOf(file: string, by: Claim): Hold {
  let mine = by;
  return {
    amend: more => {
      mine = { ...mine, ...more };
      aside(file, mine, written => renameSync(written, noteOf(file)));
    },
    drop: () => dropClaim(file, mine),
  };
}

function aside<T>(file: string, by: Claim, then: (written: string) => T): T {
  const written = `${noteOf(file)}.${randomUUID()}`;
  writeFileSync(written, `${JSON.stringify(by)}\n`, { mode: 0o600 });
  try {
    return then(written);
  } finally {
    rmSync(written, { force: true });
  }
}

/** Takes a claim away; does nothing when another has come in its place meanwhile. */
export function dropClaim(file: string, stale: Claim): void {
  const current = readClaim(file);
  if (current?.holder === stale.holder && current.server === stale.server) rmSync(noteOf(file), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    // Alive, and another user's.
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process is a Temporal server on this very file: process ids are used again. */
export async function isServerOn(file: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const line = await commandLine(pid);
  // Where the command line cannot be seen, a living process is taken for the server: better to refuse than to start a second one.
  return line === undefined || (line.includes('start-dev') && line.includes(file));
}

async function commandLine(pid: number): Promise<string | undefined> {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return command('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {}, 10_000).catch(() => undefined);
  }
}
