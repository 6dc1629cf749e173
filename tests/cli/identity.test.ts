/** Rights at the command line: identities are issued, used, displayed, revoked and replaced, with a running service. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { processContext } from '../../cli/world.ts';
import { readNote } from '../../client/service-note.ts';
import type { Fact } from '../../machines/facts.ts';
import { ensureLocal, NoIdentity, serviceSigner } from '../../worker/identities.ts';
import { openRegisters } from '../../register/home.ts';
import * as messages from '../../workflows/messages.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import type { Service } from '../support/service.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
let service: Service;

const facts = [
  { id: 's', type: 'signed', on: '2021-01-01' },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2021-02-01' },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2021-03-10' },
];
const fileOf = (id: string) => folder.file(`${id}.yaml`, stringify({ ...testAgreement(id, { desk: { party: 'KZ' } }), facts }));

beforeAll(async () => {
  service = await startNotedService(home, { authority: newSigningKey() });
  for (const [person, actsFor, roles] of [
    ['desk', 'KZ', 'registrar,operator'],
    ['drafter', 'KZ', 'drafter'],
    ['head', 'KZ', 'approver'],
    ['visitor', 'KZ', 'reader'],
    ['officer', 'AZ', 'drafter,approver'],
  ] as const)
    await done('identity', 'issue', '--person', person, '--for', actsFor, '--roles', roles);
  await done('agreement', 'open', fileOf('guarded'));
});
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> =>
  inProcess(args, { now: Date.now(), env: { SERVANDA_HOME: home, ...env } });
const done = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(args);
  expect(`${code} ${stderr}`).toMatch(/^0 /);
  return stdout;
};
const refused = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
  const { code, stderr } = await run(args, env);
  expect(code, stderr).toBe(2);
  return stderr;
};
const identityFile = async (person: string): Promise<string> => {
  const file = join(folder.path, `${person}-elsewhere.json`);
  if (!existsSync(file)) await done('identity', 'issue', '--person', person, '--for', 'KZ', '--roles', 'approver', '--out', file);
  return file;
};
const log = (): string => readFileSync(join(home, 'security.log'), 'utf8');
const draft = (number: string, ...more: string[]): string[] => [
  'notice',
  'draft',
  'guarded',
  '--kind',
  'consultations',
  '--by',
  'KZ',
  '--subject',
  'art. 5',
  '--number',
  number,
  ...more,
];

describe('a request at the command line', () => {
  test('uses the person’s identity, and the page says for whom each of them acted', async () => {
    await done(...draft('1', '--person', 'drafter'));
    await done('notice', 'approve', 'guarded', '1', '--person', 'head');
    const page = await done('agreement', 'show', 'guarded');
    expect(page).toContain('drafter, for KZ');
    expect(page).toContain('desk, for KZ');
    const { entries } = JSON.parse(await done('agreement', 'show', 'guarded', '--json'));
    expect(entries.find((e: { entry: { id: string } }) => e.entry.id === 'notice.1.1').authority).toMatchObject({
      person: 'head',
      roles: ['approver'],
    });
  });

  test('is refused if the person has no identity, lacks the role, or acts for another Party', async () => {
    expect(await refused(draft('2', '--person', 'nobody'))).toMatch(/There is no identity of nobody in .*identity issue --person nobody/);
    expect(await refused(draft('2', '--person', 'visitor'))).toMatch(/visitor may not draft a notice/);
    expect(await refused(draft('2', '--person', 'officer'))).toMatch(/officer represents AZ/);
    const record = ['record', 'guarded', 'completion.notified', '--by', 'AZ', '--received', '2021-03-09', '--yes', '--entered-by'];
    expect(await refused([...record, 'drafter'])).toMatch(/can’t record acts of AZ/);
    await done(...record, 'officer');
    expect(
      await refused(['protocol', 'propose', 'guarded', 'p1', '--by', 'AZ', '--received', '2026-01-02', '--person', 'drafter']),
    ).toMatch(/can’t record acts of AZ/);
    expect(await refused(['replan', 'guarded'], { SERVANDA_IDENTITY: await identityFile('desk') })).toMatch(
      /may not have an agreement calculated again/,
    );
    expect(
      log()
        .trim()
        .split('\n')
        .map(l => JSON.parse(l) as { where: string; why: string }),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ where: 'command line', why: expect.stringContaining('no identity of nobody') }),
        expect.objectContaining({ where: 'register', why: expect.stringContaining('may not draft a notice') }),
        expect.objectContaining({ where: 'workflow', why: expect.stringContaining('can’t record acts of AZ') }),
      ]),
    );
  });

  test('uses the identity that SERVANDA_IDENTITY names, and no other', async () => {
    await done(...draft('3', '--person', 'drafter'));
    const file = await identityFile('deputy');
    expect(await refused(['notice', 'approve', 'guarded', '3', '--person', 'head'], { SERVANDA_IDENTITY: file })).toMatch(
      /is the identity of deputy/,
    );
    expect((await run(['notice', 'approve', 'guarded', '3', '--person', 'deputy'], { SERVANDA_IDENTITY: file })).code).toBe(0);
    expect(await refused(['notice', 'recall', 'guarded', '3', '--reason', 'x'], { SERVANDA_IDENTITY: '/nowhere.json' })).toMatch(
      /there is no file/,
    );
  });

  test('names SERVANDA_IDENTITY if there is no identity at all; past the command line, it says how to sign, as Temporal shows it', async () => {
    await done(...draft('6', '--person', 'drafter'));
    const elsewhere = { SERVANDA_HOME: join(folder.path, 'elsewhere'), TEMPORAL_ADDRESS: readNote(home)!.address };
    const approve = ['notice', 'approve', 'guarded', '6', '--person', 'head'];
    const said = await refused(approve, elsewhere);
    expect(said).toMatch(/there is no identity here to sign it with \(name its file: SERVANDA_IDENTITY/);
    expect(said).not.toContain('identity sign');
    const handle = service.client.workflow.getHandle(messages.noticeWorkflowId('guarded', '6'));
    const failure = await handle.executeUpdate('approve', { args: [{ by: 'head' }] }).catch((e: Error) => e.cause as Error);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^Not allowed: .*npx servanda identity sign notice\/guarded\/6 approve --request JSON/) as unknown,
    });
  });

  test('can be signed for a caller who asks Temporal directly', async () => {
    await done(...draft('7', '--person', 'drafter'));
    const workflowId = messages.noticeWorkflowId('guarded', '7');
    const sign = ['identity', 'sign', workflowId, 'approve'];
    const asked = JSON.parse(await done(...sign, '--request', '{"by":"head"}')) as { by: string };
    await service.client.workflow.getHandle(workflowId).executeUpdate(messages.noticeUpdates.approve, { args: [asked] });
    expect(await refused([...sign, '--request', '7'])).toMatch(/must be an object/);
    expect(await refused(sign)).toMatch(/--request/);
    expect(await refused(['identity', 'sign', workflowId, 'aprove', '--request', '{"by":"head"}'])).toMatch(
      /takes no request aprove\. Those that it takes: draft, amend, approve, /,
    );
    const impossible = '{"by":"head","received":"2026-02-30","evidence":"a receipt"}';
    expect(await refused(['identity', 'sign', workflowId, 'confirmReceipt', '--request', impossible])).toMatch(/received/);
    const fact = '{"entry":{"id":"t9","type":"termination.notified","by":"AZ","received":"2026-02-30"},"by":"registrar"}';
    expect(await refused(['identity', 'sign', 'agreement/guarded', 'record', '--request', fact])).toMatch(/received/);
    expect(await refused([...sign, '--file', '/nowhere'])).toMatch(/does not exist or can’t be read/);
    expect((await run([...sign, '--request', '{"by":"x"}'], { SERVANDA_HOME: join(folder.path, 'empty') })).code).toBe(1);
  });

  test('can be signed for a correction under the name that a refusal without a right gives, and under that of its update', async () => {
    const workflowId = messages.agreementWorkflowId('guarded');
    for (const name of ['record', 'correct']) {
      const entry = { id: `c-${name}`, type: 'corrected', of: 'n1', recorded: '2026-01-03', evidence: `note by ${name}` };
      const request = JSON.stringify({ entry, by: 'desk' });
      const asked = JSON.parse(await done('identity', 'sign', workflowId, name, '--request', request)) as messages.RecordRequest;
      const answer = await service.client.workflow.getHandle(workflowId).executeUpdate(messages.correct, { args: [asked] });
      expect(answer.entry.id).toBe(entry.id);
    }
  });

  test('for a protocol or one of its steps needs the registrar', async () => {
    await done('protocol', 'propose', 'guarded', 'p2', '--by', 'KZ', '--received', '2026-01-02', '--person', 'drafter');
    expect(await refused(['protocol', 'agree', 'guarded', 'p2', '--on', '2026-02-01', '--person', 'drafter'])).toMatch(
      /the registrar does/,
    );
    await done('protocol', 'agree', 'guarded', 'p2', '--on', '2026-02-01');
    expect(await refused(['protocol', 'text', 'guarded', 'p2', '--text-language', 'ru', '--person', 'visitor'])).toMatch(
      /may not settle a text/,
    );
    await done('protocol', 'text', 'guarded', 'p2', '--text-language', 'ru', '--person', 'drafter');
  });
});

describe('drafts', () => {
  test('that have not been sent are visible only to those who work on them', async () => {
    await done(...draft('4', '--person', 'drafter'));
    const scan = folder.file('scan.pdf', 'the text of the draft');
    const attached = JSON.parse(await done('document', 'attach', 'guarded', scan, '--to', '4', '--person', 'desk', '--yes', '--json'));
    const document = (attached as { entry: { id: string } }).entry.id;
    const seenBy = async (person: string, actsFor: string, roles: string): Promise<boolean> => {
      const file = join(folder.path, `view-${person}-${roles}.json`);
      await done('identity', 'issue', '--person', 'desk', '--for', actsFor, '--roles', roles, '--out', file);
      const env = { SERVANDA_IDENTITY: file };
      const listed = (await run(['notice', 'list', 'guarded', '--json'], env)).stdout;
      const shown = await run(['notice', 'show', 'guarded', '4'], env);
      const paper = await run(
        ['notice', 'document', 'guarded', '4', '--language', 'en', '--out', join(folder.path, `${person}-${roles}.pdf`)],
        env,
      );
      const page = (await run(['agreement', 'show', 'guarded', '--json'], env)).stdout;
      const saved = await run(['document', 'save', 'guarded', document, '--out', join(folder.path, `${person}-${roles}.scan`)], env);
      const explained = (await run(['explain', 'guarded', '--register', '--json'], env)).stdout;
      const documents = (await run(['document', 'list', 'guarded', '--json'], env)).stdout;
      const again = (await run(['document', 'attach', 'guarded', scan, '--to', '4', '--person', person], env)).stdout;
      const all = [
        again.includes(document),
        listed.includes('"number": "4"'),
        shown.code === 0,
        paper.code === 0,
        page.includes('notice.4.0'),
        saved.code === 0,
        documents.includes(document),
        page.includes(document),
        explained.includes(document),
      ];
      expect(new Set(all).size).toBe(1);
      return all[0]!;
    };
    expect(await seenBy('a', 'KZ', 'approver')).toBe(true);
    expect(await seenBy('b', 'KZ', 'reader')).toBe(false);
    expect(await seenBy('c', 'AZ', 'approver')).toBe(false);
    expect(await seenBy('d', 'KZ', 'operator')).toBe(false);
    expect(log()).toMatch(/"where":"command line","of":"notice\/guarded\/4",.*Notice 4 has not been sent/);
  });
});

describe('a document', () => {
  test('is attached to a notice, or to a line about it, by its own desk or the registrar only', async () => {
    await done(...draft('8', '--person', 'drafter'));
    const scan = folder.file('note 8.pdf', 'the text of note 8');
    await done('document', 'attach', 'guarded', scan, '--to', '8', '--yes');
    const listed = JSON.parse(await done('document', 'list', 'guarded', '--json')) as { id: string; to: string; name: string }[];
    const { id, ...first } = listed.find(({ name }) => name === 'note 8.pdf')!;
    const workflowId = messages.agreementWorkflowId('guarded');
    const attached = async (to: string, person: string): Promise<string> => {
      const entry = { ...first, id: `d-${person}-${to}`, type: 'document.attached', person, to };
      const signed = await done('identity', 'sign', workflowId, 'record', '--request', JSON.stringify({ entry, by: person }));
      const asked = JSON.parse(signed) as messages.RecordRequest;
      return service.client.workflow
        .getHandle(workflowId)
        .executeUpdate(messages.record, { args: [asked] })
        .then(answer => answer.entry.id)
        .catch((e: Error) => (e.cause as Error).message);
    };
    for (const to of ['8', 'notice.8.0', id]) {
      expect(await attached(to, 'drafter')).toBe(`d-drafter-${to}`);
      expect(await attached(to, 'desk')).toBe(`d-desk-${to}`);
      expect(await attached(to, 'officer')).toMatch(/may not attach documents to a notice of KZ here/);
    }
    expect(await attached('n1', 'officer')).toBe('d-officer-n1');
  });
});

describe('an identity', () => {
  test('that is revoked no longer counts, at the command line or in the register, until another is issued', async () => {
    await done('identity', 'issue', '--person', 'leaving', '--for', 'KZ', '--roles', 'drafter');
    await done(...draft('5', '--person', 'leaving'));
    expect(await refused(['identity', 'revoke', '--person', 'leaving'])).toMatch(/--reason is missing/);
    expect(
      await refused(['identity', 'revoke', '--person', 'leaving', '--reason', 'x'], { SERVANDA_IDENTITY: await identityFile('desk') }),
    ).toMatch(/is the identity|not an? |take a right away/);
    await done('identity', 'revoke', '--person', 'leaving', '--reason', 'posted abroad');
    const mistyped = await run(['identity', 'revoke', '--person', 'leeving', '--reason', 'x']);
    expect(mistyped).toMatchObject({ code: 0, stderr: expect.stringContaining('knows an identity of leeving. Check the spelling') });
    expect(await refused(draft('6', '--person', 'leaving'))).toMatch(/was revoked on .*posted abroad/);
    const listed = await done('identity', 'list');
    expect(listed).toMatch(/leaving, all until then .*posted abroad/);
    expect(listed).toMatch(/^Person +For +Roles +Until +Identity +State$/m);
    expect(listed).toMatch(/^leaving +KZ +drafter +\d+ \w+ \d{4} +[\w-]+ +revoked *$/m);
  });

  test('that is reissued replaces the previous one, with a note on how to revoke that one', async () => {
    const issue = (roles: string, ...more: string[]) =>
      run(['identity', 'issue', '--person', 'promoted', '--for', 'KZ', '--roles', roles, ...more]);
    const first = await issue('drafter');
    expect(first.stderr).not.toContain('replaces');
    expect((await issue('approver')).stderr).toMatch(
      /is already an identity of promoted, for KZ, drafter; .* Nothing was written.*--replace/,
    );
    const second = await issue('approver', '--replace');
    const [, command, id] = /with drafter: .*(identity revoke (\S+)) --reason/.exec(second.stderr) ?? [];
    expect(first.stdout).toContain(`${id}\n`);
    expect(await done(...command!.split(' '), '--reason', 'promoted')).toContain(id);
  });

  test('neither replaces nor shadows another, whatever the spelling: issuing the same again renews it, another is refused', async () => {
    const held = () =>
      run(['identity', 'list', '--json']).then(
        ({ stdout }) => (JSON.parse(stdout) as { identities: { person: string; roles: string[] }[] }).identities,
      );
    const before = await held();
    for (const [person, roles] of [
      ['desk', 'approver'],
      ['Desk', 'approver'],
      ['d\u0435sk', 'operator,registrar,reader'],
      ['DESK', 'reader'],
    ] as const)
      expect(await refused(['identity', 'issue', '--person', person, '--for', 'KZ', '--roles', roles])).toMatch(
        /is already an identity of desk,/,
      );
    expect(await refused(['identity', 'issue', '--person', 'desk', '--for', 'AZ', '--roles', 'registrar,operator'])).toMatch(
      /is already an identity of desk, for KZ/,
    );
    const beside = join(home, 'identities', 'other.json');
    expect(await refused(['identity', 'issue', '--person', 'desk', '--for', 'KZ', '--roles', 'reader', '--out', beside])).toMatch(
      /already/,
    );
    expect(await refused(['identity', 'issue', '--person', 'des\u200bk', '--for', 'KZ', '--roles', 'reader'])).toMatch(
      /is not text|not text/,
    );
    expect(await held()).toEqual(before);
    await done('identity', 'issue', '--person', 'DESK', '--for', 'KZ', '--roles', 'operator,registrar');
    expect((await held()).filter(({ person }) => /desk/i.test(person))).toMatchObject([{ person: 'DESK' }]);
    await done('identity', 'issue', '--person', 'desk', '--for', 'KZ', '--roles', 'registrar,operator');
  });

  test('is printed when it signs, once per command', async () => {
    const { stderr } = await run(draft('said', '--person', 'drafter'));
    expect(stderr.match(/Signed as drafter, for KZ: drafter \(identity [\w-]+, until \d+ \w+ \d{4}\)\./g)).toHaveLength(1);
  });

  test('that was revoked stays revoked under similar-looking names', async () => {
    await done('identity', 'issue', '--person', 'gone', '--for', 'KZ', '--roles', 'drafter');
    const alike = join(folder.path, 'alike.json');
    await done('identity', 'issue', '--person', 'g\u043ene', '--for', 'KZ', '--roles', 'drafter', '--out', alike);
    await done('identity', 'revoke', '--person', 'gone', '--reason', 'left');
    expect(await refused(draft('8', '--person', 'gone'), { SERVANDA_IDENTITY: alike })).toMatch(/was revoked on .*left/);
  });

  test('is not exchanged for a rejected token, and the security log says so', async () => {
    const env = { SERVANDA_OIDC_ISSUER: 'http://127.0.0.1:1', SERVANDA_OIDC_AUDIENCE: 'servanda' };
    const key = join(folder.path, 'exchanging.json');
    await done('identity', 'authority', '--out', key);
    const exchange = ['identity', 'exchange', folder.file('token.jwt', 'no token'), '--authority', key];
    expect(await refused(exchange, env)).toMatch(/can’t be used/);
    expect(log()).toMatch(/"of":"identity","asked":"exchange",.*can’t be used/);
  });

  test('is issued with care about the person, the Party and the roles', async () => {
    const issue = (...more: string[]) => refused(['identity', 'issue', ...more]);
    expect(await issue('--for', 'KZ', '--roles', 'reader')).toMatch(/--person is missing/);
    expect(await issue('--person', 'x', '--roles', 'reader')).toMatch(/--for is missing/);
    expect(await issue('--person', 'x', '--for', 'KZ')).toMatch(/--roles is missing/);
    expect(await issue('--person', 'x', '--for', 'K'.repeat(201), '--roles', 'reader')).toMatch(/--for must be at most 200/);
    await done('identity', 'list');
    expect(await issue('--person', 'x', '--for', 'KZ', '--roles', 'king')).toMatch(/the roles are reader, drafter/);
    expect(await issue('--person', 'x', '--for', 'KZ', '--roles', 'service,reader')).toMatch(/no person has this one/);
    expect(await issue('--person', 'x', '--for', 'KZ', '--roles', 'reader', '--days', '0')).toMatch(/number of days/);
    expect(await issue('--person', 'x', '--for', 'KZ', '--roles', 'reader', '--out', await identityFile('desk'))).toMatch(/already exists/);
    expect(
      (await run(['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'reader', '--authority', join(folder.path, 'none')]))
        .code,
    ).toBe(1);
  });
});

describe('an authority', () => {
  test('can be replaced while the service runs: the new one is trusted, then the old one no longer', async () => {
    const file = join(folder.path, 'second.json');
    expect(await done('identity', 'authority', '--out', file)).toMatch(/once an operator says so/);
    expect(await refused(['identity', 'trust', `${file}.public`])).toMatch(/--reason is missing/);
    expect(await done('identity', 'trust', `${file}.public`, '--reason', 'the key is replaced')).toMatch(
      /is trusted.\n\d+ workflows were notified/,
    );
    const newcomer = join(folder.path, 'newcomer.json');
    await done('identity', 'issue', '--person', 'newcomer', '--for', 'KZ', '--roles', 'drafter', '--authority', file, '--out', newcomer);
    const record = [
      'record',
      'guarded',
      'completion.notified',
      '--by',
      'KZ',
      '--received',
      '2021-02-02',
      '--yes',
      '--entered-by',
      'newcomer',
      '--id',
      'new1',
    ];
    expect((await run(record, { SERVANDA_IDENTITY: newcomer })).code).toBe(0);
    const { kid } = JSON.parse(readFileSync(`${file}.public`, 'utf8')) as { kid: string };
    await done('identity', 'trust', '--withdraw', kid, '--reason', 'no more');
    expect(await refused([...record.slice(0, -1), 'new2'], { SERVANDA_IDENTITY: newcomer })).toMatch(/not trusted here/);
    expect((await run(['identity', 'trust', '--withdraw', 'none', '--reason', 'x'])).code).toBe(2);
    expect(await done('identity', 'list')).toMatch(/withdrawn .*no more/);
  });

  test('whose key is lost is recovered by anybody who may write to the database, and the register records that', async () => {
    const file = join(folder.path, 'third.json');
    expect(await refused(['identity', 'authority', '--out', file, '--recover'])).toMatch(/--reason is missing/);
    await done('identity', 'authority', '--out', file, '--recover', '--reason', 'the disk failed');
    expect(await done('identity', 'list')).toMatch(/recovery: the disk failed/);
    expect((await service.registers.of(true).verifyAll()).sound).toBe(true);
  });
});

describe('a process that keeps agreements up to date', () => {
  test('creates an authority and an identity for the local user, once, and renews what expires soon', async () => {
    const own = temporaryFolder();
    const place = { home: own.path, identity: undefined };
    const registers = await openRegisters(own.path);
    expect(await serviceSigner(place, registers)).toBeUndefined();
    await ensureLocal(place, registers, 'local', Date.now());
    const first = await inProcess(['identity', 'list', '--json'], { env: { SERVANDA_HOME: own.path } });
    await ensureLocal(place, registers, 'local', Date.now());
    expect((await inProcess(['identity', 'list', '--json'], { env: { SERVANDA_HOME: own.path } })).stdout).toBe(first.stdout);
    expect(JSON.parse(first.stdout).identities).toMatchObject([{ person: 'local', actsFor: '*' }]);
    await ensureLocal(place, registers, 'local', Date.now() + 340 * 86_400_000);
    expect((await inProcess(['identity', 'list', '--json'], { env: { SERVANDA_HOME: own.path } })).stdout).not.toBe(first.stdout);
    expect(await serviceSigner(place, registers)).toBeTypeOf('function');
    await registers.close();
    own.remove();
  });

  test('needs an identity of the service if the authority’s key is stored elsewhere', async () => {
    const own = temporaryFolder();
    const key = join(own.path, 'elsewhere', 'authority.json');
    const at = { SERVANDA_HOME: join(own.path, 'home') };
    expect((await run(['identity', 'authority', '--out', key], at)).stdout).toMatch(/The register trusts it/);
    const registers = await openRegisters(at.SERVANDA_HOME);
    await expect(serviceSigner({ home: at.SERVANDA_HOME, identity: undefined }, registers)).rejects.toThrow(NoIdentity);
    const file = join(own.path, 'service.json');
    await run(['identity', 'issue', '--person', 'servanda', '--for', '*', '--roles', 'service', '--authority', key, '--out', file], at);
    expect(await (await serviceSigner({ home: at.SERVANDA_HOME, identity: file }, registers))!('a', 'sha256:x', undefined)).toMatch(/^ey/);
    await registers.close();
    own.remove();
  });

  test('and a person at the keyboard use the name in the identity that is configured', async () => {
    const file = await identityFile('deputy');
    const before = process.env['SERVANDA_IDENTITY'];
    process.env['SERVANDA_IDENTITY'] = file;
    expect(processContext().user).toBe('deputy');
    writeFileSync(join(folder.path, 'broken.json'), '{}');
    process.env['SERVANDA_IDENTITY'] = join(folder.path, 'broken.json');
    expect(processContext().user).not.toBe('deputy');
    if (before === undefined) delete process.env['SERVANDA_IDENTITY'];
    else process.env['SERVANDA_IDENTITY'] = before;
  });
});

test('a refusal leaves no event in the history on a dev server', async () => {
  const handle = service.client.workflow.getHandle(messages.agreementWorkflowId('guarded'));
  const length = async () => ((await handle.fetchHistory()).events ?? []).length;
  const before = await length();
  const entry = { id: 'never', type: 'completion.notified', by: 'KZ', received: '2021-02-01' };
  await expect(handle.executeUpdate(messages.record, { args: [{ entry, by: 'desk' }] })).rejects.toThrow('Update failed');
  expect(await length()).toBe(before);
});

describe('an automatic change', () => {
  const behindItsBack = async (entry: object) =>
    enter(service.registers.of(true), 'guarded', entry as Fact, { by: 'test', at: Date.now() }, 'servanda');

  test('is repaired with an operator’s right, and with no other', async () => {
    await behindItsBack({ id: 't9', type: 'termination.notified', by: 'KZ', received: '2026-10-01' });
    const repair = ['register', 'compare', 'guarded', '--repair'];
    const { stdout, stderr } = await run(repair, { SERVANDA_IDENTITY: await identityFile('desk') });
    expect(stdout + stderr).toMatch(/may not have an agreement calculated again/);
    expect((await run(repair)).stdout).toMatch(/calculated again/);
    expect((await run(['register', 'compare', 'guarded'])).code).toBe(0);
  });

  test('is repaired by reconciliation with the service’s right', async () => {
    await behindItsBack({ id: 'k9', type: 'struck', of: 't9', recorded: '2026-10-02', reason: 'test' });
    expect((await run(['register', 'compare', 'guarded'])).code).toBe(1);
    await service.client.workflow.execute(messages.reconciliationWorkflow, {
      workflowId: 'reconciliation-now',
      taskQueue: 'servanda',
      args: [],
    });
    expect((await run(['register', 'compare', 'guarded'])).code).toBe(0);
  });
});

describe('a command', () => {
  test.each([
    ['that shows', 'agreement show guarded'],
    ['that lists', 'notice list --rehearsals'],
    ['that records', 'record guarded completion.notified --by AZ --received 2021-03-08 --yes --entered-by officer'],
    ['that drafts', draft('once', '--person', 'drafter').join(' ').replace('art. 5', 'art.5')],
    ['of rights', 'identity revoke --person nobody --reason left'],
    ['of the register', 'register verify'],
  ])('%s opens each database once', async (_, line) => {
    const executed = vi.spyOn(Database.prototype, 'exec');
    try {
      await done(...line.split(' '));
      expect(executed.mock.calls.filter(([statement]) => statement === 'pragma synchronous = full')).toHaveLength(2);
    } finally {
      executed.mockRestore();
    }
  });
});
