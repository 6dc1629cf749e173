/** At the command line: what can't be folded is reported with its reason and holds up no other agreement; an endless fold is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { descriptionHash } from '../../dossier/description.ts';
import type { Line } from '../../register/types.ts';
import { openRegisters } from '../../register/home.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';
import { enter } from '../support/enter.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const run = (...args: string[]): Promise<Said> => inProcess(args, { env: { SERVANDA_HOME: home } });

const bad = { id: 'b1', type: 'termination.notified', by: 'AZ', received: '2025-13-45', recorded: '2025-06-01' };

async function put(id: string, ...entries: object[]): Promise<void> {
  const registers = await openRegisters(home);
  for (const entry of entries) await enter(registers.of(true), id, entry as Line, { by: 'desk', at: 1_700_000_000_000 });
  await registers.close();
}

beforeAll(async () => {
  for (const id of ['poisoned', 'sound']) {
    const content = testAgreement(id);
    await put(id, { type: 'described', id: 'description-1', hash: descriptionHash(content), content }, ...inForceFrom('2022-06-10'));
  }
  await put('sound', { id: 'pa', type: 'protocol.proposed', protocol: 'constructor', by: 'AZ', received: '2023-05-01' });
  await put('poisoned', bad);
});
afterAll(() => folder.remove());

const remedy = /poisoned can’t be folded: .*The cause is the entry b1\. Remove it \(in a register: npx servanda strike poisoned b1/;

describe('a register with one agreement that can’t be folded', () => {
  it.each([
    ['agreement list', ['agreement', 'list', '--rehearsals'], 'sound'],
    ['deadlines', ['deadlines', '--rehearsals', '--within', 'P5Y'], 'sound'],
    ['agreement list --json', ['agreement', 'list', '--rehearsals', '--json'], '"agreement": "sound"'],
    ['deadlines --undecided', ['deadlines', '--rehearsals', '--undecided', '--within', 'P5Y'], 'sound'],
  ])('%s answers for the others, says why not for that one, and exits with 1', async (_, args, shown) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(1);
    expect(stdout).toContain(shown);
    expect(stdout).not.toContain('poisoned');
    expect(stderr).toMatch(remedy);
    expect(stderr).toContain('One agreement is left out of this answer.');
  });

  it('lists the protocols of all agreements: one that can be replayed without its agreement’s fold does not need it', async () => {
    const { code, stdout } = await run('protocol', 'list', '--rehearsals');
    expect({ code, listed: stdout.includes('constructor') }).toEqual({ code: 0, listed: true });
  });

  it.each([
    ['agreement show', ['agreement', 'show', 'poisoned']],
    ['deadlines', ['deadlines', 'poisoned']],
    ['explain --register', ['explain', 'poisoned', '--register']],
  ])('%s of that agreement fails with the reason and the remedy', async (_, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(remedy);
    expect(stderr).not.toContain('servanda failed');
  });

  it('previews a strike with what it brings back, and refuses another fact before it is sent', async () => {
    const strike = await run('strike', 'poisoned', 'b1', '--reason', 'never received');
    expect(strike.stderr).toMatch(remedy);
    expect(strike.stderr).toContain('After it, the register can be folded again.');
    const record = await run('record', 'poisoned', 'suspension.agreed', '--on', '2026-01-01', '--yes');
    expect(record).toMatchObject({ code: 2, stderr: expect.stringMatching(remedy) as unknown });
    expect(record.stderr).toContain('Nothing was entered.');
    await put('poisoned', { ...bad, id: 'b2' });
    expect((await run('strike', 'poisoned', 'b1', '--reason', 'never received')).stderr).toContain('The cause is the entry b2.');
  });

  it('answers everything again once the entry is struck, and displays the entry as it was written', async () => {
    for (const of of ['b1', 'b2'])
      await put('poisoned', { id: `k-${of}`, type: 'struck', of, recorded: '2026-01-02', reason: 'never received' });
    expect(await run('agreement', 'list', '--rehearsals')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('poisoned') as unknown,
    });
    const shown = await run('agreement', 'show', 'poisoned');
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('b1 struck: never received') as unknown });
  });
});

describe('a description that this version can’t read', () => {
  beforeAll(async () => {
    const content = testAgreement('unread') as unknown as { clauses: { duration: object } };
    const unread = {
      ...content,
      clauses: { ...content.clauses, duration: { ...content.clauses.duration, first: 'five years' } },
      scope: 'x',
    };
    await put('unread', { type: 'described', id: 'description-1', hash: descriptionHash(unread as never), content: unread });
  });

  it.each([
    [
      'en',
      /^unread can’t be folded: This version of servanda can’t read the description description-1: clauses\.duration\.first: must be a length.*; scope: is not allowed here\. No entry is the cause/,
    ],
    [
      'ru',
      /^Положение по unread вычислить не удаётся: Эта версия servanda не может прочитать описание description-1: clauses\.duration\.first: должн.*; scope: .*revise/,
    ],
    [
      'kk',
      /^unread бойынша жай-күйді есептеу мүмкін емес: servanda бағдарламасының бұл нұсқасы description-1 сипаттамасын оқи алмайды: clauses\.duration\.first: .*revise/,
    ],
    [
      'az',
      /^unread üzrə vəziyyəti hesablamaq mümkün deyil: servanda proqramının bu versiyası description-1 təsvirini oxuya bilmir: clauses\.duration\.first: .*revise/,
    ],
  ])('is named with its mistakes in %s by every command that comes across it', async (language, said) => {
    for (const args of [
      ['agreement', 'show', 'unread'],
      ['explain', 'unread', '--register'],
      ['certificate', 'unread'],
      ['deadlines', 'unread'],
      ['record', 'unread', 'suspension.agreed', '--on', '2026-01-01', '--yes'],
    ]) {
      const { code, stdout, stderr } = await run(...args, '--language', language);
      expect({ code, stdout }, args.join(' ')).toEqual({ code: 1, stdout: '' });
      expect(stderr, args.join(' ')).toMatch(said);
    }
  });
});

describe('every command refuses a fold that would be endless, with the reason', () => {
  const file = (name: string, length: string, signed: string): string =>
    folder.file(
      name,
      `id: ${name.replace('.yaml', '')}
title: { en: An invented agreement }
rehearsal: true
parties:
  - { id: KZ, name: { en: Kazakhstan }, zone: Asia/Almaty }
  - { id: AZ, name: { en: Azerbaijan }, zone: Asia/Baku }
clauses:
  entryIntoForce: { on: signature, article: art. 1 }
  duration: { kind: periods, article: art. 1, first: ${length}, renewal: { kind: automatic, length: ${length} }, noticeBefore: P1D }
  termination: { when: anyTime, article: art. 1, notice: P1D }
sources: [{ what: invented, where: for tests }]
facts:
  - { id: s, type: signed, on: ${signed} }
`,
    );
  const daily = file('daily.yaml', 'P1D', '1900-01-01');
  const monthly = file('monthly.yaml', 'P1M', '1700-01-01');
  const commands: [name: string, args: (of: string) => string[]][] = [
    ['timeline', of => ['timeline', of]],
    ['explain', of => ['explain', of]],
    ['simulate', of => ['simulate', of, '--by', 'KZ', '--received', '2026-11-01']],
    ['deadlines', of => ['deadlines', '--files', of]],
  ];

  it.each([...commands, ['agreement open', (of: string) => ['agreement', 'open', of]] as (typeof commands)[number]])(
    '%s: periods of a day',
    async (_, args) => {
      const { code, stdout, stderr } = await run(...args(daily));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('clauses.duration.first: found "P1D"; must be at least P28D, the shortest month');
    },
  );

  it.each(commands)('%s: more periods than any agreement has', async (_, args) => {
    const { code, stdout, stderr } = await run(...args(monthly));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^By \d+ [A-Z][a-z]{2} 19\d\d it has taken 6,000 steps/);
  });

  const paired = (name: string, n: number): string => {
    const day = (i: number): string => new Date(Date.UTC(2002, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
    const facts = Array.from({ length: n }, (_, i) => [
      `  - { id: t${i}, type: termination.notified, by: AZ, received: ${day(i)} }`,
      `  - { id: r${i}, type: termination.revoked, by: AZ, of: t${i}, received: ${day(i)} }`,
    ]);
    const text = readFileSync(file(name, 'P5Y', '2001-01-01'), 'utf8');
    return folder.file(name, text.replace('noticeBefore: P1D', 'noticeBefore: P6M') + facts.flat().join('\n'));
  };
  const [thousands, hundreds] = [paired('thousands.yaml', 5_000), paired('hundreds.yaml', 400)];

  it.each(commands)('%s: notices and revocations without end', async (_, args) => {
    for (const [of, why] of [
      [thousands, /^It has 10,00\d entries, more than any agreement does/],
      [hundreds, /^This would take more than 100,000 steps, more than any agreement does/],
    ] as const) {
      const { code, stdout, stderr } = await run(...args(of));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(why);
    }
  });

  it.each([
    ['--as-of', ['timeline', 'ee-ru-1993-legal-assistance', '--as-of', '9999-01-01']],
    ['--known-on', ['timeline', 'ee-ru-1993-legal-assistance', '--known-on', '0001-01-01']],
    ['--until', ['timeline', 'ee-ru-1993-legal-assistance', '--until', '9999-12-31']],
    ['--received', ['simulate', 'ee-ru-1993-legal-assistance', '--by', 'EE', '--received', '9999-12-31']],
    ['--as-of', ['certificate', 'sound', '--as-of', '9999-01-01']],
  ])('%s names a day within the calendar', async (flag, args) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^${flag} \\d{4}-\\d\\d-\\d\\d: must be a calendar date .* from 0200-01-01 to 2999-12-31`));
  });

  test('deadlines refuses more periods than fit in a century', { timeout: 240_000 }, async () => {
    const young = file('young.yaml', 'P6M', '2026-01-01');
    const { code, stderr } = await run('deadlines', '--files', young, '--within', 'P90Y');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'young has more than 120 deadlines in that time. Name a shorter one: --within.\n',
    });
  });
});
