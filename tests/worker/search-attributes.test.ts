/** The worker does not start on a server that lacks its namespace or search attributes, unless it may create them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DevServer } from '../../worker/embedded.ts';
import { ensureNamespace, NamespaceNotReady } from '../../worker/search-attributes.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { executableOf, startTestDevServer } from '../support/servers.ts';
import { sentenceOf } from '../support/failures.ts';

let server: DevServer;
let connection: Connection;

beforeAll(async () => {
  server = await startTestDevServer();
  connection = await Connection.connect({ address: server.address });
});

afterAll(async () => {
  await connection?.close();
  await server?.stop();
});

const ensure = (namespace: string, mayCreate: boolean): Promise<void> =>
  ensureNamespace(connection, namespace, { mayCreate, address: server.address });

const refusal = async (namespace: string, mayCreate = false): Promise<string> => {
  const error: unknown = await ensure(namespace, mayCreate).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(NamespaceNotReady);
  return sentenceOf(error);
};

/** Runs the commands of a refusal as printed; a new namespace is known to all of the server only after a moment. */
async function obey(message: string): Promise<void> {
  const commands = message.split('\n').filter(line => line.startsWith('  npx servanda temporal '));
  for (const line of commands) {
    const run = (): Promise<unknown> => promisify(execFile)(executableOf('temporal'), line.trim().split(' ').slice(3));
    await expect.poll(() => run().then(() => 'done', String), { timeout: 20_000, interval: 500 }).toBe('done');
  }
}

const types = { keyword: 2, int: 3 };

const add = (name: string, type: keyof typeof types, namespace: string): Promise<unknown> =>
  connection.operatorService.addSearchAttributes({ namespace, searchAttributes: Object.fromEntries([[name, types[type]]]) });

describe('a namespace', () => {
  it('on the embedded server has all search attributes from the start', async () => {
    await expect(ensure('default', false)).resolves.toBeUndefined();
  });

  it('is created with its search attributes if that is allowed, and then nothing is missing', async () => {
    await ensure('allowed', true);
    await expect(ensure('allowed', false)).resolves.toBeUndefined();
  });

  it('that is missing is refused, with everything that is missing and the commands that create it', async () => {
    const message = await refusal('missing');
    expect(message).toContain('  - namespace missing\n');
    for (const { name } of searchAttributes) expect(message).toContain(`  - search attribute ${name} (`);
    expect(message).toContain('SERVANDA_AUTO_CREATE=true');
    await obey(message);
    await expect.poll(() => ensure('missing', false).then(() => 'ready', String), { timeout: 20_000 }).toBe('ready');
  });

  it('with some of the attributes gets the others', async () => {
    await add('ServandaStatus', 'keyword', await created('partly'));
    await expect.poll(() => refusal('partly')).not.toContain('ServandaStatus');
    await ensure('partly', true);
    await expect(ensure('partly', false)).resolves.toBeUndefined();
  });

  it('with an attribute of another type is refused, even if creating is allowed', async () => {
    await add('ServandaStatus', 'int', await created('wrong'));
    await expect.poll(() => refusal('wrong', true)).toContain('search attribute ServandaStatus is Int, and must be Keyword');
  });
});

/** A namespace without search attributes, once the server knows it. */
async function created(namespace: string): Promise<string> {
  const line = `operator namespace create --namespace ${namespace} --retention 30d --address ${server.address}`;
  await promisify(execFile)(executableOf('temporal'), line.split(' '));
  const known = (): Promise<string> => connection.operatorService.listSearchAttributes({ namespace }).then(() => 'known', String);
  await expect.poll(known, { timeout: 20_000 }).toBe('known');
  return namespace;
}
