/**
 * When a register was last verified, backed up and reconciled with Temporal, and with what outcome. Files in the home, not part of the
 * register: they prove nothing and are lost with the home.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../clauses/calendar.ts';
import { headsFile } from './backup.ts';
import { isUnwritable } from './sqlite.ts';

export interface Upkeep {
  verified: { at: Instant; sound: boolean; lines: number };
  backedUp: { at: Instant; folder: string; lines: number };
  reconciled: { at: Instant; agreements: number; differed: number; left: number };
}

const fileOf = (home: string, what: keyof Upkeep): string => join(home, 'upkeep', `${what}.json`);

/** Silently does nothing on a read-only medium, since the work itself was done. Leaves a backup unchanged. */
export async function noteUpkeep<W extends keyof Upkeep>(home: string, what: W, done: Upkeep[W]): Promise<void> {
  if (existsSync(join(home, headsFile))) return;
  const file = fileOf(home, what);
  const fresh = `${file}.${randomUUID()}`;
  try {
    // One by one: asked to make both at once on a read-only medium, Node reports that the home does not exist.
    for (const folder of [home, dirname(file)]) await mkdir(folder, { recursive: folder === home, mode: 0o700 }).catch(unlessThere);
    await writeFile(fresh, `${JSON.stringify(done)}\n`, { mode: 0o600 });
    await rename(fresh, file);
  } catch (cause) {
    if (!isUnwritable(cause)) throw cause;
  }
}

const unlessThere = (cause: NodeJS.ErrnoException): void => {
  if (cause.code !== 'EEXIST') throw cause;
};

/** Leaves out what was never done or can't be read. */
export async function readUpkeep(home: string): Promise<Partial<Upkeep>> {
  const all = ['verified', 'backedUp', 'reconciled'] as const;
  const read = await Promise.all(
    all.map(async what => {
      const text = await readFile(fileOf(home, what), 'utf8').catch(() => undefined);
      return text === undefined ? [] : [[what, parsed(text)] as const];
    }),
  );
  return Object.fromEntries(read.flat().filter(([, done]) => done !== undefined));
}

function parsed(text: string): object | undefined {
  try {
    const done: unknown = JSON.parse(text);
    return typeof done === 'object' && done !== null && 'at' in done && typeof done.at === 'number' ? done : undefined;
  } catch {
    return undefined;
  }
}
