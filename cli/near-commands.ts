/** The command that was probably meant: the same word in a group, a synonym, or a typing error. */
import { nearest } from '../agreements/nearest.ts';

/** Words that people try, with the corresponding commands. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  delete: ['strike'],
  edit: ['correct', 'notice change'],
  remove: ['strike'],
  send: ['notice dispatch'],
  sent: ['notice dispatch'],
  start: ['up'],
  status: ['agreement show', 'timeline'],
  update: ['correct', 'agreement revise'],
  version: ['--version'],
};

/** As one would type them; if several groups have the word, the first three. `group`: the group that the command line begins with. */
export function nearCommands(word: string, group: string | undefined, commands: readonly string[]): readonly string[] {
  const nameOf = (id: string): string => id.split(' ').at(-1)!;
  const own = commands.filter(id => id.startsWith(`${group} `));
  const slip = (ids: readonly string[]): string[] => ids.filter(id => nameOf(id) === nearest(word, ids.map(nameOf))).slice(0, 3);
  const same = commands.filter(id => nameOf(id) === word).slice(0, 3);
  const others = Object.hasOwn(otherwise, word) ? otherwise[word]! : [];
  const inGroup = group ? others.filter(id => own.includes(id)) : [];
  const groups = [...new Set(commands.filter(id => id.includes(' ')).map(id => id.split(' ')[0]!))];
  const top = [...commands.filter(id => !id.includes(' ')), ...groups];
  return [inGroup, slip(own), same, others, slip(top), slip(commands)].find(found => found.length > 0) ?? [];
}

/** For a word that begins like a flag, in the place of a command. */
export const nearFlag = (word: string): string[] => {
  const near = nearest(word, ['--version', '--help', '--language']);
  return near ? [near] : [];
};
