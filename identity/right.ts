/**
 * Reads the right in a request: who makes it, under which authority, for exactly this request. Verifies signatures synchronously and
 * without a clock, so that a workflow's validator can; expiry and revocation are checked where there is a clock. The caller passes the
 * verification function, since workflows have no Node crypto.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad } from '@scure/base';
import { isSamePerson } from '../machines/persons.ts';
import type { RightFault } from '../machines/right-fault.ts';
import type { Holder } from '../machines/rights.ts';
import {
  identityType,
  isHeader,
  isIdentity,
  isRight,
  lifeOfRight,
  longestRight,
  rightType,
  type IdentityClaims,
  type RightClaims,
  type TrustedKey,
} from './shapes.ts';

export interface Identity extends Holder {
  id: string;
  /** The authority's key. */
  issuer: string;
  /** Instants in milliseconds. */
  issued: number;
  begins: number;
  expires: number;
}

export interface Right {
  id: string;
  identity: Identity;
  /** Instants in milliseconds. */
  begins: number;
  expires: number;
  /** The right of the person on whose behalf the service records. */
  onBehalf?: Right;
}

/** Verifies a signature: `signature.ts`, or `signature-in-workflow.ts` in workflows. */
export type IsSigned = (key: Uint8Array, signed: Uint8Array, signature: Uint8Array) => boolean;

/** The addressee of a request, and its content. */
export interface RequestTarget {
  /** `namespace/workflow id`. */
  audience: string;
  /** The name of the request: an update, or a start. */
  name: string;
  hash: string;
}

export interface Expected extends RequestTarget {
  trusted: readonly TrustedKey[];
  /** The request of the person on whose behalf the service acts; absent if it acts for nobody. */
  onBehalf?: RequestTarget | undefined;
}

/** Why a text is not a right to the request. */
export class NoRight extends Error {
  override readonly name = 'NoRight';
  constructor(readonly fault: RightFault) {
    super(Object.values(fault).join(' '));
  }
}

/** @throws NoRight */
export function readRight(text: unknown, { trusted, onBehalf, ...asked }: Expected, isSigned: IsSigned): Right {
  if (typeof text !== 'string') throw new NoRight(notCarried(onBehalf ?? asked));
  const { claims, right } = rightTo(text, asked, trusted, isSigned);
  if (claims.onBehalf === undefined) return right;
  if (!right.identity.roles.includes('service')) throw new NoRight({ code: 'serviceOnly' });
  if (!onBehalf) throw new NoRight({ code: 'ownName' });
  return { ...right, onBehalf: rightTo(claims.onBehalf, onBehalf, trusted, isSigned).right };
}

/** A person signs a request where they make it, so the fault names that workflow. */
const notCarried = ({ audience, name }: RequestTarget): RightFault => ({
  code: 'notCarried',
  workflow: audience.slice(audience.indexOf('/') + 1),
  name,
});

/** Verifies one right and that it is for this request. */
function rightTo(text: string, { audience, hash }: RequestTarget, trusted: readonly TrustedKey[], isSigned: IsSigned) {
  const { claims, identity } = signedByPerson(text, trusted, isSigned);
  if (claims.aud !== audience) throw new NoRight({ code: 'otherAudience', of: claims.aud, asked: audience });
  if (claims.hash !== hash) throw new NoRight({ code: 'otherRequest' });
  const right: Right = { id: claims.jti, identity, ...timeOf(claims) };
  return { claims, right };
}

/** Valid for at most an hour after signing, whatever it claims: its signer does not decide how long rights last. */
const timeOf = ({ iat, nbf = iat, exp }: RightClaims): Pick<Right, 'begins' | 'expires'> => ({
  begins: Math.max(iat, nbf) * 1000,
  expires: Math.min(exp, iat + lifeOfRight) * 1000,
});

/** Why a request under the name `by` is not this person's; undefined if it is. For the service, the person it acts for counts. */
export function whyNotBy({ identity, onBehalf }: Right, by: string): RightFault | undefined {
  const { person } = onBehalf?.identity ?? identity;
  return isSamePerson(person, by) ? undefined : { code: 'otherPerson', by, person };
}

