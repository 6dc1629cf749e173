/** Backup and restoration at the command line: the output, and what is refused. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '../../machines/facts.ts';
import { openRegisters } from '../../register/home.ts';
import { readUpkeep } from '../../register/upkeep.ts';
import { newSigningKey, SigningKey } from '../../secrets/signing-key.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const run = (home: string, ...args: string[]): Promise<Said> =>
  inProcess(args, { env: { SERVANDA_HOME: at(home), SERVANDA_SIGNING_KEY_FILE: at('key.json') } });
const containing = (text: string): unknown => expect.stringContaining(text);

beforeAll(async () => {
  const key = newSigningKey('key');
  chmodSync(folder.file('key.json', JSON.stringify(key)), 0o600);
  folder.file('key.pub.json', JSON.stringify(new SigningKey(key).publicJwk));
  await writeKeptRegister(at('home'), testAgreement('kept', { rehearsal: false }), folder.file('note.pdf', '%PDF-1.7 signed'));
});
afterAll(() => folder.remove());

test('a backup prints its heads and who signed them, and verifies as a home of its own', async () => {
  const { code, stdout, stderr } = await run('home', 'register', 'backup', at('copy'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /copy: 5 lines of the agreements, 0 of the rehearsals, 1 document; sound\nagreements: head 5 sha256:\w+\nrehearsals: head 0 .*\nheads.json is signed by the key key\n$/,
  );
  const heads = ['--head', join(at('copy'), 'heads.json'), '--public-key', at('key.pub.json')];
  expect(await run('copy', 'register', 'verify', ...heads)).toMatchObject({ code: 0, stdout: containing('each head is in its place') });
  expect(await run('home', 'register', 'verify', ...heads)).toMatchObject({ code: 0, stdout: containing('each head is in its place') });
  expect(await run('copy', 'agreement', 'show', 'kept', '--as-of', '2021-03-10')).toMatchObject({
    code: 0,
    stdout: containing('in force'),
  });
});

test('the home reports when it was last copied and verified and with what result, and the copy stays as it was made', async () => {
  await run('home', 'register', 'verify');
  const { verified, backedUp } = await readUpkeep(at('home'));
  expect(verified).toEqual({ at: expect.any(Number), sound: true, lines: 5 });
  expect(backedUp).toEqual({ at: expect.any(Number), folder: at('copy'), lines: 5 });
  expect(await readUpkeep(at('copy'))).toEqual({});
  expect(readdirSync(at('copy'))).not.toContain('upkeep');
});

test('a backup is not overwritten', async () => {
  const before = readdirSync(at('copy'));
  expect(await run('home', 'register', 'backup', at('copy'))).toMatchObject({ code: 2, stderr: containing('exists already') });
  expect(readdirSync(at('copy'))).toEqual(before);
  const under = join(folder.file('file', ''), 'copy');
  expect(await run('home', 'register', 'backup', under)).toMatchObject({ code: 2, stderr: containing('can’t be made') });
});

test('a restored backup is the register as it stood, with its documents, and can be continued', async () => {
  const restored = await run('elsewhere', 'register', 'restore', at('copy'), '--public-key', at('key.pub.json'));
  expect(restored).toMatchObject({ code: 0, stderr: '', stdout: containing('To keep them: npx servanda up --home ') });
  const verified = async (home: string) => JSON.parse((await run(home, 'register', 'verify', '--json')).stdout) as { agreements: object };
  const { where: _, ...then } = (await verified('home')).agreements as { where: string };
  expect((await verified('elsewhere')).agreements).toMatchObject({ ...then, sound: true, documents: 1 });
  expect(await run('elsewhere', 'document', 'list', 'kept')).toMatchObject({ code: 0, stdout: containing('note.pdf') });
});

test('something that is not a backup, or not for this home, is refused, and nothing is written', async () => {
  expect(await run('none', 'register', 'restore', at('nothing'))).toMatchObject({ code: 2, stderr: containing('There is no folder') });
  expect(await run('none', 'register', 'restore', folder.path)).toMatchObject({ code: 2, stderr: containing('is not a backup: it lacks') });
  const other = folder.file('other.pub.json', JSON.stringify(new SigningKey(newSigningKey('other')).publicJwk));
  const refused = await run('none', 'register', 'restore', at('copy'), '--public-key', other);
  expect(refused).toMatchObject({ code: 2, stderr: containing('it names key as its signing key, but the public key given is other') });
  const heads = join(at('copy'), 'heads.json');
  const said = readFileSync(heads, 'utf8');
  const { signature: _, ...bare } = JSON.parse(said) as { signature: string };
  writeFileSync(heads, JSON.stringify(bare));
  const key = ['--public-key', at('key.pub.json')];
  expect(await run('none', 'register', 'restore', at('copy'), ...key)).toMatchObject({ code: 2, stderr: containing('it is not signed') });
  writeFileSync(heads, said);
  expect((await run('none', 'register', 'verify')).stdout).toContain('agreements: sound, 0 lines');
  expect(existsSync(join(at('none'), 'documents'))).toBe(false);
  writeFileSync(join(at('none'), 'temporal.db'), '');
  expect(await run('none', 'register', 'restore', at('copy'))).toMatchObject({
    code: 2,
    stderr: containing('has a Temporal database of its own'),
  });
});

test('a home with lines of its own is not overwritten', async () => {
  const registers = await openRegisters(at('used'));
  await enter(registers.of(true), 'other', inForceFrom('2021-03-10')[0] as Entry, { by: 'desk', at: 1 });
  await registers.close();
  expect(await run('used', 'register', 'restore', at('copy'))).toMatchObject({ code: 1, stderr: containing('is not empty') });
  expect((await run('used', 'register', 'verify')).stdout).toContain('agreements: sound, 0 lines');
});
