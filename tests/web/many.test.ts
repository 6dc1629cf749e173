/** Lists longer than a page: the first rows, links to the others, and a single day of the year. */
import { afterAll, expect, it, vi } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import type * as folding from '../../machines/fold.ts';
import { readLedger } from '../../machines/read-entries.ts';
import { apiOf } from '../../web/api/app.ts';
import { choiceField, personSought } from '../../web/pages/choices.ts';
import { pageOf } from '../../web/pages/paged.ts';
import { deskOver, hiddenIn } from '../support/desk.ts';
import { keepIn, projectIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { drafted, noticeStep } from './desk-home.ts';

/** How often a ledger was folded. */
const folds = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../machines/fold.ts', async original => {
  const { fold, ...rest } = await original<typeof folding>();
  return { ...rest, fold: (...args: Parameters<typeof fold>) => ((folds.count += 1), fold(...args)) };
});

const now = Date.UTC(2026, 10, 29, 9);
const ids = Array.from({ length: 27 }, (_, n) => `many-${String(n).padStart(2, '0')}`);
/** All but the last have a drafted notice and a protocol; the last has a decision to give notice. */
const withNotice = ids.length - 1;
const draftOf = (agreement: ReturnType<typeof testAgreement>, facts: unknown[]) =>
  noticeStep('2026-1', 1, drafted({ agreement, entries: readLedger(facts, agreement).entries, today: date('2026-11-29') }, '2026-1'));
const desk = await deskOver(async home => {
  await keepIn(
    home,
    ids.map((id, n) => {
      const content = testAgreement(id, { rehearsal: false });
      const facts = inForceFrom('2022-07-10');
      const protocol = { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2024-02-01' };
      const decided = {
        id: 'd1',
        type: 'decision.made',
        on: '2026-11-20',
        by: 'KZ',
        decision: 'terminate',
        person: 'head',
        authority: 'minutes 3',
      };
      return { content, facts: [...facts, ...(n < withNotice ? [protocol, draftOf(content, facts)] : [decided])] };
    }),
  );
  await projectIn(home, ids, now);
  // Its time is ahead of today.
  const later = { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2031-02-03' };
  await keepIn(home, [{ content: testAgreement('lived'), facts: [...inForceFrom('2022-07-10'), later] }], Date.UTC(2032, 0, 1));
}, now);
const browser = await desk.browser();
afterAll(() => desk.remove());

const textOf = async (path: string): Promise<string> => (await (await browser.get(path)).text()).replaceAll('&amp;', '&');
const unnamed = (page: string): string => page.replaceAll(/<span class="lab">.*?<\/span>/g, '');
const rows = (page: string): string[] =>
  [...unnamed(page).matchAll(/<td class="ag"><a class="t" href="\/agreements\/([^"]+)"/g)].map(m => m[1]!);

it('Today shows the first rows of a group, and all of them page by page, with the filter requested', async () => {
  const first = await textOf('/?lang=en&q=many');
  expect(rows(first)).toEqual(ids.slice(0, 25));
  const [, to, more] = /<a href="([^"]+)" rel="next">(\d+) more<\/a>/.exec(first)!;
  expect([to, more]).toEqual(['/?q=many&group=act&from=25', '2']);
  const next = await textOf(to!);
  expect(rows(next)).toEqual(ids.slice(25));
  expect(next).toContain('<a href="/?q=many&group=act&from=0" rel="prev">25 before</a>');
});

it('Today leads from a day on which several fall due to those rows', async () => {
  const year = await textOf('/?lang=en');
  const [, to, said] = /<a href="([^"]+)" title="([^"]+)" aria-label="[^"]+">9<\/a>/.exec(year)!;
  expect([to, said]).toEqual(['/?day=2027-01-09', 'safe day: 27 agreements']);
  const page = await textOf('/?lang=en&day=2027-01-09');
  expect(page).toContain('Only 9\u00a0Jan\u00a02027. Show every day');
  expect(rows(page)).toHaveLength(25);
  expect(rows(await textOf('/?day=2027-01-10'))).toEqual([]);
});

