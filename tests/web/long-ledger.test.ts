/** An agreement with hundreds of entries: its page shows the latest, and each other entry opens on the page of the ledger that has it. */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { deskOver, now } from '../support/desk.ts';
import { keepIn, projectIn } from '../support/register-of.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => f.id !== 't1');
const notes = Array.from({ length: 300 }, (_, i) => ({
  id: `note-${i}`,
  type: 'note.received',
  by: i % 2 ? 'KZ' : 'AZ',
  received: `20${10 + (i % 17)}-0${1 + (i % 9)}-10`,
  subject: `visit ${i}`,
}));

const over = await deskOver(async home => {
  await keepIn(home, [{ content: { ...agreement, id: 'long' }, facts: [...facts, ...notes] }], Date.UTC(2028, 5, 20));
  await projectIn(home, ['long'], now);
});
afterAll(() => over.remove());
const browser = await over.browser();
const pageOf = async (path: string): Promise<string> => (await browser.get(path)).text();
const linesOf = (page: string): number[] =>
  [...page.matchAll(/<tr id="entry-[^"]*"\s*>\s*<td class="num">(?:<span class="lab">[^<]*<\/span>)?(\d+)/g)].map(([, n]) => Number(n));

it('its page shows the latest hundred entries, with a link to those before', async () => {
  const page = await pageOf('/agreements/long');
  const total = 1 + facts.length + notes.length;
  expect(linesOf(page)).toEqual(Array.from({ length: 100 }, (_, i) => total - 99 + i));
  expect(page.length).toBeLessThan(300_000);
  const before = /<a href="([^"]*)" rel="prev">/.exec(page)![1]!;
  expect(before).toBe(`/agreements/long?lines=${total - 200}#ledger`);
  expect(linesOf(await pageOf(before))).toEqual(Array.from({ length: 100 }, (_, i) => total - 199 + i));
});

it('what a date rests on opens the page of the ledger that has the entry', async () => {
  const page = await pageOf('/agreements/long');
  const link = /href="([^"]*#entry-n2)"/.exec(await pageOf('/agreements/long/reckoning'))![1]!;
  expect(page).not.toContain('id="entry-n2"');
  expect(link).toBe('/agreements/long?entry=n2#entry-n2');
  expect(await pageOf(link)).toContain('id="entry-n2"');
});
