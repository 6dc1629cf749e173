/**
 * A token of an OIDC issuer as the ground of an identity: its signature, issuer, audience and time are checked, and who it names is
 * read from the claim `servanda` ({ "for": "KZ", "roles": ["drafter"] }). OpenID Connect Core 3.1.3.7, Discovery 4.
 */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { roles, type Holder } from '../machines/rights.ts';

export interface OidcIssuer {
  issuer: string;
  audience: string;
  /** The claim that names the person. */
  person: string;
}

/** Only on this machine may keys come by plain HTTP. */
export function isSafeIssuer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
}

/** The token is none of the issuer's, or names nobody who may anything; says why. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const discovered = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });
/** Nobody becomes the service by a token. */
const claim = z.object({ for: z.string().trim().min(1).max(200), roles: z.array(z.enum(roles).exclude(['service'])).min(1) });
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/** Whom a token names, and until when (an instant). @throws TokenRefused */
export async function holderByToken(token: string, { issuer, audience, person }: OidcIssuer): Promise<Holder & { until: number }> {
  const keys = createRemoteJWKSet(new URL(await keysOf(issuer)), { timeoutDuration: 10_000 });
  const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms, requiredClaims: ['exp', 'sub'] }).catch(
    (cause: unknown) => {
      if (cause instanceof errors.JOSEError || cause instanceof TypeError)
        throw new TokenRefused(`The token is not one of ${issuer} for ${audience}: ${cause.message}.`);
      throw cause;
    },
  );
  const name = Object.hasOwn(payload, person) ? payload[person] : undefined;
  if (typeof name !== 'string' || !name.trim())
    throw new TokenRefused(`The token has no claim ${person} that names a person (SERVANDA_OIDC_PERSON).`);
  const said = claim.safeParse(payload['servanda']);
  if (!said.success)
    throw new TokenRefused(
      `The token says nothing of servanda, or not as it must: a claim servanda such as {"for":"KZ","roles":["drafter"]}. ${z.prettifyError(said.error)}`,
    );
  return { person: name.trim(), actsFor: said.data.for, roles: said.data.roles, until: payload.exp! * 1000 };
}

async function keysOf(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const refuse = (why: string): never => {
    throw new TokenRefused(`${address} can't be used: ${why}.`);
  };
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'error' }).catch((cause: unknown) =>
    refuse(String(cause)),
  );
  if (!answer.ok) refuse(`it answers ${answer.status}`);
  const read = discovered.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) return refuse('it is no discovery document');
  if (read.data.issuer !== issuer) refuse(`it is that of ${read.data.issuer}`);
  return isSafeIssuer(read.data.jwks_uri) ? read.data.jwks_uri : refuse('its jwks_uri is not by https');
}
