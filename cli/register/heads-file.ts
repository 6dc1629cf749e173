/** A file of heads that was kept elsewhere: read, and checked to be signed by a key. */
import { existsSync, readFileSync } from 'node:fs';
import { NotHeads, readHeads, type Heads } from '../../register/heads.ts';
import { checkSigned } from '../../register/signed.ts';
import { headsFaultIn } from '../../wording/failures/parts.ts';
import { BadInput } from '../failures.ts';
import type { Words } from '../words.ts';
import { checkedFor, publicKeyIn } from '../public-key.ts';

/** @throws BadInput when it is none; or when the key of `publicKey` has not signed it. */
export async function headsIn(words: Words, file: string, publicKey: string | undefined): Promise<Heads> {
  if (!existsSync(file)) throw new BadInput(words.say(words.m.administration.noFile, { file }));
  const heads = read(words, file);
  if (publicKey) await checkedFor(words, file, () => checkSigned(heads, 'heads', publicKeyIn(words, publicKey)));
  return heads;
}

function read({ m, say, wording }: Words, file: string): Heads {
  try {
    return readHeads(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof NotHeads)
      throw new BadInput(say(m.administration.head.notHeads, { file, why: headsFaultIn(cause.fault, wording) }));
    throw cause;
  }
}
