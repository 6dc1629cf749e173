/**
 * A home is readable by its owner only, whatever the umask, and can be read where nothing can be written; files open to others and
 * configuration mistakes are reported at the start.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { openToOthers } from '../../worker/home-check.ts';
import { portOrAnother } from '../../worker/ports.ts';
import { bareEnvironment, inProcess, servanda, temporaryFolder, type Said } from '../support/cli.ts';
import { writeNote } from '../../client/service-note.ts';
import { openRegisters } from '../../register/home.ts';
import { enter } from '../support/enter.ts';
import { descriptionHash } from '../../dossier/description.ts';
import type { Entry } from '../../machines/facts.ts';
import type { Description } from '../../register/types.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every path below a folder, with its mode. */
function modes(at: string): string[] {
  const all = readdirSync(at, { recursive: true, withFileTypes: true }).map(e => join(e.parentPath, e.name));
  return [at, ...all].map(path => `${(statSync(path).mode & 0o777).toString(8)} ${path.slice(at.length) || '/'}`).sort();
}

it('a second start in a home gives the address of the desk that runs', async () => {
  const home = join(folder.path, 'served');
  const note = { address: '127.0.0.1:1', namespace: 'default', ui: null, pid: process.ppid, stopping: true };
  writeNote(home, { ...note, desk: 'http://127.0.0.1:8377' });
  expect(await inProcess(['up'], { env: { SERVANDA_HOME: home } })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('desk http://127.0.0.1:8377') as unknown,
  });
});

describe('a fresh home, created with umask 000,', () => {
  const home = join(folder.path, 'fresh');
  const keys = join(folder.path, 'keys');
  let up: ChildProcess | undefined;
  let seen: string[];

  beforeAll(async () => {
    writeFileSync(keys, `2026:${Buffer.alloc(32, 'k').toString('base64')}\n`, { mode: 0o600 });
    mkdirSync(join(folder.path, 'agreements'));
    writeFileSync(
      join(folder.path, 'agreements', 'modes.yaml'),
      stringify({ ...testAgreement('modes', { rehearsal: true }), facts: inForceFrom('2021-03-10') }),
    );
    const [port, ui, codec] = await Promise.all([0, 0, 0].map(p => portOrAnother(p, 'server', () => {})));
    const env = bareEnvironment({
      SERVANDA_HOME: home,
      SERVANDA_PORT: `${port}`,
      SERVANDA_UI_PORT: `${ui}`,
      SERVANDA_CODEC_PORT: `${codec}`,
      SERVANDA_KEYS_FILE: keys,
    });
    up = spawn('sh', ['-c', `umask 000; exec "${process.execPath}" cli/servanda.mjs up --agreements ${join(folder.path, 'agreements')}`], {
      cwd: root,
      env,
    });
    let said = '';
    for (const stream of [up.stdout!, up.stderr!]) stream.on('data', (d: Buffer) => (said += d.toString()));
    await vi.waitUntil(() => said.includes('Temporal UI'), { timeout: 100_000, interval: 200 });
    const shell = (line: string): Promise<Said> => servanda({ shell: `umask 000; ${line}` }, env);
    writeFileSync(join(folder.path, 'scan.pdf'), 'a scan');
    const attached = await shell(`$SERVANDA document attach modes ${join(folder.path, 'scan.pdf')} --to s --yes`);
    if (attached.code !== 0) throw new Error(attached.stderr);
    await shell(`$SERVANDA notice draft modes --kind consultations --by KZ --subject x --number 1 --person nobody`);
    await shell(`$SERVANDA certificate modes --out ${join(home, 'certificate.pdf')}`);
    await shell(`$SERVANDA register backup ${join(home, 'copy')}`);
    await shell(`$SERVANDA identity authority --out ${join(home, 'second.json')}`);
    seen = modes(home);
    await stopped();
  });
  const stopped = async (): Promise<void> => {
    if (up?.exitCode !== null) return;
    up.kill('SIGTERM');
    await once(up, 'exit');
  };
  afterAll(stopped);

  it('has folders with mode 700 and files with mode 600', () => {
    const names = seen.map(line => line.slice(line.indexOf('/')));
    for (const file of [
      '/register.db',
      '/register.db-wal',
      '/rehearsals.db',
      '/temporal.db',
      '/service.json',
      '/authority.json',
      '/security.log',
      '/keys-in-use.json',
      '/certificate.pdf',
      '/copy/register.db',
      '/copy/heads.json',
      '/second.json',
    ])
      expect(names).toContain(file);
    expect(names.some(name => name.startsWith('/documents/') && name.length > 70)).toBe(true);
    expect(seen.filter(line => !/^(700|600|400) /.test(line))).toEqual([]);
    for (const line of seen)
      expect([line, statSync(join(home, line.slice(line.indexOf('/'))), { throwIfNoEntry: false })?.isDirectory() ?? false]).toEqual([
        line,
        line.startsWith('700'),
      ]);
  });

  it('is not reported as open to others until its modes are changed', () => {
    expect(openToOthers(home)).toEqual([]);
    chmodSync(home, 0o755);
    chmodSync(join(home, 'register.db'), 0o644);
    expect(openToOthers(home)).toEqual([home, join(home, 'register.db')]);
  });
});

