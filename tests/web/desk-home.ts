/** A register with every agreement that is here, some with invented facts, for pages that only read. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import type { Language } from '../../clauses/desk.ts';
import { project } from '../../dossier/listing.ts';
import { openRegisters } from '../../register/home.ts';
import type { Servanda } from '../../client/servanda.ts';
import { deskApp } from '../../web/app.ts';
import { deskOf, type Desk } from '../../web/context.ts';
import type { Env } from '../../web/request.ts';
import { keepIn } from '../support/register-of.ts';

export interface DeskHome {
  home: string;
  desk: Desk;
  app: Hono<Env>;
  ids: readonly string[];
  as(language: Language): Servanda;
  /** Signed in, as a browser that sends its cookie. */
  browser(): Promise<Browser>;
  remove(): Promise<void>;
}

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A form with a file in it. */
  send(path: string, form: FormData): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** As a form with a file in it. */
  upload(path: string, fields: Record<string, string | File>): Promise<Response>;
}

export const now = Date.parse('2028-07-01T09:00:00Z');
export const entryKey = 'a key';

export async function deskHome(): Promise<DeskHome> {
  const home = await mkdtemp(join(tmpdir(), 'servanda-desk-'));
  const files = listAgreements().map(({ file, id }) => ({ file, id }));
  const rehearsal = loadAgreement('docs/rehearsal.yaml').agreement;
  const invented = loadFacts('docs/rehearsal-facts.yaml', rehearsal);
  const before = invented.filter(f => f.id !== 't1');
  const kept = [
    ...files.map(({ file, id }) => {
      const { agreement, facts } = loadAgreement(file);
      return { content: agreement, facts: id.startsWith('kz-az') ? invented : facts };
    }),
    { content: { ...rehearsal, id: 'window-open' }, facts: before },
    { content: { ...rehearsal, id: 'nine-notices' }, facts: [...before, ...nineNotices()] },
  ];
  await keepIn(home, kept, Date.UTC(2028, 5, 1));
  const registers = await openRegisters(home);
  await project(
    registers,
    kept.map(k => k.content.id),
    now,
  );
  await registers.close();
  const desk = deskOf({ service: { home, env: {}, now: () => now } });
  const app = deskApp({ desk, key: Buffer.alloc(32, 7), signIn: { kind: 'local', person: 'officer', key: entryKey } });
  return {
    home,
    desk,
    app,
    ids: kept.map(k => k.content.id),
    as: language => desk.asker({ person: 'officer', language }).servanda,
    browser: () => browserOf(app),
    remove: async () => {
      await desk.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const nineNotices = () =>
  Array.from({ length: 9 }, (_, i) => ({
    id: `t${i + 1}`,
    type: 'termination.notified',
    by: i % 2 ? 'KZ' : 'AZ',
    received: `2028-0${Math.floor(i / 2) + 2}-1${i}`,
  }));

export async function browserOf(app: Hono<Env>): Promise<Browser> {
  const entered = await app.request(`/enter?key=${encodeURIComponent(entryKey)}`);
  const cookie = entered.headers
    .getSetCookie()
    .map(c => c.split(';')[0]!)
    .join('; ');
  return {
    get: async (path, headers = {}) => app.request(path, { headers: { cookie, ...headers } }),
    send: async (path, body) => app.request(path, { method: 'POST', body, headers: { cookie } }),
    post: async (path, fields, headers = {}) =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, ...headers } }),
    upload: async (path, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return app.request(path, { method: 'POST', body, headers: { cookie } });
    },
  };
}
