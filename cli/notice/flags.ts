/** The flags of what a notice says: one list for `draft`, `enter` and `change`. */
import { channels, type Channel } from '../../clauses/desk.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { noticeContent, noticeKinds, type NoticeContent, type NoticeKind } from '../../machines/notice/content.ts';
import { BadInput } from '../failures.ts';
import { agreementArgument, day, text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';

export interface ContentFlags {
  kind?: NoticeKind;
  by?: string;
  protocol?: string;
  of?: string;
  namesFirstDayOut?: CalendarDate;
  changes?: string;
  subject?: string;
  scope?: string;
  from?: CalendarDate;
  until?: CalendarDate;
  payer?: string;
  organisation?: string;
  replaces?: string;
  error?: string;
  corrected?: string;
  text?: string;
  reference?: string;
  signer?: string;
  authority?: string;
}

const oneOf =
  <T extends string>(all: readonly T[]) =>
  (value: string): T => {
    if (!all.includes(value as T)) throw new RangeError(`must be one of ${all.join(', ')}`);
    return value as T;
  };

export const kindFlag = {
  kind: 'parsed',
  parse: oneOf(noticeKinds),
  placeholder: 'KIND',
  optional: true,
  brief: `What it is: ${noticeKinds.join(', ')}`,
} as const;
export const channelFlag = {
  kind: 'parsed',
  parse: oneOf<Channel>(channels),
  placeholder: 'CHANNEL',
  optional: true,
  brief: `How it travels: ${channels.join(', ')} (default: diplomaticNote)`,
} as const;

export const contentFlags = {
  kind: kindFlag,
  by: text('PARTY', 'The Party whose notice it is, such as KZ'),
  protocol: text('ID', 'The protocol it is about, such as p1'),
  of: text('ID', 'The notice of termination that it revokes'),
  namesFirstDayOut: day('The day on which a notice of termination says that the agreement ceases to be in force'),
  changes: text('JSON', 'What a proposed protocol would change, such as {"periodLength":"P3Y"}'),
  subject: text('TEXT', 'What it is about'),
  scope: text('TEXT', 'The communications that are asked for'),
  from: day('From which day'),
  until: day('Until which day'),
  payer: text('PARTY', 'Which Party pays'),
  organisation: text('TEXT', 'The new competent organisation'),
  replaces: text('TEXT', 'The organisation that it replaces'),
  error: text('TEXT', 'The error in the text'),
  corrected: text('TEXT', 'How it is corrected'),
  text: text('TEXT', 'Further words, put into the note as they stand'),
  reference: text('TEXT', 'The number under which the Party sends it'),
  signer: text('NAME', 'Who signs it'),
  authority: text('TEXT', 'By what authority the signer signs: full powers, or the office held'),
} as const;

/** What it says, from the flags. @throws BadInput with all that is missing. */
export function contentFrom({ namesFirstDayOut, changes, signer, authority, ...same }: ContentFlags): NoticeContent {
  if ((signer === undefined) !== (authority === undefined))
    throw new BadInput('--signer and --authority go together: who signs, and by what authority (VCLT art. 67).');
  const raw = {
    ...same,
    ...(namesFirstDayOut ? { names: { firstDayOut: namesFirstDayOut } } : {}),
    ...(changes === undefined ? {} : { changes: jsonFrom('changes', changes, '{"periodLength":"P3Y"}') }),
    ...(signer ? { signer: { name: signer, authority } } : {}),
  };
  const given = Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== undefined));
  const { kind } = raw;
  if (!kind) throw new BadInput(`--kind is missing: ${noticeKinds.join(', ')}.`);
  const read = noticeContent.safeParse(given);
  if (read.success) return read.data;
  throw new BadInput([`A notice of kind ${kind} can't be drafted as it is:`, ...read.error.issues.flatMap(inFlags)].join('\n  '));
}

function inFlags({ path, message, ...issue }: { path: PropertyKey[]; message: string; code?: string; keys?: readonly string[] }): string[] {
  if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).map(k => `--${kebab(k)}: does not belong to this kind of notice`);
  return [`--${kebab(path.map(String).join('-'))}: ${message}`];
}

const kebab = (name: string): string => (name === 'names' ? 'names-first-day-out' : name.replace(/[A-Z]/g, l => `-${l.toLowerCase()}`));

export const person = text('NAME', 'Who does it (default: your user name)');
export const numberFlag = text('NUMBER', 'The number under which the desk keeps it (default: the next of the year)');

export const noticeArguments = {
  kind: 'tuple',
  parameters: [
    agreementArgument.parameters[0],
    { placeholder: 'number', brief: 'The number of the notice', parse: (value: string): string => value },
  ],
} as const;
