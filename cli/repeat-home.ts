/** The command lines in a message act on the home that its own command was given: each repeats `--home`, so that it can be typed as it is. */
import type { CommandId } from '../wording/help/en.ts';
import { shellWord } from '../wording/message.ts';

/** They have no flag `--home`. */
export const withoutHome: readonly CommandId[] = [
  'agreement new',
  'agreement check',
  'diagram',
  'completion',
  'keys new',
  'keys public',
  'keys verify',
];

/** For the text that a command prints. SERVANDA_HOME needs no repeating: the shell keeps it. */
export function repeatHome(args: readonly string[], commands: readonly CommandId[]): (text: string) => string {
  const home = homeIn(args);
  if (!home) return text => text;
  const flag = ` --home ${shellWord(home)}`;
  const names = commands.filter(id => !withoutHome.includes(id)).join('|');
  const lines = new RegExp(`npx servanda (?:${names})(?![\\w-]| --home| --help)`, 'g');
  return text => (isJson(text) ? text : text.replaceAll(lines, line => line + flag));
}

function homeIn(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.indexOf('--home');
  return at < 0 ? own.find(arg => arg.startsWith('--home='))?.slice('--home='.length) : own[at + 1];
}

const isJson = (text: string): boolean => /^[[{]/.test(text);