/** Whom a right names that was verified when it was used; does not verify signatures again. @throws NoRight if it is malformed */
export function claimedBy(text: string): Pick<Right, 'id' | 'identity'> & { onBehalf?: string } {
  const claims = parts(text).payload(isRight);
  const { header, payload } = parts(claims.identity);
  const person = claims.onBehalf === undefined ? {} : { onBehalf: parts(claims.onBehalf).payload(isRight).jti };
  return { id: claims.jti, identity: identityOf(payload(isIdentity), header.kid ?? ''), ...person };
}

/** An identity as issued by an authority. @throws NoRight */
export function readIdentity(text: string, trusted: readonly TrustedKey[], isSigned: IsSigned): Identity & { key: string } {
  const kid = parts(text).header.kid;
  const authority = trusted.find(t => t.kid === kid);
  if (!authority) throw new NoRight({ code: 'unknownIssuer', issuer: kid ?? 'none' });
  const otherwise = { code: 'notByAuthority' } as const;
  const claims = verified({ text, typ: identityType, key: authority.x, isShaped: isIdentity, otherwise }, isSigned);
  return { ...identityOf(claims, authority.kid), key: claims.cnf.jwk.x };
}

const identityOf = (c: IdentityClaims, issuer: string): Identity => ({
  id: c.jti,
  person: c.sub.trim(),
  actsFor: c.for.trim(),
  roles: c.roles,
  issuer,
  issued: c.iat * 1000,
  begins: Math.max(c.iat, c.nbf ?? 0) * 1000,
  expires: c.exp * 1000,
});

function signedByPerson(text: string, trusted: readonly TrustedKey[], isSigned: IsSigned) {
  if (text.length > longestRight) throw new NoRight({ code: 'tooLong' });
  const unproved = parts(text).payload(isRight);
  const { key, ...identity } = readIdentity(unproved.identity, trusted, isSigned);
  const otherwise = { code: 'notByPerson' } as const;
  return { claims: verified({ text, typ: rightType, key, isShaped: isRight, otherwise }, isSigned), identity };
}

interface ToVerify<T> {
  text: string;
  typ: string;
  key: string;
  isShaped: Shaped<T>;
  otherwise: RightFault;
}

function verified<T>({ text, typ, key, isShaped, otherwise }: ToVerify<T>, isSigned: IsSigned): T {
  const { header: head, signed, signature, payload } = parts(text);
  if (head.typ !== typ) throw new NoRight({ code: 'otherKind', wanted: typ, is: head.typ });
  if (!isSigned(bytesIn(key), utf8ToBytes(signed), signature)) throw new NoRight(otherwise);
  return payload(isShaped);
}

/** The three parts of a compact JWS (RFC 7515); rejects a header with any algorithm but EdDSA. */
function parts(text: string) {
  const [head = '', body = '', signature = '', ...more] = text.split('.');
  if (more.length) throw new NoRight({ code: 'notSigned' });
  return {
    header: jsonIn(head, isHeader, { code: 'otherHeader' }),
    payload: <T>(isShaped: Shaped<T>): T => jsonIn(body, isShaped, { code: 'incomplete' }),
    signed: `${head}.${body}`,
    signature: bytesIn(signature),
  };
}

type Shaped<T> = (value: unknown) => value is T;

function jsonIn<T>(text: string, isShaped: Shaped<T>, otherwise: RightFault): T {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytesIn(text)));
  } catch {
    throw new NoRight({ code: 'notSigned' });
  }
  if (!isShaped(raw)) throw new NoRight(otherwise);
  return raw;
}

function bytesIn(text: string): Uint8Array {
  try {
    return base64urlnopad.decode(text);
  } catch {
    throw new NoRight({ code: 'notSigned' });
  }
}

/** The unverified audience and hash of a right. @throws NoRight if it is malformed */
export const unverifiedTargetOf = (text: string): Pick<RightClaims, 'aud' | 'hash'> => parts(text).payload(isRight);

/** The unverified signer of a right. @throws NoRight if it is malformed */
export const unverifiedSignerOf = (text: string): string => parts(parts(text).payload(isRight).identity).payload(isIdentity).sub;
