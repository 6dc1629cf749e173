/** Rehearsals in the browser, without scripts; without a service, the dates are calculated. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import type * as rehearsing from '../../client/rehearsal.ts';
import { deskHome } from './desk-home.ts';

/** What a rehearsal waits for before it ends. */
const held = vi.hoisted(() => ({ until: Promise.resolve() }));
vi.mock('../../client/rehearsal.ts', async original => {
  const { foldThrough, ...rest } = await original<typeof rehearsing>();
  const slowly: typeof foldThrough = async (context, story, how) => {
    const ended = await foldThrough(context, story, how);
    await held.until;
    return ended;
  };
  return { ...rest, foldThrough: slowly };
});

const kept = await deskHome(['window-open']);
const browser = await kept.browser();
afterAll(() => kept.remove());

const textOf = async (path: string): Promise<string> => (await browser.get(path)).text();
const rehearse = async (fields: Record<string, string>): Promise<Response> =>
  browser.post('/rehearse', { ...(await browser.own('/rehearse')), ...fields });

it('a rehearsal begins on the page of an agreement, with that agreement chosen', async () => {
  expect(await textOf('/agreements/window-open?lang=en')).toContain('<a href="/rehearse?of=window-open">Rehearse</a>');
  expect(await textOf('/rehearse?of=window-open')).toContain('<option value="window-open" selected>');
});

it('a rehearsal shows both courses next to each other, a lifeline for each, and what the notice changes', async () => {
  const answer = await rehearse({ of: 'window-open', course: 'both' });
  expect(answer.status).toBe(303);
  const page = await textOf(answer.headers.get('location')!);
  expect(page).toContain('The service is not running');
  expect(page.replaceAll(/<\/?a\b[^>]*>/g, '')).toMatch(/Notice by KZ: sent on 28\u00a0Feb\u00a02029, received on 14\u00a0Mar\u00a02029/);
  expect([...page.matchAll(/<svg class="wide"/g)]).toHaveLength(2);
  expect(page.replaceAll(/<span class="lab">.*?<\/span>/g, '')).toMatch(/<td>status<\/td>\s*<td>in force<\/td>\s*<td>terminated<\/td>/);
  expect(page).not.toContain('role="status"');
  expect(page).toContain('notice 2029-1'); // with the number that it would get
});

it('a rehearsal goes as far as requested, on one course', async () => {
  const answer = await rehearse({ of: 'window-open', course: 'without', 'until.d': '1', 'until.m': '2', 'until.y': '2032' });
  const page = await textOf(answer.headers.get('location')!);
  expect(page).toContain('1\u00a0Feb\u00a02032');
  expect([...page.matchAll(/<svg class="wide"/g)]).toHaveLength(1);
});

it('a rehearsal goes through a story of invented facts, from its first day', async () => {
  const story = readFileSync('docs/rehearsal-2044.yaml', 'utf8').split('\n').slice(-2).join('\n');
  const answer = await rehearse({ of: 'window-open', course: 'both', story });
  const page = await textOf(`${answer.headers.get('location')!}?lang=en`);
  expect(page).toContain('<h2>With the invented facts</h2>');
  expect(page).toMatch(/Notice of termination[^<]*invented/);
  expect(page).not.toContain('there is only one course');
  const senseless = await rehearse({ of: 'window-open', course: 'both', story: '- { id: x, type: signd, on: 2031-01-01 }' });
  expect([senseless.status, await senseless.text()]).toEqual([422, expect.stringMatching(/class="summary"[^]+signd/)]);
});

it('a rehearsal refuses a day that is past, more than a century away or invalid, and an unknown agreement', async () => {
  const until = (y: string, d = '1') => ({ of: 'window-open', course: 'both', 'until.d': d, 'until.m': '2', 'until.y': y });
  for (const fields of [until('2020'), until('2199'), until('2030', '31'), { of: 'none', course: 'both' }]) {
    const answer = await rehearse(fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('class="summary"');
  }
});

it.each(languages)('a rehearsal is available in %s', async language => {
  const answer = await rehearse({ of: 'window-open', course: 'both' });
  for (const path of ['/rehearse', answer.headers.get('location')!]) {
    const page = await textOf(`${path}?lang=${language}`);
    expect(page).toContain(`<html lang="${language}">`);
    if (language !== 'en') expect(page).not.toMatch(/Rehearse|Notice by|Without a notice/);
  }
});

it('a rehearsal leads to the copy if the run is no longer known', async () => {
  const answer = await browser.get('/rehearse/window-open');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/agreements/window-open']);
});

it('a rehearsal keeps its page current by events while time passes, without scripts by a link, and tells the browser when it is over', async () => {
  let end = (): void => {};
  held.until = new Promise(resolve => (end = resolve));
  const page = (await rehearse({ of: 'window-open', course: 'both' })).headers.get('location')!;
  const running = await browser.get(`${page}?lang=en`);
  expect(running.headers.has('refresh')).toBe(false);
  const shown = (await running.text()).replaceAll('&amp;', '&');
  expect(shown).toContain('role="status"');
  expect(shown).toMatch(/<noscript>\s*<p><a href="">Show what has passed since/);
  const [, live] = / data-live="([^"]+)"/.exec(shown)!;
  const events = (await browser.get(live!)).text();
  end();
  const [, last] = /event: known[^]+event: changed\ndata: (\S+)\nid: \1\n/.exec(await events)!;
  const again = await browser.get(live!, { 'last-event-id': last! });
  expect(again.status).toBe(204);
  expect(await textOf(page)).not.toMatch(/role="status"|data-live/);
});

it('a rehearsal’s page receives one event if its run is no longer known', async () => {
  const events = await textOf('/rehearse/no-longer/changes?known=1-1');
  const [, last] = /event: changed\ndata: (\S+)/.exec(events)!;
  expect((await browser.get('/rehearse/no-longer/changes?known=1-1', { 'last-event-id': last! })).status).toBe(204);
});
