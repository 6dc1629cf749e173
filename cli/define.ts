/** A command as its file defines it: how it is typed, its flags and what it does. What its help says comes from the catalogue of the language. */
import { buildCommand, type Command } from '@stricli/core';
import { fill } from '../wording/forms.ts';
import type { CommandId, FlagId, HelpMessages } from '../wording/help/en.ts';
import { proposing } from './completion/values.ts';
import { wrapped } from './page.ts';
import type { CliContext } from './world.ts';

type Flags<F> = Readonly<Partial<Record<keyof F, unknown>>>;
type Built<F extends Flags<F>, A extends unknown[]> = Extract<Parameters<typeof buildCommand<F, A, CliContext>>[0], { func: unknown }>;

interface Definition<F extends Flags<F>, A extends unknown[]> {
  usage: readonly [string, ...string[]];
  /** Command lines, each set in by two. */
  examples: string;
  /** What stands in the places of its text and of its flags: codes, which are the same in every language. */
  values?: Readonly<Record<string, string>>;
  /** Each `brief` is the name of a message: see `FlagId`. */
  parameters: Built<F, A>['parameters'];
  func: Built<F, A>['func'];
}

export type Defined = (id: CommandId, help: HelpMessages) => Command<CliContext>;

export const define =
  <F extends Flags<F>, A extends unknown[]>({ usage, examples, values = {}, parameters, func }: Definition<F, A>): Defined =>
  (id, help) => {
    const { brief, text } = help.commands[id];
    const ofRehearsal = /[ /]rehearsal(?:[ /]|$)/m.test(examples) ? [help.rehearsal] : [];
    const full = [fill(text, values), ...ofRehearsal, '', help.headings.examples];
    return buildCommand<F, A, CliContext>({
      docs: { brief, customUsage: usage, fullDescription: `${inLines(full.join('\n'))}${examples}` },
      parameters: worded(parameters, help, values),
      func,
    });
  };

/** Broken between words, and not within a command line, so that a terminal shows it as it is. What is set in is a list: so is its next line. */
export const inLines = (text: string): string =>
  text
    .replace(/npx servanda(?: [a-z<>./-]+){1,3}/g, typed => typed.replaceAll(' ', '\u00a0'))
    .split('\n')
    .flatMap(line => {
      const [, indent = ''] = /^( *)/.exec(line)!;
      return wrapped(line.slice(indent.length), widthOfHelp - indent.length).map(l => `${indent}${indent ? l : l.trimStart()}`);
    })
    .join('\n')
    .replaceAll('\u00a0', ' ');

const widthOfHelp = 138;

interface Given {
  flags?: Record<string, { brief: string }>;
  positional?: { kind: 'tuple'; parameters: readonly { brief: string }[] } | { kind: 'array'; parameter: { brief: string } };
}

/** The same parameters, with the messages of the language in place of their names, and what a shell proposes for them. */
function worded<P>(given: P, { flags: messages }: HelpMessages, values: Readonly<Record<string, string>>): P {
  const { flags, positional, ...rest } = given as Given;
  const inWords = <T extends { brief: string }>(one: T): T => ({
    ...one,
    ...proposing(one.brief as FlagId),
    brief: fill(messages[one.brief as FlagId], values),
  });
  return {
    ...rest,
    ...(flags ? { flags: Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, inWords(flag)])) } : {}),
    ...(positional?.kind === 'tuple' ? { positional: { kind: 'tuple', parameters: positional.parameters.map(inWords) } } : {}),
    ...(positional?.kind === 'array' ? { positional: { ...positional, parameter: inWords(positional.parameter) } } : {}),
  } as P;
}
