/** The register's commands without a service: what they answer, what they refuse, and that nothing is written. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descriptionHash } from '../../dossier/description.ts';
import { dropNote, readNote, writeNote } from '../../client/service-note.ts';
import { date } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { openRegisters } from '../../register/home.ts';
import { checkKeysInUse, keysInUse } from '../../secrets/keys-in-use.ts';
import { Keyring } from '../../secrets/keyring.ts';
import type { Description } from '../../register/types.ts';
import { inProcess, servanda, temporaryFolder, type Said } from '../support/cli.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const agreement = testAgreement('rehearsal-cli');
/** 22 November 2026, noon in London. */
const now = Date.UTC(2026, 10, 22, 12);

beforeAll(async () => {
  const registers = await openRegisters(home);
  const described: Description = { type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement };
  const facts = [
    ...inForceFrom('2021-03-10'),
    { id: 't1', type: 'termination.notified', by: 'AZ', received: date('2026-08-10'), recorded: date('2026-11-02') },
  ] as Entry[];
  for (const entry of [described, ...facts])
    await enter(registers.of(true), agreement.id, entry, { by: 'desk', at: Date.UTC(2026, 10, 1) });
  await registers.close();
});
afterAll(() => folder.remove());

async function lines(): Promise<number> {
  const registers = await openRegisters(home);
  const rows = await registers.of(true).rows(agreement.id);
  await registers.close();
  return rows.length;
}

const run = (...args: string[]): Promise<Said> => inProcess(args, { now, env: { SERVANDA_HOME: home } });

describe('when nothing has ever been opened', () => {
  const empty = join(folder.path, 'empty');
  test.each([
    ['record', 'a', 'signed', '--on', '2004-03-01', '--yes'],
    ['correct', 'a', 's', '--on', '2004-03-02', '--yes'],
    ['strike', 'a', 's', '--reason', 'x', '--yes'],
    ['replan', '--all'],
    ['deadlines'],
    ['agreement', 'list'],
    ['agreement', 'show', 'a'],
    ['agreement', 'open', 'es-za-1998-investment'],
    ['agreement', 'revise', 'es-za-1998-investment', '--reason', 'x'],
  ])('%s %s says how to start, exits with 1, and creates no files', async (...args) => {
    const { code, stdout, stderr } = await inProcess([...args, '--home', empty]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Run npx servanda up|Start it with: npx servanda up/) as unknown,
    });
    expect(existsSync(empty)).toBe(false);
  });

  test('the worker says which server it wants', async () => {
    expect(await inProcess(['worker', '--home', empty])).toMatchObject({ code: 1, stderr: expect.stringContaining('TEMPORAL_ADDRESS') });
  });
});

describe('with a register but no running service', () => {
  test('agreement list and show answer from the register', async () => {
    const list = await run('agreement', 'list', '--rehearsals');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toMatch(/rehearsal-cli \(rehearsal\) +in force +9 Feb 2027 +in 79 days +last day in force, art\. 13/);
    const show = await run('agreement', 'show', agreement.id, '--json');
    expect(JSON.parse(show.stdout)).toMatchObject({
      status: 'inForce',
      asOf: '2026-11-22',
      termination: { lastDayInForce: '2027-02-09' },
      rehearsal: true,
    });
    expect((await run('agreement', 'show', agreement.id)).stdout).toMatch(
      /5 +t1 +Notice of termination by AZ \(t1\) received, 10 Aug 2026 +2 Nov 2026 +1 Nov 2026, desk/,
    );
  });

  test('what was known on an earlier day is answered as it was then', async () => {
    const { stdout } = await run('agreement', 'show', agreement.id, '--known-on', '2026-11-01', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ knownOn: '2026-11-01', termination: null });
    const explained = await run('explain', agreement.id, '--register', '--known-on', '2026-11-01');
    expect(explained).toMatchObject({ code: 0, stdout: expect.not.stringContaining('Last day in force') });
  });

  test('deadlines and simulate --register answer from the register', async () => {
    const { stdout } = await run('deadlines', '--rehearsals', '--json');
    expect(JSON.parse(stdout)).toMatchObject([{ agreement: agreement.id, what: 'end', date: '2027-02-09', daysLeft: 79 }]);
    expect((await run('simulate', agreement.id, '--register', '--by', 'KZ', '--received', '2026-12-01')).stdout).toMatch(
      /notice tn-2026-12-01-KZ +none +running/,
    );
  });

  test('an unknown agreement exits with 2, and the nearest is named', async () => {
    expect(await run('agreement', 'show', 'rehearsal-cly')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Did you mean rehearsal-cli?'),
    });
  });

  test('recording a fact previews its consequences, and without a terminal asks for --yes', async () => {
    const { code, stdout, stderr } = await servanda([
      'record',
      agreement.id,
      'termination.revoked',
      '--by',
      'AZ',
      '--of',
      't1',
      '--received',
      '2026-08-20',
      '--home',
      home,
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/The fact gets the id tr-2026-08-20-AZ/);
    expect(stderr).toMatch(/last day in force +9 Feb 2027 +none/);
    expect(stderr).toContain('Add --yes');
  });

  test('recording with --yes fails with exit code 1, since nothing is running', async () => {
    const before = await lines();
    const { code, stderr } = await run(
      'record',
      agreement.id,
      'termination.revoked',
      '--by',
      'AZ',
      '--of',
      't1',
      '--received',
      '2026-08-20',
      '--yes',
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Start it with: npx servanda up') });
    expect(await lines()).toBe(before);
  });

  test('a request is not sent without a key that the home has encrypted under, since its answer could not be read', async () => {
    await checkKeysInUse(home, new Keyring([{ id: '2025', bytes: Buffer.alloc(32, 'a') }]));
    writeNote(home, { address: '127.0.0.1:1', namespace: 'default', ui: null, pid: 1 });
    const { code, stderr } = await run('replan', '--all');
    rmSync(keysInUse(home));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('under the key 2025, and no keys are configured') });
  });

  test('the note of a service that is gone is not waited for', async () => {
    writeNote(home, { address: '127.0.0.1:1', namespace: 'default', ui: null, pid: 1 });
    const { code, stderr } = await run('replan', '--all');
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('No Temporal server answers at 127.0.0.1:1') });
    dropNote(home, 2);
    expect(readNote(home)).toMatchObject({ pid: 1 });
    dropNote(home, 1);
    expect(readNote(home)).toBeUndefined();
  });

  test('a mistake in the environment is listed, with exit code 2', async () => {
    const { code, stderr } = await inProcess(['replan', '--all'], {
      now,
      env: { SERVANDA_HOME: home, SERVANDA_PORT: 'x', SERVANDA_LOGG: 'info' },
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/2 mistakes[\s\S]*SERVANDA_PORT[\s\S]*SERVANDA_LOG\?/) });
  });
});

