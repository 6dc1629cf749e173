/**
 * The key file named by SERVANDA_KEYS_FILE: one `id:key` per line, the key in Base64; the first encrypts. Faults are reported by line, and
 * never repeat a key.
 */
import { webcrypto } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { KeysFileFault, KeysFileKind } from './faults.ts';
import { keyLength, Keyring, noKeys, type Key } from './keyring.ts';

export interface KeysRead {
  keys: Keyring;
  faults: KeysFileFault[];
}

/** In bytes: hundreds of keys. */
const fileLimit = 64 * 1024;

export function readKeysFile(file: string): KeysRead {
  const text = textOfKeys(file, true, 'keys');
  if ('fault' in text) return { keys: noKeys, faults: [text.fault] };
  const lines = text.text.split('\n').map((line, i) => ({ line: line.trim(), at: i + 1 }));
  const read = lines.filter(({ line }) => line && !line.startsWith('#')).map(({ line, at }) => keyOf(line, at));
  const keys = read.filter(k => 'id' in k);
  const faults = [...read.flatMap(k => ('fault' in k ? [k.fault] : [])), ...repeated(keys)];
  if (!read.length) faults.push({ code: 'noKey' });
  return faults.length ? { keys: noKeys, faults } : { keys: new Keyring(keys), faults };
}

/** The text of a key file, or why it is rejected. */
export function textOfKeys(file: string, ownersAlone: boolean, kind: KeysFileKind): { text: string } | { fault: KeysFileFault } {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return { fault: { code: 'noSuchFile', kind } };
    if (found.size > fileLimit) return { fault: { code: 'tooLarge', kilobytes: fileLimit / 1024 } };
    if (ownersAlone && process.platform !== 'win32' && found.mode & 0o077) return { fault: { code: 'readByOthers' } };
    return { text: readFileSync(file, 'utf8') };
  } catch (cause) {
    const { code: why = '' } = cause as NodeJS.ErrnoException;
    return { fault: { code: 'unreadable', why } };
  }
}

type Line = Key & { at: number };

function keyOf(line: string, at: number): Line | { fault: KeysFileFault } {
  const [, id, key] = /^([A-Za-z0-9][\w.-]{0,39}):([A-Za-z0-9+/]{43}=)$/.exec(line) ?? [];
  const bytes = Buffer.from(key ?? '', 'base64');
  if (!id || bytes.length !== keyLength || bytes.toString('base64') !== key) return { fault: { code: 'notKeyLine', line: at } };
  return { id, bytes, at };
}

function repeated(keys: readonly Line[]): KeysFileFault[] {
  return keys.flatMap(({ id, bytes, at: line }, i): KeysFileFault[] => {
    const before = keys.slice(0, i);
    const sameId = before.find(b => b.id === id);
    if (sameId) return [{ code: 'idTwice', line, before: sameId.at, id }];
    const sameKey = before.find(b => Buffer.compare(b.bytes, bytes) === 0);
    return sameKey ? [{ code: 'keyTwice', line, before: sameKey.at }] : [];
  });
}

/** A line for the file: a fresh random key under an id. */
export function newKeyLine(id: string): string {
  return `${id}:${Buffer.from(webcrypto.getRandomValues(new Uint8Array(keyLength))).toString('base64')}`;
}

/** The form of an id, which appears in clear beside everything its key encrypts. */
export const isKeyId = (id: string): boolean => /^[A-Za-z0-9][\w.-]{0,39}$/.test(id);
