/** An authority: an Ed25519 key that vouches for persons. It issues identities, each with its own key, and is trusted by each register. */
import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Holder } from '../machines/rights.ts';
import { newSigningKey, type Jwk } from '../secrets/signing-key.ts';
import { identityType, lifeOfRight, rightType, type TrustedKey } from './shapes.ts';

/** An Ed25519 key pair as a JWK. */
export type KeyPair = Pick<Jwk, 'kty' | 'crv' | 'kid' | 'x'> & { d: string };

export const publicPartOf = ({ kid, x }: TrustedKey): TrustedKey => ({ kid, x });

/** What a person holds: the issued identity and the key that proves it. */
export interface HeldIdentity {
  identity: string;
  key: KeyPair;
}

/** Issues an identity. `now` and `until` are instants in milliseconds. */
export async function issueIdentity(
  authority: KeyPair,
  { person, actsFor, roles }: Holder,
  { now, until }: { now: number; until: number },
): Promise<HeldIdentity> {
  const key = newSigningKey();
  const { kty, crv, x } = key;
  const identity = await new SignJWT({ for: actsFor, roles: [...roles], cnf: { jwk: { kty, crv, x } } })
    .setProtectedHeader({ alg: 'EdDSA', typ: identityType, kid: authority.kid })
    .setSubject(person)
    .setJti(randomUUID())
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(until / 1000))
    .sign(await importJWK(authority, 'EdDSA'));
  return { identity, key };
}

export interface RightAsked {
  audience: string;
  hash: string;
  /** An instant in milliseconds. */
  now: number;
  onBehalf?: string | undefined;
}

export async function signRight({ identity, key }: HeldIdentity, { audience, hash, now, onBehalf }: RightAsked): Promise<string> {
  const issued = Math.floor(now / 1000);
  return new SignJWT({ hash, identity, ...(onBehalf ? { onBehalf } : {}) })
    .setProtectedHeader({ alg: 'EdDSA', typ: rightType })
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifeOfRight)
    .sign(await importJWK(key, 'EdDSA'));
}
