/** A file of heads that was kept elsewhere: read, and checked to be signed by a key. */
import { existsSync, readFileSync } from 'node:fs';
import { NotHeads, readHeads, type Heads } from '../../register/heads.ts';
import { checkSigned } from '../../register/signed.ts';
import { BadInput } from '../failures.ts';
import { checkedFor, publicKeyIn } from '../public-key.ts';

/** @throws BadInput when it is none; SignatureRefused when the key of `publicKey` has not signed it. */
export async function headsIn(file: string, publicKey: string | undefined): Promise<Heads> {
  if (!existsSync(file)) throw new BadInput(`There is no file ${file}.`);
  const heads = read(file);
  if (publicKey) await checkedFor(file, () => checkSigned(heads, 'heads', publicKeyIn(publicKey)));
  return heads;
}

function read(file: string): Heads {
  try {
    return readHeads(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof NotHeads)
      throw new BadInput(`${file} is no file of heads as npx servanda register head --out writes it: ${cause.message}.`);
    throw cause;
  }
}
