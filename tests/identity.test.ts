/** Identities as files, and tokens of an OIDC issuer exchanged for one. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSigningKey } from '../secrets/signing-key.ts';
import { claimsOf, fileNameFor, heldBy, heldIn, readAuthority, readHeld, readPublicKey, writeSecret } from '../identity/files.ts';
import { holderByToken, isSafeIssuer } from '../identity/oidc.ts';
import { NoRight, readIdentity } from '../identity/right.ts';
import { isSigned as byNode } from '../identity/signature.ts';
import { isSigned as inWorkflow } from '../identity/signature-in-workflow.ts';
import { temporaryFolder } from './support/cli.ts';
import { identityOf } from './support/identities.ts';
import { saidOf } from './support/failures.ts';

describe('a key file', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  it('is read as it was written, and is never replaced without request', async () => {
    const file = join(folder.path, 'deep', 'authority.json');
    const key = newSigningKey();
    await writeSecret(file, key);
    expect(await readAuthority(file)).toEqual(key);
    await expect(writeSecret(file, {})).rejects.toThrow('keyFileExists');
    await writeSecret(file, newSigningKey(), { replace: true });
    expect((await readAuthority(file))?.kid).not.toBe(key.kid);
    expect(await readAuthority(join(folder.path, 'none.json'))).toBeUndefined();
  });

  it('is refused if others may read it, or if it holds something else, while a public one may be read by all', async () => {
    const key = newSigningKey();
    const file = folder.file('key.json', JSON.stringify(key));
    chmodSync(file, 0o644);
    await expect(readAuthority(file)).rejects.toThrow('keyFileReadByOthers');
    expect(await readPublicKey(file)).toEqual({ kid: key.kid, x: key.x });
    for (const [content, read] of [
      ['not JSON', readAuthority],
      ['{"kty":"OKP"}', readAuthority],
      ['{"identity":7}', readHeld],
    ] as const) {
      const other = folder.file('other.json', content);
      chmodSync(other, 0o600);
      await expect(read(other)).rejects.toThrow('otherKeyContent');
    }
    await expect(readPublicKey(join(folder.path, 'none'))).rejects.toThrow('noFile');
    await expect(readPublicKey(folder.path)).rejects.toThrow('notKeyFile');
  });

  it('is found by the person, the one valid longest first, and two persons never share a file', async () => {
    const authority = newSigningKey();
    const now = Date.now();
    const short = await identityOf(authority, 'First Secretary', 'KZ', ['drafter'], { now, until: now + 60_000 });
    const long = await identityOf(authority, 'first secretary', 'KZ', ['drafter'], { now, until: now + 120_000 });
    for (const [i, held] of [short, long].entries()) await writeSecret(join(folder.path, `${i}.json`), held);
    expect(await heldIn(folder.path)).toHaveLength(2);
    expect(await heldBy(folder.path, 'FIRST  SECRETARY')).toEqual(long);
    expect(await heldBy(folder.path, 'nobody')).toBeUndefined();
    expect(await heldIn(join(folder.path, 'none'))).toEqual([]);
    expect(fileNameFor('A/B')).not.toBe(fileNameFor('A-B'));
    expect(fileNameFor('../Ә')).toMatch(/^[\p{L}\p{N}-]+\.json$/u);
    expect(() =>
      claimsOf({ ...long, identity: long.identity.replace(/\.[^.]+\./, `.${Buffer.from('{}').toString('base64url')}.`) }),
    ).toThrow('identityIncomplete');
  });

  it('of an identity identifies somebody only under a trusted authority', async () => {
    const [authority, other] = [newSigningKey(), newSigningKey()];
    const { identity } = await identityOf(authority, 'Officer', 'KZ', ['drafter']);
    expect(readIdentity(identity, [authority], byNode)).toMatchObject({
      person: 'Officer',
      actsFor: 'KZ',
      roles: ['drafter'],
      issuer: authority.kid,
    });
    expect(() => readIdentity(identity, [other], byNode)).toThrow(NoRight);
    expect(() => readIdentity(identity, [{ ...other, kid: authority.kid }], byNode)).toThrow('notByAuthority');
    for (const broken of ['', 'a.b', 'a.b.c.d', `${identity}.x`, identity.replace('.', '.!')])
      expect(() => readIdentity(broken, [authority], byNode)).toThrow(NoRight);
  });
});

describe('a verified signature', () => {
  it('verifies no other: not by another key, of another text, nor another of the same text', async () => {
    const [authority, other] = [newSigningKey(), newSigningKey()];
    const { identity } = await identityOf(authority, 'Officer', 'KZ', ['drafter']);
    const { identity: second } = await identityOf(authority, 'Officer', 'KZ', ['approver']);
    for (const one of [identity, second, identity]) expect(readIdentity(one, [authority], inWorkflow).person).toBe('Officer');
    const [head, claims] = identity.split('.');
    const [, otherClaims, otherSignature] = second.split('.');
    expect(() => readIdentity(identity, [{ ...other, kid: authority.kid }], inWorkflow)).toThrow(NoRight);
    expect(() => readIdentity(`${head}.${claims}.${otherSignature}`, [authority], inWorkflow)).toThrow(NoRight);
    expect(() => readIdentity(identity.replace(claims!, otherClaims!), [authority], inWorkflow)).toThrow(NoRight);
  });
});

describe('a token of an OIDC issuer', () => {
  let server: Server;
  let issuer: string;
  let key: CryptoKey;
  const documents: Record<string, object> = {};
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    key = pair.privateKey;
    server = createServer((request, response) => {
      const found = documents[request.url ?? ''];
      response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
    });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', () => listening()));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    documents['/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
    documents['/keys'] = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' }] };
    documents['/other/.well-known/openid-configuration'] = { issuer, jwks_uri: `${issuer}/keys` };
    documents['/far/.well-known/openid-configuration'] = { issuer: `${issuer}/far`, jwks_uri: 'http://example.org/keys' };
    documents['/empty/.well-known/openid-configuration'] = {};
  });
  afterAll(() => new Promise(closed => server.close(closed)));

  const until = Math.floor(Date.now() / 1000) + 600;
  const token = (claims: object, { audience = 'servanda', expires = until, by = key, from = issuer } = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setSubject('u-17')
      .setIssuer(from)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(by);
  const of = (more: object = {}) => ({ issuer, audience: 'servanda', person: 'sub', ...more });
  const servanda = { for: 'KZ', roles: ['drafter', 'approver'] };

  it('names the person, the Party and the roles, for as long as it lasts', async () => {
    expect(await holderByToken(await token({ servanda }), of())).toEqual({
      person: 'u-17',
      actsFor: 'KZ',
      roles: ['drafter', 'approver'],
      until: until * 1000,
    });
    expect(await holderByToken(await token({ servanda, email: 'officer@example.org' }), of({ person: 'email' }))).toMatchObject({
      person: 'officer@example.org',
    });
  });

  it('is rejected if it is signed by another issuer, is for another audience, is expired, or has no claims for servanda', async () => {
    const stranger = (await generateKeyPair('RS256')).privateKey;
    for (const [given, why, at] of [
      [await token({ servanda }, { audience: 'mail' }), /aud/],
      [await token({ servanda }, { expires: until - 1200 }), /exp/],
      [await token({ servanda }, { by: stranger }), /signature/],
      [await token({ servanda }, { from: 'https://login.example.org' }), /iss/],
      [await token({}), /claim servanda such as/],
      [await token({ servanda: { for: 'KZ', roles: ['service'] } }), /claim servanda/],
      [await token({ servanda }), /no claim email/, { person: 'email' }],
      ['no token', /is not one of/],
      [await token({ servanda }), /is that of/, { issuer: `${issuer}/other` }],
      [await token({ servanda }), /not by https/, { issuer: `${issuer}/far` }],
      [await token({ servanda }), /not a discovery document/, { issuer: `${issuer}/empty` }],
      [await token({ servanda }), /answers 404/, { issuer: `${issuer}/none` }],
      [await token({ servanda }), /can’t be used/, { issuer: 'http://127.0.0.1:1' }],
    ] as const)
      expect(await saidOf(holderByToken(given, of(at)))).toMatch(why);
  });

  it('is accepted only over HTTPS, except on this machine', () => {
    expect(['https://login.example.org', 'http://127.0.0.1:80', 'http://localhost'].map(isSafeIssuer)).toEqual([true, true, true]);
    expect(isSafeIssuer('http://login.example.org')).toBe(false);
  });
});
