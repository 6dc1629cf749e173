/**
 * A backup made while others write: both registers, each as an SQLite file whatever its database, the documents attached in them, the ids
 * of the keys in use, and the signed heads. Never a key. The backup is a home folder that every command can read.
 */
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../clauses/calendar.ts';
import { keysInUse } from '../secrets/keys-in-use.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import { copyDocuments, type CopiedDocuments } from './document-copy.ts';
import { allThroughToDisk, syncToDisk } from './durable.ts';
import { headsOf, type Heads } from './heads.ts';
import { openRegisters, type Registers } from './home.ts';
import type { Signed } from './signed.ts';

export interface Copied extends CopiedDocuments {
  heads: Signed<Heads>;
}

export const headsFile = 'heads.json';

/**
 * Writes the backup to a new folder, which appears whole and verified or not at all. @throws NotSound, DocumentUnsound; then nothing is
 * left behind
 */
export async function backUp(
  registers: Registers,
  folder: string,
  { keys, signing, now }: { keys: Keyring; signing: SigningKey | undefined; now: Instant },
): Promise<Copied> {
  const fresh = `${folder}.${randomUUID()}`;
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  try {
    const copied = await copyIn(fresh, registers, { keys, signing, now });
    for (const file of ['register.db', 'rehearsals.db']) await chmod(join(fresh, file), 0o600);
    await writeFile(join(fresh, headsFile), `${JSON.stringify(copied.heads, null, 2)}\n`, { mode: 0o600 });
    await copyFile(keysInUse(registers.home), keysInUse(fresh)).catch(unlessNone);
    await allThroughToDisk(fresh);
    await rename(fresh, folder);
    await syncToDisk(dirname(folder));
    return copied;
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    throw cause;
  }
}

/** Copies the lines first, each register from one snapshot: a document is stored before the line that names it, so the copy lacks no document. */
async function copyIn(
  fresh: string,
  from: Registers,
  { keys, signing, now }: { keys: Keyring; signing: SigningKey | undefined; now: Instant },
): Promise<Copied> {
  const copy = await openRegisters(fresh, undefined, { alone: 'write' });
  try {
    for (const rehearsals of [false, true]) await from.of(rehearsals).everything(lines => copy.of(rehearsals).restore(lines));
    return { heads: await headsOf(copy, now, signing), ...(await copyDocuments(copy, from.home, copy.home, keys)) };
  } finally {
    await copy.close();
  }
}

function unlessNone(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'ENOENT') throw cause;
}
