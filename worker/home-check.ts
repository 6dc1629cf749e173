/** What is wrong with a home before anything is kept in it: it can't be written, its disk is full; and what of it others may read. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake } from './configuration.ts';

/** In bytes: what a start writes at least, two registers with their logs beside them. */
const neededAtLeast = 256 * 1024;

/** By writing to it, since no mode and no mount option says as much. */
export function homeMistakes(home: string): Mistake[] {
  const file = join(home, `.${randomUUID()}`);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(file, Buffer.alloc(neededAtLeast), { mode: 0o600, flush: true });
    return [];
  } catch (cause) {
    const { code = 'no reason given' } = cause as NodeJS.ErrnoException;
    return [{ name: 'SERVANDA_HOME', given: home, problem: `nothing can be kept there: ${whyUnwritable.get(code) ?? code}` }];
  } finally {
    try {
      rmSync(file, { force: true });
    } catch {
      // on a medium that can't be written there is nothing to take away
    }
  }
}

const whyUnwritable: ReadonlyMap<string, string> = new Map([
  ['EROFS', 'the medium is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota of this user is used up'],
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'it is a file, and must be a folder'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['ELOOP', 'its links lead in a circle'],
]);

/** The home, and what lies in it, as far as others than its owner may read it. What is within a folder of the owner's alone is closed. */
export function openToOthers(home: string): string[] {
  if (process.platform === 'win32') return [];
  return [home, ...readdirSync(home).map(name => join(home, name))].filter(path => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.mode & 0o077) !== 0;
  });
}
