/**
 * What is signed: the identity of a person, by an authority; and a right, by that person, for one request. Both are JWTs with
 * EdDSA (RFC 7519, RFC 8037); the key in `cnf` proves that who asks is whom the authority meant (RFC 7800).
 */
import { z } from 'zod';
import { roles } from '../machines/rights.ts';

export const identityType = 'servanda-identity+jwt';
export const rightType = 'servanda-right+jwt';

const words = (most: number) => z.string().trim().min(1).max(most);
const seconds = z.int().min(0);
/** A public key of Ed25519: 32 bytes in Base64url. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const identityId = z.string().regex(/^[\w-]{8,64}$/);

export const header = z.looseObject({
  alg: z.literal('EdDSA'),
  typ: z.enum([identityType, rightType]),
  kid: z.string().max(100).optional(),
  /** What must be understood, and is not: RFC 7515 section 4.1.11. */
  crit: z.undefined().optional(),
});

/** The claims of an identity. */
export const identityClaims = z.looseObject({
  jti: identityId,
  /** The person. */
  sub: words(200),
  /** The Party, by its code, or the organisation for which the person acts; `*` for every Party. */
  for: words(200),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  iat: seconds,
  nbf: seconds.optional(),
  exp: seconds,
  cnf: z.object({ jwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: publicKey }) }),
});
export type IdentityClaims = z.infer<typeof identityClaims>;

/** The claims of a right: for which request (`hash`), of which workflow (`aud`), by whom (`identity`, as it was issued). */
export const rightClaims = z.looseObject({
  jti: identityId,
  aud: words(500),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  iat: seconds,
  nbf: seconds.optional(),
  exp: seconds,
  identity: z.string().max(8_000),
  /** Of the service's own rights: the right of the person on whose behalf it records. */
  onBehalf: z.string().max(20_000).optional(),
});

/** An authority's public key, and its id. */
export interface TrustedKey {
  kid: string;
  x: string;
}

/** How long a right may be used after it was signed, in seconds. */
export const lifeOfRight = 3_600;

/** How far the clocks of two machines may be apart, in milliseconds. */
export const clocksApart = 300_000;

/** The longest text of a right. */
export const longestRight = 30_000;

/** For whom a right is: one workflow of one namespace. */
export const audienceOf = (namespace: string, workflowId: string): string => `${namespace}/${workflowId}`;
