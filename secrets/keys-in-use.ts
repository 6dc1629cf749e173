/**
 * The keys under which a home has encrypted, recorded beside the register: a missing key, or another under the same id, is reported at
 * startup and not by the first deadline that can't be read.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyMissing, type Keyring } from './keyring.ts';

/** A test word encrypted by each key, by key id. */
type Noted = Record<string, string>;

const word = Buffer.from('pacta sunt servanda');

/** Checks that every key in use is available and records the first one as in use. @throws KeyMissing, SealBroken */
export async function checkKeysInUse(home: string, keys: Keyring): Promise<void> {
  const noted = await assertKeysInUse(home, keys);
  if (keys.isEmpty || Object.hasOwn(noted, keys.ids[0]!)) return;
  const { key, bytes } = await keys.seal(word, 'document');
  await write(keysInUse(home), home, { ...noted, [key]: Buffer.from(bytes).toString('base64') });
}

/** Checks that every key in use is available; returns the test words by key id. @throws KeyMissing, SealBroken */
export async function assertKeysInUse(home: string, keys: Keyring): Promise<Noted> {
  const noted = await read(keysInUse(home));
  for (const [key, sealed] of Object.entries(noted))
    await keys.open({ key, bytes: Buffer.from(sealed, 'base64') }, 'document').catch((cause: unknown) => {
      throw cause instanceof KeyMissing ? new KeyMissing(key, keys.ids, home) : cause;
    });
  return noted;
}

/** The file that lists the keys in use. */
export const keysInUse = (home: string): string => join(home, 'keys-in-use.json');

/** Adds the keys in use in another home, since documents restored from there are encrypted under them. */
export async function noteKeysInUse(home: string, from: string): Promise<void> {
  const [noted, more] = [await read(keysInUse(home)), await read(keysInUse(from))];
  if (Object.keys(more).length) await write(keysInUse(home), home, { ...noted, ...more });
}

async function read(file: string): Promise<Noted> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}';
    throw cause;
  });
  return JSON.parse(text) as Noted;
}

/** Writes atomically. */
async function write(file: string, home: string, noted: Noted): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, `${JSON.stringify(noted, null, 2)}\n`, { mode: 0o600 });
  await rename(fresh, file);
}
