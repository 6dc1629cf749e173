/**
 * A name that every JavaScript object has (`constructor`, `toString`, `__proto__`) is a name like any other wherever input comes in:
 * accepted, or refused with a reason.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { descriptionHash } from '../../dossier/description.ts';
import { isSamePerson } from '../../machines/persons.ts';
import type { Line } from '../../register/types.ts';
import { openRegisters } from '../../register/home.ts';
import { Keyring } from '../../secrets/keyring.ts';
import { checkKeysInUse } from '../../secrets/keys-in-use.ts';
import { newKeyLine, readKeysFile } from '../../secrets/keys-file.ts';
import { writeSecret } from '../../identity/files.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { enter } from '../support/enter.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);
/** Those that can be an id in the register. */
const ids = inherited.filter(name => /^[a-z]/i.test(name));
const folder = temporaryFolder();
const home = join(folder.path, 'home');
const run = (...args: string[]): Promise<Said> => inProcess(args, { env: { SERVANDA_HOME: home } });
const file = folder.file('named.yaml', stringify({ ...testAgreement('named'), facts: inForceFrom('2021-03-10') }));

beforeAll(async () => {
  const registers = await openRegisters(home);
  const put = async (id: string, ...lines: object[]): Promise<void> => {
    for (const entry of lines) await enter(registers.of(true), id, entry as Line, { by: 'desk', at: Date.UTC(2026, 0, 1) });
  };
  for (const id of ['named', 'constructor']) {
    const content = testAgreement(id);
    await put(id, { type: 'described', id: 'description-1', hash: descriptionHash(content), content }, ...inForceFrom('2021-03-10'));
  }
  for (const [i, id] of ids.entries())
    await put('named', { id, type: 'protocol.proposed', protocol: id, by: 'AZ', received: `2023-05-0${(i % 9) + 1}` });
  await registers.close();
  await writeSecret(join(folder.path, 'authority.json'), newSigningKey());
});
afterAll(() => folder.remove());

it('a register full of unusual names answers for each protocol, for all, and for an agreement with such a name', async () => {
  const listed = await run('protocol', 'list', '--rehearsals', '--json');
  expect(listed.code).toBe(0);
  for (const id of ids) expect(listed.stdout).toContain(`"${id}"`);
  for (const args of [
    ['agreement', 'list', '--rehearsals'],
    ['agreement', 'show', 'named'],
    ['agreement', 'show', 'constructor'],
    ['deadlines', '--rehearsals', '--within', 'P5Y'],
    ['explain', 'named', '--register'],
    ['register', 'verify'],
  ])
    expect([args, (await run(...args)).code]).toEqual([args, 0]);
});

describe.each(inherited)('the unusual name %s', name => {
  const doors: [string, string[]][] = [
    ['an agreement', ['agreement', 'show', name]],
    ['a file', ['timeline', name]],
    ['an agreement of the register', ['explain', name, '--register']],
    ['a protocol', ['protocol', 'show', 'named', name]],
    ['a notice', ['notice', 'show', 'named', name]],
    ['a document', ['document', 'save', 'named', name, '--out', join(folder.path, 'x')]],
    ['a type', ['simulate', file, name, '--on', '2026-01-01']],
    ['a Party', ['simulate', file, '--by', name, '--received', '2026-01-01']],
    ['the id of a fact', ['simulate', file, 'termination.notified', '--id', name, '--by', 'KZ', '--received', '2026-01-01']],
    ['the protocol of a fact', ['simulate', file, 'protocol.signed', '--protocol', name, '--on', '2026-01-01']],
    ['a condition', ['simulate', file, 'condition.met', '--condition', name, '--on', '2026-01-01']],
    ['a key of JSON', ['simulate', file, 'protocol.signed', '--protocol', 'p', '--on', '2026-01-01', '--changes', `{"${name}":"P3Y"}`]],
    [
      'a value of JSON',
      ['simulate', file, 'protocol.signed', '--protocol', 'p', '--on', '2026-01-01', '--changes', `{"renewal":{"kind":"${name}"}}`],
    ],
    ['a command', [name]],
    ['a command of a group', ['agreement', name]],
    ['a flag', ['timeline', file, `--${name}`, 'x']],
    ['a language', ['timeline', file, '--language', name]],
    ['roles', ['identity', 'issue', '--person', 'x', '--for', 'KZ', '--roles', name]],
    ['a diagram', ['diagram', name]],
    ['a day', ['timeline', file, '--as-of', name]],
    ['a field of a correction', ['correct', 'named', 's', `--${name}`, 'x', '--yes']],
    ['an entry', ['strike', 'named', name, '--reason', 'x']],
    ['a recipient', ['acknowledge', 'named', '--person', name]],
    ['a decision', ['decide', 'named', name, '--by', 'KZ', '--person', 'x', '--authority', 'y']],
    ['an id of a key', ['keys', 'new', '--id', name]],
    ['an id of a signing key', ['keys', 'new', '--signing', '--id', name]],
    ['an identity', ['identity', 'revoke', name, '--reason', 'x']],
  ];
  it.each(doors)('is accepted or refused as %s', async (_, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([0, 1, 2]).toContain(code);
    expect(stdout + stderr).not.toMatch(/^ {4}at |servanda failed|native code|\[object /m);
    if (code !== 0) expect(stderr).not.toBe('');
  });

  it('is a valid name of a person, who has an identity and is nobody else', async () => {
    const issue = (person: string) =>
      inProcess(
        ['identity', 'issue', '--person', person, '--for', name, '--roles', 'drafter', '--authority', join(folder.path, 'authority.json')],
        { env: { SERVANDA_HOME: join(folder.path, `of-${name}`) } },
      );
    expect(await issue(name)).toMatchObject({ code: 0, stdout: expect.stringContaining(`the identity of ${name}, for ${name}`) });
    for (const other of inherited) expect([name, other, isSamePerson(name, other)]).toEqual([name, other, name === other]);
  });

  it('is harmless as a column, a cell and a variable', async () => {
    const table = folder.file('table.csv', `number,title,parties,signed,${name}\n${name},${name},"${name}; DE",${name},${name}\n`);
    const { code, stdout, stderr } = await run('agreement', 'import', table, '--dry-run');
    expect([1, 2]).toContain(code);
    expect(stdout + stderr).not.toMatch(/^ {4}at |native code|\[object /m);
    const env = { SERVANDA_HOME: home, [`SERVANDA_${name}`]: 'x', SERVANDA_LOG: name, SERVANDA_OIDC_PERSON: name, NODE_ENV: name };
    expect(await inProcess(['up'], { env })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(new RegExp(`SERVANDA_LOG=${name}: must be one of`)),
    });
  });
});

it.each(ids)('%s is a valid id of a key, and is then noted as in use', async id => {
  const { keys } = readKeysFile(folder.file('keys', ''));
  expect(keys.isEmpty).toBe(true);
  const [, key] = newKeyLine(id).split(':');
  const ring = new Keyring([{ id, bytes: Buffer.from(key!, 'base64') }]);
  const own = join(folder.path, `keys-of-${id}`);
  await checkKeysInUse(own, ring);
  await checkKeysInUse(own, ring);
  const other = new Keyring([{ id: 'other', bytes: Buffer.alloc(32, 1) }]);
  await expect(checkKeysInUse(own, other)).rejects.toThrow(id);
});