/** Mounts in a user namespace; undefined if the system does not allow it. */
const mayMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs none /mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const reading = [
  'agreement list --rehearsals',
  'agreement show read',
  'deadlines --rehearsals',
  'timeline read.yaml',
  'explain read --register',
  'register verify',
  'register head',
  'document list read',
];

describe.skipIf(!mayMount)('a home that can’t be written to', () => {
  const home = join(folder.path, 'kept');
  const mounted = join(folder.path, 'mounted');
  const agreement = testAgreement('read');
  const now = Date.UTC(2026, 10, 1);

  beforeAll(async () => {
    mkdirSync(mounted);
    folder.file('read.yaml', stringify({ ...agreement, facts: inForceFrom('2021-03-10') }));
    const registers = await openRegisters(home);
    const described: Description = { type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement };
    for (const entry of [described, ...(inForceFrom('2021-03-10') as Entry[])])
      await enter(registers.of(true), 'read', entry, { by: 'desk', at: now });
    await registers.close();
  });

  /** The output of every command there, in one namespace. `before`: shell lines that mount it. `apart`: each in a process of its own. */
  async function inside(
    before: readonly string[],
    commands: readonly string[],
    { apart = false } = {},
  ): Promise<{ code: number; said: string }[]> {
    const named = commands.map(c => c.replace('read.yaml', join(folder.path, 'read.yaml')));
    const lines = apart
      ? named.map(c => `echo "== $(${process.execPath} cli/servanda.mjs ${c} 2>&1; echo "code $?")"`)
      : [`${process.execPath} tests/support/commands-in-turn.mjs ${named.map(c => `'${c}'`).join(' ')} 2>&1`];
    const output = execFileSync('unshare', ['-rm', 'sh', '-ec', [...before, 'set +e', `cd ${root}`, ...lines].join('\n')], {
      env: bareEnvironment({ SERVANDA_HOME: mounted }),
      encoding: 'utf8',
      timeout: 110_000,
    });
    return output
      .split(/^== /m)
      .slice(1)
      .map(said => ({ said, code: Number(/code (\d+)\s*$/.exec(said)?.[1]) }));
  }
  const readOnly = (from: string): string[] => [`mount --bind ${from} ${mounted}`, `mount -o remount,ro,bind ${mounted}`];
  const full = (from: string): string[] => [
    `mount -t tmpfs -o size=2m none ${mounted}`,
    `cp -a ${from}/. ${mounted}/`,
    `dd if=/dev/zero of=${mounted}/fill bs=4k 2>/dev/null || true`,
  ];

  test.each([
    ['a read-only medium', readOnly],
    ['a full disk', full],
  ])('on %s can be read by each command that reads', async (_, before) => {
    rmSync(join(home, 'upkeep'), { recursive: true, force: true }); // as if nobody had verified it yet
    const found = await inside(before(home), reading);
    for (const [i, command] of reading.entries()) {
      const args = command.replace('read.yaml', join(folder.path, 'read.yaml')).split(' ');
      const { code, stdout, stderr } = await inProcess(args, { now: Date.now(), env: { SERVANDA_HOME: home } });
      const expected = `${stdout}${stderr}`.replaceAll(home, mounted).replace(/"at": .*|\d{4}-\d\d-\d\dT[^" ]*/g, '');
      expect({
        command,
        code: found[i]!.code,
        said: found[i]!.said.replace(/"at": .*|\d{4}-\d\d-\d\dT[^" ]*/g, '').replace(/\s*code \d\s*$/, ''),
      }).toEqual({ command, code, said: expected.trimEnd() });
    }
    expect(found[0]!.said).toContain('read');
  });

  test('can be read with what a killed process left in the write-ahead log, and with a register that was never created', async () => {
    const killed = join(folder.path, 'killed');
    mkdirSync(killed);
    const live = new Database(join(home, 'rehearsals.db'));
    live.exec('pragma wal_autocheckpoint = 0');
    const registers = await openRegisters(home);
    await enter(
      registers.of(true),
      'read',
      { id: 'n9', type: 'note.received', by: 'AZ', received: '2022-01-01', subject: 'left in the log' } as Entry,
      { by: 'desk', at: now },
    );
    const kept = ['rehearsals.db', 'rehearsals.db-wal', 'register.db', 'register.db-wal'].filter(file => existsSync(join(home, file)));
    for (const file of kept) copyFileSync(join(home, file), join(killed, file));
    expect(kept).toContain('rehearsals.db-wal');
    await registers.close();
    live.close();
    const found = await inside(readOnly(killed), ['agreement show read']);
    expect(found).toMatchObject([{ code: 0, said: expect.stringContaining('n9') }]);
    rmSync(join(killed, 'register.db'));
    rmSync(join(killed, 'register.db-wal'), { force: true });
    new Database(join(killed, 'register.db')).close();
    expect(existsSync(join(killed, 'rehearsals.db-shm'))).toBe(false);
  });

  test.each([
    ['a read-only medium', readOnly, 'the medium is read-only'],
    ['a full disk', full, 'the disk is full'],
  ])('is reported on %s with the other mistakes at a start, with exit code 2 and no stack trace', async (_, before, why) => {
    const starts = ['up', 'worker', `identity authority --out ${join(mounted, 'x')}`, 'identity revoke --person x --reason y'];
    const found = await inside(before(home), starts, { apart: true });
    const [up] = found;
    expect(up).toMatchObject({ code: 2, said: expect.stringContaining(`SERVANDA_HOME=${mounted}: nothing can be kept there: ${why}`) });
    for (const { said } of found) expect(said).not.toMatch(/^ {4}at /m);
  });
});

test('the tests of read-only homes are left out where mounting is not allowed', () => expect(typeof mayMount).toBe('boolean'));

describe('a mistake in the environment', () => {
  const long = `/${'x'.repeat(300)}`;
  const deep = '/x'.repeat(3_000);
  const file = join(folder.path, 'a-file');
  beforeAll(() => writeFileSync(file, 'x'));

  it('of each kind is listed with the others, with exit code 2 and no stack trace', async () => {
    const { code, stderr } = await inProcess(['up'], {
      env: {
        SERVANDA_HOME: join(file, 'home'),
        SERVANDA_OIDC_ISSUER: 'x',
        SERVANDA_OIDC_AUDIENCE: 'a',
        SERVANDA_KEYS_FILE: long,
        SERVANDA_SIGNING_KEY_FILE: deep,
        SERVANDA_IDENTITY: deep,
        TEMPORAL_PROFILE: '__proto__',
        SERVANDA_LOG: 'loud',
      },
    });
    expect(code).toBe(2);
    for (const name of [
      'SERVANDA_HOME',
      'SERVANDA_OIDC_ISSUER',
      'SERVANDA_KEYS_FILE',
      'SERVANDA_SIGNING_KEY_FILE',
      'SERVANDA_IDENTITY',
      'TEMPORAL_PROFILE',
      'SERVANDA_LOG',
    ])
      expect(stderr).toMatch(new RegExp(`^  ${name}(=|:)`, 'm'));
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test.each(Object.getOwnPropertyNames(Object.prototype))(
    'is TEMPORAL_PROFILE=%s, and nothing is written to the prototype of objects',
    async name => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      const { code, stderr } = await inProcess(['up'], { env: { TEMPORAL_PROFILE: name, SERVANDA_HOME: join(folder.path, 'never') } });
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`TEMPORAL_PROFILE=${name}: must be the name of a profile`),
      });
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect({}).toEqual({});
    },
  );

  test.each([
    ['--home', ['deadlines', '--home', long]],
    ['--facts', ['timeline', 'kz-az-2004-government-communications', '--facts', long]],
    ['a file', ['timeline', deep]],
    ['--agreements', ['up', '--agreements', long]],
    ['--out', ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'reader', '--authority', long]],
    ['an identity', ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', 'reader', '--authority', deep]],
    ['a table', ['agreement', 'import', deep]],
    ['a public key', ['register', 'verify', '--public-key', deep]],
    ['a backup', ['register', 'restore', deep]],
    ['a token', ['identity', 'exchange', deep]],
    ['a request', ['identity', 'sign', 'agreement/x', 'record', '--file', deep]],
  ])('in %s that is too long prints no stack trace', async (_, args) => {
    const { code, stderr } = await inProcess(args, { env: { SERVANDA_HOME: join(folder.path, 'none') } });
    expect([1, 2]).toContain(code);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stderr).not.toBe('');
  });
});
