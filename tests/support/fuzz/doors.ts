/**
 * The inputs of servanda. Each is given almost valid input, and accepts it or refuses it with a reason; anything else thrown is a fault.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { listAgreements } from '../../../agreements/find.ts';
import { loadAgreement, parseAgreement, parseFacts } from '../../../agreements/load.ts';
import { parseTable } from '../../../agreements/table/read.ts';
import { readRow } from '../../../agreements/table/row.ts';
import { date } from '../../../clauses/calendar.ts';
import { standingOn } from '../../../dossier/dossier.ts';
import { readIdentity, readRight } from '../../../identity/right.ts';
import { requestHash } from '../../../identity/request-hash.ts';
import { isSigned } from '../../../identity/signature.ts';
import type { Entry } from '../../../machines/facts.ts';
import { isRefusal } from '../../../machines/refusal.ts';
import { readEntry, readLedger } from '../../../machines/read-entries.ts';
import { backUp } from '../../../register/backup.ts';
import { openRegisters } from '../../../register/home.ts';
import { restoreBackup } from '../../../register/restore.ts';
import { noKeys } from '../../../secrets/keyring.ts';
import { newKeyLine, readKeysFile } from '../../../secrets/keys-file.ts';
import { readPublicKeyFile, readSigningKeyFile } from '../../../secrets/signing-key-file.ts';
import { newSigningKey } from '../../../secrets/signing-key.ts';
import { readConfiguration } from '../../../worker/configuration.ts';
import type { Chance } from '../chance.ts';
import { servanda } from '../cli.ts';
import { enter } from '../enter.ts';
import { identityOf, withRight } from '../identities.ts';
import { inForceFrom, testAgreement } from '../test-agreement.ts';
import { mutatedText, mutatedValue } from './mutate.ts';
import { temporal } from './temporal/door.ts';
import { invented } from '../table.ts';

export type Outcome = 'taken' | 'refused';
/** One run with random input. @throws what a person would see as a fault */
export type Door = (chance: Chance) => Promise<Outcome> | Outcome;
export interface OpenDoor {
  run: Door;
  /** Faults found when all has been run, if a single run does not show them. */
  finish?: () => Promise<string[]>;
  close?: () => void | Promise<void>;
}

export const doorNames = [
  'yaml',
  'facts',
  'csv',
  'entries',
  'rights',
  'backups',
  'keys',
  'environment',
  'command-line',
  'temporal',
] as const;
export type DoorName = (typeof doorNames)[number];

/** By name, as in `cli/failures.ts`: failures reported to people as they are. */
const refusals = [
  'AgreementFileError',
  'BeyondLimit',
  'TableFault',
  'ConfigurationError',
  'NoRight',
  'NotABackup',
  'NotSound',
  'NotEmpty',
  'DocumentUnsound',
  'SignatureRefused',
  'RegisterNotOpened',
  'UnreadableLine',
  'NotHeads',
  'KeyMissing',
  'SealBroken',
];

async function refusedOr(act: () => unknown): Promise<Outcome> {
  try {
    return (await act()) === 'refused' ? 'refused' : 'taken';
  } catch (cause) {
    if (cause instanceof Error && refusals.includes(cause.name)) return 'refused';
    throw cause;
  }
}

