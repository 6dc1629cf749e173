/**
 * The file of keys that SERVANDA_KEYS_FILE names: one `id:key` a line, the key in Base64; the first encrypts. What is wrong
 * with it is said by line, and no key is ever repeated.
 */
import { webcrypto } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { keyLength, Keyring, noKeys, type Key } from './keyring.ts';

export interface KeysRead {
  keys: Keyring;
  problems: string[];
}

/** In bytes: hundreds of keys. */
const fileLimit = 64 * 1024;

export function readKeysFile(file: string): KeysRead {
  const text = textOfKeys(file, true, 'with a key a line as npx servanda keys new prints it');
  if ('problem' in text) return { keys: noKeys, problems: [text.problem] };
  const lines = text.text.split('\n').map((line, i) => ({ line: line.trim(), at: i + 1 }));
  const read = lines.filter(({ line }) => line && !line.startsWith('#')).map(({ line, at }) => keyOf(line, at));
  const keys = read.filter(k => 'id' in k);
  const problems = [...read.flatMap(k => ('problem' in k ? [k.problem] : [])), ...repeated(keys)];
  if (!read.length) problems.push('has no key; npx servanda keys new prints one');
  return problems.length ? { keys: noKeys, problems } : { keys: new Keyring(keys), problems };
}

/** The text of a file of keys, or why it is not taken. `as`: what should stand in it. */
export function textOfKeys(file: string, ownersAlone: boolean, as: string): { text: string } | { problem: string } {
  let found: Stats | undefined;
  try {
    found = statSync(file, { throwIfNoEntry: false });
  } catch (cause) {
    return { problem: `cannot be read (${(cause as NodeJS.ErrnoException).code})` };
  }
  if (!found?.isFile()) return { problem: `must name a file that exists, ${as}` };
  if (found.size > fileLimit) return { problem: `must be smaller than ${fileLimit / 1024} kB` };
  if (ownersAlone && process.platform !== 'win32' && found.mode & 0o077)
    return { problem: `may be read by others; its owner alone must: chmod 600 FILE` };
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (cause) {
    return { problem: `cannot be read (${(cause as NodeJS.ErrnoException).code})` };
  }
}

type Line = Key & { at: number };

function keyOf(line: string, at: number): Line | { problem: string } {
  const [, id, key] = /^([A-Za-z0-9][\w.-]{0,39}):([A-Za-z0-9+/]{43}=)$/.exec(line) ?? [];
  const bytes = Buffer.from(key ?? '', 'base64');
  if (!id || bytes.length !== keyLength || bytes.toString('base64') !== key)
    return { problem: `line ${at}: must be an id, a colon and 32 bytes in Base64, as npx servanda keys new prints it` };
  return { id, bytes, at };
}

function repeated(keys: readonly Line[]): string[] {
  return keys.flatMap((k, i) => {
    const before = keys.slice(0, i);
    const sameId = before.find(b => b.id === k.id);
    if (sameId)
      return [
        `line ${k.at}: the id ${k.id} stands in line ${sameId.at} already; each key needs an id of its own (npx servanda keys new --id ID)`,
      ];
    const sameKey = before.find(b => Buffer.compare(b.bytes, k.bytes) === 0);
    return sameKey ? [`line ${k.at}: is the key of line ${sameKey.at} under another id; make a new one with npx servanda keys new`] : [];
  });
}

/** A line for the file: a fresh random key under an id. */
export function newKeyLine(id: string): string {
  return `${id}:${Buffer.from(webcrypto.getRandomValues(new Uint8Array(keyLength))).toString('base64')}`;
}

/** What an id may be: it stands in clear beside all that its key encrypts. */
export const isKeyId = (id: string): boolean => /^[A-Za-z0-9][\w.-]{0,39}$/.test(id);