it('notices are shown page by page, the latest first, without a fold of agreements that have none on the page', async () => {
  const noticesIn = (page: string): string[] => [...page.matchAll(/href="\/agreements\/([^"/]+)\/notices\/2026-1"/g)].map(m => m[1]!);
  const counted = async (path: string): Promise<[shown: string[], folds: number]> => {
    const before = folds.count;
    const shown = noticesIn(await textOf(path));
    return [shown, folds.count - before];
  };
  const latestFirst = ids.slice(0, withNotice).reverse();
  const [first, foldsOfMany] = await counted('/notices?lang=en');
  const [last, foldsOfOne] = await counted('/notices?from=25');
  expect([first, last]).toEqual([latestFirst.slice(0, 25), latestFirst.slice(25)]);
  expect(foldsOfOne).toBeGreaterThan(0);
  expect(foldsOfMany).toBe(25 * foldsOfOne);
  expect(await textOf('/notices?lang=en')).toContain('<a href="/notices?from=25" rel="next">1 more</a>');
});

it('protocols are shown page by page, without a fold of agreements that have none on the page', async () => {
  const protocolsIn = (page: string): string[] => [...page.matchAll(/href="\/agreements\/([^"/]+)\/protocols\/p1"/g)].map(m => m[1]!);
  const before = folds.count;
  const last = await textOf('/protocols?lang=en&from=25');
  const one = folds.count - before;
  expect([protocolsIn(last), one > 0]).toEqual([ids.slice(25, withNotice), true]);
  expect(last).toContain('<a href="/protocols?from=0" rel="prev">25 before</a>');
  expect(unnamed(last)).toMatch(/<td>signed<td class="num"><a href="[^"]+\/reckoning">1\u00a0Feb\u00a02024</);
  expect(protocolsIn(await textOf('/protocols'))).toEqual(ids.slice(0, 25));
  expect(folds.count - before).toBe(26 * one);
  const ofRehearsals = await textOf('/protocols?rehearsals=1&lang=en');
  expect([protocolsIn(ofRehearsals), ofRehearsals.includes('3\u00a0Feb\u00a02031')]).toEqual([['lived'], true]);
  expect((await browser.get('/agreements/lived/protocols/p1')).status).toBe(200);
  expect(await textOf('/notices?lang=en')).toContain('<a href="/protocols">Protocols</a>');
});

it('Today shows only what is undecided on request', async () => {
  const [all, undecided] = [await textOf('/?lang=en&q=many-2'), await textOf('/?lang=en&q=many-2&undecided=1')];
  expect([rows(all), rows(undecided)]).toEqual([ids.slice(20), ids.slice(20, -1)]);
  expect(all).toContain('name="undecided" value="1"  />');
  expect(undecided).toContain('name="undecided" value="1"  checked />');
  expect(undecided).toContain('<a\n        href="/?within=30&q=many-2&undecided=1"');
});

interface Page {
  items: { agreement?: string; known?: { protocol: { agreement: string; protocol: string } } }[];
  next: string | null;
}

