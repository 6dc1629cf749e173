/** Every failure of our own is data and has a complete sentence in each language: the compiler requires samples of each code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { date } from '../clauses/calendar.ts';
import { languages } from '../clauses/desk.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import type { HeadFault, HeadsFault, LineFault } from '../register/faults.ts';
import type { JwkField, KeysFileFault } from '../secrets/faults.ts';
import type { ConfigurationFault, Unwritable } from '../worker/configuration-mistakes.ts';
import type { Difference } from '../reconciliation/differences.ts';
import type { LogNote } from '../worker/log-notes.ts';
import type { CommandEnd, NotTaken, Source } from '../worker/server-faults.ts';
import { mistakeOfVariableIn } from '../wording/failures/configuration.ts';
import type { Fault } from '../wording/failures/messages.ts';
import { headFaultIn, headsFaultIn, keysFileFaultIn, lineFaultIn } from '../wording/failures/parts.ts';
import { failureIn, faultIn } from '../wording/failures/sentence.ts';
import { wordings } from '../wording/index.ts';
import { noteIn } from '../wording/log/sentence.ts';

/** At least one for each code of a union. */
type Samples<F extends { code: string }> = { [C in F['code']]: readonly [Values<F, C>, ...Values<F, C>[]] };
type Values<F extends { code: string }, C> = F extends { code: infer D } ? (C extends D ? Omit<F, 'code'> : never) : never;
const all = <F extends { code: string }>(samples: Samples<F>): F[] =>
  Object.entries<readonly object[]>(samples).flatMap(([code, each]) => each.map(values => ({ code, ...values }) as F));

const file = '/srv/x.db';
const [sum, other] = ['a', 'b'].map(c => `sha256:${c.repeat(64)}` as const) as [`sha256:${string}`, `sha256:${string}`];
const none: readonly [object] = [{}];
const foreign = 'E_FOREIGN 7';

const lines = all<LineFault>({
  missing: [{ next: 4 }],
  changed: none,
  outOfOrder: none,
  notUtf8: none,
  nulByte: none,
  noLines: none,
});
const heads = all<HeadsFault>({ headsNotJson: none, headsNotOfForm: [{ fields: ['agreements.seq', 'said'] }] });
const head = all<HeadFault>({
  otherHash: [{ of: 'a-b', line: 2, is: sum, kept: other }],
  cutOff: [{ of: 'agreements', end: 2, line: 4 }],
});
const fields: Record<JwkField, true> = { kty: true, crv: true, x: true, d: true, kid: true, use: true, alg: true, key_ops: true };
const keysFiles = all<KeysFileFault>({
  unreadable: [{ why: 'EACCES' }],
  noSuchFile: [{ kind: 'keys' }, { kind: 'signingKey' }, { kind: 'publicKey' }],
  notJson: [{ kind: 'signingKey' }],
  tooLarge: [{ kilobytes: 64 }],
  readByOthers: none,
  noKey: none,
  notJwk: none,
  unknownFields: none,
  publicHalf: none,
  otherHalf: none,
  privateKey: none,
  notKeyLine: [{ line: 3 }],
  idTwice: [{ line: 3, before: 1, id: '2026' }],
  keyTwice: [{ line: 3, before: 1 }],
  fieldMissing: [{ field: 'x' }],
  wrongField: [{ field: 'kty' }, ...(Object.keys(fields) as JwkField[]).map(field => ({ field }))],
});
const reasons: Record<Unwritable, true> = {
  readOnly: true,
  full: true,
  quota: true,
  noRight: true,
  partIsFile: true,
  isFile: true,
  pathTooLong: true,
  linksInCircle: true,
  other: true,
};
const mistakes = all<ConfigurationFault>({
  notText: none,
  unknownVariable: [
    { near: 'SERVANDA_HOME', known: ['SERVANDA_LOG'] },
    { near: null, known: ['SERVANDA_LOG', 'SERVANDA_HOME'] },
  ],
  wholeNumber: [{ least: 1, most: 65_535 }],
  oneOf: [{ known: ['kk', 'az'] }],
  pathTooLong: none,
  taskQueue: none,
  cacheOfOne: none,
  smtpUrl: none,
  mailFrom: none,
  webhookSecret: none,
  webhookAllow: none,
  databaseUrl: none,
  deskUrl: none,
  issuerUrl: none,
  issuerPlain: none,
  keysInPlace: none,
  signingKeyInPlace: none,
  codecToken: none,
  halfMissing: [
    { other: 'SERVANDA_SMTP_URL', what: 'mail' },
    { other: 'SERVANDA_OIDC_ISSUER', what: 'tokens' },
  ],
  nothingWithoutKeys: none,
  address: none,
  profileIsWord: none,
  noFile: none,
  fileTooLarge: none,
  temporalUnreadable: [{ why: foreign }],
  homeUnwritable: [
    { because: 'full', system: 'EIO' },
    ...(Object.keys(reasons) as Unwritable[]).map(because => ({ because, system: 'EIO' })),
  ],
  keysFile: [{ fault: keysFiles[0]! }, ...keysFiles.slice(1).map(fault => ({ fault }))],
});
const ends = all<CommandEnd>({
  tookTooLong: none,
  noSuchCommand: none,
  noAnswer: none,
  endedAtOnce: [{ how: 'exit 4' }],
  said: [{ words: foreign }],
});
const notTaken = all<NotTaken>({
  notSet: none,
  noWheel: none,
  notOnPath: [{ server: 'temporal' }],
  notInCache: [{ server: 'temporal' }],
  broughtNone: [
    { server: 'temporal', by: 'wheel' },
    { server: 'temporal', by: 'sdk' },
  ],
  fetchFailed: [{ by: 'wheel', end: ends[0]! }, ...ends.slice(1).map(end => ({ by: 'sdk' as const, end }))],
  doesNotRun: [{ path: file, end: ends[2]! }],
  noVersion: [{ path: file, words: foreign }],
  tooOld: [{ path: file, words: foreign, needed: '1.32' }],
  otherSum: [{ path: file, is: sum, recorded: other }],
  sumUnreadable: [{ path: file, why: foreign, recorded: other }],
});
const sources: Source[] = [
  ...(['TEMPORAL_ADDRESS', 'PATH', 'wheel', 'sdk'] as const).map(from => ({ from })),
  { from: 'cache', folder: '/srv/cache' },
];
const tried = notTaken.map((why, i) => ({ source: sources[i % sources.length]!, why }));
const attribute = { name: 'ServandaStatus', type: 'Keyword' };
const gap = { namespace: 'zz', exists: true, missing: [], wrong: [], commands: ['temporal x'] };
const opened = (['notRegister', 'newer', 'unwritable', 'full', 'other'] as const).map(because => ({ because, why: foreign }));

