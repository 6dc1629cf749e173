/** The flags of what a notice says: one list for `draft`, `enter` and `change`. */
import { channels, type Channel } from '../../clauses/desk.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { noticeContent, noticeKinds, type NoticeContent, type NoticeKind } from '../../machines/notice/content.ts';
import { BadInput } from '../failures.ts';
import { agreementArgument, day, text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';
import { shapeIssues, type ShapeIssue } from '../../machines/shape-issues.ts';
import { shapeSentence } from '../../wording/refusals/sentence.ts';
import type { Words } from '../words.ts';
import type { World } from '../world.ts';

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

const oneOf = <T extends string>(all: readonly T[]) =>
  function (this: World, value: string): T {
    const { m, say } = this.words;
    if (!all.includes(value as T)) throw new RangeError(say(m.arguments.oneOf, { known: all.join(', ') }));
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
export function contentFrom(words: Words, { namesFirstDayOut, changes, signer, authority, ...same }: ContentFlags): NoticeContent {
  const { m, say, basis } = words;
  if ((signer === undefined) !== (authority === undefined)) throw new BadInput(say(m.notice.signerAlone, { basis: basis('VCLT art. 67') }));
  const raw = {
    ...same,
    ...(namesFirstDayOut ? { names: { firstDayOut: namesFirstDayOut } } : {}),
    ...(changes === undefined ? {} : { changes: jsonFrom(words, 'changes', changes, '{"periodLength":"P3Y"}') }),
    ...(signer ? { signer: { name: signer, authority } } : {}),
  };
  const given = Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== undefined));
  const { kind } = raw;
  if (!kind) throw new BadInput(say(m.notice.kindMissing, { kinds: noticeKinds.join(', ') }));
  const read = noticeContent.safeParse(given);
  if (read.success) return read.data;
  const issues = shapeIssues(read.error, given).flatMap(issue => inFlags(issue, words));
  throw new BadInput([say(m.notice.asItIs, { kind: words.kind(kind) }), ...issues].join('\n  '));
}

function inFlags({ path, rule, values = [], ...more }: ShapeIssue, { m, say, wording }: Words): string[] {
  if (rule === 'unknownFields') return values.map(key => say(m.notice.otherKind, { flag: kebab(key) }));
  return [shapeSentence({ path: `--${path.split('.').map(kebab).join('-')}`, rule, values, ...more }, wording)];
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
