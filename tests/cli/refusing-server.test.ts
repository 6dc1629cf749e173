/** A Temporal server that refuses its callers: what every command and the worker then report. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { wordings } from '../../wording/index.ts';
import { message } from '../../wording/message.ts';
import { inProcess, servanda, temporaryFolder } from '../support/cli.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { refusingServer } from '../support/refusing-server.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const agreement = testAgreement('kz-az-refused', { rehearsal: false });
const { id } = agreement;

beforeAll(() => writeKeptRegister(home, agreement, folder.file('note.pdf', 'x')));
afterAll(() => folder.remove());

const why = 'Request unauthorized';
const [noNamespace, denied, unauthenticated] = [5, 7, 16];
const commands = [
  ['record', id, 'suspension.agreed', '--on', '2025-01-01', '--yes'],
  ['replan', id],
  ['agreement', 'open', 'docs/rehearsal.yaml'],
  ['notice', 'draft', id, '--kind', 'termination', '--by', 'KZ'],
  ['protocol', 'propose', id, 'p1', '--by', 'KZ', '--received', '2026-01-01', '--changes', '{"periodLength":"P3Y"}'],
  ['register', 'compare'],
  ['register', 'compare', '--repair'],
  ['register', 'rebuild'],
].map(args => ({ command: args.slice(0, 2).join(' '), args }));

describe.each([denied, unauthenticated])('a server that answers with gRPC status %d', status => {
  it.each(commands)('is reported as refusing: $command', async ({ args }) => {
    const server = await refusingServer({ status, said: `${why}.` });
    const { code, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: server.address } });
    await server.stop();
    expect({ code, stderr: stderr.trim().split('\n').at(-1) }).toEqual({
      code: 1,
      stderr: message(wordings.en.client.unavailable.denied, 'en', { why }),
    });
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('is reported as refusing the worker, as it connects and as it looks for its namespace', async () => {
    for (const alsoConnecting of [true, false]) {
      const server = await refusingServer({ status, said: `${why}.` }, { alsoConnecting });
      const { code, stderr } = await servanda(['worker'], { SERVANDA_HOME: home, TEMPORAL_ADDRESS: server.address });
      await server.stop();
      expect({ code, stderr }).toEqual({ code: 1, stderr: `${message(wordings.en.client.unavailable.denied, 'en', { why })}\n` });
    }
  });
});

it.each([
  ['agreement', 'list'],
  ['agreement', 'show', id],
])('%s %s answers from the register, and reports that it could not ask the workflow', async (...args) => {
  const server = await refusingServer({ status: denied, said: `${why}.` });
  const asked = { env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: server.address } };
  const { code, stdout, stderr } = await inProcess(args, asked);
  await server.stop();
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(id) as string });
  expect(stderr).toBe(
    `Could not check whether workflows keep the agreements: their dates may pass unseen. ${message(wordings.en.client.unavailable.denied, 'en', { why })}\n`,
  );
  const gone = await inProcess(args, asked);
  expect(gone).toMatchObject({ code: 0, stderr: expect.stringContaining(`No Temporal server answers at ${server.address}`) as string });
});

it.each(languages)('in %s the refusal of a server is reported', async language => {
  const { client, locale } = wordings[language];
  const server = await refusingServer({ status: denied, said: why }, { alsoConnecting: true });
  const { stderr } = await inProcess(['replan', id, '--language', language], {
    env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: server.address },
  });
  await server.stop();
  expect(stderr).toBe(`${message(client.unavailable.denied, locale, { why })}\n`);
});

it.each(commands)('a namespace that the server lacks is named: $command', async ({ args }) => {
  const server = await refusingServer({ status: noNamespace, said: 'Namespace treaties is not found.', namespace: 'treaties' });
  const { code, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: server.address } });
  await server.stop();
  expect(code).toBe(1);
  expect(stderr).toMatch(/The Temporal server does not have this namespace \(“.*treaties.*”\)\. Check TEMPORAL_NAMESPACE/);
  expect(stderr).not.toMatch(/\n\s+at /);
});
