/**
 * Reads a right that a request carries: who asks, by which authority, for exactly this request. Signatures are checked at once and
 * without a clock, so that a workflow's validator can do it; whether it has expired or was revoked is asked where there is a clock.
 * The caller passes the function that checks a signature: workflows have no Node crypto.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlnopad } from '@scure/base';
import { isSamePerson } from '../machines/persons.ts';
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
  hash: string;
}

export interface Expected extends Asked {
  trusted: readonly TrustedKey[];
  /** What the person asked on whose behalf the service acts. Where it is absent, the service acts on nobody's. */
  onBehalf?: Asked | undefined;
}

/** Why a text is no right to what is asked, in a person's words. */
export class NoRight extends Error {
  override readonly name = 'NoRight';
}

/** @throws NoRight */
export function readRight(text: unknown, { trusted, onBehalf, ...asked }: Expected, isSigned: IsSigned): Right {
  const { claims, right } = rightTo(text, asked, trusted, isSigned);
  if (claims.onBehalf === undefined) return right;
  if (!right.identity.roles.includes('service')) throw new NoRight('only the service itself acts on behalf of a person');
  if (!onBehalf) throw new NoRight('the right of a person is shown to what the service asks in its own name');
  return { ...right, onBehalf: rightTo(claims.onBehalf, onBehalf, trusted, isSigned).right };
}

/** One right by itself: whose it is, and that it is one to what was asked. */
function rightTo(text: unknown, { audience, hash }: Asked, trusted: readonly TrustedKey[], isSigned: IsSigned) {
  const { claims, identity } = signedByPerson(text, trusted, isSigned);
  if (claims.aud !== audience) throw new NoRight(`the right is for ${claims.aud}, and ${audience} was asked`);
  if (claims.hash !== hash) throw new NoRight('the right is for another request: what is asked was changed after it was signed');
  const right: Right = { id: claims.jti, identity, ...timeOf(claims) };
  return { claims, right };
}

/** An hour from when it was signed at most, whatever it says: who signs it is not who says how long rights last. */
const timeOf = ({ iat, nbf = iat, exp }: RightClaims): Pick<Right, 'begins' | 'expires'> => ({
  begins: Math.max(iat, nbf) * 1000,
  expires: Math.min(exp, iat + lifeOfRight) * 1000,
});

/** Why a request that says `by` is not that person's; undefined when it is. The service says on whose behalf it records. */
export function whyNotBy({ identity, onBehalf }: Right, by: string): string | undefined {
  const { person } = onBehalf?.identity ?? identity;
  return isSamePerson(person, by) ? undefined : `the request says ${by}, and the right is that of ${person}`;
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
  if (!authority) throw new NoRight(`the identity was issued by ${kid ?? 'an authority without a name'}, which is not trusted here`);
  const otherwise = 'the identity was not signed by the authority that it names';
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

function signedByPerson(text: unknown, trusted: readonly TrustedKey[], isSigned: IsSigned) {
  if (typeof text !== 'string')
    throw new NoRight(
      'the request carries no right (name your identity: SERVANDA_IDENTITY; an operator issues one: npx servanda identity issue)',
    );
  if (text.length > longestRight) throw new NoRight('the right is too long');
  const unproved = parts(text).payload(isRight);
  const { key, ...identity } = readIdentity(unproved.identity, trusted, isSigned);
  const otherwise = 'the right was not signed with the key of the identity that it shows';
  return { claims: verified({ text, typ: rightType, key, isShaped: isRight, otherwise }, isSigned), identity };
}

interface ToVerify<T> {
  text: string;
  typ: string;
  key: string;
  isShaped: Shaped<T>;
  otherwise: string;
}

function verified<T>({ text, typ, key, isShaped, otherwise }: ToVerify<T>, isSigned: IsSigned): T {
  const { header: head, signed, signature, payload } = parts(text);
  if (head.typ !== typ) throw new NoRight(`a ${typ} is asked for, and this is a ${head.typ}`);
  if (!isSigned(bytesIn(key), utf8ToBytes(signed), signature)) throw new NoRight(otherwise);
  return payload(isShaped);
}

/** The three parts of a compact JWS (RFC 7515); a header that names another algorithm than EdDSA is none of ours. */
function parts(text: string) {
  const [head = '', body = '', signature = '', ...more] = text.split('.');
  if (more.length) throw new NoRight('this is no signed right');
  return {
    header: jsonIn(head, isHeader, 'its header is none of ours: alg must be EdDSA, and crit must not be there'),
    payload: <T>(isShaped: Shaped<T>): T => jsonIn(body, isShaped, 'what it claims is incomplete'),
    signed: `${head}.${body}`,
    signature: bytesIn(signature),
  };
}

type Shaped<T> = (value: unknown) => value is T;

function jsonIn<T>(text: string, isShaped: Shaped<T>, otherwise: string): T {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytesIn(text)));
  } catch {
    throw new NoRight('this is no signed right');
  }
  if (!isShaped(raw)) throw new NoRight(otherwise);
  return raw;
}

function bytesIn(text: string): Uint8Array {
  try {
    return base64urlnopad.decode(text);
  } catch {
    throw new NoRight('this is no signed right');
  }
}
