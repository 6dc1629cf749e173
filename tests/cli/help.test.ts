/** The help: every command has one with examples, and the examples run as they are written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { inProcess, servanda, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const pure = ['timeline', 'explain', 'deadlines', 'simulate', 'diagram', 'agreement check'];
const ofTheRegister = [
  'record',
  'correct',
  'strike',
  'replan',
  'agreement open',
  'agreement import',
  'agreement list',
  'agreement show',
  'agreement redescribe',
  'certificate',
  'register head',
  'register rebuild',
  'register compare',
];
const ofTheProcess = ['up', 'worker', 'codec'];
const others = ['agreement new', 'keys new', 'keys public', 'keys verify', 'register verify', 'register backup', 'register restore'];
const commands = [...pure, ...ofTheRegister, ...ofTheProcess, ...others];

const helpOf = (command: string) => inProcess([...command.split(' '), '--help']);

/** The examples of a help text, as words: quotes group, a redirection is the shell's. */
function examplesIn(help: string): string[][] {
  const lines = help.split('\n');
  const from = lines.indexOf('EXAMPLES');
  const own = lines.slice(from + 1, lines.indexOf('', from));
  return own.map(line =>
    [
      ...line
        .trim()
        .replace(/ > \S+$/, '')
        .matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g),
    ].map(m => m[1] ?? m[2] ?? m[3]!),
  );
}

describe('help', () => {
  test('lists every command with what it is for', async () => {
    const { code, stdout } = await servanda(['--help']);
    expect(code).toBe(0);
    for (const command of commands.filter(c => !c.includes(' '))) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
    const agreement = await inProcess(['agreement', '--help']);
    for (const command of ['new', 'check', 'open', 'import', 'list', 'show', 'redescribe'])
      expect(agreement.stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
  });

  test.each(commands)('of %s says how it is called, what its flags are, and gives examples', async command => {
    const { code, stdout, stderr } = await helpOf(command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^USAGE\n  npx servanda ${command}`));
    expect(stdout).toContain('\nFLAGS\n');
    const examples = examplesIn(stdout);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example.join(' ')).toContain(`npx servanda ${command}`);
    expect(stdout.split('\n').every(line => line.length <= 150)).toBe(true);
  });

  test('also as `help record`, and of an unknown command it says which there are', async () => {
    expect((await inProcess(['help', 'record'])).stdout).toBe((await helpOf('record')).stdout);
    expect(await inProcess(['help', 'recrod'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean record?') });
  });

  it('says the version', async () => {
    const { code, stdout } = await inProcess(['--version']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('the examples', () => {
  const home = join(folder.path, 'none');

  test.each(pure)('of %s run', async command => {
    for (const [, , ...args] of examplesIn((await helpOf(command)).stdout)) {
      const { code, stdout, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home } });
      if (args.includes('--register') || args.join(' ') === 'deadlines')
        expect({ args, code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no register in') });
      else expect({ args, code, stderr, answered: stdout.length > 0 }).toEqual({ args, code: 0, stderr: '', answered: true });
    }
  });

  // Their flags are read and their files are there: without a service they come as far as saying how to start it.
  test.each(ofTheRegister)('of %s are understood', async command => {
    for (const [, , ...args] of examplesIn((await helpOf(command)).stdout)) {
      const { code, stdout, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home } });
      expect({ args, code, stdout, stderr }).toEqual({ args, code: 1, stdout: '', stderr: expect.stringContaining('npx servanda up') });
    }
    expect(existsSync(home)).toBe(false);
  });
});
