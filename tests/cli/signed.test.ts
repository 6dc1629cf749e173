/** Signed exports of a register, its heads, and how they are refused if they are not what the key signed. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { descriptionHash } from '../../dossier/description.ts';
import type { Entry } from '../../machines/facts.ts';
import { openRegisters } from '../../register/home.ts';
import { newSigningKey, SigningKey } from '../../secrets/signing-key.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { sqliteStatement } from '../support/databases.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const at = (name: string): string => join(folder.path, name);
const run = (where: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Said> =>
  inProcess(['register', ...args], { env: { SERVANDA_HOME: where, ...env } });
const signing = { SERVANDA_SIGNING_KEY_FILE: at('key.json') };
const containing = (text: string): unknown => expect.stringContaining(text);

async function keep(where: string, id: string): Promise<void> {
  const agreement = testAgreement(id, { rehearsal: false });
  const described = { type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement } as const;
  const registers = await openRegisters(where);
  for (const entry of [described, ...inForceFrom('2021-03-10')] as Entry[])
    await enter(registers.of(false), id, entry, { by: 'desk', at: 1_700_000_000_000 });
  await registers.close();
}

beforeAll(async () => {
  for (const name of ['key', 'other']) {
    const key = newSigningKey(name);
    chmodSync(folder.file(`${name}.json`, JSON.stringify(key)), 0o600);
    folder.file(`${name}.pub.json`, JSON.stringify(new SigningKey(key).publicJwk));
  }
  await keep(home, 'kept');
});
afterAll(() => folder.remove());

test('a head is signed, stored elsewhere, and found in its place while the register grows', async () => {
  const kept = await run(home, ['head', '--agreement', 'kept', '--out', at('head.json')], signing);
  expect(kept).toMatchObject({ code: 0, stderr: '' });
  expect(kept.stdout).toMatch(
    /^agreements: head 4 sha256:\w+ \(.*register\.db\)\nrehearsals: head 0 .*\nkept: head 4 .*\nsigned by the key key\n$/,
  );
  await keep(home, 'another');
  const check = await run(home, ['verify', '--head', at('head.json'), '--public-key', at('key.pub.json')]);
  expect(check).toMatchObject({
    code: 0,
    stdout: containing('taken on 22 Nov 2026, 12:00 UTC, signed by the key key; each head is in its place'),
  });
  const unasked = await run(home, ['verify', '--head', at('head.json'), '--json']);
  expect(JSON.parse(unasked.stdout)).toMatchObject({ agreements: { lines: 8 }, head: { matches: true, signedBy: null, faults: [] } });
});

test('a head is not overwritten, and an unknown agreement has none', async () => {
  const before = readFileSync(at('head.json'), 'utf8');
  expect(await run(home, ['head', '--out', at('head.json')])).toMatchObject({ code: 2, stderr: containing('already exists') });
  expect(readFileSync(at('head.json'), 'utf8')).toBe(before);
  expect(await run(home, ['head', '--agreement', 'none'])).toMatchObject({ code: 2, stdout: '', stderr: containing('no agreement none') });
});

test('a head signed by another key, or not signed, is refused', async () => {
  const verify = (head: string, key = 'key.pub.json') => run(home, ['verify', '--head', at(head), '--public-key', at(key)]);
  expect(await verify('head.json', 'other.pub.json')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: containing('it names key as its signing key'),
  });
  const unsigned = await run(home, ['head', '--out', at('unsigned.json')]);
  expect(unsigned.stderr).toContain('Not signed: no key is configured');
  expect(await verify('unsigned.json')).toMatchObject({ code: 2, stderr: containing('unsigned.json is refused: it is not signed') });
  writeFileSync(at('changed.json'), readFileSync(at('head.json'), 'utf8').replace('"seq": 4', '"seq": 3'));
  expect(await verify('changed.json')).toMatchObject({ code: 2, stderr: containing('changed after it was signed') });
  expect(await verify('none.json')).toMatchObject({ code: 2 });
  expect(await verify('key.pub.json')).toMatchObject({ code: 2, stderr: containing('is not a file of heads') });
  expect(await run(home, ['verify', '--public-key', at('key.pub.json')])).toMatchObject({ code: 2, stderr: containing('--head') });
});

test('a head of another register is not found in this one', async () => {
  await keep(at('elsewhere'), 'different');
  const said = await run(at('elsewhere'), ['verify', '--head', at('head.json'), '--public-key', at('key.pub.json')]);
  expect(said).toMatchObject({ code: 1, stdout: containing('NOT IN THIS REGISTER'), stderr: containing('it is another register') });
});

test('a register whose end was cut off is detected by the stored head', async () => {
  const cut = `drop trigger lines_no_delete; drop trigger agreements_no_delete; delete from lines where seq >= 4; delete from agreements where id = 'another'`;
  sqliteStatement(join(home, 'register.db'), cut);
  expect(await run(home, ['verify'])).toMatchObject({ code: 0, stdout: containing('agreements: sound, 3 lines') });
  expect(await run(home, ['verify', '--head', at('head.json'), '--public-key', at('key.pub.json')])).toMatchObject({
    code: 1,
    stdout: containing('NOT IN THIS REGISTER'),
    stderr: containing('it ends at line 3, but the head kept is of line 4; its end was cut off'),
  });
});
