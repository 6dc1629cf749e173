/** Reads a file of heads that was stored elsewhere, and checks its signature. */
import { existsSync } from 'node:fs';
import { NotHeads, readHeads, type Heads } from '../../register/heads.ts';
import { checkSigned } from '../../register/signed.ts';
import { headsFaultIn } from '../../wording/failures/parts.ts';
import { UsageError } from '../failures.ts';
import type { Words } from '../words.ts';
import { textIn } from '../text-file.ts';
import { checkedFor, publicKeyIn } from '../public-key.ts';

/** @throws UsageError if it is not a file of heads, or the key of `publicKey` has not signed it */
export async function headsIn(words: Words, file: string, publicKey: string | undefined): Promise<Heads> {
  if (!existsSync(file)) throw new UsageError(words.say(words.m.administration.noFile, { file }));
  const heads = read(words, file);
  if (publicKey) await checkedFor(words, file, () => checkSigned(heads, 'heads', publicKeyIn(words, publicKey)));
  return heads;
}

function read(words: Words, file: string): Heads {
  const { m, say, wording } = words;
  const text = textIn(words, file);
  try {
    return readHeads(text);
  } catch (cause) {
    if (cause instanceof NotHeads)
      throw new UsageError(say(m.administration.head.notHeads, { file, why: headsFaultIn(cause.fault, wording) }));
    throw cause;
  }
}
