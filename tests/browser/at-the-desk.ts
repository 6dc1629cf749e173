/** A browser at a desk: signed in, and which pages and forms there are, by the routes of the desk itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Hono } from 'hono';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Env } from '../../web/request.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launched = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

export interface Tab {
  context: BrowserContext;
  page: Page;
  /** What went wrong in the page since it was last asked. */
  failures: () => string[];
}

/** Signed in by the address that the desk prints. */
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

/** For what stands in the place of a parameter: of agreements that `deskHome` keeps. A new parameter needs a line here. */
const samples: Readonly<Record<string, readonly string[]>> = {
  ':id': ['with-notices'],
  ':number': ['2028-1'],
  ':type': ['termination.notified', 'protocol.signed', 'completion.notified', 'superseded'],
  ':entry': ['n2'],
  ':protocol': ['p1'],
  ':document': ['document-1'],
};

/** Of a kind, one that asks for little and one that asks for much: the others differ from these in a field or two. */
const kinds = ['termination', 'proposal'];

const ofState: readonly [RegExp, string][] = [
  [/\/dispatch$/, '2028-2'],
  [/\/(?:confirmReceipt|markReturned)$/, '2028-3'],
  [/\/(?:accept|findDefective)$/, '2028-5'],
];

/** What a browser is not sent to: it is no page, or ends the session. */
const noPages = /^\/(?:assets|enter|sign-in|sign-out|api|mcp|calendar)\b|\/(?:changes|check)$|\.(?:pdf|docx)$|\/documents\/:document$|\*/;

/** The paths of all routes of a method, with what stands in their places. @throws where nothing is known to stand there */
export function pathsOf(app: Hono<Env>, method: 'GET' | 'POST'): string[] {
  const paths = app.routes.filter(r => r.method === method && !noPages.test(r.path)).map(r => r.path);
  return [...new Set(paths)].flatMap(filled);
}

function filled(path: string): string[] {
  if (path.endsWith('/documents/new')) return [`${filled(path.slice(0, -1 * '/new'.length))[0]}/new?to=2028-1`];
  const number = ofState.find(([end]) => end.test(path))?.[1];
  const place = /:\w+(?:\{[^}]*\})?/.exec(path)?.[0];
  if (!place) return [path];
  const name = place.split('{')[0]!;
  const values = name === ':kind' ? kinds : name === ':number' && number ? [number] : samples[name];
  if (!values) throw new Error(`No sample for ${name} of ${path}: add one to tests/browser/at-the-desk.ts.`);
  return values.flatMap(value => filled(path.replace(place, value)));
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

/** Presses Tab until what is focused is called so. @throws where nothing is */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const e = document.activeElement as HTMLInputElement | null;
      return e?.name ? e.name : (e?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`The keyboard does not come to ${String(name)} on ${page.url()}`);
}
