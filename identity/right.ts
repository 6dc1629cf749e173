/**
 * Reads a right that a request carries: who asks, by which authority, for exactly this request. Signatures are checked at once and
 * without a clock, so that a workflow's validator can do it; whether it has expired or was revoked is asked where there is a clock.
 * The caller passes the function that checks a signature: workflows have no Node crypto.
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
  /** Instants, in milliseconds. */
  issued: number;
  begins: number;
  expires: number;
}

export interface Right {
  id: string;
  identity: Identity;
  /** Instants, in milliseconds. */
  begins: number;
  expires: number;
  /** Whose right the service shows, where it records on behalf of a person. */
  onBehalf?: Right;
}

/** Whether a key has signed: `signature.ts`, and in workflows `signature-in-workflow.ts`. */
export type IsSigned = (key: Uint8Array, signed: Uint8Array, signature: Uint8Array) => boolean;

/** To whom a request was made, and what it said. */
export interface Asked {
  /** `namespace/workflow id`. */
  audience: string;
  /** Of the request: that of an update, or of a start. */
  name: string;
  hash: string;
}

export interface Expected extends Asked {
  trusted: readonly TrustedKey[];
  /** What the person asked on whose behalf the service acts. Where it is absent, the service acts on nobody's. */
  onBehalf?: Asked | undefined;
}

/** Why a text is no right to what is asked. */
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

/** What a person asks for is signed where they asked for it. */
const notCarried = ({ audience, name }: Asked): RightFault => ({
  code: 'notCarried',
  workflow: audience.slice(audience.indexOf('/') + 1),
  name,
});

/** One right by itself: whose it is, and that it is one to what was asked. */
function rightTo(text: string, { audience, hash }: Asked, trusted: readonly TrustedKey[], isSigned: IsSigned) {
  const { claims, identity } = signedByPerson(text, trusted, isSigned);
  if (claims.aud !== audience) throw new NoRight({ code: 'otherAudience', of: claims.aud, asked: audience });
  if (claims.hash !== hash) throw new NoRight({ code: 'otherRequest' });
  const right: Right = { id: claims.jti, identity, ...timeOf(claims) };
  return { claims, right };
}

/** An hour from when it was signed at most, whatever it says: who signs it is not who says how long rights last. */
const timeOf = ({ iat, nbf = iat, exp }: RightClaims): Pick<Right, 'begins' | 'expires'> => ({
  begins: Math.max(iat, nbf) * 1000,
  expires: Math.min(exp, iat + lifeOfRight) * 1000,
});

/** Why a request that says `by` is not that person's; undefined when it is. The service says on whose behalf it records. */
export function whyNotBy({ identity, onBehalf }: Right, by: string): RightFault | undefined {
  const { person } = onBehalf?.identity ?? identity;
  return isSamePerson(person, by) ? undefined : { code: 'otherPerson', by, person };
}

/** Whom a right names that was proved when it was used: no signature is checked again. @throws NoRight when it is none */
export function claimedBy(text: string): Pick<Right, 'id' | 'identity'> & { onBehalf?: string } {
  const claims = parts(text).payload(isRight);
  const { header, payload } = parts(claims.identity);
  const person = claims.onBehalf === undefined ? {} : { onBehalf: parts(claims.onBehalf).payload(isRight).jti };
  return { id: claims.jti, identity: identityOf(payload(isIdentity), header.kid ?? ''), ...person };
}

/** An identity as an authority issued it. @throws NoRight */
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

/** The three parts of a compact JWS (RFC 7515); a header that names another algorithm than EdDSA is none of ours. */
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

/** For what a right was signed, as it says itself: nothing is proved by it. @throws NoRight when it is none */
export const signedFor = (text: string): Pick<RightClaims, 'aud' | 'hash'> => parts(text).payload(isRight);

/** By whom, as it says itself. @throws NoRight when it is none */
export const signedAs = (text: string): string => parts(parts(text).payload(isRight).identity).payload(isIdentity).sub;
