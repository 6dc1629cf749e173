/** The signing key and what it signs: one kind of key, one kind of signature, and no part of a key is ever repeated. */
import { chmodSync, mkdirSync } from 'node:fs';
import { inspect } from 'node:util';
import { join } from 'node:path';
import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../../register/canonical.ts';
import { checkSigned, signed } from '../../register/signed.ts';
import { newSigningKey, publicKeyOf, SigningKey, type Jwk } from '../../secrets/signing-key.ts';
import { readPublicKeyFile, readSigningKeyFile } from '../../secrets/signing-key-file.ts';
import { SignatureRefused, signerOf, signText } from '../../secrets/signatures.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { keysFileFaultsOf } from '../support/failures.ts';

// RFC 8037, appendix A: a key published with its parts, thumbprint and signature.
const published: Jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  use: 'sig',
  alg: 'EdDSA',
};
const { d: _, ...handedOut } = published;
const own = new SigningKey(published);
const other = new SigningKey(newSigningKey('other'));
const said = { head: 5, of: 'Қазақстан' };

describe('a signature', () => {
  it('is verified with the public key, and is the same each time', async () => {
    const content = await signed(said, 'heads', own);
    await checkSigned(content, 'heads', publicKeyOf(published));
    expect(await signed(said, 'heads', own)).toEqual(content);
    expect(signerOf(content.signature)).toBe(published.kid);
  });

  it('can be verified by any other tool: it is a detached JWS over the canonical JSON', async () => {
    const { signature, ...content } = await signed(said, 'heads', own);
    const [header, payload, end] = signature!.split('.');
    expect(payload).toBe('');
    const jws = `${header}.${Buffer.from(canonical(content)).toString('base64url')}.${end}`;
    const { protectedHeader } = await compactVerify(jws, await importJWK({ ...handedOut }, 'EdDSA'));
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: published.kid, typ: 'servanda-heads' });
  });

  it.each([
    ['with a changed field', { ...said, head: 6 }, 'changed'],
    ['with an additional field', { ...said, more: null }, 'changed'],
  ])('of content %s is refused', async (_, changed, why) => {
    const { signature } = await signed(said, 'heads', own);
    await expect(checkSigned({ ...changed, signature }, 'heads', publicKeyOf(published))).rejects.toThrow(why);
  });

  it('is refused for another purpose, from another key, from another key under the same name, and if absent', async () => {
    const content = await signed(said, 'heads', own);
    const check = (key: SigningKey, what: 'heads' | 'certificate' = 'heads') => checkSigned(content, what, publicKeyOf(key.publicJwk));
    await expect(check(own, 'certificate')).rejects.toThrow('otherKind servanda-heads');
    await expect(check(other)).rejects.toThrow(`otherKey other ${published.kid}`);
    const namesake = new SigningKey({ ...newSigningKey(), kid: published.kid });
    await expect(check(namesake)).rejects.toThrow('changed');
    await expect(checkSigned(said, 'heads', publicKeyOf(published))).rejects.toThrow('unsigned');
  });

  it('of another kind is invalid: "none", one keyed by the public key, or an attached one', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const keyed = await new CompactSign(Buffer.from(canonical(said)))
      .setProtectedHeader({ alg: 'HS256', kid: published.kid, typ: 'servanda-heads' })
      .sign(Buffer.from(published.x, 'base64url'));
    const attached = await signText(canonical(said), 'heads', own);
    for (const signature of [
      `${part({ alg: 'none', kid: published.kid, typ: 'servanda-heads' })}..AA`,
      keyed.replace(/\.[^.]+\./, '..'),
      attached.replace('..', `.${part(said)}.`),
      `${part({ alg: 'EdDSA' })}..AA`,
      'no signature',
      7,
    ])
      await expect(checkSigned({ ...said, signature }, 'heads', publicKeyOf(published))).rejects.toThrow(SignatureRefused);
  });

  it('follows the example of RFC 8037', async () => {
    const jws = await own.use(key =>
      new CompactSign(Buffer.from('Example of Ed25519 signing')).setProtectedHeader({ alg: 'EdDSA' }).sign(key),
    );
    expect(jws).toBe(
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
    );
  });
});

describe('a signing key', () => {
  it('is named by its thumbprint, or by a given name', async () => {
    const made = newSigningKey();
    expect(made.kid).toBe(await calculateJwkThumbprint({ ...made }));
    expect(newSigningKey('autumn').kid).toBe('autumn');
    expect(own.publicJwk).toEqual(handedOut);
  });

  it('reveals nothing of its private part, however it is printed', () => {
    const printed = inspect(own, { depth: 9, showHidden: true }) + JSON.stringify(own);
    expect(printed).toContain(published.kid);
    expect(printed).not.toContain('nWGxne');
  });
});

