/**
 * Every page in a browser at 1400 and 390 pixels, in four languages, with scripts and without: nothing is cut off, and axe finds nothing.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { serveDesk, type DeskServer } from '../../web/serve.ts';
import { deskHome, type DeskHome } from '../web/desk-home.ts';
import { pathsOf } from '../web/desk-paths.ts';
import { launched, signedIn, tabTo, violationsOn, type Tab } from './at-the-desk.ts';
import { layoutFaultsOn } from './layout.ts';

let kept: DeskHome;
let server: DeskServer;
let browser: Browser;
let pages: string[];

beforeAll(async () => {
  kept = await deskHome();
  server = await serveDesk({ desk: kept.desk, home: kept.home, port: 0, person: 'officer' });
  browser = await launched();
  pages = [...new Set([...pathsOf(kept.app, 'GET'), ...more])];
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await kept?.remove();
});

const at = (path: string): string => new URL(path, server.address).href;

const kzAz = '/agreements/kz-az-2004-government-communications';
/** The layout of a page depends on its content. */
const more = [
  '/?rehearsals=1',
  kzAz,
  `${kzAz}?as-of=2006-01-01`,
  '/agreements/window-open',
  '/agreements/nine-notices',
  '/agreements/suspended',
  '/agreements/five-readings',
  '/agreements/long-title',
  '/agreements/terminated',
  '/agreements/us-cn-2023-science-extension',
  '/agreements/with-notices/notices/2028-3',
  '/agreements/with-notices/notices/2028-5',
  '/describe?as=text',
  '/agreements/window-open/revise?as=text',
  `${kzAz}/certificate?as-of=2028-12-01`,
  '/no-such-page',
];

/** The folder for screenshots, if they are wanted. */
const shots = process.env['SHOTS'];
const shot = async ({ page }: Tab, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true });
};

it.each([1400, 390])('axe finds nothing on any page at %d pixels, and nothing is cut, overlaps or touches', async width => {
  const tab = await signedIn(browser, server.address, { viewport: { width, height: 900 } });
  const { page } = tab;
  const faults: string[] = [];
  for (const path of pages) {
    await page.goto(at(path));
    const found = [...(await violationsOn(page)), ...(await layoutFaultsOn(page)), ...tab.failures()];
    faults.push(...found.map(f => `${path}: ${f}`));
    await shot(tab, `${path}-${width}`);
  }
  await tab.context.close();
  expect(faults).toEqual([]);
});

/** English has a test of its own above. */
const drawn: readonly string[] = ['kk', 'az', 'ru'];

it.each(languages)(
  'every page is complete in %s, with and without scripts, and nothing in it is cut, overlaps or touches',
  async language => {
    const tab = await signedIn(browser, server.address, {
      javaScriptEnabled: language === 'ru' || language === 'az',
      viewport: { width: 1400, height: 900 },
    });
    const { page } = tab;
    const wrong: string[] = [];
    await page.goto(at(`/?lang=${language}`));
    for (const path of pages) {
      const answer = drawn.includes(language) ? (await page.goto(at(path)))! : await tab.context.request.get(at(path));
      const text = await answer.text();
      if (answer.status() >= 500 || !text.includes(`<html lang="${language}">`)) wrong.push(`${path}: ${answer.status()}`);
      if (/\{\w+(?:, \w+)?[,}]|undefined|\[object/.test(text.replaceAll(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '')))
        wrong.push(`${path}: a message without its values`);
      for (const width of drawn.includes(language) ? [1400, 390] : []) {
        await page.setViewportSize({ width, height: 900 });
        const faults = await layoutFaultsOn(page);
        wrong.push(...faults.map(fault => `${path} at ${width}: ${fault}`));
        if (language === 'kk') await shot(tab, `kk-${path}-${width}`);
      }
    }
    await tab.context.close();
    expect(wrong).toEqual([]);
  },
);

/** The pages with the most content: axe checks all pages in English only. It needs scripts. */
const rich: readonly string[] = ['/?rehearsals=1', '/agreements/suspended', '/agreements/with-notices/notices/new/termination'];

it.each(drawn)('axe finds nothing on the richest pages in %s', async language => {
  const tab = await signedIn(browser, server.address, { viewport: { width: 1400, height: 900 } });
  await tab.page.goto(at(`/?lang=${language}`));
  const wrong: string[] = [];
  for (const path of rich) {
    await tab.page.goto(at(path));
    for (const width of [1400, 390]) {
      await tab.page.setViewportSize({ width, height: 900 });
      wrong.push(...(await violationsOn(tab.page)).map(fault => `${path} at ${width}: ${fault}`));
    }
  }
  await tab.context.close();
  expect(wrong).toEqual([]);
});

describe('without scripts', () => {
  it('the answer is displayed, and its day leads to its reckoning', async () => {
    const { context, page } = await signedIn(browser, server.address, { javaScriptEnabled: false });
    await page.goto(at('/agreements/window-open?lang=en'));
    expect(await page.textContent('.a1')).toContain('Send by');
    await page.click('text=14 Mar 2029 >> nth=0');
    expect(page.url()).toContain('/reckoning#step-safeDay');
    await context.close();
  });

  it('a form can be filled in, refused and corrected, and shows what it would do', async () => {
    const { context, page } = await signedIn(browser, server.address, { javaScriptEnabled: false });
    await page.goto(at('/agreements/with-notices/entries/n2/strike?lang=en'));
    const proceed = () => Promise.all([page.waitForEvent('domcontentloaded'), page.click('main form.answer button.btn')]);
    await proceed();
    expect(await page.textContent('[role=alert] h2')).toBe('There is a problem');
    await page.fill('[name=why]', 'entered twice');
    await proceed();
    expect(await page.textContent('h1')).toBe('Check your answers');
    expect(await page.textContent('main')).toContain('What it would do');
    await context.close();
  });
});

it('the reason for the day that counts can be reached using only the keyboard', async () => {
  const { context, page } = await signedIn(browser, server.address);
  try {
    await page.goto(at('/agreements/window-open?lang=en'));
    await tabTo(page, 'Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('28\u00a0Feb\u00a02029');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('14\u00a0Mar\u00a02029');
    const drawn = page.locator('svg.wide text', { hasText: 'Safe day' }).locator('a').first();
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

it.each(['A4', 'A3'])('prints the answer and the lifeline on %s', async format => {
  const { context, page } = await signedIn(browser, server.address);
  for (const [name, path] of Object.entries({
    agreement: '/agreements/window-open?lang=kk',
    today: '/?lang=kk',
    nine: '/agreements/nine-notices?lang=kk',
  })) {
    await page.goto(at(path));
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.bar')).toBe(false);
    if (name !== 'today') expect(await page.isVisible('svg.wide >> nth=0')).toBe(true);
    const pdf = await page.pdf({ format, landscape: true, ...(shots ? { path: `${shots}/print-${name}-${format}.pdf` } : {}) });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  }
  await context.close();
});
