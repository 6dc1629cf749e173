/** What `servanda web` and `up` serve in addition to the pages: the API, the calendars and the MCP tools, at the same address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, it } from 'vitest';
import { deskExtensions } from '../../cli/service/desk.ts';
import { newCalendarToken } from '../../client/calendar-tokens.ts';
import { root } from '../../docs/pages.ts';
import { appOf } from '../support/desk.ts';
import { workbookOf } from '../support/workbook.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome(['kz-az-2004-government-communications']);
const unexpected: unknown[] = [];
const beside = await deskExtensions(kept.desk.base, { onUnexpected: failure => unexpected.push(failure) });
const app = appOf(kept.desk, { beside });
afterAll(() => kept.remove());

it('the desk describes the API under the address at which it is reached', async () => {
  const answer = await app.request('http://127.0.0.1:8080/api/openapi.json');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://127.0.0.1:8080/api' }] });
});

it('the desk describes the 429 and its Retry-After for every operation', async () => {
  const answer = await app.request('http://127.0.0.1:8080/api/openapi.json');
  const { paths, components } = (await answer.json()) as {
    paths: Record<string, Record<string, { responses: Record<string, object> }>>;
    components: { responses: Record<string, object> };
  };
  const operations = Object.values(paths).flatMap(path => Object.values(path));
  expect(operations.length).toBeGreaterThan(30);
  for (const { responses } of operations) expect(responses['429']).toEqual({ $ref: '#/components/responses/TooMany' });
  expect(components.responses['TooMany']).toMatchObject({
    headers: { 'Retry-After': { schema: { type: 'integer' } } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
});

it('the desk reads a table from a workbook like the same table in CSV', async () => {
  const rows = readFileSync(join(root, 'docs/table-of-agreements.csv'), 'utf8');
  const records = parse(rows);
  const read = async (type: string, body: string | Uint8Array): Promise<Response> =>
    app.request('http://127.0.0.1:8080/api/imports?rehearsals=true', {
      method: 'POST',
      headers: { 'content-type': type },
      body: body as BodyInit,
    });
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const [inCsv, inWorkbook] = [await read('text/csv', rows), await read(workbook, workbookOf(records))];
  const found = (await inWorkbook.json()) as { rows: object[] };
  expect(found.rows.length).toBeGreaterThan(2);
  expect(found).toEqual(await inCsv.json());
  const refused = await read('application/json', '{}');
  expect([refused.status, await refused.json()]).toEqual([415, expect.objectContaining({ code: 'mediaType' })]);
  expect((await read(workbook, 'PK\u0003\u0004 and no more')).status).toBe(422);
});

it('the desk answers an API operation from the register, or with a problem', async () => {
  const found = await app.request('http://127.0.0.1:8080/api/agreements/kz-az-2004-government-communications');
  expect(await found.json()).toMatchObject({ agreement: 'kz-az-2004-government-communications' });
  const unknown = await app.request('http://127.0.0.1:8080/api/agreements/none');
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

it('the desk serves a calendar at its address, and at no other', async () => {
  const { token } = await newCalendarToken(kept.desk.base, { scope: 'all' });
  expect((await app.request(`/calendar/${token}.ics`)).headers.get('content-type')).toMatch(/^text\/calendar/);
  expect((await app.request(`/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404);
});

it('the desk answers the Model Context Protocol', async () => {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const answer = await app.request('http://127.0.0.1:8080/mcp', { method: 'POST', headers, body: JSON.stringify(body) });
  expect(await answer.json()).toMatchObject({ result: { tools: expect.arrayContaining([expect.objectContaining({ name: 'standing' })]) } });
  expect(unexpected).toEqual([]);
});
