/** The desk on a service: from a draft to a proof of receipt with two persons; mistakes are named, and nothing typed is lost. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextOf } from '../../client/context.ts';
import { writeNote } from '../../client/service-note.ts';
import { openRegisters } from '../../register/home.ts';
import type { Desk } from '../../web/context.ts';
import type { TestService } from '../../testing/index.ts';
import { temporaryFolder } from '../support/cli.ts';
import { appOf, browserOf, dayFields, deskOn, hiddenIn, type Browser } from '../support/desk.ts';
import { enter } from '../support/enter.ts';
import { startOwnTestService } from '../support/test-service.ts';
import { timeInText } from '../../wording/forms.ts';
import { wordings } from '../../wording/index.ts';

/** Of the bytes `%PDF scan`. */
const hashOfScan = createHash('sha256').update('%PDF scan').digest('hex');

let service: TestService;
let desk: Desk;
let drafter: Browser;
let head: Browser;

beforeAll(async () => {
  service = await startOwnTestService();
  desk = await deskOn(service);
  drafter = await browserOf(appOf(desk, { person: 'drafter' }));
  head = await browserOf(appOf(desk, { person: 'head of department' }));
});
afterAll(async () => {
  await desk?.close();
  await service?.close();
});

it('a service that started later is found by a desk that had looked for it in vain', async () => {
  const folder = temporaryFolder();
  const context = contextOf({ home: folder.path, env: {} });
  await expect(context.service()).rejects.toMatchObject({ code: 'notRunning' });
  writeNote(folder.path, { address: service.address, namespace: 'default', ui: null, pid: process.pid });
  expect((await context.service()).address).toBe(service.address);
  expect(await context.service()).toBe(await context.service());
  await context.close();
  folder.remove();
});

const at = (path: string): string => `/agreements/rehearsal${path}`;

