/**
 * With keys, no entered text can be read on disk outside the register; after a rotation everything can still be read, replayed and queried.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServanda } from '../../client/index.ts';
import { readDocument, storeDocument, type StoredDocument } from '../../register/documents.ts';
import { dataConverter } from '../../secrets/temporal-options.ts';
import { KeyMissing, Keyring, noKeys } from '../../secrets/keyring.ts';
import { createLog, installRuntime } from '../../worker/log.ts';
import * as messages from '../../workflows/messages.ts';
import { testWorkflowBundle } from '../support/bundle.ts';
import { deskFor } from '../support/notices-and-protocols.ts';
import { startReceiver, type Receiver } from '../support/receivers.ts';
import { refusalOf, startService, type Service } from '../support/service.ts';
import { startOnDevServer, type OnDevServer } from '../support/on-dev-server.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
const [first, second] = [key('2025', 'a'), key('2026', 'b')];
const rotated = new Keyring([second, first]);
const webhookSecret = `whsec_${Buffer.from('only for tests, on this machine!').toString('base64')}`;

/** Unique words, one for each place where a person writes some; and servanda's own words about them. */
const words = {
  title: 'Zylophrast accord',
  party: 'Quondamia',
  recipient: 'The dunlin',
  evidence: 'vexillograph',
  note: 'whimbrel',
  subject: 'ombrellino',
  refused: 'ptarmigan',
  struck: 'smew',
  reference: 'gadwall',
  text: 'phalarope',
  person: 'Godwit',
  defect: 'dotterel',
  place: 'turnstone',
  renamed: 'Avocet accord',
  document: 'oystercatcher',
  entry: 'shoveler',
  hash: ':sha256:',
  timer: 'Last day for notice',
  summary: 'To program by webhook',
  details: 'Next:',
};

let folder: string;
let on: OnDevServer;
let receiver: Receiver;
let service: Service;
let document: StoredDocument;

const start = async (keys: Keyring): Promise<void> =>
  void (service = await startService(on, { home: folder, keys, delivery: { webhookSecret, webhookAllow: ['http://127.0.0.1'] } }));

