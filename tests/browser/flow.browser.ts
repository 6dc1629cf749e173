/**
 * A desk with its service: from sign-in to a dispatched notice, by keyboard only and with two persons; and two tabs that approve at once.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { legalToday } from '../../clauses/calendar.ts';
import type { TestService } from '../../testing/index.ts';
import type { Desk } from '../../web/context.ts';
import { serveDesk, type DeskServer } from '../../web/serve.ts';
import { deskOn } from '../support/desk.ts';
import { startOwnTestService } from '../support/test-service.ts';
import { launched, signedIn, tabTo } from './at-the-desk.ts';

let service: TestService;
let desk: Desk;
let servers: DeskServer[];
let browser: Browser;

beforeAll(async () => {
  service = await startOwnTestService();
  desk = await deskOn(service);
  const serve = (person: string): Promise<DeskServer> => serveDesk({ desk, home: service.home, port: 0, person });
  servers = [await serve('attaché'), await serve('counsellor')];
  browser = await launched();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers ?? []) await server.stop();
  await desk?.close();
  await service?.close();
});

const signedInAs = (i: number) => signedIn(browser, servers[i]!.address, { viewport: { width: 1400, height: 900 } });
const path = (page: Page): string => new URL(page.url()).pathname;

/** Goes to the link or button of this name, and presses Enter. */
async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

it('a notice is drafted, approved by another person and dispatched using only the keyboard', async () => {
  const drafter = await signedInAs(0);
  await enter(drafter.page, 'Rehearsals');
  await enter(drafter.page, 'Rehearsal');
  await enter(drafter.page, 'Draft a notice');
  await enter(drafter.page, 'Intention to terminate');
  await tabTo(drafter.page, 'reference');
  await drafter.page.keyboard.type('No. 14');
  await enter(drafter.page, 'Continue');
  expect(await drafter.page.textContent('main')).toContain('What it would do');
  await enter(drafter.page, 'step');
  const notice = path(drafter.page);
  expect(notice).toMatch(/\/notices\/\d{4}-1$/);

  const other = await signedInAs(1);
  await enter(other.page, 'Rehearsals');
  await enter(other.page, 'Rehearsal');
  await enter(other.page, /^\d{4}-1$/);
  await enter(other.page, 'Approve');
  await enter(other.page, 'Continue');
  await enter(other.page, 'step');
  expect(path(other.page)).toBe(notice);

  await drafter.page.reload();
  await enter(drafter.page, 'Dispatch');
  // The form begins with no day while the Parties have different dates.
  const [y, m, d] = legalToday(Date.now(), ['Asia/Almaty', 'Asia/Baku']).split('-').map(Number);
  for (const [field, part] of Object.entries({ 'on.d': d, 'on.m': m, 'on.y': y })) {
    await tabTo(drafter.page, field);
    await drafter.page.keyboard.type(String(part));
  }
  await enter(drafter.page, 'Continue');
  await enter(drafter.page, 'step');
  expect(await drafter.page.textContent('.a1')).toContain('On its way');
  expect([...drafter.failures(), ...other.failures()]).toEqual([]);
  await drafter.context.close();
  await other.context.close();
});

it('when two tabs approve at once, one succeeds and the other explains why not; a scan is stored and can be downloaded', async () => {
  const drafter = await signedInAs(0);
  await drafter.page.goto(new URL('/agreements/rehearsal/notices/new/free', servers[0]!.origin).href);
  await drafter.page.fill('[name=subject]', 'art. 3');
  await drafter.page.fill('[name=text]', 'as discussed');
  await drafter.page.setInputFiles('[name=attached]', {
    name: 'note 15.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF note'),
  });
  await drafter.page.click('main form.answer button');
  expect(await drafter.page.textContent('main')).toContain('note 15.pdf');
  await Promise.all([drafter.page.waitForEvent('domcontentloaded'), drafter.page.click('button[value=send]')]);
  const notice = path(drafter.page);
  const [download] = await Promise.all([drafter.page.waitForEvent('download'), drafter.page.click('text=note 15.pdf')]);
  expect(download.suggestedFilename()).toBe('note 15.pdf');

  const one = await signedInAs(1);
  const two = { page: await one.context.newPage() };
  for (const { page } of [one, two]) {
    await page.goto(new URL(`${notice}/approve`, servers[1]!.origin).href);
    await Promise.all([page.waitForEvent('domcontentloaded'), page.click('main form.answer button')]);
  }
  await Promise.all([one, two].map(({ page }) => Promise.all([page.waitForEvent('domcontentloaded'), page.click('button[value=send]')])));
  const ends = await Promise.all(
    [one, two].map(async ({ page }) => (path(page) === notice ? 'approved' : Boolean(await page.$('[role=alert]')))),
  );
  expect(ends.map(String).sort()).toEqual(['approved', 'true']);
  await drafter.context.close();
  await one.context.close();
});