const asOf = date('2026-11-29');
const files = listAgreements();
const agreement = testAgreement('fuzzed');
const facts = [
  ...inForceFrom('2021-03-10'),
  { id: 'p', type: 'protocol.signed', protocol: 'p1', on: '2022-02-01', changes: { periodLength: 'P3Y', noticeBefore: 'P3M' } },
  { id: 'pa', type: 'protocol.completion.notified', protocol: 'p1', by: 'KZ', dated: '2022-03-01', received: '2022-03-10' },
  { id: 'pb', type: 'protocol.completion.notified', protocol: 'p1', by: 'AZ', received: '2022-04-10' },
  {
    id: 't1',
    type: 'termination.notified',
    by: 'AZ',
    dispatched: '2023-01-10',
    received: '2023-01-20',
    names: { firstDayOut: '2024-01-01' },
  },
  { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2023-02-01' },
  { id: 'rc', type: 'termination.revocationConsented', by: 'KZ', of: 'r1', received: '2023-02-10' },
  { id: 'su', type: 'suspension.agreed', on: '2023-05-01' },
  { id: 're', type: 'resumption.agreed', on: '2023-06-01' },
  { id: 'e', type: 'entry.agreed', on: '2021-04-01', date: '2021-05-01' },
  { id: 'c', type: 'corrected', of: 't1', recorded: '2023-03-01', received: '2023-01-21' },
  { id: 'k', type: 'struck', of: 'c', recorded: '2023-03-02', reason: 'a slip' },
  { id: 'd', type: 'decision.made', by: 'KZ', person: 'head', decision: 'renew', authority: 'No. 1', on: '2023-07-01' },
];

const answered = (entries: readonly Entry[], of = agreement): unknown =>
  standingOn({ agreement: of, description: 'sha256:', entries }, { asOf });

const table = `number,title,parties,signed,entry_into_force,duration,notice
1998/7,"Agreement on ""air"" services",KZ; DE,1997-05-14,,,
1999/1,Agreement on visas,KZ; AZ,1999-01-02,1999-05-01,5 years,6 months
`;

const yaml = (): OpenDoor => ({
  run: chance =>
    refusedOr(() => {
      const { file } = chance.one(files);
      const text = readFileSync(file, 'utf8');
      const { agreement: sample, facts: own } = loadAgreement(file);
      const given = chance.in100(50) ? mutatedText(text, chance) : stringify(mutatedValue({ ...sample, facts: own }, chance));
      const read = parseAgreement(given, 'a.yaml');
      const { entries, refusals: refused } = readLedger(read.facts, read.agreement);
      return refused.length ? 'refused' : answered(entries, read.agreement);
    }),
});

const factsDoor = (): OpenDoor => ({
  run: chance =>
    refusedOr(() => {
      const given = chance.in100(30) ? mutatedText(stringify(facts), chance) : JSON.stringify(mutatedValue(facts, chance));
      const { entries, refusals: refused } = readLedger(parseFacts(given, 'f.yaml', agreement), agreement);
      return refused.length ? 'refused' : answered(entries);
    }),
});

const csv = (): OpenDoor => ({
  run: chance =>
    refusedOr(() => {
      const rows = parseTable(mutatedText(table, chance), 't.csv').rows.map(row => readRow(row, invented));
      return rows.some(row => 'agreement' in row) ? 'taken' : 'refused';
    }),
});

const entries = (): OpenDoor => ({
  run: chance =>
    refusedOr(() => {
      const known = readLedger(facts, agreement).entries;
      const entry = readEntry(mutatedValue(chance.one(facts), chance), agreement, Date.UTC(2026, 10, 29));
      if (isRefusal(entry)) return 'refused';
      const { entries: all, refusals: refused } = readLedger([...known.filter(e => e.id !== entry.id), entry], agreement);
      return refused.length ? 'refused' : answered(all);
    }),
});

async function rights(): Promise<OpenDoor> {
  const authority = newSigningKey();
  const request = { entry: facts[0], by: 'x' };
  const held = await identityOf(authority, 'x', 'KZ', ['drafter']);
  const { right } = await withRight(held, 'agreement/a', 'record', request);
  const expected = { trusted: [authority], audience: 'default/agreement/a', name: 'record', hash: requestHash('record', request) };
  const inside = (token: string, chance: Chance): string => {
    const parts = token.split('.');
    const i = chance.below(2);
    const claims = JSON.parse(Buffer.from(parts[i]!, 'base64url').toString()) as unknown;
    parts[i] = Buffer.from(JSON.stringify(mutatedValue(claims, chance))).toString('base64url');
    return parts.join('.');
  };
  return {
    run: chance =>
      refusedOr(() => {
        const token = chance.one([right, held.identity]);
        const given = chance.in100(50) ? mutatedText(token, chance) : inside(token, chance);
        if (chance.in100(30)) readIdentity(given, [authority], isSigned);
        else readRight(given, expected, isSigned);
      }),
  };
}

async function backups(): Promise<OpenDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-fuzz-'));
  const registers = await openRegisters(join(folder, 'home'));
  for (const entry of inForceFrom('2021-03-10')) await enter(registers.of(true), 'a', entry as Entry, { by: 'x', at: 1 });
  await backUp(registers, join(folder, 'copy'), { keys: noKeys, signing: undefined, now: 1 });
  await registers.close();
  let n = 0;
  return {
    close: () => rmSync(folder, { recursive: true, force: true }),
    run: async chance => {
      const [given, home] = [join(folder, `given-${n}`), join(folder, `home-${n++}`)];
      cpSync(join(folder, 'copy'), given, { recursive: true });
      const named = readdirSync(given).filter(name => statSync(join(given, name)).isFile());
      const file = join(given, chance.one(named));
      if (file.endsWith('.json')) writeFileSync(file, mutatedText(readFileSync(file, 'utf8'), chance));
      else writeFileSync(file, mutatedBytes(readFileSync(file), chance));
      const fresh = await openRegisters(home);
      try {
        return await refusedOr(() => restoreBackup(given, fresh, { keys: noKeys, signedBy: undefined }));
      } finally {
        await fresh.close();
        for (const one of [given, home]) rmSync(one, { recursive: true, force: true });
      }
    },
  };
}

