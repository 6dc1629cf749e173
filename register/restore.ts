/**
 * Restores a backup into an empty home, in files or PostgreSQL. The backup is first verified, also against its own heads: nothing is
 * written from a damaged one. An interrupted restore can be repeated and continues.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OwnFailure } from '../machines/own-failure.ts';
import { noteKeysInUse } from '../secrets/keys-in-use.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { PublicKey } from '../secrets/signing-key.ts';
import { headsFile, type Copied } from './backup.ts';
import { copyDocuments } from './document-copy.ts';
import { NotEmpty, NotSound, RegisterNotOpened } from './errors.ts';
import type { BackupFault } from './faults.ts';
import { NotHeads, readHeads, type Heads } from './heads.ts';
import { openRegisters, type Registers } from './home.ts';
import { checkSigned } from './signed.ts';
import { isIntact } from './sqlite.ts';

/** The folder is not an intact backup; nothing was written. */
export class NotABackup extends OwnFailure<BackupFault> {
  override readonly name = 'NotABackup';
}

/**
 * Restores a backup. `signedBy`: the key that must have signed its heads. @throws NotABackup, SignatureRefused, NotSound, NotEmpty,
 * DocumentUnsound
 */
export async function restoreBackup(
  folder: string,
  registers: Registers,
  { keys, signedBy }: { keys: Keyring; signedBy: PublicKey | undefined },
): Promise<Copied> {
  const heads = await headsIn(folder);
  if (signedBy) await checkSigned(heads, 'heads', signedBy);
  const aside = join(registers.home, `restoring-${randomUUID()}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  try {
    const copy = await copyOf(folder, aside);
    try {
      await checkLines(copy, heads);
      await checkEmpty(registers, heads);
      // Documents before lines, so that no line lacks its document.
      const counted = await copyDocuments(copy, folder, registers.home, keys);
      await noteKeysInUse(registers.home, folder);
      for (const rehearsals of [false, true])
        if (!(await hasAlready(registers, heads, rehearsals)))
          await copy.of(rehearsals).everything(lines => registers.of(rehearsals).restore(lines));
      return { heads, ...counted };
    } finally {
      await copy.close();
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const files = ['register.db', 'rehearsals.db'];

async function headsIn(folder: string): Promise<Heads> {
  const missing = [headsFile, ...files].filter(file => !statSync(join(folder, file), { throwIfNoEntry: false })?.isFile());
  if (missing.length) throw new NotABackup({ code: 'noBackup', folder, missing });
  try {
    return readHeads(await readFile(join(folder, headsFile), 'utf8'));
  } catch (cause) {
    if (cause instanceof NotHeads) throw new NotABackup({ code: 'backupHeads', file: join(folder, headsFile), why: cause.fault });
    throw cause;
  }
}

/** Reads copies of the files, with the log if there is one: opening a file writes, and a backup may be on a read-only medium. */
async function copyOf(folder: string, aside: string): Promise<Registers> {
  for (const file of files.flatMap(name => [name, `${name}-wal`]))
    if (existsSync(join(folder, file))) await copyFile(join(folder, file), join(aside, file));
  for (const file of files) if (!isIntact(join(aside, file))) throw new NotABackup({ code: 'backupDamaged', file: join(folder, file) });
  return openRegisters(aside).catch((cause: unknown) => {
    if (!(cause instanceof RegisterNotOpened && cause.fault.code === 'notOpened')) throw cause;
    throw new NotABackup({ code: 'backupDamaged', file: join(folder, basename(cause.fault.file)) }, { cause });
  });
}

async function checkLines(copy: Registers, heads: Heads): Promise<void> {
  for (const rehearsals of [false, true]) {
    const found = await copy.of(rehearsals).verifyAll();
    if (!found.sound) throw new NotSound(found.faults);
    const said = heads[rehearsals ? 'rehearsals' : 'agreements'];
    if (found.head.seq !== said.seq || found.head.hash !== said.hash)
      throw new NotABackup({ code: 'backupOtherHead', file: headsFile, said, found: found.head });
  }
}

async function checkEmpty(registers: Registers, heads: Heads): Promise<void> {
  for (const rehearsals of [false, true]) {
    const register = registers.of(rehearsals);
    if ((await register.head()).seq && !(await hasAlready(registers, heads, rehearsals))) throw new NotEmpty(register.name);
  }
}

/** Whether an interrupted attempt already restored it. */
async function hasAlready(registers: Registers, heads: Heads, rehearsals: boolean): Promise<boolean> {
  const [there, said] = [await registers.of(rehearsals).head(), heads[rehearsals ? 'rehearsals' : 'agreements']];
  return there.seq === said.seq && there.hash === said.hash;
}
