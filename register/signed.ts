/** Content with its own signature over the canonical JSON (RFC 8785) of all its other fields. */
import { checkSignature, signText, type Signable } from '../secrets/signatures.ts';
import type { PublicKey, SigningKey } from '../secrets/signing-key.ts';
import { canonical } from './canonical.ts';

export type Signed<T> = T & { signature?: string };

/** Returns the content unchanged if there is no key. */
export async function signed<T extends object>(content: T, what: Signable, key: SigningKey | undefined): Promise<Signed<T>> {
  return key ? { ...content, signature: await signText(canonical(content), what, key) } : content;
}

/** Returns if the key has signed exactly this content. @throws SignatureRefused */
export async function checkSigned(said: object, what: Signable, by: PublicKey): Promise<void> {
  const { signature, ...content } = said as Signed<object>;
  await checkSignature(signature, canonical(content), what, by);
}
