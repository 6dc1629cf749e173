/**
 * What is signed: a person's identity, by an authority; and a right to one request, by that person. Both are JWTs with EdDSA (RFC 7519, RFC
 * 8037); the key in `cnf` proves that the signer is the person the authority meant (RFC 7800).
 */
import { isText } from '../machines/limits.ts';
import { roles, type Role } from '../machines/rights.ts';

export const identityType = 'servanda-identity+jwt';
export const rightType = 'servanda-right+jwt';

export interface Header {
  alg: 'EdDSA';
  typ: string;
  kid?: string;
}

/** The claims of an identity. Times are in seconds. */
export interface IdentityClaims {
  jti: string;
  /** The person. */
  sub: string;
  /** The Party (by its code) or organisation that the person acts for; `*` for every Party. */
  for: string;
  roles: Role[];
  iat: number;
  nbf?: number;
  exp: number;
  cnf: { jwk: { kty: 'OKP'; crv: 'Ed25519'; x: string } };
}

/** The claims of a right: for which request (`hash`), to which workflow (`aud`), by whom (`identity`, as issued). */
export interface RightClaims {
  jti: string;
  aud: string;
  hash: string;
  iat: number;
  nbf?: number;
  exp: number;
  identity: string;
  /** In the service's own rights: the right of the person on whose behalf it records. */
  onBehalf?: string;
}

// Plain code instead of a schema: workflows read rights and contain no schemas.
type Check = (value: unknown) => boolean;
type Guard<T> = (value: unknown) => value is T;
const shape =
  (fields: Record<string, Check>): Check =>
  value =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(fields).every(([n, is]) => is(value[n as never]));
const oneOf =
  (...values: readonly unknown[]): Check =>
  value =>
    values.includes(value);
const matching =
  (form: RegExp): Check =>
  value =>
    typeof value === 'string' && form.test(value);
const text =
  (most: number): Check =>
  value =>
    typeof value === 'string' && value.length <= most;
const words =
  (most: number): Check =>
  value =>
    typeof value === 'string' && value.trim() !== '' && value.trim().length <= most && isText(value);
const seconds: Check = value => Number.isSafeInteger(value) && (value as number) >= 0;
const optional =
  (is: Check): Check =>
  value =>
    value === undefined || is(value);

const id = matching(/^[\w-]{8,64}$/);
/** An Ed25519 public key: 32 bytes in Base64url. */
const publicKey = matching(/^[A-Za-z0-9_-]{43}$/);
const rolesHeld: Check = value =>
  Array.isArray(value) && value.length > 0 && value.length <= roles.length && value.every(role => roles.includes(role as Role));
const times = { iat: seconds, nbf: optional(seconds), exp: seconds };

export const isHeader = shape({
  alg: oneOf('EdDSA'),
  typ: oneOf(identityType, rightType),
  kid: optional(text(100)),
  /** Rejects critical extensions: RFC 7515 section 4.1.11 requires support for each, and servanda supports none. */
  crit: oneOf(undefined),
}) as Guard<Header>;

export const isIdentity = shape({
  jti: id,
  sub: words(200),
  for: words(200),
  roles: rolesHeld,
  ...times,
  cnf: shape({ jwk: shape({ kty: oneOf('OKP'), crv: oneOf('Ed25519'), x: publicKey }) }),
}) as Guard<IdentityClaims>;

export const isRight = shape({
  jti: id,
  aud: words(500),
  hash: matching(/^sha256:[0-9a-f]{64}$/),
  ...times,
  identity: text(8_000),
  onBehalf: optional(text(20_000)),
}) as Guard<RightClaims>;

/** An authority's public key and its id. */
export interface TrustedKey {
  kid: string;
  x: string;
}

/** How long a right is valid after it was signed, in seconds. */
export const lifeOfRight = 3_600;

/** The tolerated difference between the clocks of two machines, in milliseconds. */
export const clocksApart = 300_000;

/** In characters. */
export const longestRight = 30_000;

/** The audience of a right: one workflow in one namespace. */
export const audienceOf = (namespace: string, workflowId: string): string => `${namespace}/${workflowId}`;
