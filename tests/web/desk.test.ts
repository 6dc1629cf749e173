/** The desk on a service: from a draft to a proved receipt with two persons; what is wrong is said, and nothing that was typed is lost. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { deskApp } from '../../web/app.ts';
import { deskOf, type Desk } from '../../web/context.ts';
import type { TestService } from '../../testing/index.ts';
import { startOwnTestService } from '../support/test-service.ts';
import { browserOf, entryKey, type Browser } from './desk-home.ts';

let service: TestService;
let desk: Desk;
let drafter: Browser;
let head: Browser;

beforeAll(async () => {
  service = await startOwnTestService();
  const { agreement, file } = loadAgreement('docs/rehearsal.yaml');
  await service.servanda.open(file);
  const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => !['s', 't1'].includes(f.id));
  await service.servanda.recordAll('rehearsal', facts as never);
  desk = deskOf({ service: { home: service.home, address: service.address, env: {} } });
  const browser = (person: string): Promise<Browser> =>
    browserOf(deskApp({ desk, key: Buffer.alloc(32, 7), signIn: { kind: 'local', person, key: entryKey } }));
  [drafter, head] = [await browser('drafter'), await browser('head of department')];
});
afterAll(async () => {
  await desk?.close();
  await service?.close();
});

const at = (path: string): string => `/agreements/rehearsal${path}`;

/** The fields that a page carries of itself. */
async function own(browser: Browser, path: string): Promise<Record<string, string>> {
  const page = await (await browser.get(path)).text();
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { token: hidden('token'), head: hidden('head') };
}

/** Typed, checked, sent. */
async function sent(browser: Browser, path: string, fields: Record<string, string>): Promise<Response> {
  const mine = await own(browser, path);
  const checked = await browser.post(path, { ...fields, ...mine });
  expect(checked.status).toBe(200);
  return browser.post(path, { ...fields, ...mine, step: 'send' });
}

const day = (name: string, iso: string): Record<string, string> => {
  const [y, m, d] = iso.split('-') as [string, string, string];
  return { [`${name}.d`]: d, [`${name}.m`]: m, [`${name}.y`]: y };
};

const draft = { kind: 'termination', by: 'KZ', channel: 'diplomaticNote', text: 'with the assurances of its highest consideration' };

it('a draft shows what it would do, in two lifelines, and writes nothing before it is sent', async () => {
  const path = at('/notices/new?lang=en');
  const answer = await drafter.post(path, { ...draft, ...(await own(drafter, path)) });
  const page = await answer.text();
  expect(page).toContain('What it would do');
  expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
  expect(page).toContain('with the assurances of its highest consideration');
  expect(await service.servanda.notice.list()).toEqual([]);
});

