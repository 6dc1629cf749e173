/** Request limits, the names under which the desk answers, and what the security log has about visitors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskExtensions } from '../../cli/service/desk.ts';
import type { DeskAppOptions } from '../../web/app.ts';
import { deskOf, type Desk } from '../../web/context.ts';
import { bucketsOf } from '../../web/limits.ts';
import { openSecurityLog } from '../../worker/security-log.ts';
import { webMessages } from '../../wording/web/words.ts';
import { temporaryFolder } from '../support/cli.ts';
import { appOf, browserOf, entryKey } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
let desk: Desk;
let beside: DeskAppOptions['beside'];

beforeAll(async () => {
  await keepIn(folder.path, [{ content: testAgreement('one', { rehearsal: false }), facts: [] }]);
  desk = deskOf({ service: { home: folder.path, env: {} } });
  beside = await deskExtensions(desk.base, { onUnexpected: () => {} });
});
afterAll(async () => {
  await desk.close();
  folder.remove();
});

const within = 3_600_000;
const appWith = (more: Partial<DeskAppOptions> = {}) => appOf(desk, { ...(beside ? { beside } : {}), ...more });
const few = (most: number) => appWith({ limits: { signIn: { most: 2, within }, any: { most, within } } });
const wait = (answer: Response): number => Number(answer.headers.get('retry-after'));

it('a bucket allows what it holds, says how long to wait, and refills', () => {
  const { take, giveBack } = bucketsOf({ most: 2, within: 60_000 });
  expect([take('a', 0), take('a', 0), take('a', 0), take('b', 0)]).toEqual([0, 0, 30, 0]);
  expect([take('a', 20_500), take('a', 31_500), take('a', 31_500)]).toEqual([10, 0, 29]);
  expect([take('a', 1_000_000), take('a', 1_000_000), take('a', 1_000_000)]).toEqual([0, 0, 30]);
  giveBack('a');
  expect([take('a', 1_000_000), take('a', 1_000_000)]).toEqual([0, 30]);
});

it('after several failed sign-ins a visitor is asked to wait, in their language, even with the right key', async () => {
  const app = few(100);
  for (let i = 0; i < 5; i++) expect((await app.request(`/enter?key=${encodeURIComponent(entryKey)}`)).status).toBe(303); // successes do not count
  for (const key of ['one', 'two']) expect((await app.request(`/enter?key=${key}`)).status).toBe(403);
  const answer = await app.request(`/enter?key=${encodeURIComponent(entryKey)}`, { headers: { 'accept-language': 'kk' } });
  expect(answer.status).toBe(429);
  expect(wait(answer)).toBeGreaterThan(60);
  expect(await answer.text()).toContain(webMessages.kk.failures.tooMany);
  expect((await app.request('/')).status).toBe(403); // other requests are counted separately
});

it('the API and the MCP tools report a limit as a problem, and a calendar without text', async () => {
  const app = few(2);
  for (let i = 0; i < 2; i++) expect((await app.request('/api/openapi.json')).status).toBe(200);
  for (const path of ['/api/agreements', '/mcp']) {
    const answer = await app.request(path, { headers: { 'accept-language': 'ru' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ code: 'tooMany', status: 429, detail: expect.stringMatching(/^Слишком много запросов/) });
    expect(wait(answer)).toBeGreaterThan(60);
  }
  const calendar = await app.request(`/calendar/${'x'.repeat(43)}.ics`);
  expect([calendar.status, await calendar.text()]).toEqual([429, '']);
  expect((await app.request('/assets/none.css')).status).toBe(404);
});

it('a session has a limit of its own, and a forged session has none', async () => {
  const app = few(2);
  const browser = await browserOf(app);
  for (let i = 0; i < 2; i++) expect((await app.request('/', { headers: { cookie: `servanda=forged${i}.seal` } })).status).toBe(403);
  expect((await app.request('/', { headers: { cookie: 'servanda=forged2.seal' } })).status).toBe(429);
  for (let i = 0; i < 2; i++) expect((await browser.get('/person')).status).toBe(200);
  expect((await browser.get('/person')).status).toBe(429);
});

it('behind a proxy the limit is by the address that the proxy adds, and elsewhere nobody can claim an address', async () => {
  const from = (app: ReturnType<typeof appWith>, forwarded: string) => app.request('/', { headers: { 'x-forwarded-for': forwarded } });
  const limits = { signIn: { most: 1, within }, any: { most: 1, within } };
  const behind = appWith({ limits, url: 'https://desk.example.org' });
  const asked = [];
  for (const forwarded of ['203.0.113.1', '198.51.100.1, 203.0.113.1', '203.0.113.2']) asked.push((await from(behind, forwarded)).status);
  expect(asked).toEqual([403, 429, 403]);
  const alone = appWith({ limits });
  expect([(await from(alone, '203.0.113.1')).status, (await from(alone, '203.0.113.2')).status]).toEqual([403, 429]);
});

it('the desk answers under the names of this machine and its own, and under no other name that resolves to it', async () => {
  const refused: object[] = [];
  const security = { refused: (event: object) => refused.push(event), signedIn: () => {}, signedOut: () => {} };
  for (const app of [appWith({ security }), appWith({ security, url: 'https://desk.example.org' })]) {
    for (const path of ['/', '/enter?key=x', '/api/agreements', '/mcp', '/calendar/x.ics']) {
      const answer = await app.request(`http://elsewhere.example:8080${path}`);
      expect([path, answer.status]).toEqual([path, 421]);
      expect(await answer.text()).toContain('The desk is not reached as elsewhere.example.');
    }
    expect((await app.request('http://elsewhere.example:8080/api/agreements')).headers.get('content-type')).toBe(
      'application/problem+json',
    );
    for (const own of ['127.0.0.1', 'localhost', '[::1]']) expect((await app.request(`http://${own}:8080/`)).status).toBe(403);
  }
  expect((await appWith({ url: 'https://desk.example.org' }).request('http://desk.example.org/')).status).toBe(403);
  const answer = await appWith().request('http://elsewhere.example/', { headers: { 'accept-language': 'az' } });
  expect(await answer.text()).toContain('İş yeri elsewhere.example adı ilə açılmır.');
  expect(refused[2]).toMatchObject({ where: 'desk', of: '/api/agreements', why: 'The desk is not reached as elsewhere.example.' });
});

it('behind a proxy a form must come from the address that browsers see, and its cookie is sent only over HTTPS', async () => {
  const app = appWith({ url: 'https://desk.example.org' });
  const at = 'http://desk.example.org';
  const entered = await app.request(`${at}/enter?key=${encodeURIComponent(entryKey)}`);
  expect(entered.headers.get('set-cookie')).toMatch(/; Secure/);
  const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
  const token = /name="token" value="([^"]+)"/.exec(await (await app.request(`${at}/person`, { headers: { cookie } })).text())![1]!;
  const signingOut = (origin: string) =>
    app.request(`${at}/sign-out`, { method: 'POST', headers: { cookie, origin }, body: new URLSearchParams({ token }) });
  expect((await signingOut('http://desk.example.org')).status).toBe(403);
  expect((await signingOut('https://desk.example.org')).status).toBe(303);
});

it('the security log has who signed in and out, failed attempts, and a forged form, but never a key', async () => {
  const app = appWith({ security: openSecurityLog(folder.path), url: 'https://desk.example.org' });
  await app.request('/enter?key=guessed', { headers: { 'x-forwarded-for': '203.0.113.9' } });
  const browser = await browserOf(app);
  await browser.post('/sign-out', { token: 'forged' });
  const { token } = await browser.own('/person');
  await browser.post('/sign-out', { token });
  const log = readFileSync(join(folder.path, 'security.log'), 'utf8');
  const lines = log
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { msg: 'refused', where: 'desk', of: 'sign-in', address: '203.0.113.9', why: 'The key is not that of this desk.' },
    { msg: 'signed in', where: 'desk', person: 'officer' },
    { msg: 'refused', where: 'desk', of: '/sign-out', person: 'officer' },
    { msg: 'signed out', person: 'officer' },
  ]);
  for (const secret of ['guessed', entryKey, token]) expect(log).not.toContain(secret);
});
