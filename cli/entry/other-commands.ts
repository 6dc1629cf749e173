/** Facts that the desk makes, or that need more than flags: the command for each. */
import type { Words } from '../words.ts';

export const takenBy: Readonly<Record<string, string>> = {
  'consultations.requested': 'notice enter <agreement> --kind consultations',
  'communications.requested': 'notice enter <agreement> --kind communications',
  'organisation.notified': 'notice enter <agreement> --kind organisation',
  'error.notified': 'notice enter <agreement> --kind correction',
  'note.received': 'notice enter <agreement> --kind free',
  'decision.made': 'decide <agreement>',
  'reminder.acknowledged': 'acknowledge <agreement>',
  'document.attached': 'document attach <agreement> <file>',
  corrected: 'correct <agreement> <entry>',
  struck: 'strike <agreement> <entry>',
  described: 'agreement revise <file> --reason TEXT',
};

export const formatTaken = (type: string, { m, say }: Words): string | undefined =>
  Object.hasOwn(takenBy, type) ? say(m.enter.takenBy, { type, command: takenBy[type]! }) : undefined;

/** The same for a whole command line. The flags of the right command are unknown to this one, and that is not the error to report. */
export function commandTaking([command = '', ...rest]: readonly string[], words: Words): string | undefined {
  const type = ['record', 'simulate'].includes(command) ? rest.find(arg => Object.hasOwn(takenBy, arg)) : undefined;
  return type && formatTaken(type, words);
}
