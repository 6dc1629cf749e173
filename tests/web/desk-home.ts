/** A register with every agreement that is here, some with invented facts, for pages that only read. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { date, type CalendarDate } from '../../clauses/calendar.ts';
import type { Language } from '../../clauses/desk.ts';
import { descriptionHash } from '../../dossier/description.ts';
import { project } from '../../dossier/listing.ts';
import type { Entry } from '../../machines/facts.ts';
import { assess } from '../../machines/notice/assess.ts';
import type { NoticeContent } from '../../machines/notice/content.ts';
import type { NoticeInput } from '../../machines/notice/context.ts';
import { noticeStepId, type NoticeStep } from '../../machines/notice/steps.ts';
import { storeBytes } from '../../register/documents.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { identitiesFolder, putIdentity } from '../../identity/files.ts';
import { openRegisters } from '../../register/home.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { identityOf } from '../support/identities.ts';
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
    { content: { ...rehearsal, id: 'with-notices' }, facts: [...before, ...onTheDesk({ ...rehearsal, id: 'with-notices' }, before), scan] },
  ];
  await keepIn(home, kept, Date.UTC(2028, 5, 1));
  await storeBytes(home, bytes, noKeys);
  const approver = await identityOf(newSigningKey(), 'head of department', 'KZ', ['approver', 'reader'], { now });
  await putIdentity(identitiesFolder(home), approver, { now, replace: true });
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

/** The document of a notice, by the hash of its bytes. */
const bytes = Buffer.from('%PDF a scan');
const scan = {
  id: 'document-1',
  type: 'document.attached',
  on: '2028-05-30',
  person: 'registry',
  to: '2028-3',
  name: 'note 3.pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
};

/** Notices in each state that a form is about: drafted, approved, dispatched, come back, received from the other Party. */
function onTheDesk(agreement: Agreement, entries: readonly Entry[]): NoticeStep[] {
  const today = date('2028-05-20');
  const begun = (number: string, more: Partial<NoticeInput> = {}) => drafted({ agreement, entries, today }, number, more);
  const approved = { type: 'notice.approved', by: 'counsellor', at: today } as const;
  const dispatched = { type: 'notice.dispatched', by: 'registry', on: today, reference: 'No. 14', at: today } as const;
  const returned = { type: 'notice.returned', by: 'registry', reason: 'courier turned back', at: today } as const;
  const steps: Record<string, NoticeStep['step'][]> = {
    '2028-1': [begun('2028-1')],
    '2028-2': [begun('2028-2'), approved],
    '2028-3': [begun('2028-3'), approved, dispatched],
    '2028-4': [begun('2028-4'), approved, dispatched, returned],
    '2028-5': [begun('2028-5', { direction: 'theirs', arrival: { received: today, evidence: 'stamp 7' } })],
  };
  return Object.entries(steps).flatMap(([notice, all]) => all.map((step, i) => noticeStep(notice, i + 1, step)));
}

export const noticeStep = (notice: string, place: number, step: NoticeStep['step']): NoticeStep => ({
  type: 'notice.step',
  id: noticeStepId(notice, place),
  notice,
  step,
});

/** The first step of a notice of termination. */
export function drafted(
  { agreement, entries, today }: { agreement: Agreement; entries: readonly Entry[]; today: CalendarDate },
  number: string,
  more: Partial<NoticeInput> = {},
): NoticeStep['step'] {
  const channel = 'diplomaticNote' as const;
  const content = { kind: 'termination', by: more.direction === 'theirs' ? 'AZ' : 'KZ' } as NoticeContent;
  const assessment = assess({ agreement, description: descriptionHash(agreement), entries, today }, { number, content, channel });
  const input = { today, agreement: agreement.id, number, direction: 'ours' as const, content, draftedBy: 'attaché', channel, assessment };
  return { type: 'notice.drafted', input: { ...input, ...more } };
}

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
