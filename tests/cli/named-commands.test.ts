/** A command line that a message gives to type has all that its command requires: its arguments, and its required flags. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repeatHome, withoutHome } from '../../cli/repeat-home.ts';
import { root } from '../../docs/pages.ts';
import { openRegisters } from '../../register/home.ts';
import { help } from '../../wording/help/en.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';

interface Usage {
  arguments: number;
  required: readonly string[];
}

/** The ways to write each command: what stands in brackets, or is one of several, is not required. */
const usages = new Map<string, { ways: Usage[]; flags: Set<string> }>();
for (const command of Object.keys(help.commands)) {
  const { stdout } = await inProcess([...command.split(' '), '--help'], { columns: 1000 });
  const [, ...lines] = stdout.slice(0, stdout.indexOf('\n\n')).split('\n');
  const ways = lines
    .filter(line => !line.endsWith(' --help'))
    .map(line => {
      const needed = line.replaceAll(/\[[^\]]*\]/g, '').replaceAll(/\S+( [A-Z]+)? \| (\S+( [A-Z]+)? \| )*\S+/g, '');
      return { arguments: needed.split('<').length - 1, required: [...needed.matchAll(/--([a-z-]+)/g)].map(m => m[1]!) };
    });
  usages.set(command, { ways, flags: new Set(['language', 'help', ...[...stdout.matchAll(/--([a-z-]+)/g)].map(m => m[1]!)]) });
}

const sources = readdirSync(join(root, 'wording'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

/** A command after a colon, or at the beginning of a text or a line, is to be typed; one in a sentence or in brackets is only named. */
const toBeTyped = /(?:(?<!\([^)\n]*): |\\n|['`])npx servanda ([a-z].*?)(?=[.;)]?(?:\\n|[.;)][\s}]| \(|['`]|$))/gm;
const lines = sources.flatMap(file =>
  [...readFileSync(join(root, 'wording', file), 'utf8').matchAll(toBeTyped)].map(m => [file, m[1]!] as const),
);

it('messages in every language give command lines to type', () => expect(lines.length).toBeGreaterThan(300));

it.each(lines)('%s: npx servanda %s', (_, line) => {
  const words = line.split(/,? /);
  const command = [words.slice(0, 2).join(' '), words[0]!].find(name => usages.has(name));
  expect(command).toBeDefined();
  const { ways, flags } = usages.get(command!)!;
  const rest = line.slice(command!.length);
  const named = [...rest.matchAll(/--([a-z-]+)/g)].map(m => m[1]!);
  expect(named.filter(flag => !flags.has(flag))).toEqual([]);
  expect(line).not.toMatch(/(?<!<typed>)\{(file|folder|home|path|person)\}/);
  if (named.includes('help')) return;
  const given = rest.split(' --')[0]!.trim().split(' ').filter(Boolean).length;
  expect(ways).toContainEqual(expect.toSatisfy((way: Usage) => way.arguments <= given && way.required.every(flag => named.includes(flag))));
});

it('every command takes --home, except those that need none', () => {
  expect([...usages].filter(([, { flags }]) => !flags.has('home')).map(([command]) => command)).toEqual(withoutHome);
});

const folder = temporaryFolder();
afterAll(() => folder.remove());
const home = folder.path;
await (await openRegisters(home)).close();

it.each([
  [['agreement', 'show', 'none', '--home', home], `To list its agreements: npx servanda agreement list --home ${home}.`],
  [['agreement', 'show', 'none', `--home=${home}`], `To open one: npx servanda agreement open --home ${home} FILE.`],
  [['agreement', 'list', '--home', home], `Open one with: npx servanda agreement open --home ${home} FILE.`],
  [['agreement', 'open', 'docs/rehearsal.yaml', '--home', home], `Start it with: npx servanda up --home ${home}\n`],
])('servanda %j names commands that act on the same home', async (args, said) => {
  const { stdout, stderr } = await inProcess(args);
  expect(stdout + stderr).toContain(said);
});

it('only sentences are completed, and only of a command that was given --home', () => {
  const line = 'npx servanda agreement list';
  const said = `{"detail":"To list its agreements: ${line}."}`;
  const ids = ['agreement list', 'up'] as const;
  expect(repeatHome(['agreement', 'show', '--home', home], ids)(said)).toBe(said);
  expect(repeatHome(['agreement', 'show', '--', '--home', home], ids)(line)).toBe(line);
  expect(repeatHome(['agreement', 'show', '--home', 'my home'], ids)(`${line}, npx servanda up --home x`)).toBe(
    `${line} --home 'my home', npx servanda up --home x`,
  );
});

it.each(['/data/servanda', '/data/my register', "/data/o'clock", '/data/$HOME`id`"x"'])('a shell reads %s as it was meant', async home => {
  const { code, stderr } = await inProcess(['agreement', 'open', 'docs/rehearsal.yaml'], {
    env: { SERVANDA_HOME: home },
  });
  const typed = /npx servanda up --home (.*)/.exec(stderr)![1]!;
  expect({ code, home: execFileSync('sh', ['-c', `printf %s ${typed}`], { encoding: 'utf8' }) }).toEqual({ code: 1, home });
});