function mutatedBytes(bytes: Buffer, chance: Chance): Buffer {
  const made = Buffer.from(bytes);
  for (let times = 1 + chance.below(20); times > 0; times -= 1) made[chance.below(made.length)] = chance.below(256);
  return chance.in100(20) ? made.subarray(0, chance.below(made.length)) : made;
}

function keys(): OpenDoor {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-fuzz-'));
  const file = join(folder, 'keys');
  const { d: _, ...publicKey } = newSigningKey();
  const samples = [`${newKeyLine('2026')}\n${newKeyLine('2025')}\n`, JSON.stringify(newSigningKey()), JSON.stringify(publicKey)];
  return {
    close: () => rmSync(folder, { recursive: true, force: true }),
    run: chance => {
      writeFileSync(file, mutatedText(chance.one(samples), chance), { mode: 0o600 });
      const read = [readKeysFile(file).faults.length === 0, 'key' in readSigningKeyFile(file), 'key' in readPublicKeyFile(file)];
      return read.includes(true) ? 'taken' : 'refused';
    },
  };
}

const environment = (): OpenDoor => ({
  run: chance =>
    refusedOr(() => {
      const sample = {
        SERVANDA_HOME: '/nowhere/servanda',
        SERVANDA_LOG: 'info',
        SERVANDA_TASK_QUEUE: 'servanda',
        SERVANDA_PORT: '7233',
        SERVANDA_SMTP_URL: 'smtps://a:b@mail.example.org',
        SERVANDA_MAIL_FROM: 'Treaties <a@example.org>',
        SERVANDA_WEBHOOK_ALLOW: 'http://127.0.0.1:80,https://10.0.0.5',
        SERVANDA_OIDC_ISSUER: 'https://login.example.org',
        SERVANDA_OIDC_AUDIENCE: 'a',
        SERVANDA_KEYS_FILE: '/nowhere/keys',
        DATABASE_URL: 'postgres://a:b@127.0.0.1/x',
        TEMPORAL_ADDRESS: '127.0.0.1:7233',
        TEMPORAL_PROFILE: 'default',
        TEMPORAL_NAMESPACE: 'a',
        TEMPORAL_TLS: 'true',
        TEMPORAL_CONFIG_FILE: '/nowhere/temporal.toml',
        TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nowhere/ca.pem',
      };
      const given = Object.entries(mutatedValue(sample, chance) as object).flatMap(([name, value]) =>
        typeof value === 'string' && !/\0/.test(value) ? [[name, value] as const] : [],
      );
      const some = given.filter(() => chance.in100(50));
      readConfiguration({ HOME: '/nowhere', XDG_CONFIG_HOME: '/nowhere', ...Object.fromEntries(some) });
    }),
});

function commandLine(): OpenDoor {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-fuzz-'));
  const file = join(folder, 'a.yaml');
  writeFileSync(file, stringify({ ...agreement, facts }));
  const samples = [
    ['timeline', file, '--as-of', '2028-02-01', '--json'],
    ['explain', file, '--known-on', '2025-01-01'],
    ['simulate', file, 'termination.notified', '--by', 'KZ', '--received', '2026-12-01'],
    ['simulate', file, 'protocol.signed', '--protocol', 'p', '--on', '2026-01-01', '--changes', '{"periodLength":"P3Y"}'],
    ['deadlines', '--files', file, '--within', 'P2Y'],
    ['agreement', 'check', file],
    ['diagram', 'agreement'],
    ['keys', 'new', '--id', 'a'],
    ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'drafter'],
    ['agreement', 'show', 'a', '--language', 'kk'],
  ];
  return {
    close: () => rmSync(folder, { recursive: true, force: true }),
    run: async chance => {
      const args = [...chance.one(samples)];
      const i = chance.below(args.length);
      if (chance.in100(20)) args.splice(i, 1);
      else args[i] = mutatedText(args[i]!, chance);
      const given = args.map(arg => arg.replaceAll('\0', ''));
      if (given[0] === 'up' || given[0] === 'worker' || given[0] === 'codec') return 'refused'; // these commands run until they are stopped
      const { code, stdout, stderr } = await servanda(given, { SERVANDA_HOME: join(folder, 'home') });
      if (code === null || ![0, 1, 2].includes(code) || /^ {4}at /m.test(stdout + stderr))
        throw new Error(`${JSON.stringify(given)}: exit ${code}: ${stderr.slice(0, 1_000)}`);
      return code === 0 ? 'taken' : 'refused';
    },
  };
}

export const doors: Record<DoorName, () => Promise<OpenDoor> | OpenDoor> = {
  yaml,
  facts: factsDoor,
  csv,
  entries,
  rights,
  backups,
  keys,
  environment,
  'command-line': commandLine,
  temporal,
};
