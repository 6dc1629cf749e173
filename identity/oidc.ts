/**
 * An OIDC issuer's token as the basis for an identity: checks its signature, issuer, audience and time, and reads the holder from the claim
 * `servanda` ({ "for": "KZ", "roles": ["drafter"] }). OpenID Connect Core 3.1.3.7, Discovery 4.
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { OwnFailure } from '../machines/own-failure.ts';
import { roles, type Holder } from '../machines/rights.ts';
import type { DiscoveryFault, TokenFault } from './token-faults.ts';

export interface OidcIssuer {
  issuer: string;
  audience: string;
  /** The claim that names the person. */
  person: string;
}

/** Allows keys over plain HTTP only from this machine. */
export function isSafeIssuer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
}

/** The token is not from the issuer, or names nobody with a role. */
export class TokenRefused extends OwnFailure<TokenFault> {
  override readonly name = 'TokenRefused';
}

const discovered = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
/** No token can grant the role of the service. */
const claim = z.object({ for: z.string().trim().min(1).max(200), roles: z.array(z.enum(roles).exclude(['service'])).min(1) });
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/** The holder that a token names, and until when (an instant). @throws TokenRefused */
export async function holderByToken(token: string, { issuer, audience, person }: OidcIssuer): Promise<Holder & { until: number }> {
  const keys = createRemoteJWKSet(new URL(await keysOf(issuer)), { timeoutDuration: 10_000 });
  const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, requiredClaims: ['exp', 'sub'] }).catch(
    (cause: unknown) => {
      if (cause instanceof errors.JOSEError || cause instanceof TypeError)
        throw new TokenRefused({ code: 'tokenOfAnother', issuer, audience, why: cause.message });
      throw cause;
    },
  );
  const name = Object.hasOwn(payload, person) ? payload[person] : undefined;
  if (typeof name !== 'string' || !name.trim()) throw new TokenRefused({ code: 'tokenNamesNobody', claim: person });
  const said = claim.safeParse(payload['servanda']);
  if (!said.success) {
    const fields = said.error.issues.map(({ path }) => ['servanda', ...path].join('.'));
    throw new TokenRefused({ code: 'tokenWithoutRoles', fields: [...new Set(fields)] });
  }
  return { person: name.trim(), actsFor: said.data.for, roles: said.data.roles, until: payload.exp! * 1000 };
}

async function keysOf(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const refuse = (why: DiscoveryFault): never => {
    throw new TokenRefused({ code: 'notDiscovered', address, why });
  };
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'error' }).catch((cause: unknown) =>
    refuse({ code: 'unreachable', why: String(cause) }),
  );
  if (!answer.ok) refuse({ code: 'status', status: answer.status });
  const read = discovered.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) return refuse({ code: 'notDocument' });
  if (read.data.issuer !== issuer) refuse({ code: 'ofAnother', issuer: read.data.issuer });
  return isSafeIssuer(read.data.jwks_uri) ? read.data.jwks_uri : refuse({ code: 'keysNotByHttps' });
}
