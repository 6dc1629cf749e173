/** The register at the command line: verified, taken out, and brought into an empty one on another machine or database. */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { date } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { openRegisters } from '../../register/home.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { sqliteStatement } from '../support/databases.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const agreement = testAgreement('kept', { rehearsal: false });
const run = (where: string, ...args: string[]): Promise<Said> => inProcess(['register', ...args], { env: { SERVANDA_HOME: where } });
const exported = join(folder.path, 'register.jsonl');

beforeAll(async () => {
  await writeKeptRegister(home, agreement, folder.file('note.pdf', '%PDF-1.7 signed'));
});
afterAll(() => folder.remove());

test('a register as it was written is sound, with its head', async () => {
  const { code, stdout } = await run(home, 'verify');
  expect(code).toBe(0);
  expect(stdout).toMatch(/agreements: sound, 5 lines of 1 agreements, 1 documents; head 5 sha256:[0-9a-f]{64}/);
  expect(stdout).toContain('rehearsals: sound, 0 lines');
});

test('exported and imported elsewhere it is the same register, with its documents', async () => {
  expect(await run(home, 'export', exported)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('5 lines of the agreements, 1 documents') as unknown,
  });
  expect(await run(home, 'export', exported)).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') as unknown });
  expect(await run(home, 'export', join(exported, 'under-a-file.jsonl'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("can't be written") as unknown,
  });
  expect(await run(home, 'export', join(folder.path, 'new', 'register.jsonl'))).toMatchObject({ code: 0 });
  const elsewhere = join(folder.path, 'elsewhere');
  expect(await run(elsewhere, 'import', exported)).toMatchObject({ code: 0, stdout: expect.stringContaining('sound, head 5') as unknown });
  const [here, there] = [await run(home, 'verify', '--json'), await run(elsewhere, 'verify', '--json')];
  expect(JSON.parse(there.stdout).agreements).toMatchObject({ sound: true, documents: 1, head: JSON.parse(here.stdout).agreements.head });
  expect(await run(elsewhere, 'import', exported)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') as unknown });
  const [documents, aside] = [join(elsewhere, 'documents'), join(elsewhere, 'aside')];
  renameSync(documents, aside);
  await run(elsewhere, 'import', exported);
  expect(existsSync(documents), 'refused, it leaves no document there').toBe(false);
  renameSync(aside, documents);
});

test('a file that was changed, or lacks a document, is refused, and nothing is written', async () => {
  const forged = folder.file('forged.jsonl', readFileSync(exported, 'utf8').replace('2021-03-10', '2021-03-11'));
  const empty = join(folder.path, 'empty');
  expect(await run(empty, 'import', forged)).toMatchObject({ code: 2, stderr: expect.stringContaining('was changed or cut') as unknown });
  const bare = folder.file('bare.jsonl', readFileSync(exported, 'utf8'));
  expect(await run(empty, 'import', bare)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('lacks 1 of the documents') as unknown,
  });
  expect(await run(empty, 'import', join(folder.path, 'none'))).toMatchObject({ code: 2 });
  expect((await run(empty, 'verify')).stdout).toContain('agreements: sound, 0 lines');
});

test('a document whose entry was struck goes with the export: the register loses nothing', async () => {
  const struck = join(folder.path, 'struck');
  expect(await run(struck, 'import', exported)).toMatchObject({ code: 0 });
  const registers = await openRegisters(struck);
  const entry = { id: 'k1', type: 'struck', of: 'd1', recorded: date('2021-04-02'), reason: 'sent in error' } as Entry;
  await registers.of(false).append('kept', 0, entry, { by: 'desk', at: 1_700_000_000_000 });
  await registers.close();
  const out = join(folder.path, 'struck.jsonl');
  expect(await run(struck, 'export', out)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 documents') as unknown });
  expect(await run(join(folder.path, 'again'), 'import', out)).toMatchObject({ code: 0 });
});

test('a database that does not answer says what to check, without the password', async () => {
  const env = { SERVANDA_HOME: home, DATABASE_URL: 'postgres://servanda:hush@127.0.0.1:9/servanda' };
  const { code, stderr } = await inProcess(['register', 'verify'], { env });
  expect(code).toBe(1);
  expect(stderr).toContain('Check DATABASE_URL');
  expect(stderr).not.toContain('hush');
});

test('a changed line and a changed document are named, with exit 1', async () => {
  sqliteStatement(join(home, 'register.db'), `drop trigger entries_no_update; update entries set entered_by = 'another' where id = 'n1'`);
  expect(await run(home, 'verify')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('agreements: NOT AS IT WAS WRITTEN') as unknown,
    stderr: expect.stringContaining('agreements: line 3 of entries (kept) was changed after it was written') as unknown,
  });
  expect(await run(home, 'export', join(folder.path, 'more.jsonl'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not sound') as unknown,
  });
  const elsewhere = join(folder.path, 'elsewhere');
  const [{ sha256 }] = JSON.parse(
    (await inProcess(['document', 'list', 'kept', '--json'], { env: { SERVANDA_HOME: elsewhere } })).stdout,
  ) as [{ sha256: string }];
  const stored = join(elsewhere, 'documents', sha256.slice(0, 2), sha256);
  chmodSync(stored, 0o600);
  writeFileSync(stored, 'forged');
  expect(await run(elsewhere, 'verify')).toMatchObject({ code: 1, stderr: expect.stringContaining('document d1') as unknown });
});
