/** What is wrong with a home before anything is kept in it: it can't be written, its disk is full; and what of it others may read. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake, Unwritable } from './configuration-mistakes.ts';

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
    const { code: system = '' } = cause as NodeJS.ErrnoException;
    return [
      { name: 'SERVANDA_HOME', given: home, fault: { code: 'homeUnwritable', because: whyUnwritable.get(system) ?? 'other', system } },
    ];
  } finally {
    try {
      rmSync(file, { force: true });
    } catch {
      // on a medium that can't be written there is nothing to take away
    }
  }
}

export const whyUnwritable: ReadonlyMap<string, Unwritable> = new Map([
  ['EROFS', 'readOnly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'quota'],
  ['EACCES', 'noRight'],
  ['EPERM', 'noRight'],
  ['ENOTDIR', 'partIsFile'],
  ['EEXIST', 'isFile'],
  ['ENAMETOOLONG', 'pathTooLong'],
  ['ELOOP', 'linksInCircle'],
]);

/** The home, and what lies in it, as far as others than its owner may read it. What is within a folder of the owner's alone is closed. */
export function openToOthers(home: string): string[] {
  if (process.platform === 'win32') return [];
  return [home, ...readdirSync(home).map(name => join(home, name))].filter(path => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.mode & 0o077) !== 0;
  });
}
