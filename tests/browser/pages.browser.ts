/** Every page in a browser at 1400 and 390 pixels: nothing is wider than the screen, axe finds nothing; without scripts and by keyboard as well. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { serveDesk, type DeskServer } from '../../web/serve.ts';
import { deskHome, type DeskHome } from '../web/desk-home.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let kept: DeskHome;
let server: DeskServer;
let browser: Browser;

beforeAll(async () => {
  kept = await deskHome();
  server = await serveDesk({ desk: kept.desk, home: kept.home, port: 0, person: 'officer' });
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await kept?.remove();
});

const at = (path: string): string => new URL(path, server.address).href;

async function signedIn(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.address);
  return { context, page };
}

const kzAz = '/agreements/kz-az-2004-government-communications';
const pages = [
  '/',
  '/?rehearsals=1',
  '/agreements',
  '/rehearsals',
  '/notices',
  '/engine',
  '/person',
  kzAz,
  `${kzAz}?as-of=2006-01-01`,
  `${kzAz}/reckoning`,
  '/agreements/window-open',
  '/agreements/nine-notices',
  '/agreements/us-cn-2023-science-extension',
  '/agreements/window-open/record',
  '/agreements/window-open/decide',
  '/agreements/window-open/entries/n2/correct',
  '/agreements/window-open/entries/n2/strike',
  '/agreements/window-open/notices/new',
  '/agreements/window-open/protocols/new',
  '/agreements/window-open/protocols/p1',
  '/no-such-page',
];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(what: object): Promise<{ violations: Violation[] }> } };
    return (await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations;
  });
  return found.map(v => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
}

describe.each([1400, 390])('at %d pixels', width => {
  it.each(pages)('axe finds nothing on %s, and nothing is wider than the screen', async path => {
    const { context, page } = await signedIn({ viewport: { width, height: 900 } });
    try {
      const failures: string[] = [];
      page.on('pageerror', e => failures.push(e.message));
      page.on('console', m => (m.type() === 'error' && !m.text().includes('404') ? failures.push(m.text()) : undefined));
      await page.goto(at(path));
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(failures).toEqual([]);
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${path.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true });
    } finally {
      await context.close();
    }
  });

  it.each(languages)('no page is wider than the screen in %s', async language => {
    const { context, page } = await signedIn({ viewport: { width, height: 900 } });
    try {
      const wide: string[] = [];
      await page.goto(at(`/?lang=${language}`));
      for (const path of pages) {
        await page.goto(at(path));
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > width) wide.push(path);
      }
      expect(wide).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

it('without scripts every page says the same', async () => {
  const { context, page } = await signedIn({ javaScriptEnabled: false });
  try {
    await page.goto(at('/agreements/window-open?lang=en'));
    expect(await page.textContent('.a1')).toContain('Send by');
    await page.click('text=14 Mar 2029 >> nth=0');
    expect(page.url()).toContain('/reckoning#step-safeDay');
  } finally {
    await context.close();
  }
});

it('the reason of the day that counts is reached by the keyboard alone', async () => {
  const { context, page } = await signedIn();
  try {
    await page.goto(at('/agreements/window-open?lang=en'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('28\u00a0Feb\u00a02029');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('14\u00a0Mar\u00a02029');
    const drawn = page.locator('svg.wide a', { hasText: 'Safe day' }).first();
    await drawn.focus();
    expect(await drawn.evaluate(link => getComputedStyle(link).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/reckoning#step-safeDay');
    await page.goBack();
    await page.locator('.a2 a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/reckoning#step-safeDay');
  } finally {
    await context.close();
  }
});

it('an error in a form is announced, and its link leads to the field', async () => {
  const { context, page } = await signedIn();
  try {
    await page.goto(at('/agreements/window-open/decide?lang=en'));
    await page.click('button.btn');
    expect(await page.textContent('[role=alert] h2')).toBe('There is a problem');
    expect(await violationsOn(page)).toEqual([]);
    await page.click('[role=alert] a >> nth=0');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? location.hash)).toMatch(/decision/);
  } finally {
    await context.close();
  }
});

it('a script in a field is shown and never run', async () => {
  const { context, page } = await signedIn();
  try {
    let ran = false;
    page.on('dialog', d => {
      ran = true;
      void d.dismiss();
    });
    await page.goto(at('/agreements/window-open/decide?lang=en'));
    for (const name of ['person', 'authority', 'note'])
      await page.fill(`[name=${name}]`, '"><script>alert(1)</script><img src=x onerror=alert(1)>');
    await page.click('button.btn');
    expect(await page.inputValue('[name=person]')).toContain('<script>');
    expect(ran).toBe(false);
  } finally {
    await context.close();
  }
});

it('a session that was taken away asks to sign in again', async () => {
  const { context, page } = await signedIn();
  try {
    await (await kept.desk.base.registers()).of(false).sessions.endAll('officer');
    expect((await page.goto(at(kzAz)))?.status()).toBe(403);
  } finally {
    await context.close();
  }
});

it('prints the answer and the lifeline on one sheet', async () => {
  const { context, page } = await signedIn();
  try {
    await page.goto(at('/agreements/window-open?lang=en'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.bar')).toBe(false);
    expect(await page.isVisible('svg.wide >> nth=0')).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    if (process.env['SHOTS']) await page.pdf({ preferCSSPageSize: true, path: `${process.env['SHOTS']}/print.pdf` });
  } finally {
    await context.close();
  }
});
