/**
 * Letters that are not accepted: at a port where nobody listens, and by a program that is gone for good. People can see it before and after
 * they are given up.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import type { TriedLetter } from '../../client/letters.ts';
import { failingLetters } from '../../reconciliation/failing-letters.ts';
import { compareAndRepair } from '../../reconciliation/repair.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { differenceIn } from '../../wording/differences/sentence.ts';
import { wordings } from '../../wording/index.ts';
import { deliveryWorkflowId } from '../../workflows/messages.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import { startReceiver, type Receiver } from '../support/receivers.ts';
import type { Service } from '../support/service.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = folder.path;
const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;
const anHour = 60 * 60_000;
let gone: Receiver;
let service: Service;
let port: string;

beforeAll(async () => {
  const dead = await startReceiver();
  port = new URL(dead.url).port;
  await dead.stop();
  gone = await startReceiver();
  gone.refuse(1000, 410);
  service = await startNotedService(home, { delivery: { webhookSecret, webhookAllow: ['http://127.0.0.1'] } });
  const recipients = [
    { id: 'dead', name: 'A program that nobody has started', webhook: dead.url },
    { id: 'gone', name: 'A program that has gone', webhook: gone.url },
  ];
  await service.open(
    testAgreement('unheard', { rehearsal: false, reminders: [], desk: { party: 'KZ', recipients } }),
    inForceFrom('2021-03-10'),
  );
  await vi.waitUntil(async () => (await failing()).length === 1, 30_000);
  await vi.waitUntil(async () => (await service.registers.of(false).deliveries('unheard')).length === 1, 30_000);
});
afterAll(async () => {
  await service?.stop();
  await gone?.stop();
  folder.remove();
});

const failing = async () => failingLetters(service.client, 'unheard', await service.registers.of(false).outbox('unheard'));
const run = (args: readonly string[], now = Date.now()): Promise<Said> =>
  inProcess(args, { now, env: { SERVANDA_HOME: home, SERVANDA_WEBHOOK_SECRET: webhookSecret } });
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

it('a letter in progress has its attempts, its last error, its next attempt and the day on which it is given up', async () => {
  const [letter] = await failing();
  expect(letter).toMatchObject({ recipient: 'dead', way: 'webhook', what: 'onboarded', withdrawn: false });
  expect(letter!.why).toBe(`connect ECONNREFUSED 127.0.0.1:${port}`);
  expect(letter!.tries).toBeGreaterThan(0);
  expect(letter!.since).toMatch(instant);
  expect(letter!.next ?? letter!.since).toMatch(instant);
  expect(Date.parse(letter!.until) - Date.parse(letter!.since)).toBeCloseTo(3 * 24 * anHour, -4);
});

describe('servanda deliveries', () => {
  it('lists it next to the letter that was given up', async () => {
    const { code, stdout, stderr } = await run(['deliveries', 'unheard']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/unheard +gone +webhook +Onboarded +\d+ \w+ \d{4} +given up +HTTP 410/);
    expect(stdout).toMatch(
      new RegExp(
        String.raw`dead +webhook +Onboarded +\d+ \w+ \d{4} +failing +tried (once|\d+ times), last answer “connect ECONNREFUSED 127.0.0.1:${port}”; `,
      ),
    );
    expect(stdout).toMatch(/(next attempt|being tried now).*; given up on \d+ \w+ \d{4}, \d\d:\d\d UTC/);
    expect(stderr).toContain('1 not delivered');
  });

  it('gives the same as data, with the sentence in each language', async () => {
    const words: string[] = [];
    for (const language of languages) {
      const { stdout } = await run(['deliveries', 'unheard', '--json', '--language', language]);
      const [given, tried] = JSON.parse(stdout) as (TriedLetter & { words: string })[];
      expect(given).toMatchObject({ recipient: 'gone', became: 'failed', what: 'onboarded', detail: 'HTTP 410' });
      expect(tried).toMatchObject({ agreement: 'unheard', recipient: 'dead', became: 'failing', what: 'onboarded' });
      expect(tried!.words).toContain('ECONNREFUSED');
      words.push(tried!.words.replaceAll(/\d/g, ''));
    }
    expect(new Set(words).size).toBe(languages.length);
  });

  it('says if it could not ask for letters in progress', async () => {
    const { stdout, stderr } = await inProcess(['deliveries', 'unheard'], {
      now: Date.now(),
      env: { SERVANDA_HOME: home, TEMPORAL_ADDRESS: `127.0.0.1:${port}` },
    });
    expect(stdout).toContain('given up');
    expect(stdout).not.toContain('failing');
    expect(stderr).toContain('Could not check which notifications have not been delivered.');
  });
});

it('agreement show names both letters, and has them as data', async () => {
  const { code, stdout, stderr } = await run(['agreement', 'show', 'unheard', '--json']);
  expect(code).toBe(0);
  expect(stderr).toContain('The last letter to gone by webhook was given up on ');
  expect(stderr).toMatch(
    /A notification of \d+ \w+ \d{4} to dead, “Onboarded”, has not been delivered by webhook since \d+ \w+ \d{4}, \d\d:\d\d UTC/,
  );
  expect((JSON.parse(stdout) as { undelivered: unknown[] }).undelivered).toMatchObject([
    { recipient: 'gone', became: 'failed' },
    { recipient: 'dead', became: 'failing' },
  ]);
});

describe('servanda register compare', () => {
  it('ignores a letter that has been failing for less than an hour', async () => {
    expect(await run(['register', 'compare', 'unheard'])).toMatchObject({ code: 0 });
  });

  it('reports one that has been failing for longer, and leaves it to its retries', async () => {
    const { client, registers } = service;
    const keeper = {
      client,
      registers,
      taskQueue: 'servanda',
      delivery: {},
      language: 'en',
      toReplan: async () => ({ by: 'test' }),
    } as const;
    const { before, done, after } = await compareAndRepair(keeper, 'unheard', () => Date.now() + 2 * anHour);
    const workflowId = deliveryWorkflowId('unheard');
    expect(before.differences).toMatchObject([{ workflowId, what: 'letter', code: 'letterFailing', letter: { recipient: 'dead' } }]);
    expect(done).toEqual([{ workflowId, did: 'waits' }]);
    expect(after.differences).toHaveLength(1);
    const said = differenceIn(before.differences[0]!, wordings.en);
    expect(said).toContain('has not been delivered by webhook since ');
    expect(said).toContain(`last answer “connect ECONNREFUSED 127.0.0.1:${port}”`);
  });
});

it('the error of an attempt is read with the keys under which it is encrypted', async () => {
  const keyed = temporaryFolder();
  const keys = new Keyring([{ id: '2026', bytes: Buffer.alloc(32, 'k') }]);
  const sealed = await startNotedService(keyed.path, { keys, delivery: { webhookSecret, webhookAllow: ['http://127.0.0.1'] } });
  try {
    const desk = { party: 'KZ' as const, recipients: [{ id: 'dead', name: 'Nobody', webhook: `http://127.0.0.1:${port}/hook` }] };
    await sealed.open(testAgreement('sealed', { rehearsal: false, reminders: [], desk }), inForceFrom('2021-03-10'));
    const outbox = await sealed.registers.of(false).outbox('sealed');
    await expect
      .poll(() => failingLetters(sealed.client, 'sealed', outbox), { timeout: 30_000 })
      .toMatchObject([{ recipient: 'dead', why: `connect ECONNREFUSED 127.0.0.1:${port}` }]);
  } finally {
    await sealed.stop();
    keyed.remove();
  }
});
