/** Every form, by the routes of the desk: filled in right and wrong, with scripts in every field, forged, and without a session. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDesk, type DeskServer } from '../../web/serve.ts';
import { deskHome, type DeskHome } from '../web/desk-home.ts';
import { pathsOf } from '../web/desk-paths.ts';
import { launched, signedIn, violationsOn } from './at-the-desk.ts';
import { layoutFaultsOn } from './layout.ts';

let kept: DeskHome;
let server: DeskServer;
let browser: Browser;
let forms: string[];

beforeAll(async () => {
  kept = await deskHome();
  server = await serveDesk({ desk: kept.desk, home: kept.home, port: 0, person: 'officer' });
  browser = await launched();
  forms = pathsOf(kept.app, 'POST').filter(path => path.startsWith('/agreements/'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await kept?.remove();
});

const at = (path: string): string => new URL(path, server.address).href;
const decide = '/agreements/window-open/decide';

/**
 * Runs in the page, since a form may have fifty fields. With `right`, optional fields stay empty and initial values stay. Returns how many
 * have text.
 */
const fill = (page: Page, how: 'nothing' | 'script' | 'right'): Promise<number> =>
  page.evaluate(kind => {
    const form = document.querySelector<HTMLFormElement>('main form.answer')!;
    const isOptional = (e: Element): boolean =>
      /\(optional\)\s*$/.test(e.closest('.field')?.querySelector('legend, label')?.textContent ?? '');
    const ofDay: Record<string, string> = { d: '1', m: '6', y: '2028' };
    const right = (e: HTMLInputElement | HTMLTextAreaElement): string =>
      e instanceof HTMLInputElement && e.inputMode === 'numeric'
        ? (ofDay[e.name.split('.').at(-1)!] ?? '1')
        : e.name.endsWith('language')
          ? 'ru'
          : 'p9';
    let texts = 0;
    for (const e of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')) {
      // A completion needs one of three days.
      const isAsked = kind === 'right' && (!isOptional(e) || /^received\.[dmy]$/.test(e.name));
      if (e instanceof HTMLSelectElement) {
        e.value = '';
        if (isAsked) e.selectedIndex = 0;
      } else if (e instanceof HTMLTextAreaElement || e.type === 'text') {
        texts += 1;
        e.value = kind === 'script' ? '"><script>alert(1)</script><img src=x onerror=alert(1)>{0}' : isAsked ? e.value || right(e) : '';
      } else if (e.type === 'checkbox') e.checked = false;
      else if (e.type === 'radio') {
        if (!isAsked) e.checked = false;
        else if (!form.querySelector(`input[name="${CSS.escape(e.name)}"]:checked`)) e.checked = true;
      }
    }
    return texts;
  }, how);

const proceed = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.click('main form.answer button.btn')]);
};

const isChecked = async (page: Page): Promise<boolean> => (await page.textContent('h1')) === 'Check your answers';

it('every step of the command line has a form', () => {
  const paths = forms.join('\n');
  for (const step of [
    'approve',
    'dispatch',
    'confirmReceipt',
    'markReturned',
    'recall',
    'accept',
    'findDefective',
    'amend',
    'new',
    'enter',
  ])
    expect(paths).toMatch(new RegExp(`/notices/.*${step}`));
  for (const step of ['new', 'agree', 'settleText', 'sign', 'abandon']) expect(paths).toMatch(new RegExp(`/protocols/.*${step}`));
  for (const form of ['record', 'decide', 'acknowledge', 'correct', 'strike', 'documents/new']) expect(paths).toContain(`/${form}`);
});

it('each form names what is missing, runs no script that was typed, loses no input, and leads to the check once it is right', async () => {
  const { context, page, failures } = await signedIn(browser, server.address);
  const wrong: string[] = [];
  const refused: string[] = [];
  for (const path of forms) {
    const fault = (what: string): number => wrong.push(`${path}: ${what}`);
    await page.goto(at(path), { waitUntil: 'domcontentloaded' });
    const asks = await page.$$eval('main form.answer .field', all => all.length);
    await fill(page, 'nothing');
    await proceed(page);
    const links = await page.$$eval('[role=alert] a', all =>
      all.map(a => [a.getAttribute('href')!, document.getElementById(a.getAttribute('href')!.slice(1)) !== null] as const),
    );
    if (asks && !links.length && !(await isChecked(page))) fault('does not say what is missing');
    links.filter(([, found]) => !found).forEach(([href]) => fault(`${href} leads nowhere`));
    if (links.length && !(await page.title()).startsWith('There is a problem')) fault('its title says nothing of it');
    if (!asks || path.includes('/documents/')) continue; // the flow test sends a file
    if (await isChecked(page)) await page.goto(at(path), { waitUntil: 'domcontentloaded' });
    if (await fill(page, 'script')) {
      await proceed(page);
      const typed = await page.$$eval(
        'main input, main textarea',
        all => all.filter(e => (e as HTMLInputElement).value.includes('<script>')).length,
      );
      if (!typed) fault('what was typed is lost');
    }
    await page.goto(at(path), { waitUntil: 'domcontentloaded' });
    await fill(page, 'right');
    await proceed(page);
    if (await page.$('[role=alert] a')) fault(`is right, and refused: ${await page.textContent('[role=alert]')}`);
    else if (!(await isChecked(page))) refused.push(path);
    failures().forEach(fault);
  }
  await context.close();
  expect(wrong).toEqual([]);
  // What the law refuses is refused with its reason above the form.
  expect(refused.length).toBeLessThan(forms.length / 4);
});

