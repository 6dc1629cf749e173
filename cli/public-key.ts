/** The public key by which a signature is checked: its flag, and its file. */
import { readPublicKeyFile } from '../secrets/signing-key-file.ts';
import type { PublicKey } from '../secrets/signing-key.ts';
import { SignatureRefused } from '../secrets/signatures.ts';
import { BadInput } from './failures.ts';
import { text } from './flags.ts';
import type { Words } from './words.ts';

export const publicKey = text('FILE', 'publicKey');

/** @throws BadInput that says what is wrong with the file */
export function publicKeyIn(file: string): PublicKey {
  const read = readPublicKeyFile(file);
  if ('key' in read) return read.key;
  throw new BadInput(`--public-key ${file}: ${read.problem}.`);
}

/** What a check of a signature found, said of the file. @throws SignatureRefused */
export async function checkedFor<T>({ m, say }: Words, what: string, check: () => Promise<T>): Promise<T> {
  return check().catch((cause: unknown) => {
    throw cause instanceof SignatureRefused ? new SignatureRefused(say(m.administration.refused, { what, why: cause.message })) : cause;
  });
}
