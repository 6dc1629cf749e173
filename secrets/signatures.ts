/**
 * Signatures beside a text: a JWS (RFC 7515) by Ed25519 and by nothing else, detached (its appendix F), so that the text stays
 * readable. What the text is, is signed with it: a head can't be passed off as a certificate.
 */
import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import type { PublicKey, SigningKey } from './signing-key.ts';

/** What is signed. */
export type Signable = 'heads' | 'certificate';

const alg = 'EdDSA';
const typOf = (what: Signable): string => `servanda-${what}`;

/** `header..signature`: the payload, between the dots, is the text itself in Base64url. The same text gives the same each time. */
export async function signText(text: string, what: Signable, signing: SigningKey): Promise<string> {
  const jws = new CompactSign(Buffer.from(text)).setProtectedHeader({ alg, kid: signing.id, typ: typOf(what) });
  const [header, , signature] = (await signing.use(key => jws.sign(key))).split('.');
  return `${header}..${signature}`;
}

/** Returns when the key has signed this text as what it is. @throws SignatureRefused */
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

/** The id of the key that a signature names: what it says, and no proof. @throws SignatureRefused when it is no signature */
export function signerOf(signature: unknown): string {
  try {
    const { kid } = typeof signature === 'string' && /^[\w-]+\.\.[\w-]+$/.test(signature) ? decodeProtectedHeader(signature) : {};
    if (typeof kid === 'string' && /^[\w.-]{1,64}$/.test(kid)) return kid;
  } catch {
    // As one without a name.
  }
  throw new SignatureRefused({ code: 'unreadable' });
}

/** What is wrong with a signature, as data: the reader renders it. */
export type SignatureFault =
  | { code: 'unsigned' | 'unreadable' }
  /** Since it was signed; or another key signed it under this name. */
  | { code: 'changed'; key: string }
  | { code: 'otherKey'; key: string; signer: string }
  | { code: 'otherKind'; kind: string };

/** Not signed by the key that was asked for, or changed since. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
  constructor(readonly fault: SignatureFault) {
    super(Object.values(fault).join(' '));
  }
}