it.each(['/import', '/describe', '/rehearse'])('%s runs no script that is typed, and keeps it as text', async path => {
  const { context, page, failures } = await signedIn(browser, server.address);
  await page.goto(at(path));
  const typed = '"><script>alert(1)</script><img src=x onerror=alert(1)>{0}';
  const fields = page.locator('main input[type=text], main textarea').filter({ visible: true });
  for (const field of await fields.all()) await field.fill(typed);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('main form[method=post] button.btn:not(.two)').last().click()]);
  expect(await page.$('[role=alert]')).not.toBeNull();
  const kept = await fields.evaluateAll(all => all.filter(e => (e as HTMLInputElement).value.includes('<script>')).length);
  expect(kept).toBeGreaterThan(0);
  expect([...failures(), ...(await layoutFaultsOn(page))]).toEqual([]);
  await context.close();
});

it('an error is announced, and axe finds nothing on a page with an error', async () => {
  const { context, page } = await signedIn(browser, server.address, { viewport: { width: 390, height: 900 } });
  for (const path of [decide, '/agreements/with-notices/record/protocol.signed', '/agreements/with-notices/notices/enter/proposal']) {
    await page.goto(at(path));
    await fill(page, 'nothing');
    await proceed(page);
    expect(await page.textContent('[role=alert] h2')).toBe('There is a problem');
    expect([...(await violationsOn(page)), ...(await layoutFaultsOn(page))]).toEqual([]);
    await page.click('[role=alert] a >> nth=0');
    const href = await page.getAttribute('[role=alert] a >> nth=0', 'href');
    expect(await page.evaluate(() => location.hash)).toBe(href);
  }
  await context.close();
});

it('a dry run is drawn twice, differences are hatched in both, and axe finds nothing', async () => {
  const { context, page } = await signedIn(browser, server.address, { viewport: { width: 1400, height: 900 } });
  await page.goto(at('/agreements/window-open/notices/new/termination'));
  await proceed(page);
  await page.waitForLoadState();
  expect(await page.$$eval('.two-lives svg.wide', all => all.map(svg => svg.querySelectorAll('.differs').length > 0))).toEqual([
    true,
    true,
  ]);
  expect(await page.textContent('main')).toContain('What differs');
  expect([...(await violationsOn(page)), ...(await layoutFaultsOn(page))]).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await layoutFaultsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 1400, height: 900 });
  if (process.env['SHOTS']) {
    await page.screenshot({ path: `${process.env['SHOTS']}/dry-run-1400.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 900 });
    await page.screenshot({ path: `${process.env['SHOTS']}/dry-run-390.png`, fullPage: true });
    await page.pdf({ format: 'A4', landscape: true, path: `${process.env['SHOTS']}/dry-run-A4.pdf` });
  }
  await context.close();
});

it('a form sent by another site enters nothing', async () => {
  const { context, page } = await signedIn(browser, server.address);
  const lines = async (): Promise<number> => (await kept.as('en').standing('window-open')).entries.length;
  const before = await lines();
  await page.route('http://other.example/**', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${at(decide)}"><input name="decision" value="renew"><input name="for" value="KZ"><input name="person" value="x"><input name="authority" value="y"><input name="step" value="send"><input name="token" value="forged"><input name="head" value="${before}:p1a"></form><script>document.forms[0].submit()</script>`,
    }),
  );
  const [answer] = await Promise.all([
    page.waitForResponse(r => r.url().endsWith(decide)),
    page.goto('http://other.example/trap').catch(() => undefined),
  ]);
  expect(answer.status()).toBe(403);
  expect(await lines()).toBe(before);
  await context.close();
});

it('a session revoked in the middle of a form enters nothing, and asks to sign in', async () => {
  const { context, page } = await signedIn(browser, server.address);
  await page.goto(at(decide));
  await fill(page, 'right');
  await (await kept.desk.base.registers()).of(false).sessions.endAll('officer');
  await proceed(page);
  expect(await page.textContent('h1')).toBe('Sign in');
  expect((await page.goto(at('/')))?.status()).toBe(403);
  await context.close();
});
