/** Content with its signature beside it: over the canonical JSON (RFC 8785) of everything else that it says. */
import { checkSignature, signText, type Signable } from '../secrets/signatures.ts';
import type { PublicKey, SigningKey } from '../secrets/signing-key.ts';
import { canonical } from './canonical.ts';

export type Signed<T> = T & { signature?: string };

/** Without a key: the content as it is. */
export async function signed<T extends object>(content: T, what: Signable, key: SigningKey | undefined): Promise<Signed<T>> {
  return key ? { ...content, signature: await signText(canonical(content), what, key) } : content;
}

/** Returns when the key has signed this content as it stands. @throws SignatureRefused */
export async function checkSigned(said: object, what: Signable, by: PublicKey): Promise<void> {
  const { signature, ...content } = said as Signed<object>;
  await checkSignature(signature, canonical(content), what, by);
}
