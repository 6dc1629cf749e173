/** docs/api.md is true: each of its requests is answered as the page says, and it names every operation of the document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../docs/pages.ts';
import type { TestService } from '../../testing/index.ts';
import { apiOn, type ApiHere } from '../support/api-service.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { startOwnTestService } from '../support/test-service.ts';

const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const examples = [...page.matchAll(/```http\n([^]*?)```\n\n```json\n([^]*?)```/g)].map(m => ({
  request: m[1]!,
  answer: JSON.parse(m[2]!) as object,
}));

let service: TestService;
let here: ApiHere;
beforeAll(async () => {
  service = await startOwnTestService();
  const rehearsal = await service.open(testAgreement('rehearsal', { desk: { party: 'KZ' } }));
  await rehearsal.inForceFrom('2004-09-15');
  here = apiOn({ address: service.address, home: service.home, taskQueue: service.taskQueue });
});
afterAll(async () => {
  await here?.base.close();
  await service?.close();
});

describe('an example in docs/api.md', () => {
  it.each(examples.map(({ request, answer }) => [request.split('\n')[0]!, request, answer] as const))('%s', async (_, request, answer) => {
    const [head = '', ...body] = request.trim().split('\n\n');
    const [[method, path], ...headers] = head.split('\n').map(line => line.split(/:? /)) as [[string, string], ...[string, string][]];
    const said = await here.ask(path, {
      method,
      headers: Object.fromEntries(headers),
      ...(body.length ? { body: body.join('\n\n') } : {}),
    });
    expect(await said.json()).toMatchObject(answer);
  });
});

it('docs/api.md has seven examples, and every path of the document', async () => {
  expect(examples).toHaveLength(7);
  const { paths } = (await (await here.ask('/openapi.json')).json()) as { paths: Record<string, object> };
  const last = (path: string): string => path.split('/').findLast(part => !part.startsWith('{'))!;
  for (const path of Object.keys(paths))
    expect(page, path).toContain(last(path) === 'acknowledgements' || last(path) === 'replans' ? '…' : `/${last(path)}`);
});
