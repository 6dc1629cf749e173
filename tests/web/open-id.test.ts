/** Sign-in with a real OpenID provider on this machine: code flow with PKCE; the token decides what the person may do, and no more. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorityFile, identitiesFolder, putIdentity, writeSecret } from '../../identity/files.ts';
import type { OidcIssuer } from '../../identity/oidc.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { deskOf, type Desk } from '../../web/context.ts';
import { serveDesk, type DeskServer } from '../../web/serve.ts';
import { identityOf } from '../support/identities.ts';
import { deskHome, type DeskHome } from './desk-home.ts';

let kept: DeskHome;
let issuerServer: Server;
let desk: DeskServer;
let own: Desk;
let oidc: OidcIssuer;
const url = 'http://127.0.0.1:1';
let roles: string[] = ['drafter'];

beforeAll(async () => {
  kept = await deskHome(['window-open']);
  await writeSecret(authorityFile(kept.home), newSigningKey());
  issuerServer = createServer();
  await new Promise<void>(resolve => issuerServer.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(issuerServer.address() as AddressInfo).port}`;
  oidc = { issuer, audience: 'servanda', person: 'sub' };
  // The provider uses the machine's clock.
  own = deskOf({ service: { home: kept.home, env: {} } });
  desk = await serveDesk({ desk: own, home: kept.home, port: 0, person: 'nobody', oidc, url });
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'servanda', token_endpoint_auth_method: 'none', redirect_uris: [`${url}/sign-in/callback`], application_type: 'native' },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'servanda'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, servanda: { for: 'KZ', roles } }) }),
    ttl: { IdToken: 3600, AccessToken: 3600, Session: 3600, Interaction: 3600, Grant: 3600 },
    cookies: { keys: ['test'] },
    // A test person who can always sign in: the provider's own login is not tested.
    interactions: { url: () => '/login' },
    features: { devInteractions: { enabled: false } },
  });
  const answer = provider.callback();
  issuerServer.on(
    'request',
    (request, response) => void (request.url === '/login' ? letIn(provider, request, response) : answer(request, response)),
  );
});
afterAll(async () => {
  await desk?.stop();
  await own?.close();
  issuerServer?.close();
  await kept?.remove();
});

async function letIn(
  provider: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: 'officer-7' } });
  const grant = new provider.Grant({ accountId: session!.accountId, clientId: params['client_id'] as string });
  grant.addOIDCScope('openid');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

/** Follows redirects with a cookie jar for each host, until the desk answers. */
async function follow(): Promise<{ status: number; body: string; cookie: string }> {
  const jar = new Map<string, string>();
  const { origin } = desk;
  let at = new URL('/sign-in', origin);
  let method = 'POST';
  for (let hops = 0; hops < 15; hops++) {
    const answer: Response = await fetch(at, {
      method,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    for (const c of answer.headers.getSetCookie()) {
      const [pair = ''] = c.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = answer.headers.get('location');
    if (!to) return { status: answer.status, body: await answer.text(), cookie: jar.get('servanda') ?? '' };
    at = new URL(to, at);
    if (at.port === '1') at = new URL(`${at.pathname}${at.search}`, origin);
    method = 'GET';
  }
  throw new Error(`Too many redirects, the last to ${at.href}`);
}
it('a person known to the provider can sign in, in their own name', async () => {
  const found = await follow();
  expect(found.status).toBe(200);
  expect(found.body).toContain('officer-7');
  expect(found.cookie).not.toBe('');
});

it('a session that outlives the process is invalid, whatever identity the home has under that name', async () => {
  const { cookie } = await follow();
  const asked = (origin: string) => fetch(origin, { headers: { cookie: `servanda=${cookie}` } }).then(answer => answer.status);
  expect(await asked(desk.origin)).toBe(200);
  const namesake = await identityOf(newSigningKey(), 'officer-7', 'KZ', ['registrar']);
  await putIdentity(identitiesFolder(kept.home), namesake, { now: Date.now(), replace: false });
  for (const more of [{ oidc, url }, {}]) {
    const again = await serveDesk({ desk: own, home: kept.home, port: 0, person: 'nobody', ...more });
    expect(await asked(again.origin)).toBe(403);
    await again.stop();
  }
});

it('a token without roles signs nobody in', async () => {
  roles = ['service'];
  const found = await follow();
  expect(found.status).toBe(403);
  expect(found.cookie).toBe('');
});