const faults = all<Fault>({
  configuration: [
    { mistakes: [{ name: 'SERVANDA_PORT', given: '0', fault: mistakes[0]! }] },
    { mistakes: mistakes.map(fault => ({ name: 'SERVANDA_X', fault })) },
  ],
  keyMissing: [
    { key: '2025', configured: [], home: null },
    { key: '2025', configured: ['2026', '2027'], home: '/srv/home' },
  ],
  sealBroken: [{ key: '2025' }],
  requestTooLarge: [{ megabytes: 8 }],
  originNotAnswered: [{ origin: 'https://x.test' }],
  otherHost: none,
  unknownPath: none,
  notPost: none,
  tokenNeeded: none,
  otherContentType: none,
  bodyNotJson: none,
  notPayloads: none,
  notOpened: [{ file, ...opened[0]! }, ...opened.slice(1).map(o => ({ file, ...o }))],
  schemaNotOpened: [{ schema: 'zz', ...opened[1]! }, ...opened.slice(3).map(o => ({ schema: 'zz', ...o }))],
  inUse: [{ register: file, milliseconds: 10_000 }],
  linesMissing: [{ agreement: 'a-b', register: file, known: 5, head: 3 }],
  notText: [{ column: 'entered_by' }],
  unreadableLine: [{ agreement: 'a-b', line: 3 }],
  notEmpty: [{ register: file }],
  notSound: [{ faults: lines.map((why, i) => ({ line: i, agreement: i % 2 ? '' : 'a-b', why })) }],
  idInUse: [{ id: 'n1', agreement: 'a-b', line: 1, by: 'P. Person', existing: 'signed (n1)', offered: 'struck (n1)' }],
  keptElsewhere: [
    { agreement: 'a-b', register: file, asRehearsal: true },
    { agreement: 'a-b', register: file, asRehearsal: false },
  ],
  noBackup: [{ folder: '/srv/b', missing: ['heads.json', 'register.db'] }],
  backupDamaged: [{ file }],
  backupHeads: [{ file, why: heads[0]! }, ...heads.slice(1).map(why => ({ file, why }))],
  backupOtherHead: [{ file: 'heads.json', said: { seq: 3, hash: sum }, found: { seq: 2, hash: other } }],
  noFile: [{ file }],
  notFile: [{ file }],
  emptyFile: [{ file }],
  documentTooLarge: [{ file, megabytes: '20.5', limit: '20' }],
  noHash: [{ sha256: 'zz' }],
  documentMissing: [{ sha256: 'a'.repeat(64), folder: '/srv/documents' }],
  documentChanged: [{ file, is: 'b'.repeat(64) }],
  documentSealBroken: [{ file, key: '2025' }],
  serverNotFound: [
    { server: 'temporal', tried },
    { server: 'temporal-test-server', tried: tried.slice(0, 1) },
  ],
  noExecutable: [{ server: 'temporal' }],
  serverNotStarted: [{ executable: '/srv/temporal', why: foreign }],
  serverNotAnswering: [
    { executable: '/srv/temporal', address: '127.0.0.1:7', how: 'exit 7', words: foreign },
    { executable: '/srv/temporal', address: '127.0.0.1:7', how: '', words: '' },
  ],
  serverBeingStarted: [{ pid: 7, file }],
  serverSilent: [{ pid: 7, file, address: '127.0.0.1:7' }],
  noFreePort: none,
  noIdentityOfService: [{ authority: '/srv/authority.json' }],
  noBundle: [{ file: '/srv/workflows.js' }],
  notShownYet: [
    { namespace: 'zz', what: 'namespace' },
    { namespace: 'zz', what: 'attributes' },
  ],
  namespaceNotReady: [
    { ...gap, exists: false, missing: [attribute] },
    { ...gap, wrong: [{ ...attribute, is: 'Int' }] },
    { ...gap, wrong: [{ ...attribute, is: null }] },
  ],
  keyFileExists: [{ file }],
  keyFileReadByOthers: [{ file }],
  notKeyFile: [
    { file, kind: 'authority' },
    { file, kind: 'publicKey' },
    { file, kind: 'identity' },
  ],
  otherKeyContent: [{ file, kind: 'identity' }],
  identityIncomplete: none,
  identityInPlace: [{ file, person: 'P. Person', actsFor: 'KZ', roles: 'drafter', id: 'i-1' }],
  tokenOfAnother: [{ issuer: 'https://i.test', audience: 'servanda', why: foreign }],
  tokenNamesNobody: [{ claim: 'sub' }],
  tokenWithoutRoles: [{ fields: ['servanda.for', 'servanda.roles'] }],
  tokenNotText: [{ person: 'P. Person', actsFor: 'KZ' }],
  notDiscovered: [
    { address: 'https://i.test', why: { code: 'unreachable', why: foreign } },
    { address: 'https://i.test', why: { code: 'status', status: 404 } },
    { address: 'https://i.test', why: { code: 'ofAnother', issuer: 'https://j.test' } },
    { address: 'https://i.test', why: { code: 'notDocument' } },
    { address: 'https://i.test', why: { code: 'keysNotByHttps' } },
  ],
  tooManyEntries: [{ entries: 20_000, most: 10_000 }],
  tooManyFacts: [{ facts: 3_000, most: 2_000 }],
  tooManyCorrections: [{ of: 'n1', corrections: 101, most: 100 }],
  tooManySteps: [{ most: 100_000 }],
  foldTooLong: [{ day: date('2030-03-14'), most: 6_000 }],
  boundsTooWide: [{ notBefore: date('2030-03-14'), notAfter: date('2030-05-02') }],
  tooManyDeadlines: [{ agreement: 'a-b', most: 100 }],
  noAgreementsFolder: [{ folder: '/srv/nowhere' }],
  noAgreementFile: [{ file: './a.yaml' }],
  noAgreementOfId: [
    { id: 'a-c', near: ['a-b', 'a-d'], folder: '/srv/agreements' },
    { id: 'a-c', near: [], folder: '/srv/agreements' },
  ],
  noLetter: [{ letters: ['字 (U+5B57)'] }],
});