/** The values of a page's fields, as a browser would send them. */
async function standingIn(browser: Browser, path: string): Promise<Record<string, string>> {
  const page = await (await browser.get(path)).text();
  const inputs = [...page.matchAll(/<input type="(?:text|hidden)"[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(m => [m[1], m[2]]);
  const areas = [...page.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)].map(m => [m[1], m[2]]);
  return Object.fromEntries([...inputs, ...areas]) as Record<string, string>;
}

/** Typed, checked, sent. */
async function sent(browser: Browser, path: string, fields: Record<string, string>): Promise<Response> {
  const mine = await browser.own(path);
  const checked = await browser.post(path, { ...fields, ...mine });
  expect(checked.status).toBe(200);
  return browser.post(path, { ...fields, ...mine, step: 'send' });
}

const draft = { by: 'KZ', channel: 'diplomaticNote', text: 'with the assurances of its highest consideration' };

it('a draft shows what it would do, in two lifelines, and writes nothing before it is sent', async () => {
  const path = at('/notices/new/termination?lang=en');
  const answer = await drafter.post(path, { ...draft, ...(await drafter.own(path)) });
  const page = await answer.text();
  expect(page).toContain('What it would do');
  expect(page.match(/<svg class="wide"/g)).toHaveLength(2);
  expect(page).toContain('with the assurances of its highest consideration');
  expect(await service.servanda.notice.list()).toEqual([]);
});

it('the engine room shows every timer waiting in Temporal, with its article, and no differences', async () => {
  const page = await (await drafter.get('/engine?agreement=rehearsal&lang=en')).text();
  const breakable = (text: string): string => text.replaceAll('\u00a0', ' ');
  const withoutLinks = breakable(page.replaceAll(/<\/?a\b[^>]*>|<span class="lab">.*?<\/span>/g, ''));
  const timers = await service.servanda.timers('rehearsal');
  expect(timers.length).toBeGreaterThan(1);
  for (const { fires, summary } of timers) {
    expect(breakable(page)).toContain(`>${timeInText(wordings.en, fires)}</a>`);
    expect(withoutLinks).toContain(`<td>${breakable(summary)}</td>`);
  }
  expect(withoutLinks).toMatch(/<td>art\. 13<\/td>\s*<td><code>agreement\/rehearsal<\/code><\/td>/);
  expect(page).toContain('<td><span class="lab">Article: </span>art.\u00a013</td>');
  expect(page).toMatch(/What differs from the register<\/h2>\s*<p>Nothing\.<\/p>/);
  expect(await (await drafter.get('/engine?lang=en')).text()).toContain(service.address);
});

it('a notice goes from draft to fact, and its drafter can’t approve it', async () => {
  const drafted = await sent(drafter, at('/notices/new/termination'), draft);
  expect(drafted.status).toBe(303);
  const notice = drafted.headers.get('location')!;
  expect(notice).toMatch(/^\/agreements\/rehearsal\/notices\/\d{4}-1$/);
  expect(await (await drafter.get(`${notice}/approve?lang=en`)).text()).toContain('another person must approve it');
  const mine = await drafter.own(`${notice}/recall`);
  const refused = await drafter.post(`${notice}/approve`, { ...mine, step: 'send' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/class="summary"/);
  expect((await sent(head, `${notice}/approve`, {})).status).toBe(303);
  const today = (await service.servanda.standing('rehearsal')).asOf;
  expect((await sent(drafter, `${notice}/dispatch`, dayFields('on', today))).status).toBe(303);
  const received = await sent(head, `${notice}/confirmReceipt`, { ...dayFields('received', today), evidence: 'acknowledgement, note 8' });
  expect(received.status).toBe(303);
  const page = await (await drafter.get(`${notice}?lang=en`)).text();
  expect(page).toContain('Received and running');
  const { notices } = await service.servanda.standing('rehearsal');
  expect(notices).toMatchObject([{ by: 'KZ', received: today }]);
});

it('the notice can be printed in each language', async () => {
  const [{ number } = { number: '' }] = await service.servanda.notice.list('rehearsal');
  const answer = await drafter.get(at(`/notices/${number}/document.pdf?in=kk`));
  expect(answer.headers.get('content-disposition')).toContain(`${number}-kk.pdf`);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
});

it('a mistake is reported above the form and next to its field, and what was typed stays', async () => {
  const path = at('/record/renewal.agreed?lang=en');
  const answer = await drafter.post(path, {
    ...(await drafter.own(path)),
    'on.d': '31',
    'on.m': '2',
    'on.y': '2028',
    'length.y': 'five',
    evidence: '<b>note 41</b>',
  });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('There is a problem');
  expect(page).toContain('href="#length.y"');
  expect(page).toContain('href="#on.d"');
  expect(page).toMatch(/name="on\.d"[^>]*value="31"/);
  expect(page).toMatch(/name="length\.y"[^>]*value="five"/);
  expect(page).toContain('value="&lt;b&gt;note 41&lt;/b&gt;"');
  expect(page).toMatch(/<title>There is a problem/);
});

it('a page older than the last line asks again, and enters nothing', async () => {
  const path = at('/decide?lang=en');
  const mine = await drafter.own(path);
  await service.servanda.record('rehearsal', { type: 'suspension.agreed', on: '2020-01-01' });
  const { entries } = await service.servanda.standing('rehearsal');
  const answer = await drafter.post(path, {
    ...mine,
    decision: 'renew',
    for: 'KZ',
    person: 'minister',
    authority: 'instruction 7',
    step: 'send',
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain(`line ${entries.length} is new`);
  expect((await service.servanda.standing('rehearsal')).entries).toHaveLength(entries.length);
});

it('a fact is recorded, corrected and struck, each with its reason', async () => {
  expect((await sent(drafter, at('/record/resumption.agreed'), { ...dayFields('on', '2020-06-01'), evidence: 'note 5' })).status).toBe(303);
  const line = async () => (await service.servanda.standing('rehearsal')).entries.find(e => e.entry.type === 'resumption.agreed')!.entry;
  const { id } = await line();
  expect(await line()).toMatchObject({ on: '2020-06-01', evidence: 'note 5' });
  const path = at(`/entries/${id}/correct`);
  const unchanged = await standingIn(drafter, path);
  expect(await (await drafter.post(path, { ...unchanged, why: 'slip', step: 'send' })).text()).toContain('Change at least one field');
  expect((await sent(drafter, path, { ...unchanged, ...dayFields('on', '2020-06-02'), evidence: '', why: 'slip' })).status).toBe(303);
  expect((await line()).id).toBe(id);
  const corrected = (await service.servanda.standing('rehearsal')).entries.at(-1)!.entry;
  expect(corrected).toMatchObject({ type: 'corrected', of: id, on: '2020-06-02', evidence: null });
  expect((await sent(drafter, at(`/entries/${id}/strike`), { why: 'entered twice' })).status).toBe(303);
  const page = await (await drafter.get(`${at('')}?lang=en`)).text();
  expect(page).toMatch(/reason: slip/);
  expect(page).toMatch(/struck by k-/);
});

it('a protocol goes from its proposal to its signature', async () => {
  const today = (await service.servanda.standing('rehearsal')).asOf;
  const proposed = await sent(drafter, at('/protocols/new'), {
    protocol: 'p2',
    title: 'On working languages',
    by: 'KZ',
    ...dayFields('received', today),
  });
  expect(proposed.headers.get('location')).toBe(at('/protocols/p2'));
  expect((await sent(drafter, at('/protocols/p2/agree'), { ...dayFields('on', today) })).status).toBe(303);
  for (const language of ['kk', 'az', 'ru']) expect((await sent(drafter, at('/protocols/p2/settleText'), { language })).status).toBe(303);
  expect((await sent(drafter, at('/protocols/p2/sign'), { ...dayFields('on', today), place: 'Baku' })).status).toBe(303);
  expect((await service.servanda.protocol.show('rehearsal', 'p2')).state).toBe('signed');
  expect(await (await drafter.get(`${at('/protocols/p2')}?lang=en`)).text()).toContain('Signed');
});

it('when two approve at once, one succeeds and the other reads why not', async () => {
  const notice = (await sent(drafter, at('/notices/new/protocolCompletion'), { ...draft, protocol: 'p2' })).headers.get('location')!;
  const mine = await head.own(`${notice}/approve`);
  const both = await Promise.all([1, 2].map(() => head.post(`${notice}/approve`, { ...mine, step: 'send' })));
  expect(both.map(a => a.status).sort((a, b) => a - b)).toEqual([303, 422]);
});

it('a notice of the other Party is entered with its scan, is found defective, and its document is returned unchanged', async () => {
  const today = (await service.servanda.standing('rehearsal')).asOf;
  const path = at('/notices/enter/termination');
  const { token, head: known } = await drafter.own(path);
  const attached = new File(['%PDF scan'], 'note 7.pdf', { type: 'application/pdf' });
  const form = { token, head: known, by: 'AZ', ...dayFields('received', today), evidence: 'stamp 7', attached };
  const checked = await (await drafter.upload(path, form)).text();
  expect(checked).toContain('note 7.pdf');
  expect(checked).toContain(hashOfScan);
  const carried = Object.fromEntries(['attached.kept', 'attached.said'].map(name => [name, hiddenIn(checked, name)]));
  const rest = { token, head: known, by: 'AZ', ...dayFields('received', today), evidence: 'stamp 7', step: 'send' };
  const forged = await drafter.post(path, { ...rest, 'attached.kept': `e30.${'A'.repeat(43)}` });
  const entered = await head.get(forged.headers.get('location')!);
  expect(await entered.text()).toContain('None yet.');
  const again = await drafter.own(path);
  const answer = await drafter.post(path, { ...rest, ...again, ...carried });
  const notice = answer.headers.get('location')!;
  const page = await (await drafter.get(`${notice}?lang=en`)).text();
  expect(page).toContain(hashOfScan);
  const link = /href="([^"]*\/documents\/[^"]+)"[^>]*>note 7.pdf/.exec(page)![1]!;
  const download = await drafter.get(link);
  expect(download.headers.get('content-disposition')).toContain('attachment');
  expect(await download.text()).toBe('%PDF scan');
  expect((await sent(drafter, `${notice}/findDefective`, { reason: 'unsigned' })).status).toBe(303);
  expect((await service.servanda.notice.list('rehearsal')).find(n => notice.endsWith(`/${n.number}`))).toMatchObject({
    state: 'defective',
  });
});

it('a draft can be changed, shows its current content, and whoever changed it can’t approve it', async () => {
  const notice = (await sent(drafter, at('/notices/new/consultations'), { by: 'KZ', channel: 'courier', subject: 'art. 3' })).headers.get(
    'location',
  )!;
  const path = `${notice}/amend/consultations`;
  expect(await standingIn(head, path)).toMatchObject({ subject: 'art. 3' });
  expect((await sent(head, path, { by: 'KZ', channel: 'courier', subject: 'art. 4', reference: 'No. 9' })).status).toBe(303);
  const page = await (await drafter.get(`${notice}?lang=en`)).text();
  expect(page).toContain('art. 4');
  expect((await head.post(`${notice}/approve`, { ...(await head.own(`${notice}/recall`)), step: 'send' })).status).toBe(422);
  expect((await sent(drafter, `${notice}/approve`, {})).status).toBe(303);
});

it('the changes of a protocol are asked for in fields, and are on its page', async () => {
  const today = (await service.servanda.standing('rehearsal')).asOf;
  const changes = {
    'changes.periodLength.y': '3',
    'changes.renewal.kind': 'automatic',
    'changes.renewal.length.y': '4',
    'changes.documents': 'Annex 2\r\nAnnex 3',
  };
  const wrong = await drafter.post(at('/protocols/new?lang=en'), {
    ...(await drafter.own(at('/protocols/new'))),
    protocol: 'p3',
    by: 'KZ',
    ...dayFields('received', today),
    'changes.renewal.kind': 'automatic',
    step: 'send',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('href="#changes.renewal.length.y"');
  expect(
    (await sent(drafter, at('/protocols/new'), { protocol: 'p3', by: 'KZ', ...dayFields('received', today), ...changes })).status,
  ).toBe(303);
  const { known } = await service.servanda.protocol.show('rehearsal', 'p3');
  expect(known.changes).toMatchObject({
    periodLength: 'P3Y',
    renewal: { kind: 'automatic', length: 'P4Y' },
    documents: ['Annex 2', 'Annex 3'],
  });
  const page = await (await drafter.get(at('/protocols/p3?lang=en'))).text();
  expect(page).toContain('Length of each further period');
  expect(page).toContain('4 years');
});

it('a table is imported by one confirmation: valid rows are opened, and the rest stays to be corrected', async () => {
  const heading = 'number,title,parties,signed';
  const text = `${heading}\nA/1,First,KZ; AZ,1997-05-14\nA/2,Second,KZ; AZ,1997-02-30\n`;
  const { token } = await drafter.own('/import');
  const fields = { token, text, kind: 'rehearsal' };
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

it('an agreement is opened as described, and its description is revised after a preview of what moves', async () => {
  const yaml = readFileSync('docs/rehearsal.yaml', 'utf8').replace('id: rehearsal\n', 'id: described-here\n');
  const fields = { ...(await drafter.own('/describe?as=text')), as: 'text', yaml };
  expect(await (await drafter.post('/describe?lang=en', { ...fields, step: 'open' })).text()).toContain('Open it as a rehearsal');
  const opened = await drafter.post('/describe', { ...fields, step: 'send' });
  expect(opened.headers.get('location')).toBe('/agreements/described-here');
  const path = '/agreements/described-here/revise?as=text';
  const changed = { yaml: yaml.replace('noticeBefore: P6M', 'noticeBefore: P9M'), reason: 'art. 13 read again' };
  const mine = await drafter.own(path);
  expect((await sent(drafter, path, changed)).status).toBe(303);
  const { entries } = await service.servanda.standing('described-here');
  expect(entries.filter(e => e.entry.type === 'described').map(e => e.entry)).toMatchObject([{}, { reason: 'art. 13 read again' }]);
  const stale = await drafter.post(`${path}&lang=en`, { ...mine, yaml, reason: 'back again', step: 'send' });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('back again');
});

it('an entry that breaks the fold can be struck, and the page works again', async () => {
  const registers = await openRegisters(service.home);
  const { asOf } = await service.servanda.standing('rehearsal');
  const bad = { id: 'b1', type: 'termination.notified', by: 'AZ', received: '2019-13-45', recorded: asOf };
  // The service refuses to record what can't be folded, but an older version may have accepted it.
  await enter(registers.of(true), 'rehearsal', bad as never, { by: 'desk', at: Date.parse(asOf) });
  await registers.close();
  expect((await drafter.get(at(''))).status).toBe(503);
  const struck = await sent(drafter, at('/entries/b1/strike'), { why: 'slip' });
  expect([struck.status, struck.headers.get('location')]).toEqual([303, at('#entry-b1')]);
  const page = await drafter.get(at('?lang=en'));
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<tr id="entry-b1"\s+class="struck"/);
  expect((await service.servanda.standing('rehearsal')).entries.at(-1)!.entry).toMatchObject({
    type: 'struck',
    of: 'b1',
    reason: 'slip',
  });
});
