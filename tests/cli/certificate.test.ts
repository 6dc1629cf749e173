/** The command certificate: a PDF that carries the signed JSON, and what is refused. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificate } from '../../documents/certificate.ts';
import { descriptionHash } from '../../dossier/description.ts';
import { openRegisters } from '../../register/home.ts';
import { newSigningKey, SigningKey } from '../../secrets/signing-key.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { filesIn, rowsOf } from '../support/certificates.ts';
import { enter } from '../support/enter.ts';

const entered = inForceFrom('2021-03-10');

describe('servanda certificate', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  const env = { SERVANDA_HOME: at('home'), SERVANDA_SIGNING_KEY_FILE: at('key.json') };
  const run = (...args: string[]): Promise<Said> => inProcess(['certificate', ...args], { env });
  const containing = (text: string): unknown => expect.stringContaining(text);

  beforeAll(async () => {
    const key = newSigningKey('key');
    chmodSync(folder.file('key.json', JSON.stringify(key)), 0o600);
    folder.file('key.pub.json', JSON.stringify(new SigningKey(key).publicJwk));
    const registers = await openRegisters(at('home'));
    for (const { entry, entered: by } of rowsOf(entered)) await enter(registers.of(false), 'kept', entry, by);
    const rehearsal = testAgreement('rehearsed');
    const described = { type: 'described', id: 'd', hash: descriptionHash(rehearsal), content: rehearsal } as const;
    await enter(registers.of(true), 'rehearsed', described, { by: 'desk', at: 0 });
    await registers.close();
  });
  afterAll(() => folder.remove());

  test('signs a certificate, which verifies without the register, and no longer once one of its days was changed', async () => {
    expect(await run('kept', '--format', 'json', '--out', at('c.json'))).toMatchObject({
      code: 0,
      stderr: '',
      stdout: containing('sha256:'),
    });
    const text = readFileSync(at('c.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      answer: 'inForce',
      asOf: '2026-11-22',
      knownOn: '2026-11-22',
      register: { head: { seq: 4 }, lines: 4 },
    });
    const verify = (file: string) => inProcess(['keys', 'verify', file, '--public-key', at('key.pub.json')]);
    expect(await verify(at('c.json'))).toMatchObject({ code: 0, stdout: containing('a certificate of status: signed by the key key') });
    const changed = folder.file('changed.json', text.replace('"asOf": "2026-11-22"', '"asOf": "2026-11-21"'));
    expect(await verify(changed)).toMatchObject({ code: 1, stderr: containing('changed after it was signed') });
  });

  test('writes a PDF that carries the signed JSON, and finds it there when asked the same again', async () => {
    const pdf = ['kept', '--language', 'kk', '--out', at('c.pdf')];
    const once = await run(...pdf);
    expect(once).toMatchObject({ code: 0, stderr: '' });
    expect(await run(...pdf)).toEqual(once);
    expect(filesIn(readFileSync(at('c.pdf')))).toContain(readFileSync(at('c.json'), 'utf8'));
    expect(await run('kept', '--as-of', '2021-03-09', '--out', at('c.pdf'))).toMatchObject({
      code: 2,
      stderr: containing('already exists with other content'),
    });
  });

  test('exits with 0 for the answers not in force, not shown and nothing known', async () => {
    const json = async (...args: string[]) => {
      const { code, stdout } = await run(...args, '--format', 'json');
      return { code, ...(JSON.parse(stdout) as Certificate) };
    };
    expect(await json('kept', '--as-of', '2021-03-09')).toMatchObject({ code: 0, answer: 'notInForce' });
    expect(await json('kept', '--known-on', '2020-01-01')).toMatchObject({ code: 0, answer: 'nothingKnown', standing: null });
    expect(await json('rehearsed')).toMatchObject({
      code: 0,
      answer: 'notShown',
      rehearsal: true,
      register: { kept: 'rehearsals', head: { seq: 1 } },
    });
  });

  test('reports what can’t be asked', async () => {
    expect(await run('kep')).toMatchObject({ code: 2, stdout: '', stderr: containing('Did you mean kept?') });
    expect(await run('kept', '--known-on', '2026-11-30')).toMatchObject({ code: 2, stdout: '', stderr: containing('is not known yet') });
    expect(await run('kept', '--format', 'docx')).toMatchObject({ code: 2, stderr: containing('one of pdf, json') });
    expect(await run('kept', '--language', 'fr')).toMatchObject({ code: 2, stderr: containing('one of kk, az, ru, en') });
    const unsigned = await inProcess(['certificate', 'kept', '--format', 'json'], { env: { SERVANDA_HOME: at('home') } });
    expect(unsigned).toMatchObject({ code: 0, stderr: containing('Not signed') });
    expect(JSON.parse(unsigned.stdout)).not.toHaveProperty('signature');
  });
});
