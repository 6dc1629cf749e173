/** Completion of command lines: the proposals at the cursor, and that shells accept the script and use it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { scripts } from '../../cli/completion/scripts.ts';
import { languages } from '../../clauses/desk.ts';
import { noticeKinds } from '../../machines/notice/content.ts';
import { help } from '../../wording/help/en.ts';
import { bareEnvironment, inProcess, temporaryFolder } from '../support/cli.ts';
import { writeKeptRegister } from '../support/kept-register.ts';
import { testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
beforeAll(async () => {
  await writeKeptRegister(home, testAgreement('kept-agreement', { rehearsal: false }), folder.file('note.pdf', '%PDF-1.7 signed'));
});
afterAll(() => folder.remove());

const rows = async (typed: readonly string[], at = home): Promise<string[]> => {
  const said = await inProcess(['completion', '--', ...typed], { env: { SERVANDA_HOME: at } });
  expect(said).toMatchObject({ code: 0, stderr: '' });
  return said.stdout.split('\n').filter(Boolean);
};
const proposed = async (typed: readonly string[], at?: string): Promise<string[]> =>
  (await rows(typed, at)).map(row => row.split('\t')[0]!);

describe('the proposed words', () => {
  test('are all commands and groups, each with its purpose, if nothing is typed yet', async () => {
    const first = new Set(Object.keys(help.commands).map(id => id.split(' ')[0]));
    expect(new Set((await proposed([''])).filter(word => !word.startsWith('-')))).toEqual(first);
    expect(await rows(['diag'])).toEqual([`diagram\t${help.commands.diagram.brief}`]);
  });

  test.each([
    [['agreement', 'im'], ['import']],
    [['agreement', 're'], ['revise']],
    [['help', 'agreement', 'im'], ['import']],
    [
      ['agreement', 'import', 'table.csv', '--re'],
      ['--rehearsal', '--report'],
    ],
    [['timeline', '--as'], ['--as-of']],
    [['timeline', '--lang'], ['--language']],
    [['--language', 'r'], ['ru']],
    [['--language', 'ru', 'agreement', 'im'], ['import']],
    [['timeline', '--language='], languages.map(l => `--language=${l}`)],
    [['notice', 'draft', 'kept-agreement', '--kind', ''], [...noticeKinds]],
    [['notice', 'draft', 'kept-agreement', '--kind=ter'], ['--kind=termination']],
    [['record', 'kept-agreement', 'termination.a'], ['termination.agreed']],
    [
      ['notice', 'document', 'kept-agreement', '2026-1', '--format', ''],
      ['pdf', 'docx'],
    ],
    [['certificate', 'kept-agreement', '--format', 'j'], ['json']],
    [['diagram', 'p'], ['protocol']],
    [
      ['completion', ''],
      ['bash', 'zsh'],
    ],
    [['agreement', 'show', 'kept'], ['kept-agreement']],
    [['explain', 'k'], ['kept-agreement', ...listAgreements().map(a => a.id)].filter(id => id.startsWith('k')).sort()],
    [['record', 'kept-agreement', 'signed', '--evidence', ''], []],
    [['nonsense', ''], []],
    [['agreement', 'import', '--nonsense', 'x', '--re'], []],
  ])('after %j are %j', async (typed, words) => {
    const found = await proposed(typed);
    expect(typed.at(-1) === '' ? found.filter(word => !word.startsWith('-')) : found).toEqual(words);
  });

  test('have explanations in the language of the command line', async () => {
    const { stdout } = await inProcess(['completion', '--', '--language', 'kk', 'diag']);
    expect(stdout).toBe('diagram\tҚұжаттың өмірі Mermaid сызбасы түрінде\n');
  });

  test('are empty if the register is missing or does not answer', async () => {
    expect(await proposed(['agreement', 'show', 'k'], join(folder.path, 'none'))).toEqual([]);
    const env = { SERVANDA_HOME: home, DATABASE_URL: 'postgres://servanda:hush@127.0.0.1:9/servanda' };
    expect(await inProcess(['completion', '--', 'agreement', 'show', 'k'], { env })).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('the completion script', () => {
  const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

  test.each(['bash', 'zsh'] as const)('for %s is printed, and the shell can parse it', async shell => {
    const { code, stdout } = await inProcess(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain(`'${process.execPath}'`);
    if (has(shell)) expect(spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test('for an unknown shell is refused with a list of the known ones', async () => {
    expect(await inProcess(['completion', 'fish'])).toMatchObject({ code: 2, stderr: expect.stringContaining('bash, zsh') as unknown });
  });

  /** What bash inserts: the script asks a program that prints the words it was called with, each between brackets. */
  const filledIn = (words: string, at: number, call: string): string => {
    const echo = folder.file(
      'echo it.mjs',
      "console.log(process.argv.slice(3).map(word => `[${word}]`).join('') + '\\twhat it is for');\n",
    );
    const input = `${scripts.bash([process.execPath, echo])}\nCOMP_WORDS=(${words})\nCOMP_CWORD=${at}\n${call}\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`;
    const { status, stdout, stderr } = spawnSync('bash', ['-u'], { input, encoding: 'utf8', env: bareEnvironment() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };

  test.runIf(has('bash')).each([
    ['servanda agreement im', 2, '_servanda', '[--][agreement][im]\n'],
    ["servanda agreement ''", 2, '_servanda', '[--][agreement][]\n'],
    ['npx servanda timeline --as', 3, '_servanda_npx', '[--][timeline][--as]\n'],
    ['servanda notice draft x --kind = te', 6, '_servanda', '[--][notice][draft][x][--kind][te]\n'],
    ['servanda notice draft x --kind =', 5, '_servanda', '[--][notice][draft][x][--kind][]\n'],
    ['npx other ti', 2, '_servanda_npx', '\n'],
  ])('for bash completes `%s`', (words, at, call, asked) => expect(filledIn(words, at, call)).toBe(asked));
});
