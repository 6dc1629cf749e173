/** Checks a home before use: whether it can be written and has disk space, and which parts others may read. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mistake, Unwritable } from './configuration-mistakes.ts';

/** In bytes: the least that a start writes, two registers with their logs. */
const neededAtLeast = 256 * 1024;

/** Checks by writing, since no mode or mount option is conclusive. */
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
      // nothing to remove on a read-only medium
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

/** The paths in the home that others may read. Does not descend: a folder that only its owner may read protects its content. */
export function openToOthers(home: string): string[] {
  if (process.platform === 'win32') return [];
  return [home, ...readdirSync(home).map(name => join(home, name))].filter(path => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.mode & 0o077) !== 0;
  });
}
