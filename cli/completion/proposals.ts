/** Completions at the cursor of a command line: commands, flags and, where known, their values. */
import { proposeCompletions, type Application, type InputCompletion } from '@stricli/core';
import { languages } from '../../clauses/desk.ts';
import type { CliContext } from '../world.ts';

export interface Proposal {
  value: string;
  brief: string;
}

/** `typed`: the words up to the cursor, the last one unfinished or empty. `build`: the commands, with the one that the words name. */
export async function proposalsFor(
  typed: readonly string[],
  world: CliContext,
  build: (words: readonly string[]) => Promise<Application<CliContext>>,
): Promise<Proposal[]> {
  const last = typed.at(-1) ?? '';
  const [, flag, begun] = /^(--[^=]+)=(.*)$/s.exec(last) ?? [];
  if (flag !== undefined) {
    const values = await proposalsFor([...typed.slice(0, -1), flag, begun!], world, build);
    return values.map(({ value, brief }) => ({ value: `${flag}=${value}`, brief }));
  }
  const before = typed.slice(0, -1);
  if (before.at(-1) === '--language') return languages.filter(l => l.startsWith(last)).map(value => ({ value, brief: '' }));
  const words = withoutLanguage(before[0] === 'help' ? before.slice(1) : before);
  const found = await proposeCompletions(await build(words), [...words, last], world);
  const ours = last.startsWith('--') && '--language'.startsWith(last) ? [{ value: '--language', brief: languages.join('|') }] : [];
  return [...found.filter(f => f.completion.startsWith(last) && f.completion !== '--language').map(proposalOf), ...ours];
}

const withoutLanguage = (words: readonly string[]): string[] =>
  words.filter((word, i) => word !== '--language' && words[i - 1] !== '--language' && !word.startsWith('--language='));

/** A value has no help text of its own, and that of its flag or argument would not describe it. */
const proposalOf = ({ kind, completion, brief }: InputCompletion): Proposal => ({
  value: completion,
  brief: kind === 'argument:value' ? '' : brief,
});

/** One completion per line: its value, a tab, its help text. */
export const inRows = (proposals: readonly Proposal[]): string =>
  proposals.map(({ value, brief }) => `${value}\t${brief.replaceAll(/\s+/g, ' ')}`).join('\n');
