/** A browser signed in at a desk, and what axe finds. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

export interface Tab {
  context: BrowserContext;
  page: Page;
  /** Errors in the page since the last call. */
  failures: () => string[];
}

/** Signs in with the address that the desk prints. */
export async function signedIn(browser: Browser, address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Tab> {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  let failures: string[] = [];
  page.on('pageerror', e => failures.push(e.message));
  page.on('console', m => (m.type() === 'error' && !/status of (?:4\d\d|503)/.test(m.text()) ? failures.push(m.text()) : undefined));
  page.on('dialog', d => {
    failures.push(`ran: ${d.message()}`);
    void d.dismiss();
  });
  await page.goto(address);
  const taken = (): string[] => {
    const all = failures;
    failures = [];
    return all;
  };
  return { context, page, failures: taken };
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(what: object): Promise<{ violations: Violation[] }> } };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await run.run({ runOnly, resultTypes: ['violations'] })).violations;
  });
  return found.map(v => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`);
}

/** Presses Tab until an element of this name has the focus. @throws if there is none */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const e = document.activeElement as HTMLInputElement | null;
      return e?.name ? e.name : (e?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`Tab does not reach ${String(name)} on ${page.url()}`);
}
