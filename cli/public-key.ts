/** The public key that verifies a signature: its flag and its file. */
import { readPublicKeyFile } from '../secrets/signing-key-file.ts';
import type { PublicKey } from '../secrets/signing-key.ts';
import { SignatureRefused, type SignatureFault } from '../secrets/signatures.ts';
import { keysFileFaultIn } from '../wording/failures/parts.ts';
import { UsageError } from './failures.ts';
import { text } from './flags.ts';
import type { Words } from './words.ts';

export const publicKey = text('FILE', 'publicKey');

/** @throws UsageError naming what is wrong with the file */
export function publicKeyIn({ wording }: Words, file: string): PublicKey {
  const read = readPublicKeyFile(file);
  if ('key' in read) return read.key;
  throw new UsageError(`--public-key ${file}: ${read.faults.map(fault => keysFileFaultIn(fault, wording)).join('; ')}.`);
}

export const faultIn = ({ code, ...values }: SignatureFault, { m, say }: Words): string => say(m.administration.signature[code], values);

/** Runs a check of a signature, and reports a failure with the file's name. @throws UsageError */
export async function checkedFor<T>(words: Words, what: string, check: () => Promise<T>): Promise<T> {
  return check().catch((cause: unknown) => {
    throw cause instanceof SignatureRefused
      ? new UsageError(words.say(words.m.administration.refused, { what, why: faultIn(cause.fault, words) }))
      : cause;
  });
}
