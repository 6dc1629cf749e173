/**
 * Sign-in with an OpenID provider: authorization code flow with PKCE (RFC 7636). The token says who the user is and what they may do
 * (`holderByToken`); the home's authority issues an identity valid as long as the token, as `identity exchange` does.
 */
import * as client from 'openid-client';
import { issueIdentity, type HeldIdentity } from '../../identity/authority.ts';
import { authorityFile, readAuthority } from '../../identity/files.ts';
import { holderByToken, TokenRefused, type OidcIssuer } from '../../identity/oidc.ts';

export interface OpenId {
  /** Where to send the browser, and what it must bring back. */
  begin(): Promise<{ to: URL; pending: Pending }>;
  /** @throws TokenRefused, and errors of the provider */
  finish(current: URL, pending: Pending): Promise<{ person: string; identity: HeldIdentity; until: number }>;
}

export interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}

export interface OpenIdOptions extends OidcIssuer {
  /** The address to which the provider returns the browser. */
  redirect: string;
  /** For a confidential client; a public client has none. */
  secret?: string | undefined;
  home: string;
  now: () => number | Promise<number>;
}

export function openIdOf({ redirect, secret, home, now, ...issuer }: OpenIdOptions): OpenId {
  let found: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    found ??= discovered(issuer, secret).catch((cause: unknown) => {
      found = undefined; // retry a provider that was unavailable
      throw cause;
    });
    return found;
  };
  return {
    begin: async () => {
      const pending = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const to = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { to, pending };
    },
    finish: async (current, { state, nonce, verifier }) => {
      const back = new URL(redirect);
      back.search = current.search;
      const tokens = await client.authorizationCodeGrant(await configuration(), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const { until, ...holder } = await holderByToken(tokens.id_token!, issuer);
      const authority = await readAuthority(authorityFile(home));
      if (!authority) throw new TokenRefused({ code: 'tokenWithoutRoles', fields: ['authority'] });
      return { person: holder.person, identity: await issueIdentity(authority, holder, { now: await now(), until }), until };
    },
  };
}

/** Plain HTTP only to a provider on this machine: `isSafeIssuer` admits no other. */
// oxlint-disable typescript/no-deprecated -- marked so that it stands out; the configuration lets plain HTTP pass for this machine only
const discovered = ({ issuer, audience }: OidcIssuer, secret: string | undefined): Promise<client.Configuration> =>
  client.discovery(
    new URL(issuer),
    audience,
    secret,
    secret ? undefined : client.None(),
    issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {},
  );
