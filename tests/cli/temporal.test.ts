/** Temporal's command line on the service of a home: what it receives, what is passed on, and that it shows clear text. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withRefusalSentences } from '../../cli/service/refusal-sentences.ts';
import { separateTemporalArguments } from '../../cli/temporal-arguments.ts';
import { writeNote } from '../../client/service-note.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { clientOptions } from '../../secrets/temporal-options.ts';
import { wordings } from '../../wording/index.ts';
import { inProcess, servanda, temporaryFolder, type Said } from '../support/cli.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { executableOf } from '../support/servers.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const key = 'b'.repeat(32);
const keysFile = folder.file('keys', `2026:${Buffer.from(key).toString('base64')}\n`);
chmodSync(keysFile, 0o600);

let on: OnDevServer;
beforeAll(async () => {
  on = await startOnDevServer();
  writeNote(home, { address: on.server.address, namespace: 'default', ui: null, pid: process.pid });
  const keys = new Keyring([{ id: '2026', bytes: Buffer.from(key) }]);
  const client = new Client({ connection: on.connection, ...clientOptions(keys) });
  await client.workflow.start('agreement', { workflowId: 'agreement/rehearsal', taskQueue: 'nobody', args: [{ note: 'whimbrel' }] });
});
afterAll(async () => {
  await on.stop();
  folder.remove();
});

/** The real one, wherever the tests found it. */
const path = (): string => `${dirname(executableOf('temporal'))}:${process.env['PATH']}`;
const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> =>
  servanda(['temporal', ...args], { PATH: path(), SERVANDA_HOME: home, ...env });

describe('servanda temporal on the service of a home', () => {
  it('lists the workflows of that service', async () => {
    const { code, stdout } = await run(['workflow', 'list', '--query', "WorkflowType = 'agreement'", '--output', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ execution: { workflowId: 'agreement/rehearsal' } }]);
  });

  it('shows clear text if the environment has the keys, and otherwise what is encrypted', async () => {
    const show = ['workflow', 'show', '--workflow-id', 'agreement/rehearsal', '--output', 'json'];
    const clear = Buffer.from(JSON.stringify({ note: 'whimbrel' })).toString('base64');
    expect((await run(show, { SERVANDA_KEYS_FILE: keysFile })).stdout).toContain(clear);
    expect((await run(show)).stdout).not.toContain(clear);
  });

  it('passes on the exit code and the output of Temporal’s command line', async () => {
    const { code, stderr } = await run(['workflow', 'describe', '--workflow-id', 'agreement/none']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('not found') as unknown });
  });

  it('asks no server that was not named: the default port may belong to the service of another home', async () => {
    const empty = join(folder.path, 'empty');
    expect(await run(['--home', empty, 'workflow', 'list'])).toMatchObject({ code: 1, stderr: expect.stringContaining('npx servanda up') });
    expect(await run(['--home', empty, '--version'])).toMatchObject({ code: 0, stdout: expect.stringContaining('temporal version') });
  });
});

