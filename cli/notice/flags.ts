/** The flags for the content of a notice: one list for `draft`, `enter` and `change`. */
import { channels, type Channel } from '../../clauses/desk.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { noticeContent, noticeKinds, type NoticeContent, type NoticeKind } from '../../machines/notice/content.ts';
import { asSentence } from '../client-failures.ts';
import { UsageError } from '../failures.ts';
import { anAgreement, argument, day, oneOf, positional, text } from '../flags.ts';
import { jsonFrom } from '../json-flag.ts';
import { shapeIssues, type ShapeIssue } from '../../machines/shape-issues.ts';
import { shapeSentence } from '../../wording/refusals/sentence.ts';
import type { Words } from '../words.ts';

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

export const kindFlag = {
  kind: 'parsed',
  parse: oneOf(noticeKinds),
  placeholder: 'KIND',
  optional: true,
  brief: 'kind',
} as const;
export const channelFlag = {
  kind: 'parsed',
  parse: oneOf<Channel>(channels),
  placeholder: 'CHANNEL',
  optional: true,
  brief: 'channel',
} as const;

/** The values of placeholders in their help texts. */
export const codes = { kinds: noticeKinds.join(', '), channels: channels.join(', ') };

export const contentFlags = {
  kind: kindFlag,
  by: text('PARTY', 'noticeBy'),
  protocol: text('ID', 'noticeProtocol'),
  of: text('ID', 'noticeOf'),
  namesFirstDayOut: day('namesFirstDayOut'),
  changes: text('JSON', 'noticeChanges'),
  subject: text('TEXT', 'subject'),
  scope: text('TEXT', 'scope'),
  from: day('fromDay'),
  until: day('untilDay'),
  payer: text('PARTY', 'payer'),
  organisation: text('TEXT', 'organisation'),
  replaces: text('TEXT', 'replaces'),
  error: text('TEXT', 'error'),
  corrected: text('TEXT', 'corrected'),
  text: text('TEXT', 'text'),
  reference: text('TEXT', 'reference'),
  signer: text('NAME', 'signer'),
  authority: text('TEXT', 'signerAuthority'),
} as const;

/** The content of a notice from the flags. `isTheirs`: for a notice that arrived. @throws UsageError naming everything that is missing */
export function contentFrom(
  words: Words,
  { namesFirstDayOut, changes, signer, authority, ...same }: ContentFlags,
  { isTheirs = false } = {},
): NoticeContent {
  const { m, say, basis } = words;
  if ((signer === undefined) !== (authority === undefined))
    throw new UsageError(say(m.notice.signerAlone, { basis: basis('VCLT art. 67') }));
  const raw = {
    ...same,
    ...(namesFirstDayOut ? { names: { firstDayOut: namesFirstDayOut } } : {}),
    ...(changes === undefined ? {} : { changes: jsonFrom(words, 'changes', changes, '{"periodLength":"P3Y"}') }),
    ...(signer ? { signer: { name: signer, authority } } : {}),
  };
  const given = Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== undefined));
  const { kind } = raw;
  if (!kind) throw new UsageError(say(m.notice.kindMissing, { kinds: noticeKinds.join(', ') }));
  const read = noticeContent.safeParse(given);
  if (read.success) return read.data;
  const issues = shapeIssues(read.error, given).flatMap(issue => inFlags(issue, words));
  throw new UsageError([say(m.notice.asItIs, { kind: words.kind(kind), isTheirs: String(isTheirs) }), ...issues].join('\n  '));
}

function inFlags({ path, rule, values = [], ...more }: ShapeIssue, { m, say, wording }: Words): string[] {
  if (rule === 'unknownFields') return values.map(key => say(m.notice.otherKind, { flag: kebab(key) }));
  return [asSentence(shapeSentence({ path: `--${path.split('.').map(kebab).join('-')}`, rule, values, ...more }, wording))];
}

const kebab = (name: string): string => (name === 'names' ? 'names-first-day-out' : name.replace(/[A-Z]/g, l => `-${l.toLowerCase()}`));

export const person = text('NAME', 'person');
export const numberFlag = text('NUMBER', 'noticeNumber');

export const noticeArguments = positional(anAgreement, argument('number', 'number'));
