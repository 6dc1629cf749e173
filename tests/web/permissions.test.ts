/** A person who may not do something reads that before typing: the role needed, and how to act as another person. */
import { afterAll, expect, it } from 'vitest';
import { identitiesFolder, putIdentity } from '../../identity/files.ts';
import type { Role } from '../../machines/rights.ts';
import { openRegisters } from '../../register/home.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { appOf, browserOf, now } from '../support/desk.ts';
import { identityOf } from '../support/identities.ts';
import { deskHome } from './desk-home.ts';
import { pathsOf } from './desk-paths.ts';

const persons: Record<string, readonly Role[]> = {
  reader: ['reader'],
  drafter: ['drafter'],
  approver: ['approver'],
  registrar: ['registrar'],
};

const over = await deskHome(['with-notices', 'window-open']);
const authority = newSigningKey();
const registers = await openRegisters(over.home);
for (const rehearsal of [true, false])
  await registers
    .of(rehearsal)
    .trust({ kid: authority.kid, x: authority.x, state: 'trusted', reason: 'first' }, { by: 'operator', at: now });
await registers.of(false).calendarTokens.add({ scope: 'all', hash: 'of reader', id: 'of-reader', language: 'en', by: 'reader', at: now });
await registers.close();
for (const [person, roles] of Object.entries(persons))
  await putIdentity(identitiesFolder(over.home), await identityOf(authority, person, 'KZ', roles, { now }), { now, replace: true });
afterAll(() => over.remove());

const at = async (person: string, path: string): Promise<string> => {
  const browser = await browserOf(appOf(over.desk, { person }));
  return (await browser.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`)).text();
};
const page = (person: string, path: string): Promise<string> => at(person, `/agreements/with-notices${path}`);
const mainOf = (shown: string): string => shown.slice(shown.indexOf('<h1>'), shown.indexOf('</main>'));

/** Who may send it; anyone else reads who may. */
it.each([
  ['/decide', ['approver', 'registrar']],
  ['/acknowledge', ['drafter', 'approver', 'registrar']],
  ['/record', ['drafter', 'approver', 'registrar']],
  ['/record/termination.notified', ['approver', 'registrar']],
  ['/record/renewal.agreed', ['registrar']],
  ['/notices/new', ['drafter', 'registrar']],
  ['/notices/new/termination', ['drafter', 'registrar']],
  ['/notices/enter/termination', ['drafter', 'registrar']],
  ['/notices/2028-1/amend', ['drafter', 'registrar']],
  ['/protocols/new', ['drafter', 'registrar']],
  ['/entries/s/correct', ['registrar']],
  ['/entries/s/strike', ['registrar']],
  ['/revise', ['registrar']],
] as const)('%s is open to %j only', async (path, may: readonly string[]) => {
  for (const person of Object.keys(persons)) {
    const shown = await page(person, path);
    const isAsked = may.includes(person);
    expect(/<form method="post"|<ul class="may"/.test(mainOf(shown)), person).toBe(isAsked);
    if (isAsked) continue;
    expect(shown).toMatch(
      path.startsWith('/notices/2028-1') && person === 'reader'
        ? /only those who work on a draft/
        : new RegExp(`${person} may not .*registrar`),
    );
    expect(shown).toContain(`href="/person?from=${encodeURIComponent(`/agreements/with-notices${path}`)}"`);
  }
});

it('the list of possible acts says what the person signed in may not do, and who may', async () => {
  expect(await page('reader', '')).toMatch(/reader may not record/);
  expect(await page('registrar', '')).not.toMatch(/may not record/);
});

/** Open to anybody without a right: changing the person and, for a reader, one's own calendar addresses. */
const anybodys = ['/person', '/calendars'];

it('a person who may send none of the forms reads that on each of them, before anything is filled in', async () => {
  const forms = pathsOf(over.app, 'POST').filter(path => !anybodys.includes(path) && !path.endsWith('/revoke'));
  expect(forms.length).toBeGreaterThan(30);
  for (const path of forms) {
    const shown = mainOf(await at('reader', path));
    expect(shown, path).not.toMatch(/<form method="post"/);
    expect(shown, path).toMatch(/href="\/person\?from=/);
  }
});

it('no calendar address is created without an identity', async () => {
  expect(mainOf(await at('stranger', '/calendars'))).toMatch(/href="\/person\?from=/);
  expect(mainOf(await at('stranger', '/calendars'))).not.toMatch(/<form method="post"/);
  expect(mainOf(await at('reader', '/calendars'))).toMatch(/<form method="post"/);
});

/** Compares the buttons of a page with the reasons in their place. */
it.each([
  ['', ['reader', 'approver'], 'Draft a notice'],
  ['/notices/2028-1', ['drafter', 'registrar'], 'Approve'],
  ['/notices/2028-3', ['reader', 'drafter'], 'Record proof of receipt'],
  ['/notices/2028-5', ['reader', 'drafter'], 'Accept'],
  ['/protocols/p1', ['reader', 'drafter', 'approver'], 'Abandon'],
] as const)('the page %s has no button to a form that the person may not send', async (path, barred, named) => {
  for (const person of Object.keys(persons)) {
    const shown = mainOf(await page(person, path));
    const isBarred = (barred as readonly string[]).includes(person);
    expect(new RegExp(`<li>${named}.*<span>`).test(shown), person).toBe(isBarred);
    if (person !== 'drafter') continue;
    for (const [, href = ''] of shown.matchAll(/class="btn(?: two)?" href="([^"]+)"/g)) {
      if (/\.(?:pdf|docx)/.test(href)) continue;
      expect(mainOf(await at(person, href.replaceAll('&amp;', '&'))), `${person} ${href}`).toMatch(/<form method="post"|<ul class="may"/);
    }
  }
});

it('the ledger links to no form that the person may not submit, and says once who may', async () => {
  const forms = { correct: ['registrar'], strike: ['registrar'], 'documents/new': ['drafter', 'approver', 'registrar'] };
  for (const person of Object.keys(persons)) {
    const shown = mainOf(await page(person, ''));
    const list = shown.slice(shown.indexOf('id="ledger"'));
    for (const [form, may] of Object.entries(forms))
      expect(list.includes(`/${form}`), `${person} ${form}`).toBe((may as readonly string[]).includes(person));
    expect(list.match(new RegExp(`${person} may not`, 'g')) ?? []).toHaveLength(
      Object.values(forms).filter(may => !may.includes(person)).length,
    );
  }
});

it('a calendar address can be revoked by its creator or by an operator', async () => {
  expect(await at('reader', '/calendars')).toContain('action="/calendars/of-reader/revoke"');
  const others = await at('drafter', '/calendars');
  expect(others).not.toContain('action="/calendars/of-reader/revoke"');
  expect(others).toMatch(/drafter may not take a right away: the operator does/);
});

it('reminders are acknowledged only where one waits for it; elsewhere it is said when the next one goes out', async () => {
  const link = (id: string): string => `href="/agreements/${id}/acknowledge"`;
  expect(await page('drafter', '')).toContain(link('with-notices'));
  expect(await at('drafter', '/agreements/window-open')).not.toContain(link('window-open'));
  const barred = mainOf(await at('drafter', '/agreements/window-open/acknowledge'));
  expect(barred).toContain('There is no reminder of window-open to acknowledge. The next one goes out on 28 Aug 2028.');
  expect(barred).not.toContain('<form method="post"');
});
