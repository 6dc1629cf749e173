/**
 * Detached signatures of texts: a JWS (RFC 7515, appendix F) with Ed25519 only, so that the text stays readable. The kind of text is signed
 * with it: a head can't be passed off as a certificate.
 */
import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import type { PublicKey, SigningKey } from './signing-key.ts';

/** The kinds of signed text. */
export type Signable = 'heads' | 'certificate';

const alg = 'EdDSA';
const typOf = (what: Signable): string => `servanda-${what}`;

/** `header..signature`: the omitted payload is the text in Base64url. Deterministic: the same text gives the same signature. */
export async function signText(text: string, what: Signable, signing: SigningKey): Promise<string> {
  const jws = new CompactSign(Buffer.from(text)).setProtectedHeader({ alg, kid: signing.id, typ: typOf(what) });
  const [header, , signature] = (await signing.use(key => jws.sign(key))).split('.');
  return `${header}..${signature}`;
}

/** Returns if the key has signed this text as this kind. @throws SignatureRefused */
export async function checkSignature(signature: unknown, text: string, what: Signable, by: PublicKey): Promise<void> {
  if (signature === undefined) throw new SignatureRefused({ code: 'unsigned' });
  const signer = signerOf(signature);
  const [header, , end] = (signature as string).split('.');
  const jws = `${header}.${Buffer.from(text).toString('base64url')}.${end}`;
  const { protectedHeader } = await compactVerify(jws, by.key, { algorithms: [alg] }).catch((cause: unknown) => {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw new SignatureRefused(signer === by.id ? { code: 'changed', key: by.id } : { code: 'otherKey', key: by.id, signer });
  });
  if (protectedHeader.typ !== typOf(what)) throw new SignatureRefused({ code: 'otherKind', kind: String(protectedHeader.typ) });
}

/** The id of the key that a signature claims; unverified. @throws SignatureRefused if it is not a signature */
export function signerOf(signature: unknown): string {
  try {
    const { kid } = typeof signature === 'string' && /^[\w-]+\.\.[\w-]+$/.test(signature) ? decodeProtectedHeader(signature) : {};
    if (typeof kid === 'string' && /^[\w.-]{1,64}$/.test(kid)) return kid;
  } catch {
    // Treated like a missing id.
  }
  throw new SignatureRefused({ code: 'unreadable' });
}

/** Why a signature is rejected, as data that the presentation layer renders. */
export type SignatureFault =
  | { code: 'unsigned' | 'unreadable' }
  /** The text has changed since; or another key signed it under this id. */
  | { code: 'changed'; key: string }
  | { code: 'otherKey'; key: string; signer: string }
  | { code: 'otherKind'; kind: string };

/** Not signed by the expected key, or changed since. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
  constructor(readonly fault: SignatureFault) {
    super(Object.values(fault).join(' '));
  }
}
