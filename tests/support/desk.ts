/** A desk in the process of a test, and a person signed in at it, as a browser that sends its cookie. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import type { TestService } from '../../testing/index.ts';
import { deskApp, type DeskAppOptions } from '../../web/app.ts';
import { deskOf, type Desk } from '../../web/context.ts';
import type { Env } from '../../web/request.ts';

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The hidden fields of a form: its token, and the agreement's line for which it was made. */
  own(path: string): Promise<{ token: string; head: string }>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** As a form with a file in it. */
  upload(path: string, fields: Record<string, string | File>): Promise<Response>;
}

export interface DeskOver {
  home: string;
  desk: Desk;
  app: Hono<Env>;
  browser(): Promise<Browser>;
  remove(): Promise<void>;
}

export const now = Date.parse('2028-07-01T09:00:00Z');
export const entryKey = 'a key';

/** With registers that `keep` fills, on the day of `at`. */
export async function deskOver(keep: (home: string) => Promise<unknown> = async () => {}, at = now): Promise<DeskOver> {
  const home = await mkdtemp(join(tmpdir(), 'servanda-desk-'));
  await keep(home);
  const desk = deskOf({ service: { home, env: {}, now: () => at } });
  const app = appOf(desk);
  return {
    home,
    desk,
    app,
    browser: () => browserOf(app),
    remove: async () => {
      await desk.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Its pages; `person` signs in with `entryKey`. */
export const appOf = (desk: Desk, { person = 'officer', ...more }: Partial<DeskAppOptions> & { person?: string } = {}): Hono<Env> =>
  deskApp({ desk, key: Buffer.alloc(32, 7), signIn: { kind: 'local', person, key: entryKey }, ...more });

export async function browserOf(app: Hono<Env>): Promise<Browser> {
  const entered = await app.request(`/enter?key=${encodeURIComponent(entryKey)}`);
  const cookie = entered.headers
    .getSetCookie()
    .map(c => c.split(';')[0]!)
    .join('; ');
  const get: Browser['get'] = async (path, headers = {}) => app.request(path, { headers: { cookie, ...headers } });
  return {
    get,
    own: async path => {
      const page = await (await get(path)).text();
      return { token: hiddenIn(page, 'token'), head: hiddenIn(page, 'head') };
    },
    post: async (path, fields, headers = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, ...headers } }),
    upload: async (path, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return app.request(path, { method: 'POST', body, headers: { cookie } });
    },
  };
}

/** The value of a hidden field of a page. */
export const hiddenIn = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** A day as the fields of a form. */
export const dayFields = (name: string, iso: string): Record<string, string> => {
  const [y, m, d] = iso.split('-') as [string, string, string];
  return { [`${name}.d`]: d, [`${name}.m`]: m, [`${name}.y`]: y };
};

/** A desk with a service for the rehearsal of the documentation, of which notice may be given. */
export async function deskOn(service: TestService): Promise<Desk> {
  const { agreement, file } = loadAgreement('docs/rehearsal.yaml');
  await service.servanda.open(file);
  const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => !['s', 't1'].includes(f.id));
  await service.servanda.recordAll('rehearsal', facts as never);
  return deskOf({ service: { home: service.home, address: service.address, env: {} } });
}
