/** An encrypted file: a line with its format and key id, then the sealed bytes. */
import type { Keyring } from './keyring.ts';

const begin = 'servanda sealed 1 ';

/** Encrypts with the first key. */
export async function sealFile(clear: Uint8Array, keys: Keyring): Promise<Buffer> {
  const { key, bytes } = await keys.seal(clear, 'document');
  return Buffer.concat([Buffer.from(`${begin}${key}\n`), bytes]);
}

/** The clear bytes; undefined if these are not encrypted. @throws KeyMissing, SealBroken */
export async function openFile(bytes: Buffer, keys: Keyring): Promise<Uint8Array | undefined> {
  const end = bytes.subarray(0, 100).indexOf('\n');
  const line = bytes.subarray(0, Math.max(0, end)).toString('latin1');
  if (!line.startsWith(begin)) return undefined;
  return keys.open({ key: line.slice(begin.length), bytes: bytes.subarray(end + 1) }, 'document');
}
