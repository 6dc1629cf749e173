/**
 * Many calls of each operation, generated from the document that describes it, half of them spoilt: an answer or a problem, and never a
 * fault.
 */
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestService } from '../../testing/index.ts';
import { apiOn, type ApiHere } from '../support/api-service.ts';
import { spoilt, valueOf, type Schema } from '../support/from-schema.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let service: TestService;
let here: ApiHere;
let document: Document;
beforeAll(async () => {
  service = await startOwnTestService();
  const treaty = await service.open(testAgreement('treaty', { desk: { party: 'KZ' } }));
  await treaty.inForceFrom('2021-03-10');
  here = apiOn({ address: service.address, home: service.home, taskQueue: service.taskQueue });
  document = (await (await here.ask('/openapi.json')).json()) as Document;
});
afterAll(async () => {
  await here?.base.close();
  await service?.close();
});

it('the document is valid OpenAPI 3.1, with webhooks', async () => {
  expect(await new Validator().validate({ ...structuredClone(document) })).toMatchObject({ valid: true });
  expect(document).toMatchObject({ openapi: '3.1.0', webhooks: { act: { post: {} } } });
});

it('every operation and every webhook says which rights it takes', () => {
  const all = [...Object.values(document.paths), ...Object.values(document.webhooks)].flatMap(Object.values<object>);
  expect(all.filter(operation => !('security' in operation))).toEqual([]);
});

const resolved = (schema: Schema): Schema => (schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : schema);
/** Per operation: a hundred take minutes on a busy machine (SERVANDA_CALLS=100, and with other values SERVANDA_SEED=17). */
const calls = Number(process.env['SERVANDA_CALLS'] ?? 50);
const seed = Number(process.env['SERVANDA_SEED'] ?? 16);

/** Existing values, most of the time. */
const known: Readonly<Record<string, string>> = { agreement: 'treaty', entry: 'signed', notice: '2026-1', protocol: 'p1', document: 'd1' };

function parameterOf({ name, in: place, schema }: Parameter): fc.Arbitrary<string | undefined> {
  const value = valueOf(resolved(schema), name).map(String);
  if (place === 'path') return fc.oneof({ weight: 4, arbitrary: fc.constant(known[name] ?? 'x') }, { weight: 1, arbitrary: value });
  const some = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom('', 'x', '2024-02-30', '-1', '%00') });
  return fc.option(some, { nil: undefined, freq: 2 });
}

interface Call {
  path: string;
  init: RequestInit;
}

function callOf(template: string, method: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Call> {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = !media
    ? fc.constant(undefined)
    : type === 'application/json'
      ? fc.oneof(valueOf(resolved(media.schema)), spoilt(valueOf(resolved(media.schema)))).map(one => JSON.stringify(one))
      : fc.string({ maxLength: 200 });
  const given = fc.tuple(...parameters.map(p => parameterOf(p).map(value => ({ ...p, value }))));
  return fc.tuple(given, body).map(([all, sent]) => {
    const of = (place: string) => all.filter((p): p is typeof p & { value: string } => p.in === place && p.value !== undefined);
    const path = of('path').reduce((so, { name, value }) => so.replace(`{${name}}`, encodeURIComponent(value)), template);
    const query = new URLSearchParams(of('query').map(({ name, value }) => [name, value])).toString();
    const headers = Object.fromEntries(of('header').map(({ name, value }) => [name, value.replaceAll(/[^ -~]/g, '')]));
    return {
      path: query ? `${path}?${query}` : path,
      init: {
        method: method.toUpperCase(),
        headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
        ...(sent === undefined ? {} : { body: sent }),
      },
    };
  });
}

it('every operation answers many calls, valid and spoilt, as documented or with a problem', { timeout: 1_200_000 }, async () => {
  const seen: Record<string, Record<number, number>> = {};
  for (const [template, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const statuses = (seen[operation.operationId] = {} as Record<number, number>);
      const once = async ({ path, init }: Call): Promise<void> => {
        const answer = await here.ask(path, init);
        const text = await answer.text();
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (here.faults.length) throw here.faults[0];
        expect(answer.status, text).not.toBe(500);
        if (answer.status < 400) return;
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        const problem = JSON.parse(text) as { status: number; code: string; detail: string };
        expect(problem).toMatchObject({ type: `urn:servanda:problem:${problem.code}`, status: answer.status });
        expect(problem.detail).toBeTruthy();
        expect(text).not.toMatch(/\.ts:\d+|node_modules/);
      };
      await fc.assert(fc.asyncProperty(callOf(template, method, operation), once), {
        numRuns: calls,
        seed,
        endOnFailure: true,
      });
    }
  // Each operation accepted something, and each that takes input rejected something.
  for (const [operation, statuses] of Object.entries(seen))
    expect(
      Object.values(statuses).reduce((a, b) => a + b),
      operation,
    ).toBe(calls);
  for (const read of [
    'list',
    'standing',
    'dates',
    'explain',
    'ledger',
    'deadlines',
    'simulate',
    'record',
    'decide',
    'draftNotice',
    'certificate',
  ])
    expect(seen[read]![200] ?? 0, read).toBeGreaterThan(0);
});