it('a notice goes from its draft to the fact; who drafted it does not approve it', async () => {
  const drafted = await sent(drafter, at('/notices/new'), draft);
  expect(drafted.status).toBe(303);
  const notice = drafted.headers.get('location')!;
  expect(notice).toMatch(/^\/agreements\/rehearsal\/notices\/\d{4}-1$/);
  const mine = await own(drafter, `${notice}/approve`);
  const refused = await drafter.post(`${notice}/approve`, { ...mine, step: 'send' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/class="summary"/);
  expect((await sent(head, `${notice}/approve`, {})).status).toBe(303);
  const today = (await service.servanda.standing('rehearsal')).asOf;
  expect((await sent(drafter, `${notice}/dispatch`, day('on', today))).status).toBe(303);
  const received = await sent(head, `${notice}/confirmReceipt`, { ...day('received', today), evidence: 'acknowledgement, note 8' });
  expect(received.status).toBe(303);
  const page = await (await drafter.get(`${notice}?lang=en`)).text();
  expect(page).toContain('Received and running');
  const { notices } = await service.servanda.standing('rehearsal');
  expect(notices).toMatchObject([{ by: 'KZ', received: today }]);
});

it('the notice is a paper in each language', async () => {
  const [{ number } = { number: '' }] = await service.servanda.notice.list('rehearsal');
  const answer = await drafter.get(at(`/notices/${number}/document.pdf?in=kk`));
  expect(answer.headers.get('content-disposition')).toContain(`${number}-kk.pdf`);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
});

it('what is wrong is said above and beside, and what was typed stays', async () => {
  const path = at('/record?lang=en');
  const answer = await drafter.post(path, {
    ...(await own(drafter, path)),
    act: '',
    'day.d': '31',
    'day.m': '2',
    'day.y': '2028',
    evidence: '<b>note 41</b>',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('There is a problem');
  expect(page).toContain('href="#act-0"');
  expect(page).toContain('href="#day.d"');
  expect(page).toMatch(/name="day\.d"[^>]*value="31"/);
  expect(page).toContain('value="&lt;b&gt;note 41&lt;/b&gt;"');
  expect(page).toMatch(/<title>There is a problem/);
});

it('a page that is older than the last line asks again, and enters nothing', async () => {
  const path = at('/decide?lang=en');
  const mine = await own(drafter, path);
  await service.servanda.record('rehearsal', { type: 'suspension.agreed', on: '2020-01-01' });
  const { entries } = await service.servanda.standing('rehearsal');
  const answer = await drafter.post(path, { ...mine, decision: 'renew', person: 'minister', authority: 'instruction 7', step: 'send' });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain(`line ${entries.length} is new`);
  expect((await service.servanda.standing('rehearsal')).entries).toHaveLength(entries.length);
});

it('a fact is recorded, corrected and struck, each with its reason', async () => {
  expect((await sent(drafter, at('/record'), { act: 'resumption.agreed||', ...day('day', '2020-06-01'), evidence: 'note 5' })).status).toBe(
    303,
  );
  const line = async () => (await service.servanda.standing('rehearsal')).entries.find(e => e.entry.type === 'resumption.agreed')!.entry;
  const { id } = await line();
  expect(await line()).toMatchObject({ on: '2020-06-01', evidence: 'note 5' });
  expect((await sent(drafter, at(`/entries/${id}/correct`), { ...day('on', '2020-06-02'), reason: 'slip' })).status).toBe(303);
  expect((await sent(drafter, at(`/entries/${id}/strike`), { reason: 'entered twice' })).status).toBe(303);
  const page = await (await drafter.get(`${at('')}?lang=en`)).text();
  expect(page).toMatch(/reason: slip/);
  expect(page).toMatch(/struck by k-/);
});

it('a protocol goes from its proposal to its signature', async () => {
  const today = (await service.servanda.standing('rehearsal')).asOf;
  const proposed = await sent(drafter, at('/protocols/new'), {
    id: 'p2',
    title: 'On working languages',
    by: 'KZ',
    ...day('received', today),
  });
  expect(proposed.headers.get('location')).toBe(at('/protocols/p2'));
  expect((await sent(drafter, at('/protocols/p2/agree'), { ...day('on', today) })).status).toBe(303);
  for (const language of ['kk', 'az', 'ru']) expect((await sent(drafter, at('/protocols/p2/settleText'), { language })).status).toBe(303);
  expect((await sent(drafter, at('/protocols/p2/sign'), { ...day('on', today), place: 'Baku' })).status).toBe(303);
  expect((await service.servanda.protocol.show('rehearsal', 'p2')).state).toBe('signed');
  expect(await (await drafter.get(`${at('/protocols/p2')}?lang=en`)).text()).toContain('Signed');
});

it('two who approve at once: one does it, and the other is told', async () => {
  const notice = (await sent(drafter, at('/notices/new'), { ...draft, kind: 'protocolCompletion', protocol: 'p2' })).headers.get(
    'location',
  )!;
  const mine = await own(head, `${notice}/approve`);
  const both = await Promise.all([1, 2].map(() => head.post(`${notice}/approve`, { ...mine, step: 'send' })));
  expect(both.map(a => a.status).sort((a, b) => a - b)).toEqual([303, 422]);
});

it('a table is imported by one confirmation: what can be taken is opened, and the rest stays to be corrected', async () => {
  const heading = 'number,title,parties,signed';
  const text = `${heading}\nA/1,First,KZ; AZ,1997-05-14\nA/2,Second,KZ; AZ,1997-02-30\n`;
  const { token } = await own(drafter, '/import');
  const fields = { token: token!, text, kind: 'rehearsal' };
  const checked = await (await drafter.upload('/import?lang=en', fields)).text();
  expect((await service.servanda.list({ rehearsals: true })).map(g => g.agreement)).not.toContain('a-1');
  const seen = /name="seen" value="([^"]*)"/.exec(checked)![1]!;
  const done = await (await drafter.upload('/import?lang=en', { ...fields, seen, step: 'send' })).text();
  expect(done).toContain('1 row was imported');
  expect(done).toContain('href="/agreements/a-1"');
  expect(done).toMatch(/name="cell\.3\.signed" value="1997-02-30"/);
  const again = await (await drafter.upload('/import?lang=en', { ...fields, 'cell.3.signed': '1997-02-28' })).text();
  expect(again).toContain('2 rows: 1 can be imported, 1 already there, 0 refused.');
  expect((await service.servanda.standing('a-1')).rehearsal).toBe(true);
});

it('an agreement is opened as it was described, and its description is changed after what moves was shown', async () => {
  const yaml = readFileSync('docs/rehearsal.yaml', 'utf8').replace('id: rehearsal\n', 'id: described-here\n');
  const fields = { ...(await own(drafter, '/describe?as=text')), as: 'text', yaml };
  expect(await (await drafter.post('/describe?lang=en', { ...fields, step: 'open' })).text()).toContain('Open it as a rehearsal');
  const opened = await drafter.post('/describe', { ...fields, step: 'send' });
  expect(opened.headers.get('location')).toBe('/agreements/described-here');
  const path = '/agreements/described-here/revise';
  const changed = { yaml: yaml.replace('noticeBefore: P6M', 'noticeBefore: P9M'), reason: 'art. 13 read again' };
  const mine = await own(drafter, path);
  expect((await sent(drafter, path, changed)).status).toBe(303);
  const { entries } = await service.servanda.standing('described-here');
  expect(entries.filter(e => e.entry.type === 'described').map(e => e.entry)).toMatchObject([{}, { reason: 'art. 13 read again' }]);
  const stale = await drafter.post(`${path}?lang=en`, { ...mine, yaml, reason: 'back again', step: 'send' });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('back again');
});
