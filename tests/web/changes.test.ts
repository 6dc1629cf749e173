/** News about an agreement reaches an open page; the engine room. */
import { afterAll, expect, it } from 'vitest';
import { enter } from '../support/enter.ts';
import { now } from '../support/desk.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome(['window-open']);
const browser = await kept.browser();
afterAll(() => kept.remove());

it('an open page receives a new line within two seconds, and nothing else', async () => {
  const answer = await browser.get('/agreements/window-open/changes');
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = answer.body!.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('event: known');
  const registers = await kept.desk.base.registers();
  const began = performance.now();
  await enter(registers.of(true), 'window-open', { id: 'sus', type: 'suspension.agreed', on: '2028-06-01' } as never, {
    by: 'desk',
    at: now,
  });
  expect(await next()).toContain('event: changed');
  expect(performance.now() - began).toBeLessThan(2_000);
  await reader.cancel();
});

it('a line entered between two connections is not missed', async () => {
  const answer = await browser.get('/agreements/window-open/changes', { 'last-event-id': 'an-earlier-line' });
  const reader = answer.body!.getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect([await next(), await next()]).toEqual([
    expect.stringContaining('data: an-earlier-line'),
    expect.stringMatching(/^event: changed\ndata: (\S+)\nid: \1\n/),
  ]);
  await reader.cancel();
});

it('changes of an unknown agreement are not found', async () => {
  expect((await browser.get('/agreements/no-such/changes')).status).toBe(404);
});

it('the engine room shows the heads of both registers', async () => {
  const page = await (await browser.get('/engine?lang=en')).text();
  expect(page).toMatch(/line \d+/);
  expect(page).toContain('The service is not running.');
});
