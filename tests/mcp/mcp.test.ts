/** The tools as the protocol's own client uses them: in memory, over standard input and output, and over HTTP; eight read, one drafts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextOf, type Context } from '../../client/context.ts';
import { root } from '../../docs/pages.ts';
import { mcpApp } from '../../mcp/app.ts';
import { mcpServer } from '../../mcp/server.ts';
import type { TestService } from '../../testing/index.ts';
import { inProcess } from '../support/cli.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

const now = Date.UTC(2026, 10, 22, 9);
let home: string;
let base: Context;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'servanda-mcp-'));
  await keepIn(home, [{ content: testAgreement('treaty'), facts: inForceFrom('2022-07-10') }]);
  base = contextOf({ home, env: {}, person: 'desk 3', now: () => now });
});
afterAll(async () => {
  await base?.close();
  await rm(home, { recursive: true, force: true });
});

async function over<T>(transport: Transport, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function inMemory(context = base): Promise<Transport> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  await mcpServer(async () => context, '0.1.0').connect(there);
  return here;
}

interface Answer {
  head: { of: string; seq: number; hash: string };
  articles: string[];
  readings: object[];
  answer: unknown;
  problem?: { code: string; basis?: string };
}
const asked = async (client: Client, name: string, given: Record<string, unknown> = {}): Promise<Answer> =>
  (await client.callTool({ name, arguments: given })).structuredContent as Answer;

const reading = ['list', 'standing', 'timeline', 'explain', 'deadlines', 'ledger', 'notices', 'simulate'];
const dated = { agreement: 'treaty', asOf: '2026-11-22' };
const dates = async (...args: string[]): Promise<unknown> =>
  JSON.parse((await inProcess([...args, '--json'], { env: { SERVANDA_HOME: home }, now })).stdout);

describe('the MCP tools', () => {
  it('are eight that read and one that drafts, and none dispatches, approves or records', async () => {
    const { tools } = await over(await inMemory(), client => client.listTools());
    expect(tools.filter(t => t.annotations?.readOnlyHint).map(t => t.name)).toEqual(reading);
    expect(tools.filter(t => !t.annotations?.readOnlyHint).map(t => t.name)).toEqual(['draft']);
  });

  it('answer as the command line does, with articles, readings and the head of the register', async () => {
    await over(await inMemory(), async client => {
      const timeline = await asked(client, 'timeline', dated);
      expect(timeline.answer).toEqual(await dates('timeline', 'treaty', '--register', '--as-of', dated.asOf));
      expect(timeline.articles).toContain('art. 13');
      expect(timeline.readings.length).toBeGreaterThan(0);
      const { seq, hash } = await (await base.registers()).of(true).head('treaty');
      expect(timeline.head).toEqual({ of: 'treaty', seq, hash });
      // Its only agreement is a rehearsal.
      const rehearsed = { of: 'rehearsals', ...(await (await base.registers()).of(true).head()) };
      for (const tool of ['deadlines', 'notices']) expect((await asked(client, tool, { agreements: ['treaty'] })).head).toEqual(rehearsed);
      expect(await asked(client, 'list', { rehearsals: true })).toMatchObject({ head: { of: 'register' }, headOfRehearsals: rehearsed });
      expect((await asked(client, 'deadlines', { rehearsals: true, asOf: dated.asOf })).answer).toEqual({
        items: await dates('deadlines', '--rehearsals', '--as-of', dated.asOf),
        next: null,
      });
      expect((await asked(client, 'list', { rehearsals: true })).answer).toMatchObject({ items: [{ agreement: 'treaty' }], next: null });
      expect((await asked(client, 'standing', dated)).answer).toMatchObject({
        status: 'inForce',
        entries: expect.any(Array),
        lateDecision: null,
      });
      const late = { code: 'renews', sentence: expect.stringContaining('The time to prevent renewal by notice is past') as unknown };
      expect((await asked(client, 'standing', { ...dated, asOf: '2027-06-01' })).answer).toMatchObject({ lateDecision: late });
      expect((await asked(client, 'explain', dated)).answer).toEqual(await dates('explain', 'treaty', '--register', '--as-of', dated.asOf));
      expect((await asked(client, 'ledger', { agreement: 'treaty' })).answer).toMatchObject({ items: { length: 4 }, next: null });
      expect((await asked(client, 'notices')).answer).toEqual({ items: [], next: null });
      const fact = { type: 'termination.notified', by: 'AZ', received: '2027-01-20' };
      expect((await asked(client, 'simulate', { ...dated, fact })).answer).toMatchObject({ agreement: 'treaty', moves: expect.any(Array) });
    });
  });

  it('give a long list page by page', async () => {
    await over(await inMemory(), async client => {
      const pages: unknown[] = [];
      for (let cursor: string | undefined; ;) {
        const { items, next } = (await asked(client, 'ledger', { agreement: 'treaty', limit: 3, ...(cursor ? { cursor } : {}) }))
          .answer as {
          items: { seq: number }[];
          next: string | null;
        };
        pages.push(items.map(({ seq }) => seq));
        if (next === null) break;
        cursor = next;
      }
      expect(pages).toEqual([[1, 2, 3], [4]]);
      expect((await asked(client, 'list', { cursor: 'made up' })).problem).toMatchObject({ code: 'cursorUnfit' });
    });
  });

  it('describe their fields, which of them are needed, and that there are no others', async () => {
    const { tools } = await over(await inMemory(), client => client.listTools());
    expect(tools.find(({ name }) => name === 'standing')!.inputSchema).toMatchObject({
      type: 'object',
      properties: { agreement: { type: 'string' }, asOf: { type: 'string', description: expect.stringContaining('today') as unknown } },
      required: ['agreement'],
      additionalProperties: false,
    });
  });

  it.each([
    ['a day that does not exist', 'standing', { agreement: 'treaty', asOf: '2027-02-30' }, /asOf: must be a calendar date/],
    ['an unknown field', 'standing', { agreement: 'treaty', asof: '2027-02-01' }, /asof: not known here/],
    ['a missing agreement', 'timeline', {}, /agreement: is missing/],
    ['a length that is none', 'deadlines', { within: '3 years' }, /within: must be a length such as P5Y/],
    ['a length beyond all limits', 'deadlines', { within: 'P9999Y' }, /within: must be at most 200 years/],
    ['a page of nothing', 'ledger', { agreement: 'treaty', limit: 0 }, /limit: must be at least 1/],
    ['a number that is no number of a notice', 'draft', { agreement: 'treaty', content: { kind: 'x', by: 'KZ' }, number: '/' }, /number: /],
  ])('refuse %s in a sentence', async (_, name, args, why) => {
    const answer = await over(await inMemory(), client => client.callTool({ name, arguments: args }));
    expect(answer.isError).toBe(true);
    expect((answer.content as { text: string }[])[0]!.text).toMatch(why);
  });

  it('return a refusal with its code, not as an error of the protocol', async () => {
    await over(await inMemory(), async client => {
      const unknown = await client.callTool({ name: 'standing', arguments: { agreement: 'none' } });
      expect(unknown).toMatchObject({ isError: true, structuredContent: { problem: { code: 'unknownAgreement', status: 404 } } });
      const unfit = await asked(client, 'simulate', { agreement: 'treaty', fact: { type: 'signed' } });
      expect(unfit.problem).toMatchObject({ code: 'malformedRequest' });
    });
  });
});

describe('MCP over HTTP', () => {
  const transport = (context: Context): Transport => {
    const app = mcpApp({ base: context, address: 'http://desk.test' });
    const fetch = async (url: string | URL, init?: RequestInit): Promise<Response> =>
      app.request(new URL(url).pathname.replace(/^\/mcp/, '') || '/', init);
    return new StreamableHTTPClientTransport(new URL('http://desk.test/mcp'), { fetch });
  };

  it('gives the same answers', async () => {
    const standing = await over(transport(base), client => asked(client, 'standing', dated));
    expect(standing).toEqual(await over(await inMemory(), client => asked(client, 'standing', dated)));
  });

  it('refuses pages of another origin', async () => {
    const app = mcpApp({ base, address: 'http://desk.test' });
    const answer = await app.request('/', { method: 'POST', headers: { origin: 'http://elsewhere.test' }, body: '{}' });
    expect(answer.status).toBe(403);
  });
});

it('`servanda mcp` gives the same answers over standard input and output', { retry: 1 }, async () => {
  const args = [join(root, 'cli/servanda.mjs'), 'mcp'];
  const stdio = new StdioClientTransport({
    command: process.execPath,
    args,
    env: { PATH: process.env['PATH'] ?? '', SERVANDA_HOME: home },
  });
  const ledger = await over(stdio, client => asked(client, 'ledger', { agreement: 'treaty' }));
  expect(ledger).toEqual(await over(await inMemory(), client => asked(client, 'ledger', { agreement: 'treaty' })));
});

describe('a draft', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startOwnTestService();
    await (await service.open(testAgreement('drafted', { desk: { party: 'KZ' } }))).inForceFrom('2024-03-01');
  });
  afterAll(() => service?.close());

  it('is created by a tool, and goes no further than drafted', async () => {
    const context = contextOf({
      address: service.address,
      home: service.home,
      person: 'desk 3',
      env: { SERVANDA_TASK_QUEUE: service.taskQueue },
    });
    await over(await inMemory(context), async client => {
      const content = { kind: 'termination', by: 'KZ' };
      const drafted = await asked(client, 'draft', { agreement: 'drafted', content, number: 'm-1' });
      expect(drafted.answer).toMatchObject({ number: 'm-1', state: 'drafted' });
      expect((await asked(client, 'notices', { agreements: ['drafted'] })).answer).toMatchObject({
        items: [{ number: 'm-1', state: 'drafted' }],
      });
      const unfit = await asked(client, 'draft', { agreement: 'drafted', content: { kind: 'cancellation', by: 'KZ' } });
      expect(unfit.problem).toMatchObject({ code: 'malformedRequest' });
    });
    await context.close();
  });
});