describe('an invalid entry is refused before anything is sent', () => {
  test.each([
    ['malformed', ['record', 'termination.notified', '--by', 'KZ'], '--received is missing'],
    ['unknown type', ['record', 'termination.notify', '--by', 'KZ', '--received', '2026-09-01'], 'Did you mean termination.notified?'],
    [
      'unknown Party',
      ['record', 'termination.notified', '--by', 'UZ', '--received', '2026-09-01'],
      'must be a Party to the agreement: KZ or AZ',
    ],
    ['future date', ['record', 'termination.notified', '--by', 'KZ', '--received', '2027-01-01'], 'in the future; today is 22 Nov 2026'],
    ['id in use', ['record', 'termination.notified', '--by', 'KZ', '--received', '2026-09-01', '--id', 't1'], 'already used'],
    [
      'unknown of',
      ['record', 'termination.revoked', '--by', 'AZ', '--received', '2026-09-01', '--of', 't9'],
      'is of t9, which is not in the register',
    ],
    [
      'wrong kind of',
      ['record', 'termination.revoked', '--by', 'AZ', '--received', '2026-09-01', '--of', 'n1'],
      'Only a notice of termination is revoked',
    ],
    [
      'dates out of order',
      ['record', 'termination.notified', '--by', 'KZ', '--received', '2026-09-01', '--dated', '2026-09-02'],
      'is before the day of the notice',
    ],
    [
      'no right',
      ['record', 'termination.revoked', '--by', 'KZ', '--received', '2026-09-01', '--of', 't1'],
      'A Party revokes its own notices only',
    ],
    [
      'recorded in the future',
      ['record', 'termination.notified', '--by', 'KZ', '--received', '2026-09-01', '--recorded', '2027-01-01'],
      'The day of recording, 1 Jan 2027, is in the future',
    ],
    [
      'a correction by record',
      ['record', 'corrected', '--of', 'n1', '--received', '2021-03-03', '--recorded', '2026-11-22', '--id', 'c1'],
      'entered with another command: npx servanda correct',
    ],
    ['a correction of nothing', ['correct', 't1'], 'Name what to correct in t1'],
    ['a correction of a field that the fact lacks', ['correct', 't1', '--on', '2026-08-11'], 'is not a field of termination.notified'],
    ['a correction that makes it invalid', ['correct', 't1', '--dated', '2026-08-11'], 'is before the day of the notice'],
    ['a correction that clears a required field', ['correct', 't1', '--clear', 'received'], 'can’t be cleared'],
    ['a correction of an unknown entry', ['correct', 't2', '--received', '2026-08-11'], 'has no entry t2. Did you mean'],
    ['a strike without a reason', ['strike', 't1'], '--reason'],
    ['a strike of an unknown entry', ['strike', 't9', '--reason', 'x'], 'has no entry t9'],
    ['a file and flags', ['record', 'signed', '--on', '2021-03-01', '--file', 'x.yaml'], 'omit the type'],
    ['neither', ['record'], 'Give the type of the fact'],
  ])('%s: exits with 2, says what to do, and leaves the register unchanged', async (_, [command, ...args], said) => {
    const before = await lines();
    const { code, stdout, stderr } = await run(command!, agreement.id, ...args, '--yes');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(await lines()).toBe(before);
  });

  test('of several facts, all are checked before the first is sent', async () => {
    const file = folder.file(
      'facts.yaml',
      `- { id: r1, type: termination.revoked, by: AZ, of: t2, received: 2026-09-03 }
- { id: t2, type: termination.notified, by: AZ, received: 2026-09-01 }
- { id: t3, type: termination.notified, by: KZ, received: 2027-09-01 }
`,
    );
    const { code, stderr } = await run('record', agreement.id, '--file', file, '--yes');
    expect(code).toBe(2);
    expect(stderr).toContain('t3: the day of receipt, 1 Sep 2027, is in the future');
    // The notice comes before its revocation, whatever the order of the file.
    expect(stderr).not.toContain('t2, which is not in the register');
    expect(stderr).toContain('Nothing was entered.');
  });

  test('a fact already in the register needs no confirmation', async () => {
    const { code, stderr } = await run(
      'record',
      agreement.id,
      'termination.notified',
      '--by',
      'AZ',
      '--received',
      '2026-08-10',
      '--id',
      't1',
    );
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^t1 is already in the register: sending it again changes nothing\.\nNo service is running/),
    });
  });
});
