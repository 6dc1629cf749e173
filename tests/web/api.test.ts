/** The API with a service: the data of the command line, problems with the article, repeats, pages, tags, the feed, documents, tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../docs/pages.ts';
import type { TestService, Treaty } from '../../testing/index.ts';
import { shapes } from '../../web/api/shapes.ts';
import { apiOn, posted, type ApiHere } from '../support/api-service.ts';
import { inProcess } from '../support/cli.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

let service: TestService;
let treaty: Treaty;
let here: ApiHere;
const again = (): ApiHere => apiOn({ address: service.address, home: service.home, taskQueue: service.taskQueue });
beforeAll(async () => {
  service = await startOwnTestService();
  treaty = await service.open(testAgreement('treaty', { desk: { party: 'KZ' } }));
  await treaty.inForceFrom('2024-03-01');
  here = again();
});
afterAll(async () => {
  await here?.base.close();
  await service?.close();
});

const said = async (...args: string[]): Promise<unknown> => {
  const { stdout, stderr } = await inProcess([...args, '--json'], { env: { SERVANDA_HOME: service.home } });
  return JSON.parse(stdout || stderr) as unknown;
};
interface Problem {
  status: number;
  code: string;
  detail: string;
  basis?: string;
}
const problem = async (answer: Response): Promise<Problem> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as Problem;
};

describe('an answer of the API', () => {
  const query = { asOf: '2026-11-22' };
  const param = { agreement: 'treaty' };

  it('has the same data as the JSON of the command line', async () => {
    const api = here.client();
    const dated = ['--as-of', query.asOf];
    const answer = async (asked: Promise<{ status: number; json(): Promise<unknown> }>): Promise<unknown> => (await asked).json();
    expect(await answer(api.agreements[':agreement'].$get({ param, query }))).toEqual(await said('agreement', 'show', 'treaty', ...dated));
    expect(await answer(api.agreements[':agreement'].dates.$get({ param, query }))).toEqual(
      await said('timeline', 'treaty', '--register', ...dated),
    );
    expect(await answer(api.agreements[':agreement'].explanations.$get({ param, query }))).toEqual(
      await said('explain', 'treaty', '--register', ...dated),
    );
    const deadlines = await answer(api.deadlines.$get({ query: { ...query, within: 'P3Y', rehearsals: 'true' } }));
    expect(deadlines).toEqual({ items: await said('deadlines', '--rehearsals', '--within', 'P3Y', ...dated), next: null });
    const list = await answer(api.agreements.$get({ query: { ...query, rehearsals: 'true' } }));
    expect(list).toEqual({ items: await said('agreement', 'list', '--rehearsals', ...dated), next: null });
  });

  it('is refused for a parameter that the operation does not have, and for a number out of bounds', async () => {
    const of = async (path: string): Promise<unknown> => ((await (await here.ask(path)).json()) as { detail: string }).detail;
    const query = 'The query can’t be used as it is:';
    expect(await of('/notices?agreement=treaty')).toBe(`${query} agreement: not known here (did you mean agreements?).`);
    expect(await of('/agreements?limits=3')).toBe(`${query} limits: not known here (did you mean limit?).`);
    for (const limit of ['0', '2000', '1e3', '-1'])
      expect(await of(`/notices?limit=${limit}`)).toBe(`${query} limit: must be a whole number from 1 to 1,000.`);
    for (const limit of ['1', '1000']) expect((await here.ask(`/notices?limit=${limit}`)).status).toBe(200);
  });

  it('has the fields that its schema promises', async () => {
    const of = async (path: string): Promise<unknown> => (await here.ask(path)).json();
    const all = async (path: string): Promise<unknown[]> => [((await of(path)) as { items?: unknown[] }).items ?? (await of(path))].flat();
    const promised = [
      ['/agreements/treaty', shapes.standing],
      ['/agreements/treaty/explanations', shapes.explanation],
      ['/agreements/treaty/ledger', shapes.row],
      ['/agreements/treaty/timers', shapes.timer],
      ['/deadlines?rehearsals=true&within=P9Y', shapes.deadline],
      ['/agreements?rehearsals=true', shapes.glance],
    ] as const;
    for (const [path, shape] of promised) {
      const found = await all(path);
      expect(found.length, path).toBeGreaterThan(0);
      for (const one of found) expect(shape.safeParse(one), path).toMatchObject({ success: true });
    }
  });

  it('has a tag, and is not sent again until something is entered', async () => {
    const first = await here.ask('/agreements/treaty/dates?asOf=2026-11-22');
    const tag = first.headers.get('etag')!;
    const ask = (language?: string): Promise<Response> =>
      here.ask('/agreements/treaty/dates?asOf=2026-11-22', {
        headers: { 'if-none-match': tag, ...(language ? { 'accept-language': language } : {}) },
      });
    expect((await ask()).status).toBe(304);
    expect((await ask('kk-KZ')).status).toBe(200);
    await treaty.record({ id: 'seen', type: 'note.received', by: 'AZ', received: '2026-11-01', subject: 'a visit' });
    expect((await ask()).status).toBe(200);
  });

  it('comes in pages that continue where they ended', async () => {
    const page = async (cursor?: string) => {
      const answer = await here.ask(`/agreements/treaty/ledger?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      return (await answer.json()) as { items: { seq: number }[]; next: string | null };
    };
    const first = await page();
    const second = await page(first.next!);
    expect([...first.items, ...second.items].map(row => row.seq)).toEqual([1, 2, 3, 4]);
    expect(second.next).toBeNull();
    expect(await problem(await here.ask('/agreements/treaty/ledger?cursor=MQ=='))).toMatchObject({ status: 400, code: 'cursorUnfit' });
  });
});

describe('a refusal by the API', () => {
  const refused = async (path: string, init?: RequestInit): Promise<Problem> => problem(await here.ask(path, init));

  it('is a problem with its code and its reason', async () => {
    const future = { type: 'termination.notified', by: 'AZ', received: '2999-01-01' };
    expect(await refused('/agreements/treaty/facts', posted(future))).toMatchObject({
      status: 422,
      code: 'futureDay',
      basis: expect.any(String),
    });
    expect(await refused('/agreements/treaty/facts', posted({ type: 'signed' }))).toMatchObject({
      status: 422,
      code: 'malformedRequest',
      detail: 'The body can’t be used as it is: on: is missing.',
    });
    expect(await refused('/agreements/none')).toMatchObject({ status: 404, code: 'unknownAgreement' });
    expect(await refused('/agreements/treaty/notices/2026-77')).toMatchObject({ status: 404, code: 'unknownNotice' });
    expect(await refused('/agreements/treaty?asOf=2026-02-30')).toMatchObject({ status: 422, code: 'malformedRequest' });
    expect(await refused('/nothing')).toMatchObject({ status: 404, code: 'noOperation' });
    expect(await refused('/agreements/treeaty')).toMatchObject({ detail: 'There is no agreement treeaty. Did you mean treaty?' });
    const deleted = await here.ask('/agreements/treaty/dates', { method: 'DELETE' });
    expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET']);
    const taken = { id: 'signed', type: 'note.received', by: 'AZ', received: '2026-11-01', subject: 'x' };
    await treaty.record({ ...taken, id: 'taken' } as never);
    expect(await refused('/agreements/treaty/facts', posted({ ...taken, id: 'taken', subject: 'y' }))).toMatchObject({
      status: 409,
      code: 'idInUse',
    });
  });

  it('is in the language requested', async () => {
    const { detail } = await refused('/agreements/none', { headers: { 'accept-language': 'ru-RU,ru;q=0.9' } });
    expect(detail).toMatch(/^Соглашения none нет/);
    expect((await refused('/agreements/none?language=kk')).detail).toMatch(/келісім/);
  });

  it('follows for a page of another origin, a form, a body that is not JSON and one that is too large', async () => {
    const fact = { type: 'note.received', by: 'AZ', received: '2026-11-01', subject: 'x' };
    const path = '/agreements/treaty/facts';
    expect(await refused(path, posted(fact, { origin: 'https://elsewhere.example' }))).toMatchObject({ status: 403, code: 'otherOrigin' });
    expect(await refused(path, { method: 'POST', body: 'type=x', headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
    });
    expect(await refused(path, { ...posted({}), body: '{' })).toMatchObject({ status: 400, code: 'notJson' });
    expect(await refused(path, posted({ ...fact, note: 'x'.repeat(5_000_000) }))).toMatchObject({ status: 413, code: 'bodyTooLarge' });
  });
});

describe('a repeat under the same Idempotency-Key', () => {
  const note = (subject: string): object => ({ type: 'note.received', by: 'AZ', received: '2026-10-01', subject });
  const record = async (on: ApiHere, subject: string): Promise<Response> =>
    on.ask('/agreements/treaty/facts', posted(note(subject), { 'idempotency-key': 'key-1' }));

  it('gets the first answer, and other content is refused, even by another process', async () => {
    const first = (await (await record(here, 'a visit')).json()) as { entry: { id: string }; existing: boolean };
    expect(first).toMatchObject({ entry: { id: 'key-1' }, existing: false });
    expect(await (await record(here, 'a visit')).json()).toEqual(first);
    expect(await problem(await record(here, 'another'))).toMatchObject({ status: 422, code: 'keyReused' });
    const other = again();
    expect(await (await record(other, 'a visit')).json()).toMatchObject({ entry: first.entry, existing: true });
    const third = again();
    expect(await problem(await record(third, 'another'))).toMatchObject({ status: 409, code: 'idInUse' });
    await Promise.all([other.base.close(), third.base.close()]);
  });

  it('drafts one notice and takes one step of it, even through another process', async () => {
    const draft = { content: { kind: 'free', by: 'KZ', subject: 'a visit', text: 'The Ministry has the honour.' } };
    const other = again();
    const [first, second] = await Promise.all(
      [here, other].map(async on => {
        const answer = await on.ask('/agreements/treaty/notices', posted(draft, { 'idempotency-key': 'n-1' }));
        return (await answer.json()) as { number: string };
      }),
    );
    expect([first!.number, second!.number]).toEqual(['n-1', 'n-1']);
    const recall = posted({ step: 'recall', reason: 'not needed' }, { 'idempotency-key': 'k-2' });
    const steps = [
      await here.ask('/agreements/treaty/notices/n-1/steps', recall),
      await other.ask('/agreements/treaty/notices/n-1/steps', recall),
    ];
    const states = await Promise.all(steps.map(async one => [one.status, ((await one.json()) as { state?: string }).state]));
    expect(states[0]).toEqual([200, 'recalled']);
    await other.base.close();
  });
});

describe('the feed of changes', () => {
  it('is valid JSON Feed 1.1, the latest first, and continues at its next_url', async () => {
    const read = async (path: string) => {
      const answer = await here.ask(path);
      expect(answer.headers.get('content-type')).toBe('application/feed+json');
      return (await answer.json()) as { version: string; next_url?: string; items: { id: string; _servanda: { place: number } }[] };
    };
    const first = await read('/changes?agreement=treaty&limit=3');
    expect(first.version).toBe('https://jsonfeed.org/version/1.1');
    const next = new URL(first.next_url!);
    const second = await read(`${next.pathname}${next.search}`);
    const places = [...first.items, ...second.items].map(item => item._servanda.place);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(new Set([...first.items, ...second.items].map(item => item.id)).size).toBe(places.length);
  });

  it('says each line in the words of the ledger and in the reader’s language, with its codes as tags', async () => {
    const { servanda } = service;
    await treaty.record({ id: 'told', type: 'note.received', by: 'AZ', received: '2025-02-03', subject: 'a visit' });
    await servanda.correct('treaty', 'told', { received: '2025-02-04' });
    await servanda.strike('treaty', 'told', { reason: 'of another file' });
    await servanda.notice.draft('treaty', { kind: 'termination', by: 'KZ' }, { number: 'feed-1', by: 'aigerim' });
    const read = async (language: string): Promise<{ title: string; content_text: string; tags: string[] }[]> => {
      const answer = await here.ask('/changes?agreement=treaty&limit=1000', { headers: { 'accept-language': language } });
      return ((await answer.json()) as { items: { title: string; content_text: string; tags: string[] }[] }).items;
    };
    const titled = (items: readonly { title: string; tags: string[] }[], tag: string): string =>
      items.find(item => item.tags.includes(tag))!.title.replaceAll('\u00a0', ' ');
    const english = await read('en');
    const tags = ['described', 'corrected', 'struck', 'notice.drafted'];
    expect(tags.map(tag => titled(english, tag))).toEqual([
      'treaty: Description of the agreement',
      'treaty: Corrects told: Received on: 4 Feb 2025',
      'treaty: Strikes told',
      'treaty: Notice feed-1: drafted by aigerim',
    ]);
    const russian = await read('ru');
    expect(tags.map(tag => titled(russian, tag))).toEqual([
      'treaty: Описание соглашения',
      'treaty: Исправлена запись told: Получено: 4 февраля 2025',
      'treaty: Исключена запись told',
      'treaty: Уведомление feed-1: составил aigerim',
    ]);
    for (const { content_text: text, tags } of [...english, ...russian])
      for (const tag of tags.filter(code => code.includes('.'))) expect(text).not.toContain(tag);
  });
});

describe('files in the API', () => {
  it('are attached to an entry and returned unchanged', async () => {
    const bytes = new Uint8Array([0, 1, 2, 255]);
    const attached = await here.ask('/agreements/treaty/documents?to=seen&name=note%2041.pdf', {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'doc-1' },
    });
    expect(await attached.json()).toMatchObject({ entry: { id: 'doc-1' } });
    const answer = await here.ask('/agreements/treaty/documents/doc-1');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''note%2041.pdf");
    expect(await (await here.ask('/agreements/treaty/documents')).json()).toMatchObject([{ id: 'doc-1', to: 'seen', size: 4 }]);
  });

  it('with a certificate are what the command writes', async () => {
    const certificate = await (await here.ask('/agreements/treaty/certificate?asOf=2026-11-22')).json();
    const { stdout } = await inProcess(['certificate', 'treaty', '--as-of', '2026-11-22', '--format', 'json'], {
      env: { SERVANDA_HOME: service.home },
    });
    expect(certificate).toMatchObject({ answer: (JSON.parse(stdout) as { answer: string }).answer, asOf: '2026-11-22' });
    const paper = await here.ask('/agreements/treaty/certificate?format=pdf&language=az');
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('with tables are read row by row, and each row opens what it describes', async () => {
    const table = readFileSync(join(root, 'docs/table-of-agreements.csv'), 'utf8');
    const headers = { 'content-type': 'text/csv' };
    const read = (await (await here.ask('/imports?rehearsals=true', { method: 'POST', body: table, headers })).json()) as {
      rows: { agreement: { id: string } | null; reasons: string[] }[];
    };
    expect(read.rows.length).toBeGreaterThan(2);
    for (const { agreement, reasons } of read.rows) expect(agreement === null).toBe(reasons.length > 0);
    const taken = read.rows.find(row => row.agreement)!;
    expect(await (await here.ask('/agreements', posted(taken.agreement))).json()).toMatchObject({ state: 'opened' });
    expect(await problem(await here.ask('/imports', { method: 'POST', body: 'a,b\n1,2', headers }))).toMatchObject({ status: 422 });
  });
});

describe('the answer to an entry', () => {
  it('has the fields that its schema promises, also without effect in law', async () => {
    const entered = async (received: string): Promise<unknown> =>
      (await here.ask('/agreements/treaty/facts', posted({ type: 'completion.notified', by: 'KZ', received }))).json();
    const [first, second] = [await entered('2025-01-01'), await entered('2025-01-02')];
    for (const one of [first, second]) expect(shapes.entered.safeParse(one)).toMatchObject({ success: true });
    expect(second).toMatchObject({ withoutEffect: { code: expect.any(String) as string }, why: expect.any(String) as string });
  });
});
