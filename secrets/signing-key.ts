/**
 * The key with which a register signs what it hands out: Ed25519 (RFC 8032) as a JWK (RFC 8037), identified by its thumbprint (RFC 7638)
 * unless it has an id. With the public half anybody can verify what this register signed, but not sign.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A key as stored in a file; with `d` it is private. All values are in Base64url. */
export interface Jwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  d?: string | undefined;
  kid: string;
  use: 'sig';
  alg: 'EdDSA';
}

/** Verifies signatures by a signing key. */
export interface PublicKey {
  readonly id: string;
  readonly key: KeyObject;
}

export class SigningKey {
  readonly id: string;
  // A private field, so that neither logs nor inspection print it.
  readonly #key: KeyObject;

  /** @throws Error when the two halves do not match */
  constructor({ kid, x, d = '' }: Pick<Jwk, 'kid' | 'x' | 'd'>) {
    this.id = kid;
    // Node uses only the private half and does not check that the public one matches.
    this.#key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
    if (this.publicJwk.x !== x) throw new Error('The public half does not match the private one.');
  }

  /** The half for distribution. */
  get publicJwk(): Jwk {
    const { x } = createPublicKey(this.#key).export({ format: 'jwk' });
    return { kty: 'OKP', crv: 'Ed25519', x: x!, kid: this.id, use: 'sig', alg: 'EdDSA' };
  }

  /** Gives access to the library that signs, in `signatures.ts`. */
  use<T>(sign: (key: KeyObject) => T): T {
    return sign(this.#key);
  }
}

export const publicKeyOf = ({ kid, x }: Pick<Jwk, 'kid' | 'x'>): PublicKey => ({
  id: kid,
  key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
});

/** A fresh key, identified by its thumbprint or the given id. */
export function newSigningKey(id?: string): Jwk & { d: string } {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x: x!, d: d!, kid: id ?? thumbprint(x!), use: 'sig', alg: 'EdDSA' };
}

/** RFC 7638 section 3 for an Ed25519 key: its required members in alphabetical order. */
export const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