const difference: Difference = { workflowId: 'agreement/a-b', what: 'missing', code: 'noWorkflow' };
const counted = { agreements: 4, workflows: 5, register: { seq: 7, hash: 'sha256:a' }, rehearsals: { seq: 8, hash: 'sha256:b' } };

const notes = all<LogNote>({
  found: [
    { server: 'temporal', how: { code: 'runsAlready', address: '127.0.0.1:7' } },
    { server: 'temporal', how: { code: 'onPath', path: file } },
    { server: 'temporal', how: { code: 'cached', path: file } },
    { server: 'temporal', how: { code: 'fetched', path: file, by: 'sdk' } },
  ],
  passedOver: [{ why: notTaken[0]! }],
  fetchedAgain: [{ why: notTaken[0]! }],
  fetching: none,
  fetchingBySdk: [{ server: 'temporal' }],
  portTaken: [
    { port: 7233, whose: 'server', instead: 7 },
    { port: 7233, whose: 'ui', instead: 7 },
    { port: 7233, whose: 'codec', instead: 7 },
  ],
  serverEnded: [
    { how: 'SIGKILL', words: '' },
    { how: 'exit 7', words: foreign },
  ],
  serverShared: [{ pid: 7, address: '127.0.0.1:7' }],
  serverInherited: [{ pid: 7, file, address: '127.0.0.1:7' }],
  stopping: [{ signal: 'SIGINT' }],
  stoppedByForce: none,
  leftUnderWay: none,
  workerRuns: none,
  noMail: none,
  noWebhooks: none,
  uiWithoutToken: none,
  notScheduled: none,
  reconciliationNotStarted: none,
  sent: [{ way: 'email', recipient: 'officer', about: 'renewal 2030-03-10' }],
  notDelivered: [{ way: 'webhook', recipient: 'officer', about: 'renewal 2030-03-10' }],
  notCompared: [{ agreement: 'a-b', failure: { code: 'denied', why: 'xyz' } }],
  differed: [{ agreement: 'a-b', differences: [difference] }],
  notRepaired: [{ agreement: 'a-b', differences: [difference] }],
  dailyLog: [
    { ...counted, differed: 0, repaired: 0, left: 0, alarms: 0 },
    { ...counted, differed: 3, repaired: 2, left: 1, alarms: 1 },
  ],
  openToOthers: [{ home: '/srv/home', paths: ['/srv/home', file] }],
});