describe('Temporal’s command line receives', () => {
  const told = temporaryFolder();
  const stub = told.file(
    'temporal',
    `#!${process.execPath}
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
if (args[0] === '--version') console.log('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)');
else {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_API_KEY: apiKey, TEMPORAL_CODEC_ENDPOINT: codec, TEMPORAL_CODEC_AUTH: auth } = process.env;
  writeFileSync(process.env.TOLD, JSON.stringify({ args, address, namespace, apiKey, codec, auth }));
  process.exitCode = 7;
}
`,
  );
  chmodSync(stub, 0o700);
  afterAll(() => told.remove());
  const ask = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const TOLD = join(told.path, 'told.json');
    rmSync(TOLD, { force: true });
    const common = { PATH: `${told.path}:${process.env['PATH']}`, SERVANDA_HOME: home, TOLD };
    const said = await inProcess(['temporal', ...args], { env: { ...common, ...env } });
    expect(said).toEqual({ code: 7, stdout: '', stderr: '' });
    return JSON.parse(readFileSync(TOLD, 'utf8')) as { args: string[] } & Record<
      'address' | 'namespace' | 'apiKey' | 'codec' | 'auth',
      string | undefined
    >;
  };

  it('every argument, unread', async () => {
    const args = ['workflow', 'start', '--input', '{"by":\n "X"}', '--language', 'ru', '--yes', '--', '--home', 'x', '--help'];
    expect((await ask(args)).args).toEqual(args);
    expect((await ask(['--home', home, '--help-not', '-h'])).args).toEqual(['--help-not', '-h']);
  });

  it('the address and the namespace of the running service, and no codec without keys', async () => {
    expect(await ask(['workflow', 'list'])).toEqual({ args: ['workflow', 'list'], address: on.server.address, namespace: 'default' });
  });

  it("the server that Temporal's own variables name", async () => {
    const env = { TEMPORAL_ADDRESS: 'temporal.example.org:7233', TEMPORAL_NAMESPACE: 'servanda', TEMPORAL_API_KEY: 'k' };
    expect(await ask(['workflow', 'list'], env)).toMatchObject({
      address: 'temporal.example.org:7233',
      namespace: 'servanda',
      apiKey: 'k',
    });
  });

  it.each([['--address=127.0.0.1:1'], ['--address', '127.0.0.1:1'], ['--profile', 'x'], ['--config-file', 'x'], ['--env', 'x']])(
    'no other server than the one that %s names',
    async (...args) => {
      const { address, namespace } = await ask(['workflow', 'list', ...args]);
      expect({ address, namespace }).toEqual({});
    },
  );

  it('with keys, a codec server with a token for this one command, unless another is named', async () => {
    const keys = { SERVANDA_KEYS_FILE: keysFile };
    const [one, other] = [await ask(['workflow', 'list'], keys), await ask(['workflow', 'list'], keys)];
    expect(one.codec).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(one.auth).toMatch(/^Bearer [\w-]{43}$/);
    expect(other.auth).not.toBe(one.auth);
    expect((await ask(['workflow', 'list', '--codec-endpoint', 'http://x'], keys)).codec).toBeUndefined();
    expect((await ask(['workflow', 'list'], { ...keys, TEMPORAL_CODEC_ENDPOINT: 'http://x' })).codec).toBe('http://x');
  });
});

it.each([
  ['Error: unable to update workflow: entryWithoutType {}', 'en', 'The request needs an entry: an object with at least id and type.'],
  ['Error: missing {"what":"by"}', 'ru', 'Укажите, кто вносит запись: by.'],
  ['Error: wrongUpdate {"update":"strike","wanted":"struck","type":"signed"}', 'en', 'strike takes an entry of type struck, not signed.'],
])('a refusal of a workflow is printed as a sentence: %s', (line, language, said) => {
  const found = withRefusalSentences(line, wordings[language as 'en' | 'ru']);
  expect(found).toBe(`${line.slice(0, line.search(/\w+ \{/))}${said}`);
});

it.each(['Error: something {"what":"by"}', 'Error: missing {by}', 'workflow not found for ID: agreement/none'])(
  'other output of Temporal is printed unchanged: %s',
  line => {
    expect(withRefusalSentences(line, wordings.en)).toBe(line);
  },
);

describe('the arguments for another program', () => {
  it.each([
    [
      ['temporal', 'workflow', '--help'],
      ['temporal', '--', 'workflow', '--help'],
    ],
    [
      ['--language', 'ru', 'temporal', '--home=x', '-v'],
      ['--language', 'ru', 'temporal', '--home=x', '--', '-v'],
    ],
    [
      ['--language=ru', 'temporal', '--home', 'x', 'a', '--', 'b'],
      ['--language=ru', 'temporal', '--home', 'x', '--', 'a', '--', 'b'],
    ],
    [
      ['temporal', '--', 'workflow'],
      ['temporal', '--', 'workflow'],
    ],
    [
      ['temporal', '--help'],
      ['temporal', '--help'],
    ],
    [['temporal'], ['temporal']],
    [
      ['record', 'temporal', 'signed'],
      ['record', 'temporal', 'signed'],
    ],
    [[], []],
  ])('in %j are separated: %j', (given, apart) => expect(separateTemporalArguments(given)).toEqual(apart));
});
