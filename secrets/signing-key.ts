/**
 * The key by which a register signs what it hands out: Ed25519 (RFC 8032), written as a JWK (RFC 8037), named by its thumbprint
 * (RFC 7638) unless it has a name. Who has the public half can tell what this register has said, and say nothing in its place.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A key as it stands in a file; with `d` it is the private one. All in Base64url. */
export interface Jwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  d?: string | undefined;
  kid: string;
  use: 'sig';
  alg: 'EdDSA';
}

/** Checks what a signing key has signed. */
export interface PublicKey {
  readonly id: string;
  readonly key: KeyObject;
}

export class SigningKey {
  readonly id: string;
  // Private to the language: neither a log nor an inspection prints it.
  readonly #key: KeyObject;

  /** @throws Error when the two halves do not belong together */
  constructor({ kid, x, d = '' }: Pick<Jwk, 'kid' | 'x' | 'd'>) {
    this.id = kid;
    // Node takes the private half alone, and never looks whether the public one is its own.
    this.#key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
    if (this.publicJwk.x !== x) throw new Error('The public half is not that of the private one.');
  }

  /** What may be handed out. */
  get publicJwk(): Jwk {
    const { x } = createPublicKey(this.#key).export({ format: 'jwk' });
    return { kty: 'OKP', crv: 'Ed25519', x: x!, kid: this.id, use: 'sig', alg: 'EdDSA' };
  }

  /** For the library that signs, in `signatures.ts`. */
  use<T>(sign: (key: KeyObject) => T): T {
    return sign(this.#key);
  }
}

export const publicKeyOf = ({ kid, x }: Pick<Jwk, 'kid' | 'x'>): PublicKey => ({
  id: kid,
  key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
});

/** A fresh key, under its thumbprint or a name. */
export function newSigningKey(id?: string): Jwk & { d: string } {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x: x!, d: d!, kid: id ?? thumbprint(x!), use: 'sig', alg: 'EdDSA' };
}

/** RFC 7638 section 3, of an Ed25519 key: the members that it must have, in the order of the alphabet. */
export const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