beforeAll(async () => {
  // Tasks fail here on purpose, and would be logged.
  installRuntime(createLog({ log: { level: 'silent', format: 'json' }, production: true }));
  folder = await mkdtemp(join(tmpdir(), 'servanda-'));
  [on, receiver] = await Promise.all([startOnDevServer({ file: join(folder, 'temporal.db') }), startReceiver()]);
  await start(new Keyring([first]));
});
afterAll(async () => {
  await service?.stop();
  await Promise.all([on?.stop(), receiver?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const described = (id: string, title: string) =>
  testAgreement(id, {
    rehearsal: false,
    title: { en: title },
    parties: [
      { id: 'KZ', name: { en: words.party }, zone: 'Asia/Almaty' },
      { id: 'AZ', name: { en: 'Elsewhere' }, zone: 'Asia/Baku' },
    ],
    desk: { party: 'KZ', recipients: [{ id: 'program', name: words.recipient, webhook: receiver.url }] },
  });

/** Texts wherever a person may write one: facts, refusals, a strike, a notice, a protocol, a description, a document, letters. */
async function tell(id: string, keys: Keyring): Promise<void> {
  const desk = deskFor(service.client, id);
  const told = receiver.calls.length;
  await service.open(described(id, words.title), inForceFrom('2021-03-10'));
  const note = { type: 'note.received', by: 'AZ', received: '2022-01-10', subject: words.subject };
  await service.enter(id, { id: words.entry, ...note, evidence: words.evidence, note: words.note });
  expect(await refusalOf(service.enter(id, { id: 'x', ...note, by: words.refused }))).toMatchObject({ refused: 'unknownParty' });
  const inUse = await refusalOf(service.enter(id, { id: words.entry, ...note, subject: words.refused }));
  expect(inUse).toMatchObject({ refused: 'idInUse', message: expect.stringContaining(words.entry) });
  await service.enter(id, { id: 'k', type: 'struck', of: words.entry, recorded: '2022-02-01', reason: words.struck });
  const content = { kind: 'termination', by: 'AZ', reference: words.reference, text: words.text };
  await desk.draft('2022-1', content, { direction: 'theirs', arrival: { received: '2022-03-01' } });
  await desk.tell('2022-1', 'findDefective', { by: words.person, reason: words.defect });
  await service.enter(id, { id: 'p1s', type: 'protocol.signed', protocol: 'p1', on: '2022-04-01', place: words.place });
  const change = { content: described(id, words.renamed), reason: words.note, by: words.person };
  await service.handle(id).executeUpdate(messages.revise, { args: [change] });
  await writeFile(join(folder, 'scan'), words.document);
  document = await storeDocument(folder, join(folder, 'scan'), keys);
  await rm(join(folder, 'scan'));
  for (let tries = 0; receiver.calls.length === told && tries < 200; tries++) await pause(50);
}

/** Which of the words can be read in a file, including the server's log, its write-ahead log, and the documents. */
async function readable(which: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter(name => which.test(name) && /temporal|\w{64}$/.test(name));
  expect(names.length).toBeGreaterThan(0);
  const all = Buffer.concat(await Promise.all(names.map(name => readFile(join(folder, name)))));
  return Object.keys(words).filter(w => all.includes(words[w as keyof typeof words]));
}

it('with keys, no text of a story with facts, refusals, notices, letters and a document can be read in Temporal', async () => {
  await tell('kept', new Keyring([first]));
  expect(await readable(/^temporal/)).toEqual([]);
  expect(await readable(/^documents/)).toEqual([]);
});

it('after a rotation everything can still be read, replayed and queried, and new data is under the new key', async () => {
  await service.stop();
  await start(rotated);
  expect((await service.plan('kept')).standing.status).toBe('inForce');
  const fact = { id: 'm', type: 'note.received', by: 'AZ', received: '2022-05-01', subject: words.subject };
  expect(await service.enter('kept', fact)).toMatchObject({ existing: false });
  expect(await deskFor(service.client, 'kept').shown('2022-1')).toMatchObject({ notice: { content: { text: words.text } } });
  expect((await readDocument(folder, document, rotated)).toString()).toBe(words.document);

  const history = await service.handle('kept').fetchHistory();
  const keys = (JSON.stringify(history).match(/(?<="encryption-key-id":")[^"]+/g) ?? []).map(k => Buffer.from(k, 'base64').toString());
  expect([keys[0], keys.at(-1), new Set(keys).size]).toEqual(['2025', '2026', 2]);
  const bundle = { workflowBundle: await testWorkflowBundle(undefined, true), dataConverter: dataConverter(rotated) };
  await Worker.runReplayHistory(bundle, history, messages.agreementWorkflowId('kept'));
  expect(await readable(/^temporal/)).toEqual([]);
});

it('a desk that encrypts under a key that the worker lacks is refused before it sends anything', async () => {
  const file = join(folder, 'keys-of-a-desk');
  const all = [key('2027', 'c'), second, first];
  await writeFile(file, all.map(({ id, bytes }) => `${id}:${bytes.toString('base64')}\n`).join(''), { mode: 0o600 });
  const env = { SERVANDA_KEYS_FILE: file, SERVANDA_TASK_QUEUE: 'test' };
  const desk = createServanda({ address: on.server.address, home: folder, env });
  const before = (await service.handle('kept').describe()).historyLength;
  const fact = { id: 'late', type: 'note.received', by: 'AZ', received: '2022-06-01', subject: 'x' } as const;
  await expect(desk.record('kept', fact)).rejects.toMatchObject({
    code: 'keyOfNoWorker',
    message: expect.stringMatching(/does not have the key 2027.*below the first one in the key file of every worker/),
  });
  expect((await service.handle('kept').describe()).historyLength).toBe(before);
  await desk.close();
  await rm(file);
});

it.each([
  ['if the old key is removed', new Keyring([second]), '"keyMissing","key":"2025","configured":["2026"]'],
  ['without keys', noKeys, '"keyMissing","key":"2025","configured":[]'],
])('%s the error names the key', async (_, keys, said) => {
  await service.stop();
  await start(keys);
  const asked = service.handle('kept').query(messages.standing);
  await expect(asked).rejects.toThrow(said);
  await expect(readDocument(folder, document, keys)).rejects.toThrow(KeyMissing);
});

it('without keys every one of these texts can be read, so that the search for them is shown to work', async () => {
  await service.stop();
  await rm(join(folder, 'documents'), { recursive: true });
  await start(noKeys);
  await tell('open', noKeys);
  expect([...(await readable(/^temporal/)), ...(await readable(/^documents/))].sort()).toEqual(Object.keys(words).sort());
});
