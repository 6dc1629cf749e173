/** The register at the command line: it is verified, and altered lines are named. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { sqliteStatement } from '../support/databases.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const agreement = testAgreement('kept', { rehearsal: false });
const run = (where: string, ...args: string[]): Promise<Said> => inProcess(['register', ...args], { env: { SERVANDA_HOME: where } });

let sha256: string;
beforeAll(async () => {
  ({ sha256 } = await writeKeptRegister(home, agreement, folder.file('note.pdf', '%PDF-1.7 signed')));
});
afterAll(() => folder.remove());

test('an unchanged register is sound, and its head is printed', async () => {
  const { code, stdout } = await run(home, 'verify');
  expect(code).toBe(0);
  expect(stdout).toMatch(/agreements: sound, 5 lines of 1 agreement, 1 document; head 5 sha256:[0-9a-f]{64}/);
  expect(stdout).toContain('rehearsals: sound, 0 lines');
});

test('a database that does not answer is reported with what to check, without the password', async () => {
  const env = { SERVANDA_HOME: home, DATABASE_URL: 'postgres://servanda:hush@127.0.0.1:9/servanda' };
  const { code, stderr } = await inProcess(['register', 'verify'], { env });
  expect(code).toBe(1);
  expect(stderr).toContain('Check DATABASE_URL');
  expect(stderr).not.toContain('hush');
});

test('a changed document, then a changed line is named, with exit code 1', async () => {
  const stored = join(home, 'documents', sha256.slice(0, 2), sha256);
  chmodSync(stored, 0o600);
  writeFileSync(stored, 'forged');
  expect(await run(home, 'verify')).toMatchObject({ code: 1, stderr: expect.stringContaining('document d1') as unknown });
  sqliteStatement(join(home, 'register.db'), `drop trigger lines_no_update; update lines set entered_by = 'another' where seq = 3`);
  expect(await run(home, 'verify')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('agreements: NOT AS IT WAS WRITTEN') as unknown,
    stderr: expect.stringContaining('agreements: line 3 (kept) was changed after it was written') as unknown,
  });
  expect(await run(home, 'backup', join(folder.path, 'copy'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('line 3 (kept) was changed after it was written') as unknown,
  });
});
