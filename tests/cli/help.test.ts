/** The help: every command has one with examples, and the examples run as written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { nearest } from '../../agreements/nearest.ts';
import { flagNames } from '../../cli/flag-names.ts';
import { helpIn } from '../../cli/words.ts';
import { help, type CommandId } from '../../wording/help/en.ts';
import { leftInEnglish, lettersOf, textsOf } from '../support/catalogues.ts';
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
  'agreement revise',
  'certificate',
  'register head',
  'register rebuild',
  'register compare',
];
const commands = Object.keys(help.commands) as CommandId[];

/** A terminal so wide that no line is broken. */
const wide = { columns: 1000 };
const helpOf = (command: string) => inProcess([...command.split(' '), '--help'], wide);

/** Joins a command line with its continuation. */
const unbroken = (help: string): string => help.replaceAll(/ \\\n +/g, ' ');

/** The examples in a help text, as words: quotes group, and a redirection is the shell's. */
function examplesIn(help: string): string[][] {
  const lines = unbroken(help).split('\n');
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
  test('lists every command with its purpose', async () => {
    const { code, stdout } = await servanda(['--help']);
    expect(code).toBe(0);
    for (const command of commands.filter(c => !c.includes(' '))) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
    const agreement = await inProcess(['agreement', '--help']);
    for (const command of ['new', 'check', 'open', 'import', 'list', 'show', 'revise'])
      expect(agreement.stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'));
  });

  test.each(commands)('of %s gives its usage, its flags and examples', async command => {
    const { code, stdout, stderr } = await helpOf(command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^USAGE\n  npx servanda ${command}`));
    expect(stdout).toContain('\nFLAGS\n');
    const examples = examplesIn(stdout);
    expect(examples.length).toBeGreaterThan(0);
    // The output of identity sign is for Temporal's own command line.
    const others = command === 'identity sign' ? '|temporal' : '';
    for (const example of examples) expect(example.join(' ')).toMatch(new RegExp(`servanda (${command}${others})\\b`));
  });

  test('is also available as `help record`, and for an unknown command lists the known ones', async () => {
    expect((await inProcess(['help', 'record'], wide)).stdout).toBe((await helpOf('record')).stdout);
    expect(await inProcess(['help', 'recrod'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean record?') });
  });

  it('prints the version', async () => {
    const { code, stdout } = await inProcess(['--version']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

/** Command lines, and lists of codes with their flags. */
const isTyped = (line: string): boolean =>
  /^ *(\S+=\S+ )*(npx servanda|temporal) /.test(line) ||
  line.split(',').every(item => /^\s*$|^ *[a-z][A-Za-z_.]*( \[?--[a-z-]+\]?)*$/.test(item));

describe.each(languages)('help in %s', language => {
  const pages = ['', ...Object.keys(help.groups), ...commands];
  const shownAt = async (page: string, columns: number): Promise<string> =>
    (await inProcess([...page.split(' ').filter(Boolean), '--help', '--language', language], { columns })).stdout;
  /** Without the spaces between words, and without the continuation of command lines. */
  const wordsOf = (text: string): string => unbroken(text).replaceAll(/\s+/g, '');

  it.each([80, 120])('has no line wider than a terminal of %d columns, and loses nothing', async columns => {
    for (const page of pages) {
      const shown = await shownAt(page, columns);
      expect(
        shown.split('\n').filter(line => [...line].length > columns),
        page,
      ).toEqual([]);
      expect(wordsOf(shown), page).toBe(wordsOf(await shownAt(page, wide.columns)));
    }
  });

  it.each([
    ['agreement revise', ['--reason'], ['--by', '--yes']],
    ['identity issue', ['--person', '--for', '--roles'], ['--days']],
    ['decide', ['--by', '--authority'], ['--renew', '--terminate', '--note']],
    ['notice document', ['--language'], ['--format', '--out']],
    ['certificate', [], ['--language', '--out']],
    ['identity sign', [], ['--request', '--file', '--person']],
    ['register verify', [], ['--head', '--public-key']],
    ['protocol document', ['--language'], ['--format', '--out']],
  ])('puts only optional flags of %s in brackets', async (page, required, optional) => {
    const shown = await shownAt(page, 80);
    for (const flag of required) expect(shown).toMatch(new RegExp(`^ +${flag} `, 'm'));
    for (const flag of optional) expect(shown).toMatch(new RegExp(`^ +\\[${flag}\\] `, 'm'));
  });

  it('breaks no word at 80 columns', async () => {
    for (const page of pages) {
      const known = new Set((await shownAt(page, wide.columns)).split(/[\s|]+/));
      expect(
        unbroken(await shownAt(page, 80))
          .split(/[\s|]+/)
          .filter(word => !known.has(word)),
        page,
      ).toEqual([]);
    }
  });
});

describe.each(languages.filter(l => l !== 'en'))('help in %s', language => {
  it('has the placeholders of the English text, words of its own, and nothing in English', async () => {
    const english = new Map(textsOf(help));
    const texts = textsOf(await helpIn(language));
    expect(texts.length).toBe(english.size);
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}|npx servanda [a-z]+|--[a-z-]+|[A-Z]+_[A-Z_]+/g))].sort();
    for (const [at, text] of texts) {
      expect(text, at).not.toBe(english.get(at));
      expect(text, at).toMatch(lettersOf[language]);
      expect(leftInEnglish(text), at).toBeNull();
      expect(places(text), at).toEqual(places(english.get(at)!));
    }
  });

  it('covers every command, and only command lines are in English', async () => {
    for (const command of commands) {
      const said = async (...more: string[]) => (await inProcess([...command.split(' '), '--help', ...more], wide)).stdout.split('\n');
      const [own, english] = [await said('--language', language), new Set(await said())];
      expect(own.filter(line => english.has(line) && !isTyped(line))).toEqual([]);
    }
  });

  it('lists every command and group with its purpose', async () => {
    const { stdout } = await inProcess(['--help', '--language', language], wide);
    const { commands: all, groups } = await helpIn(language);
    for (const [id, { brief }] of Object.entries(all)) if (!id.includes(' ')) expect(stdout).toContain(brief);
    for (const brief of Object.values(groups)) expect(stdout).toContain(brief);
    const group = await inProcess(['notice', '--help', '--language', language], wide);
    for (const [id, { brief }] of Object.entries(all)) if (id.startsWith('notice ')) expect(group.stdout).toContain(brief);
  });
});

it('every flag and argument has a message, and every message has a flag or an argument', async () => {
  const shown = new Set<string>();
  for (const command of commands) for (const line of (await helpOf(command)).stdout.split('\n')) shown.add(line);
  const all = [...shown].join('\n');
  expect(Object.entries(help.flags).filter(([, text]) => !all.includes(text.replace(/\{\w+\}.*/, '')))).toEqual([]);
  expect(all).not.toContain('undefined');
});

describe('a flag that a command does not have', () => {
  const flagsOf = async (command: string): Promise<string[]> =>
    [...(await helpOf(command)).stdout.matchAll(/^\s+\[?\(?(?:-\w )?\s*--([a-z-]+)/gm)].map(m => m[1]!);

  it('is not treated as a slip if another command has it, and nothing else is suggested', async () => {
    const has = new Map<string, string[]>();
    for (const command of commands) has.set(command, await flagsOf(command));
    expect(new Set(['language', ...[...has.values()].flat()])).toEqual(new Set([...flagNames, 'language']));
    // The arguments of temporal are Temporal's own.
    has.delete('temporal');
    for (const [command, own] of has)
      for (const flag of flagNames) {
        if (own.includes(flag) || nearest(flag, own) === undefined) continue;
        const { code, stderr } = await inProcess([...command.split(' '), `--${flag}`, 'x']);
        expect({ command, flag, code, stderr }).toMatchObject({ code: 2, stderr: expect.not.stringContaining('Did you mean') as unknown });
      }
  });

  it.each([
    ['--yse', 'strike', 'Did you mean --yes?'],
    ['--enterd-by', 'record', 'Did you mean --entered-by?'],
    ['--yes', 'agreement open', 'There is no flag --yes. For all flags'],
  ])('%s of %s: %s', async (flag, command, said) => {
    expect((await inProcess([...command.split(' '), flag, 'x'])).stderr).toContain(said);
  });
});

describe('the examples', () => {
  const home = join(folder.path, 'none');

  test.each(pure)('of %s work', async command => {
    for (const [, , ...args] of examplesIn((await helpOf(command)).stdout)) {
      const { code, stdout, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home } });
      if (args.includes('--register') || args.join(' ') === 'deadlines')
        expect({ args, code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('No register in') });
      else expect({ args, code, stderr, answered: stdout.length > 0 }).toEqual({ args, code: 0, stderr: '', answered: true });
    }
  });

  // Their flags are parsed and their files exist: without a service they only get as far as saying how to start it.
  test.each(ofTheRegister)('of %s are valid', async command => {
    for (const [, , ...args] of examplesIn((await helpOf(command)).stdout)) {
      const { code, stdout, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home } });
      expect({ args, code, stdout, stderr }).toEqual({ args, code: 1, stdout: '', stderr: expect.stringContaining('npx servanda up') });
    }
    expect(existsSync(home)).toBe(false);
  });
});