it('the API answers page by page, without a fold of agreements that have nothing on the page', async () => {
  const api = apiOf({ base: desk.desk.base });
  const counted = async (path: string): Promise<Page & { folds: number }> => {
    const before = folds.count;
    const page = (await (await api.request(path)).json()) as Page;
    return { ...page, folds: folds.count - before };
  };
  for (const list of ['/protocols', '/agreements?asOf=2026-11-29']) {
    const at = (more: string): string => `${list}${list.includes('?') ? '&' : '?'}${more}`;
    const all = list === '/protocols' ? ids.slice(0, withNotice) : ids;
    const one = await counted(at('limit=1'));
    expect(one.folds, list).toBeGreaterThan(0);
    const shown: string[] = [];
    for (let cursor = ''; ;) {
      const page = await counted(at(`limit=10${cursor}`));
      expect(page.folds, list).toBeLessThanOrEqual(page.items.length * one.folds);
      shown.push(...page.items.map(i => i.agreement ?? i.known!.protocol.agreement));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(shown, list).toEqual(all);
  }
  const [named, madeUp] = ['many-03,many-01&limit=1', `many-01&cursor=${Buffer.from('1x').toString('base64url')}`];
  expect((await counted(`/protocols?agreements=${named}`)).items).toMatchObject([
    { known: { protocol: { agreement: 'many-01', protocol: 'p1' } } },
  ]);
  expect(await counted(`/protocols?agreements=${madeUp}`)).toEqual({ items: [], next: null, folds: 0 });
});

const optionsIn = (page: string): string[] =>
  [...page.matchAll(/<option value="(?!all)([^"]+)"( selected)?/g)].map(m => `${m[1]}${m[2] ?? ''}`);

it('a rehearsal is offered of the first agreements, of those a search finds, of the one named, or of those probably meant', async () => {
  const offered = async (query: string) => optionsIn(await textOf(`/rehearse?lang=en${query}`));
  const first = await textOf('/rehearse?lang=en');
  expect(optionsIn(first)).toEqual(ids.slice(0, 25));
  expect(first).toContain('3 more. Search above to narrow the list.');
  expect(await offered('&q=many-26')).toEqual(['many-26']);
  expect(await textOf('/rehearse?q=nothing+such')).toContain('Nothing matches “nothing such”');
  expect(await offered('&of=many-26')).toEqual(['many-26 selected', ...ids.slice(0, 24)]);
  const near = await offered('&of=mnay-07');
  expect(near).toContain('many-07');
  expect(near.length).toBeLessThanOrEqual(3);
  const token = hiddenIn(first, 'token');
  const begun = async (query: string, of: string) =>
    browser.post(`/rehearse?q=${query}`, { token, of, course: 'without', 'until.d': '1', 'until.m': '2', 'until.y': '2027' });
  expect((await begun('', 'many-26')).status).toBe(303);
  const refused = await begun('', 'mnay-07');
  expect([refused.status, optionsIn(await refused.text()).length <= 3]).toEqual([422, true]);
});

it('an agreement can be found for a calendar', async () => {
  expect(optionsIn(await textOf('/calendars?lang=en'))).toEqual(['party:AZ', 'party:KZ']);
  const found = await textOf('/calendars?q=many-26');
  expect(optionsIn(found)).toEqual(['agreement:many-26 selected']);
  const made = await browser.post('/calendars?q=many-26', { token: hiddenIn(found, 'token'), of: 'agreement:many-26' });
  expect(await made.text()).toContain('/calendar/');
});

it('a person is asked for by name if there are too many to choose from', () => {
  const persons = (most: number) => Array.from({ length: most }, (_, n) => [`Person ${n}`, `Person ${n}`] as const);
  const field = (most: number) =>
    choiceField({ name: 'person', label: 'Person', any: 'any', chosen: 'Person 7' }, persons(most)).toString();
  expect(field(250)).toContain('<option value="Person 7"  selected>');
  expect(field(251)).toContain('<input type="text" id="person" name="person" value="Person 7" />');
  const found = (person: string) =>
    persons(20).flatMap(([responsible]) => (personSought(person, persons(20))({ responsible }) ? [responsible] : []));
  expect([found('Person 1'), found('person 1'), found('').length]).toEqual([
    ['Person 1'],
    [
      'Person 1',
      ...persons(20)
        .slice(10)
        .map(([p]) => p),
    ],
    20,
  ]);
});

it.each([
  [0, 2, { shown: ['a', 'b'], before: 0, after: 3 }],
  [4, 2, { shown: ['e'], before: 4, after: 0 }],
  [9, 2, { shown: ['d', 'e'], before: 3, after: 0 }],
  [0, 5, { shown: ['a', 'b', 'c', 'd', 'e'], before: 0, after: 0 }],
])('of five, the page from %i with %i rows is %o', (from, most, page) => {
  expect(pageOf([...'abcde'], from, most)).toEqual(page);
});
