/** A command as its file defines it: its usage, its flags and its function. Its help texts come from the catalogue of the language. */
import { buildCommand, type Command } from '@stricli/core';
import { fill } from '../wording/forms.ts';
import type { CommandId, FlagId, HelpMessages } from '../wording/help/en.ts';
import { proposing } from './completion/values.ts';
import type { CliContext } from './world.ts';

type Flags<F> = Readonly<Partial<Record<keyof F, unknown>>>;
type Built<F extends Flags<F>, A extends unknown[]> = Extract<Parameters<typeof buildCommand<F, A, CliContext>>[0], { func: unknown }>;

interface Definition<F extends Flags<F>, A extends unknown[]> {
  usage: readonly [string, ...string[]];
  /** Command lines, each indented by two spaces. */
  examples: string;
  /** The values of placeholders in its text and its flags: codes, which are the same in every language. */
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
      docs: { brief, customUsage: usage, fullDescription: `${full.join('\n')}${examples}` },
      parameters: worded(parameters, help, values),
      func,
    });
  };

interface Given {
  flags?: Record<string, { brief: string }>;
  positional?: { kind: 'tuple'; parameters: readonly { brief: string }[] } | { kind: 'array'; parameter: { brief: string } };
}

/** The parameters with messages of the language instead of their names, and with completions for the shell. */
function worded<P>(given: P, { flags: messages }: HelpMessages, values: Readonly<Record<string, string>>): P {
  const { flags, positional, ...rest } = given as Given;
  const translated = <T extends { brief: string }>(one: T): T => ({
    ...one,
    ...proposing(one.brief as FlagId),
    brief: fill(messages[one.brief as FlagId], values),
  });
  return {
    ...rest,
    ...(flags ? { flags: Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, translated(flag)])) } : {}),
    ...(positional?.kind === 'tuple' ? { positional: { kind: 'tuple', parameters: positional.parameters.map(translated) } } : {}),
    ...(positional?.kind === 'array' ? { positional: { ...positional, parameter: translated(positional.parameter) } } : {}),
  } as P;
}