/** The same in every language: names, values, typed input. */
const typed =
  /\S*[/\\_=@:]\S*|npx servanda[\w -]*|npm run build|\bsha256\S*|“[^”]*”|«[^»]*»|\b[A-Z][A-Z\d_]+\b|\d+|`[^`]*`|\{[^}]*\}|\w+\.(?:json|db|txt)\b|python3 -m pip/g;

describe.each(languages)('in %s', language => {
  const w = wordings[language];
  const sentences = new Map<object, string>([
    ...faults.map(fault => [fault, faultIn(fault, w)] as const),
    ...mistakes.map(fault => [fault, mistakeOfVariableIn({ name: 'X', fault }, w)] as const),
    ...keysFiles.map(fault => [fault, keysFileFaultIn(fault, w)] as const),
    ...lines.map(why => [why, lineFaultIn({ line: 2, agreement: 'a-b', why }, w)] as const),
    ...heads.map(fault => [fault, headsFaultIn(fault, w)] as const),
    ...head.map(fault => [fault, headFaultIn(fault, 'a-b', w)] as const),
    ...notes.map(note => [note, noteIn(note, w)] as const),
  ]);

  it('every fault, mistake and note is a sentence without a gap', () => {
    for (const [fault, sentence] of sentences) {
      expect(sentence, JSON.stringify(fault)).toMatch(/\p{L}{2}/u);
      const example = /\{"(?:payloads|for)"[^}]*\}/;
      expect(sentence.replace(example, '…'), JSON.stringify(fault)).not.toMatch(/[{}]|undefined|\[object|null|\bnone\b|\S {2,}\S/);
    }
  });

  it('different failures have different sentences', () => {
    const saidOf = (fault: object): string => sentences.get(fault)!;
    for (const union of [faults, mistakes, keysFiles, lines, heads, head, notes])
      expect(new Set(union.map(saidOf)).size).toBe(new Set(union.map(fault => JSON.stringify(fault))).size);
  });

  it.skipIf(language === 'en')('nothing is left in English', () => {
    const words = (text: string): string[] => text.replace(typed, ' ').match(/[a-z]{3,}/g) ?? [];
    const english = /^(?:the|and|not|was|has|its|must|there|that|which|with|under|than|can|before|after|line|file|folder)$/;
    for (const [fault, sentence] of sentences)
      expect(
        words(sentence).filter(word => english.test(word)),
        JSON.stringify(fault),
      ).toEqual([]);
  });
});

it('the message of an error is its code and values, and not a sentence', () => {
  class Failure extends OwnFailure<Fault> {}
  for (const fault of faults) {
    const failure = new Failure(fault);
    expect(failure.message.startsWith(fault.code)).toBe(true);
    expect(failureIn(failure, wordings.ru)).toBe(faultIn(fault, wordings.ru));
  }
  expect(failureIn(new Error('foreign'), wordings.ru)).toBeUndefined();
});

it('the fault of every failure of our own has sentences', () => {
  const rooms = ['agreements', 'clauses', 'documents', 'identity', 'machines', 'register', 'secrets', 'worker'];
  const root = new URL('..', import.meta.url).pathname;
  const sources = rooms.flatMap(room =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map(name => join(root, room, name)),
  );
  const declared = sources
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(name, 'utf8').matchAll(/extends OwnFailure<(\w+|\{ code: '\w+')/g)].map(([, fault]) => fault!));
  const messages = readFileSync(join(root, 'wording/failures/messages.ts'), 'utf8');
  // Those about a command's end and a file of heads are parts of other sentences.
  const union = /export type Fault =[^;]*;/.exec(messages)![0] + 'CommandEnd HeadsFault';
  expect(declared.length).toBeGreaterThan(20);
  expect([...new Set(declared)].filter(fault => !union.includes(fault))).toEqual([]);
});
