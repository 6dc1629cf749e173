/** The codec server decrypts payloads for the Temporal UI: for pages of its origin, on this machine, and for nobody else. */
import { request as ask } from 'node:http';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, payloadsFrom } from '../../secrets/codec-messages.ts';
import { startCodecServer, type CodecServer } from '../../secrets/codec-server.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { payloadCodec } from '../../secrets/payload-codec.ts';
import { inProcess } from '../support/cli.ts';
import { startTestDevServer } from '../support/servers.ts';

const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
const keys = new Keyring([key('2026', 'b')]);
const ui = 'http://127.0.0.1:8233';
const token = 'a-token-that-is-only-for-the-tests-of-this-file';
const clear = [defaultPayloadConverter.toPayload({ note: 'whimbrel' }), defaultPayloadConverter.toPayload('plain')];

let open: CodecServer;
let guarded: CodecServer;
beforeAll(async () => {
  open = await startCodecServer({ keys, port: 0, origins: () => [ui] });
  guarded = await startCodecServer({ keys, port: 0, token, origins: () => [ui] });
});
afterAll(async () => {
  await open?.stop();
  await guarded?.stop();
});

const post = (path: string, body: string, headers: Record<string, string> = {}, server = open) =>
  fetch(`${server.address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
const sealed = async (): Promise<string> => bodyOf(await payloadCodec(keys).encode(clear));

it('the codec server decodes what is encrypted, passes on what is not, and encodes', async () => {
  const decoded = await post('/decode', await sealed(), { origin: ui, 'x-namespace': 'default' });
  expect(decoded.headers.get('access-control-allow-origin')).toBe(ui);
  expect(decoded.headers.get('cache-control')).toBe('no-store');
  expect(payloadsFrom(await decoded.text()).map(p => defaultPayloadConverter.fromPayload(p))).toEqual([{ note: 'whimbrel' }, 'plain']);
  expect(await (await post('/decode', bodyOf(clear))).text()).toBe(bodyOf(clear));
  const encoded = payloadsFrom(await (await post('/encode', bodyOf(clear))).text());
  expect((await payloadCodec(keys).decode(encoded)).map(p => defaultPayloadConverter.fromPayload(p))).toEqual([
    { note: 'whimbrel' },
    'plain',
  ]);
});

describe('the codec server answers only pages of the UI', () => {
  it('whose browser first asks whether it may', async () => {
    const preflight = (origin: string) =>
      fetch(`${guarded.address}/decode`, { method: 'OPTIONS', headers: { origin, 'access-control-request-private-network': 'true' } });
    const allowed = await preflight(ui);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, ui]);
    expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type, authorization, x-namespace');
    expect(allowed.headers.get('access-control-allow-private-network')).toBe('true');
    const other = await preflight('https://elsewhere.example');
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it.each(['https://elsewhere.example', 'null', `${ui}.elsewhere.example`, 'http://localhost:8233'])(
    'and refuses those of %s',
    async origin => {
      const answer = await post('/decode', await sealed(), { origin });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect(await answer.text()).not.toContain('payloads');
    },
  );

  it('and refuses a host name made to resolve to this machine', async () => {
    const { port } = new URL(open.address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = ask({ host: '127.0.0.1', port, path: '/decode', method: 'POST', headers: { host: `elsewhere.example:${port}` } });
      asking.on('response', answer => resolve((answer.resume(), answer.statusCode))).on('error', reject);
      asking.end('{}');
    });
    expect(status).toBe(421);
  });
});

it('with a token, the codec server answers only callers that send it', async () => {
  const body = await sealed();
  for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, token])
    expect((await post('/decode', body, { authorization }, guarded)).status).toBe(401);
  expect((await post('/decode', body, { authorization: `Bearer ${token}` }, guarded)).status).toBe(200);
});

it('the codec server accepts an empty list of payloads as Temporal sends it: left out', async () => {
  const answer = await post('/decode', '{}');
  expect([answer.status, await answer.json()]).toEqual([200, { payloads: [] }]);
});

describe('the codec server explicitly refuses', () => {
  it.each([
    ['another path', '/', '{"payloads":[]}', {}, 404],
    ['another type', '/decode', '{"payloads":[]}', { 'content-type': 'text/plain' }, 415],
    ['a body that is not JSON', '/decode', '{', {}, 400],
    ['a body without payloads', '/decode', '{"payloads":1}', {}, 400],
    ['bytes that are not Base64', '/decode', '{"payloads":[{"data":"&"}]}', {}, 400],
    ['more than eight megabytes', '/decode', ' '.repeat(8 * 1024 * 1024 + 1), {}, 413],
  ])('%s', async (_, path, body, headers, status) => {
    const answer = await post(path, body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/\w/) });
  });

  it('what is encrypted under a missing key, naming it, and what was changed', async () => {
    const old = bodyOf(await payloadCodec(new Keyring([key('2025', 'a')])).encode(clear));
    const answer = await post('/decode', old);
    expect([answer.status, await answer.json()]).toEqual([400, { message: expect.stringContaining('"key":"2025"') }]);
    const other = bodyOf(await payloadCodec(new Keyring([key('2026', 'z')])).encode(clear));
    expect((await post('/decode', other)).status).toBe(400);
  });

  it('nothing, and is not harmed, if a key is called __proto__', async () => {
    const answer = await post('/decode', '{"__proto__":{"polluted":1},"payloads":[{"metadata":{"__proto__":"eA=="},"data":""}]}');
    expect(answer.status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

it('the codec server listens on this machine only', () => {
  expect(open.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it('the embedded UI is given the address of the codec server', async () => {
  const server = await startTestDevServer({ codecEndpoint: open.address });
  const settings = (await (await fetch(`${server.uiAddress}/api/v1/settings`)).json()) as { Codec: { Endpoint: string } };
  await server.stop();
  expect(settings.Codec.Endpoint).toBe(open.address);
});

describe('the codec command', () => {
  it('needs keys, and the address of a UI', async () => {
    expect(await inProcess(['codec', '--origin', ui])).toMatchObject({ code: 2, stderr: expect.stringContaining('SERVANDA_KEYS_FILE') });
  });
});
