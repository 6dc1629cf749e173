/** Persons with rights for tests, and requests with those rights; also invalid rights. */
import { SignJWT, importJWK, type JWTHeaderParameters } from 'jose';
import { issueIdentity, signRight, type HeldIdentity, type KeyPair } from '../../identity/authority.ts';
import { requestHash } from '../../identity/request-hash.ts';
import { audienceOf } from '../../identity/shapes.ts';
import type { Role } from '../../machines/rights.ts';

const hour = 3_600_000;

/** The identity of a person, for an hour from now, or until an instant. */
export function identityOf(
  authority: KeyPair,
  person: string,
  actsFor: string,
  roles: readonly Role[],
  { now = Date.now(), until = now + hour }: { now?: number; until?: number } = {},
): Promise<HeldIdentity> {
  return issueIdentity(authority, { person, actsFor, roles }, { now, until });
}

/** The request with the right to it, signed now or at another instant, for a workflow of the default namespace. */
export async function withRight<R extends object>(
  held: HeldIdentity,
  workflowId: string,
  name: string,
  request: R,
  now = Date.now(),
): Promise<R & { right: string }> {
  const asked = { audience: audienceOf('default', workflowId), hash: requestHash(name, request), now };
  return { ...request, right: await signRight(held, asked) };
}

/** A text signed with any key and header. */
export const signedAs = async (key: KeyPair, header: JWTHeaderParameters, claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, 'EdDSA'));
