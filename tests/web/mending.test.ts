/** An agreement that can't be folded has no page; the entry at fault can be struck at the desk, as at the command line. */
import { afterAll, expect, it } from 'vitest';
import { descriptionHash } from '../../dossier/description.ts';
import { openRegisters } from '../../register/home.ts';
import type { Line } from '../../register/types.ts';
import { deskOver } from '../support/desk.ts';
import { enter } from '../support/enter.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const bad = { type: 'termination.notified', by: 'AZ', received: '2025-13-45', recorded: '2025-06-01' };

const over = await deskOver(async home => {
  const registers = await openRegisters(home);
  for (const [id, ...faults] of [['poisoned', 'b1'] as const, ['twice', 'b1', 'b2'] as const]) {
    const content = testAgreement(id);
    const described = { type: 'described', id: 'description-1', hash: descriptionHash(content), content };
    for (const entry of [described, ...inForceFrom('2022-06-10'), ...faults.map(fault => ({ ...bad, id: fault }))])
      await enter(registers.of(true), id, entry as Line, { by: 'desk', at: 1_700_000_000_000 });
  }
  await registers.close();
});
afterAll(() => over.remove());
const browser = await over.browser();

it('the page of an agreement that can’t be folded says why, and leads to the form that strikes the entry at fault', async () => {
  const page = await browser.get('/agreements/poisoned?lang=en');
  expect(page.status).toBe(503);
  const said = await page.text();
  expect(said).toContain('The cause is the entry b1: strike it, and enter it correctly.');
  expect(said).toContain('href="/agreements/poisoned/entries/b1/strike"');
});

it.each([
  ['poisoned', /After it, the register can be folded again/],
  ['twice', /After it: .*can’t be folded.*b2/],
])('the form shows what striking %s results in, and sends it', async (id, shown) => {
  const path = `/agreements/${id}/entries/b1/strike`;
  expect((await browser.get(`${path}?lang=en`)).status).toBe(200);
  const own = await browser.own(path);
  const checked = await browser.post(`${path}?lang=en`, { ...own, why: 'slip' });
  expect(await checked.text()).toMatch(shown);
  // Without a service nothing is written, and what was typed stays.
  const sent = await browser.post(`${path}?lang=en`, { ...own, why: 'slip', step: 'send' });
  expect(sent.status).toBe(503);
  expect(await sent.text()).toContain('value="slip"');
});

it('other forms for that agreement are not available before the strike', async () => {
  expect((await browser.get('/agreements/poisoned/record/protocol.signed')).status).toBe(503);
});
