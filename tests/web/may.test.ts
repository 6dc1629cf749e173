/** Whoever may not do something reads it before typing: the role that is needed, and the way to another person. */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { identitiesFolder, putIdentity } from '../../identity/files.ts';
import type { Role } from '../../machines/rights.ts';
import { openRegisters } from '../../register/home.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { appOf, browserOf, deskOver, now } from '../support/desk.ts';
import { identityOf } from '../support/identities.ts';
import { keepIn } from '../support/register-of.ts';

const persons: Record<string, readonly Role[]> = {
  reader: ['reader'],
  drafter: ['drafter'],
  approver: ['approver'],
  registrar: ['registrar'],
};

const over = await deskOver(async home => {
  const { agreement } = loadAgreement('docs/rehearsal.yaml');
  const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => f.id !== 't1');
  await keepIn(home, [{ content: agreement, facts }], Date.UTC(2028, 5, 1));
  const authority = newSigningKey();
  const registers = await openRegisters(home);
  await registers.of(true).trust({ kid: authority.kid, x: authority.x, state: 'trusted', reason: 'first' }, { by: 'operator', at: now });
  await registers.close();
  for (const [person, roles] of Object.entries(persons))
    await putIdentity(identitiesFolder(home), await identityOf(authority, person, 'KZ', roles, { now }), { now, replace: true });
});
afterAll(() => over.remove());

const page = async (person: string, path: string): Promise<string> => {
  const browser = await browserOf(appOf(over.desk, { person }));
  return (await browser.get(`/agreements/rehearsal${path}?lang=en`)).text();
};

/** Who may send it; anyone else reads who may. */
it.each([
  ['/decide', ['approver', 'registrar']],
  ['/acknowledge', ['drafter', 'approver', 'registrar']],
  ['/record/termination.notified', ['approver', 'registrar']],
  ['/record/renewal.agreed', ['registrar']],
  ['/notices/new', ['drafter', 'registrar']],
  ['/notices/new/termination', ['drafter', 'registrar']],
  ['/notices/enter/termination', ['drafter', 'registrar']],
  ['/protocols/new', ['drafter', 'registrar']],
  ['/entries/s/correct', ['registrar']],
  ['/entries/s/strike', ['registrar']],
  ['/revise', ['registrar']],
] as const)('%s is asked of %j only', async (path, may: readonly string[]) => {
  for (const person of Object.keys(persons)) {
    const shown = await page(person, path);
    const isAsked = may.includes(person);
    expect(/<form method="post"|<ul class="may"/.test(shown.slice(shown.indexOf('<h1>'))), person).toBe(isAsked);
    if (isAsked) continue;
    expect(shown).toMatch(new RegExp(`${person} may not .*registrar`));
    expect(shown).toContain(`href="/person?from=${encodeURIComponent(`/agreements/rehearsal${path}`)}"`);
  }
});

it('what may be done now says what the person signed in may not do, and who may', async () => {
  expect(await page('reader', '')).toMatch(/reader may not record/);
  expect(await page('registrar', '')).not.toMatch(/may not record/);
});