describe('a file with a signing key', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());
  const file = (content: unknown, mode = 0o600): string => {
    const path = folder.file('key.json', typeof content === 'string' ? content : JSON.stringify(content));
    chmodSync(path, mode);
    return path;
  };
  const problemOf = (read: ReturnType<typeof readSigningKeyFile> | ReturnType<typeof readPublicKeyFile>): string =>
    'faults' in read ? keysFileFaultsOf(read.faults).join('; ') : 'none';

  it('is read, with its thumbprint as its name if it has none', () => {
    expect(readSigningKeyFile(file(published))).toMatchObject({ key: { id: published.kid } });
    const { kid: __, ...nameless } = published;
    expect(readSigningKeyFile(file(nameless))).toMatchObject({ key: { id: published.kid } });
    expect(readPublicKeyFile(file(handedOut, 0o644))).toMatchObject({ key: { id: published.kid } });
  });

  it.each([
    ['only the public part', handedOut, 'has only the public half'],
    ['parts of two keys', { ...published, x: other.publicJwk.x }, 'is not that of its private one'],
    ['a key of another kind', { ...published, crv: 'X25519' }, 'crv must be Ed25519'],
    ['a part that is too short', { ...published, d: published.d!.slice(1) }, 'd must be 32 bytes in Base64url'],
    ['no part', { ...published, x: undefined }, 'x is missing or of another type'],
    ['fields of another key', { ...published, [published.d!]: 1 }, 'has fields that the JWK of an Ed25519 key does not have'],
    ['a list', [published], 'is not a JWK'],
    ['a key that is not a JWK', `${published.d}`, 'is not JSON'],
  ])('with %s is rejected, and none of it is repeated', (_, content, why) => {
    const problem = problemOf(readSigningKeyFile(file(content)));
    expect(problem).toContain(why);
    expect(problem).not.toContain(published.d!.slice(4));
  });

  it('that others may read is rejected, as is a folder and a missing file', () => {
    expect(problemOf(readSigningKeyFile(file(published, 0o640)))).toContain('chmod 600');
    mkdirSync(join(folder.path, 'folder'));
    for (const name of ['folder', 'none'])
      expect(problemOf(readSigningKeyFile(join(folder.path, name)))).toContain('must name a file that exists');
  });

  it('is not returned in place of the public one', () => {
    const problem = problemOf(readPublicKeyFile(file(published)));
    expect(problem).toContain('is the private key');
    expect(problem).not.toContain(published.d!.slice(4));
  });
});

describe('the command line for signing keys', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  it('creates one without storing it, and prints its public part', async () => {
    const made = await inProcess(['keys', 'new', '--signing']);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('stored nowhere') as unknown });
    const path = folder.file('key.json', made.stdout);
    chmodSync(path, 0o600);
    const handed = await inProcess(['keys', 'public'], { env: { SERVANDA_SIGNING_KEY_FILE: path } });
    const { d: private_, ...half } = JSON.parse(made.stdout) as Jwk;
    expect(private_).toBeTruthy();
    expect(JSON.parse(handed.stdout)).toEqual(half);
    expect(await inProcess(['keys', 'new', '--signing', '--id', 'a b'])).toMatchObject({ code: 2, stdout: '' });
    expect(await inProcess(['keys', 'public'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('keys new --signing') as unknown,
    });
  });

  it.each([
    ['given in place of its file', JSON.stringify(published), 'must be the path of a file with the key, not a key'],
    ['given as only its private part', published.d!, 'must be the path of a file with the key, not a key'],
    ['in a missing file', '/none/key.json', 'must name a file that exists'],
  ])('reports %s without repeating it', async (_, value, why) => {
    const { code, stderr } = await inProcess(['keys', 'public'], { env: { SERVANDA_SIGNING_KEY_FILE: value } });
    expect(code).toBe(2);
    expect(stderr).toContain(`SERVANDA_SIGNING_KEY_FILE`);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain(published.d!.slice(4));
  });

  it('verifies a file by the public part, and rejects any other file', async () => {
    const heads = { servanda: 'heads', version: 1, head: 5 };
    const file = folder.file('heads.json', JSON.stringify(await signed(heads, 'heads', own)));
    const key = folder.file('key.pub.json', JSON.stringify(own.publicJwk));
    const check = (of: string, by = key) => inProcess(['keys', 'verify', of, '--public-key', by]);
    expect(await check(file)).toMatchObject({ code: 0, stdout: expect.stringContaining(`signed by the key ${published.kid}`) as unknown });
    const changed = folder.file('changed.json', JSON.stringify({ ...(await signed(heads, 'heads', own)), head: 4 }));
    expect(await check(changed)).toMatchObject({ code: 1, stderr: expect.stringContaining('changed after it was signed') as unknown });
    expect(await check(folder.file('x', 'x'))).toMatchObject({ code: 2, stderr: expect.stringContaining('nor a certificate') as unknown });
    expect(await check(file, file)).toMatchObject({ code: 2, stderr: expect.stringContaining('has fields') as unknown });
    expect(await check(join(folder.path, 'none'))).toMatchObject({ code: 2 });
    expect(await inProcess(['keys', 'verify', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--public-key') as unknown,
    });
  });
});
