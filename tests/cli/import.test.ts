/** A table imported into a running service: what is imported, what is reported about the rest, and that a repeat changes nothing. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { tableOf } from '../../bench/table.ts';
import { formatBar, formatTime } from '../../cli/progress.ts';
import { wordsIn } from '../../cli/words.ts';
import { parseTable } from '../../agreements/table/read.ts';
import { readRow } from '../../agreements/table/row.ts';
import { bareEnvironment, inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import type { Service } from '../support/service.ts';
import { invented } from '../support/table.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
let service: Service;

beforeAll(async () => {
  service = await startNotedService(home);
});
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

const run = (...args: string[]): Promise<Said> => inProcess(args, { now: Date.now(), env: { SERVANDA_HOME: home } });
const imported = (file: string, ...more: string[]): Promise<Said> => run('agreement', 'import', file, '--rehearsal', ...more);
const lines = async (id: string): Promise<number> => (await service.registers.of(true).rows(id)).length;

const heading = 'number,title,parties,signed,entry_into_force,period,renewal,notice_before,termination';
const sound = 'A/1,First,KZ; AZ,1997-05-14,1998-03-10,P5Y,automatic,P6M,P6M';
const silent = 'A/2,Second,KZ; AZ,1997-05-14,1998-03-10,,,,';
const wrong = 'A/3,Third,KZ; AZ,1997-02-30,,,,,';

describe('a table', () => {
  const file = folder.file('first.csv', `${[heading, sound, silent, wrong].join('\n')}\n`);

  test('is checked by a dry run that writes nothing', async () => {
    const { code, stdout, stderr } = await imported(file, '--dry-run');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout:
        '3 rows: 2 would be imported, 0 already there, 1 not imported:\n  line 4, A/3: signed: 1997-02-30 is a day that does not exist; February 1997 has 28 days\n',
    });
    expect(stderr).toContain('Columns missing from the table: party_names, place');
    expect(await service.registers.of(true).agreements()).toEqual([]);
  });

  test('is imported row by row, and rejected rows are reported with their line', async () => {
    const report = join(folder.path, 'report.csv');
    const { code, stdout, stderr } = await imported(file, '--report', report);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 1, first: '3 rows: 2 imported, 0 already there, 1 not imported:' });
    expect(stderr).toContain('One row was not imported. Correct the table and import it again');
    expect(readFileSync(report, 'utf8')).toBe(
      '\ufeffline,number,agreement,outcome,reasons\r\n2,A/1,a-1,imported,\r\n3,A/2,a-2,imported,\r\n4,A/3,,not imported,"signed: 1997-02-30 is a day that does not exist; February 1997 has 28 days"\r\n',
    );
    expect(await lines('a-1')).toBe(3);
    expect((await service.plan('a-1')).standing).toMatchObject({ status: 'inForce', entryIntoForce: '1998-03-10' });
    expect((await service.plan('a-1')).timers.map(t => t.name)).toContain('lastDayForNotice');
  });

  test('imported again changes nothing, and the report says so', async () => {
    const report = join(folder.path, 'again.csv');
    const { code, stdout } = await imported(folder.file('again-in.csv', `${[heading, sound, silent].join('\n')}\n`), '--report', report);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 rows: 0 imported, 2 already there, 0 not imported.\n' });
    expect(readFileSync(report, 'utf8')).toContain('A/1,a-1,already there,');
    expect(await lines('a-1')).toBe(3);
  });

  test('with a row that has changed does not import it: the report gives the difference and how to change it', async () => {
    const changed = sound.replace('First', 'Another').replace('1998-03-10', '1998-03-11');
    const { code, stdout } = await imported(folder.file('changed.csv', `${heading}\n${changed}\n`), '--json');
    const { notTaken, rows, taken } = JSON.parse(stdout) as { notTaken: { reasons: string[] }[]; rows: number; taken: number };
    expect({ code, rows, taken }).toEqual({ code: 1, rows: 1, taken: 0 });
    expect(notTaken[0]!.reasons).toEqual([
      'is already in the register and differs: title.en: "First" in the register, "Another" in the table. To change it: npx servanda agreement revise FILE --reason TEXT',
      'is already in the register with other facts: e. To correct one: npx servanda correct a-1 ENTRY --FIELD VALUE --reason TEXT',
    ]);
    const more = `${heading},end,end_cause\n${sound},2003-03-09,agreement\n`;
    expect((await imported(folder.file('more.csv', more))).stdout).toContain('without the facts x. To enter one: npx servanda record a-1');
    expect(await lines('a-1')).toBe(3);
  });

  test('of an agreement whose text is not described gives no safe day, and its page says why', async () => {
    const { stdout } = await run('agreement', 'show', 'a-2');
    expect(stdout).toContain('not calculated: the text is not described');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'no period, no last day for notice and no safe day is calculated; that does not mean that there is none',
    );
    expect((await service.plan('a-2')).timers).toEqual([]);
  });

  test('with a day known only within bounds gives answers in ranges, until it is corrected', async () => {
    const text = `${heading}\nA/5,Fifth,KZ; AZ,1997-05-14,1998,P5Y,automatic,P6M,P6M\n`;
    expect(await imported(folder.file('bounded.csv', text))).toMatchObject({ code: 0 });
    const kept = await service.plan('a-5');
    expect(kept.standing).toMatchObject({
      entryIntoForce: null,
      within: { entryIntoForce: { notBefore: '1998-01-01', notAfter: '1998-12-31' } },
    });
    expect(kept.timers.map(t => t.name)).toContain('lastDayForNotice/latest');
    const at = (...args: string[]): Promise<Said> =>
      inProcess([...args, '--as-of', '2026-11-27'], { now: Date.now(), env: { SERVANDA_HOME: home } });
    expect((await at('agreement', 'show', 'a-5')).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'the earliest safe day is 30 Jun 2027 (in 215 days), clause on duration: a notice received by then is in time whichever of the possible days is right',
    );
    expect((await at('deadlines', 'a-5')).stdout).toMatch(
      /16 Jun 2027 \(in 201 days\) +30 Jun 2027 +a-5 \(rehearsal\) +earliest possible safe day for notice/,
    );
    expect((await run('agreement', 'list', '--rehearsals')).stdout).toMatch(/a-5 .*earliest possible safe day for notice/);
    expect(await run('correct', 'a-5', 'e', '--date', '1998-03-10', '--yes')).toMatchObject({ code: 0 });
    expect((await service.plan('a-5')).standing).toMatchObject({ entryIntoForce: '1998-03-10' });
    const back = await run('correct', 'a-5', 'e', '--date', '1998-02-01..1998-04-30', '--yes');
    expect(back).toMatchObject({ code: 0, stderr: expect.stringContaining('entry into force') as unknown });
    expect((await service.plan('a-5')).standing).toMatchObject({
      within: { entryIntoForce: { notBefore: '1998-02-01', notAfter: '1998-04-30' } },
    });
  });

  test('with a future entry into force schedules it, and makes no difference when imported on any later day', async () => {
    const columns = 'number,title,parties,signed,entry_into_force,end,end_cause';
    const rows = ['A/6,Sixth,KZ; AZ,2020-10-01,2126-01-01,,', 'A/7,Seventh,KZ; AZ,1997-05-14,1998-03-10,2126-06-30,agreement'];
    const ahead = folder.file('ahead.csv', `${[columns, ...rows].join('\n')}\n`);
    expect(await imported(ahead)).toMatchObject({ code: 0, stdout: '2 rows: 2 imported, 0 already there, 0 not imported.\n' });
    const { standing, timers } = await service.plan('a-6');
    expect(standing).toMatchObject({ status: 'signed', entryIntoForce: '2126-01-01' });
    expect(timers.map(t => t.name)).toContain('entryIntoForce');
    expect((await service.plan('a-7')).standing).toMatchObject({ status: 'inForce' });
    for (const day of ['2026-12-31', '2127-01-01']) {
      const later = { now: Date.parse(`${day}T12:00:00Z`), env: { SERVANDA_HOME: home } };
      const { stdout } = await inProcess(['agreement', 'import', ahead, '--rehearsal', '--dry-run'], later);
      expect(stdout).toBe('2 rows: 0 would be imported, 2 already there, 0 not imported.\n');
    }
    const other = folder.file('other-day.csv', `${[columns, ...rows].join('\n').replaceAll('2126', '2127')}\n`);
    expect((await imported(other)).stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /A\/6: .* with other facts: e\. .*A\/7: .* with other facts: x\./,
    );
  });

  test('with two numbers that give one id never merges them: in one table both are rejected, later the first is named', async () => {
    const columns = 'number,title,parties,signed';
    const [cyrillic, latin] = ['КЗ-АЗ 2004/1,Transit,KZ; AZ,1997-05-14', 'KZ-AZ 2004/1,Transit,KZ; AZ,1997-05-14'];
    const both = folder.file('both-alphabets.csv', [columns, cyrillic, latin, ''].join('\n'));
    expect((await imported(both)).stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /0 imported.* line 2, КЗ-АЗ 2004\/1: number: line 3 has one that gives the same id, kz-az-2004-1, .* line 3, KZ-AZ 2004\/1: number: line 2/,
    );
    expect(await imported(folder.file('cyrillic.csv', [columns, cyrillic, ''].join('\n')))).toMatchObject({ code: 0 });
    const later = await imported(folder.file('latin.csv', [columns, latin, ''].join('\n')));
    expect({ code: later.code, said: later.stdout.replaceAll(/\s+/g, ' ') }).toEqual({
      code: 1,
      said: expect.stringContaining(
        'number: kz-az-2004-1 is already the id of number КЗ-АЗ 2004/1; give this agreement a number',
      ) as unknown,
    });
  });

  test('with one treaty under two numbers imports it twice, with a warning that names both rows', async () => {
    const columns = 'number,title,parties,signed';
    const rows = ['A/20,Air services,KZ; AZ,1997-05-14', 'A/21,"AIR  Services.",az-kz,14. 5. 1997', 'A/22,Air services,KZ; AZ,1997-05-15'];
    const report = join(folder.path, 'two-numbers-report.csv');
    const two = folder.file('two-numbers.csv', `${[columns, ...rows].join('\n')}\n`);
    const { code, stdout } = await imported(two, '--report', report);
    const warning = 'looks like the treaty of line 2, A/20: title, Parties and day of signature are the same, and the numbers are not';
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toBe(
      `3 rows: 3 imported, 0 already there, 0 not imported. One row has a warning: line 3, A/21: ${warning} `,
    );
    expect(readFileSync(report, 'utf8')).toContain(`3,A/21,a-21,imported,"${warning}"`);
  });

  test('with a letter that no document can print warns of its code point, and imports the row', async () => {
    const { code, stdout } = await imported(folder.file('letters.csv', 'number,title,parties,signed\nA/30,Договор 字,KZ; AZ,1997-05-14\n'));
    expect(code).toBe(0);
    expect(stdout).toContain('1 row: 1 imported');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'A/30: title.en: the documents’ font has no glyph for 字 (U+5B57): documents can’t print it.',
    );
  });

  test('and an agreement’s file with such a letter have the same effect: a warning when opened and when revised', async () => {
    const text = readFileSync('docs/rehearsal.yaml', 'utf8').replace('id: rehearsal\n', 'id: rehearsal-letters\n');
    const file = folder.file('letters.yaml', text.replace('en: Rehearsal,', 'en: Rehearsal 字,'));
    const warned = /letters\.yaml:\d+:\d+: warning: title\.en: the documents’ font has no glyph for 字 \(U\+5B57\)/;
    const opened = await run('agreement', 'open', file);
    expect(opened).toMatchObject({ code: 0, stdout: expect.stringContaining('is open') as unknown });
    expect(opened.stderr).toMatch(warned);
    const other = folder.file('letters.yaml', text.replace('en: Rehearsal,', 'en: A rehearsal 字,'));
    const revised = await run('agreement', 'revise', other, '--reason', 'title', '--yes');
    expect(revised).toMatchObject({ code: 0, stderr: expect.stringMatching(warned) as unknown });
  });

  test('with a repeated row imports it once, or not at all if the two differ', async () => {
    const other = 'A/9,Ninth,KZ; AZ,1997-05-14,,,,,';
    const text = [
      heading,
      'A/8,Eighth,KZ; AZ,1997-05-14,,,,,',
      'A/8,Eighth,KZ; AZ,1997-05-14,,,,,',
      other,
      other.replace('Ninth', 'X'),
      '',
    ];
    const { stdout } = await imported(folder.file('twice.csv', text.join('\n')));
    expect(stdout).toContain('4 rows: 1 imported, 0 already there, 3 not imported:\n  line 3, A/8: is the same as line 2');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('line 4, A/9: number: line 5 has one that gives the same id, a-9');
  });

  test('is not mixed with agreements in the other register', async () => {
    const { stdout } = await run('agreement', 'import', folder.file('real.csv', `${heading}\n${sound}\n`));
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('keeps a-1 as a rehearsal, and the two are never mixed');
  });

  test('that can’t be read is rejected as a whole, and so is a report that can’t be written', async () => {
    expect(await imported(folder.file('bad.csv', 'a,b\n1,2\n'))).toMatchObject({ code: 2, stdout: '' });
    const nowhere = await imported(file, '--report', join(folder.path, 'none', 'report.csv'));
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('can’t be written: ENOENT') as unknown });
  });

  test('is not imported without a service', async () => {
    const none = join(folder.path, 'none');
    const said = await inProcess(['agreement', 'import', file, '--home', none]);
    expect(said).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npx servanda up') as unknown });
    expect(existsSync(none)).toBe(false);
  });
});

describe('an import that is interrupted', () => {
  const table = tableOf(120, { seed: 7, faulty: false });
  const file = folder.file('many.csv', table);
  const ids = parseTable(table, file)
    .rows.map(r => readRow(r, invented))
    .flatMap(r => ('agreement' in r ? [r.agreement.id] : []));
  const there = async (): Promise<number> => {
    const kept = await service.registers.of(true).agreements();
    return ids.filter(id => kept.includes(id)).length;
  };

  async function stopped(signal: NodeJS.Signals, beyond: number, ...more: string[]): Promise<{ code: unknown; stderr: string }> {
    const args = ['cli/servanda.mjs', 'agreement', 'import', file, '--rehearsal', '--home', home, ...more];
    const child = spawn(process.execPath, args, { env: bareEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise(resolve => child.once('close', resolve));
    await vi.waitFor(async () => expect(await there()).toBeGreaterThan(beyond), { timeout: 120_000, interval: 20 });
    child.kill(signal);
    return { code: await ended, stderr };
  }

  test('by Ctrl-C finishes the rows in progress, and reports how far it came', async () => {
    const report = join(folder.path, 'stopped.csv');
    const { code, stderr } = await stopped('SIGINT', 0, '--report', report);
    const [, taken] = /Stopped\.\n(\d+) of \d+ rows were imported before that\. Run the same command again/.exec(stderr) ?? [];
    expect({ code, said: stderr.includes('SIGINT: finishing work in progress') }).toEqual({ code: 1, said: true });
    expect(Number(taken)).toBe(await there());
    expect(readFileSync(report, 'utf8').match(/,imported,/g)).toHaveLength(Number(taken));
    expect(Number(taken)).toBeLessThan(ids.length);
  }, 300_000);

  test('continues where it stopped when run again, and nothing is entered twice', async () => {
    await stopped('SIGKILL', (await there()) + 5);
    const { code, stdout } = await imported(file, '--json');
    const count = JSON.parse(stdout) as { taken: number; alreadyThere: number };
    expect({ code, all: count.taken + count.alreadyThere }).toEqual({ code: 0, all: ids.length });
    expect(count.alreadyThere).toBeGreaterThan(5);
    expect(await there()).toBe(ids.length);
    expect(JSON.parse((await imported(file, '--json')).stdout)).toMatchObject({ taken: 0, alreadyThere: ids.length, notTaken: [] });
    expect(await service.registers.of(true).verifyAll()).toMatchObject({ sound: true });
  }, 300_000);
});

test('the progress bar of an import shows its progress and the time left', async () => {
  const words = await wordsIn('en');
  expect(formatBar(250, 1000, 5, words)).toBe('[#######.......................]  250 of 1,000  50 a second  15 s left');
  expect(formatBar(0, 1000, 0, words)).toBe('[..............................]  0 of 1,000');
  expect(formatTime(141, words)).toBe('2 min 21 s');
});
