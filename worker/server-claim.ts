/**
 * Records beside a database file which process serves it, so that no second server is started on a file in use. The record outlives a
 * killed process and counts only while that server is alive.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { command } from './command.ts';

export interface Claim {
  /** The servanda process responsible for the server. */
  holder: number;
  address: string;
  uiAddress: string;
  /** The server process, once started. */
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

/** This process's own claim, which it can amend and drop. */
export interface Hold {
  amend: (more: Partial<Claim>) => void;
  drop: () => void;
}

/** Without a database file there is nothing to claim. */
export const noHold: Hold = { amend: () => {}, drop: () => {} };

/** Claims an unclaimed file; undefined if another process was faster. */
export function claim(file: string, by: Claim): Hold | undefined {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written aside and then linked, so that it appears atomically.
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

/** Takes over the claim and the server of a process that has ended. */
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

/** Removes a claim, unless another has replaced it in the meantime. */
export function dropClaim(file: string, stale: Claim): void {
  const current = readClaim(file);
  if (current?.holder === stale.holder && current.server === stale.server) rmSync(noteOf(file), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    // Alive, but owned by another user.
    return (e as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process is a Temporal server on this file, since process ids are reused. */
export async function isServerOn(file: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const line = await commandLine(pid);
  // If the command line can't be read, assumes that it is: better to refuse than to start a second server.
  return line === undefined || (line.includes('start-dev') && line.includes(file));
}

async function commandLine(pid: number): Promise<string | undefined> {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return command('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {}, 10_000).catch(() => undefined);
  }
}
