/** A fact from flags: what `record` and `simulate` take, and the fields that `correct` sets. */
import { AgreementFileError, parseFacts, type Mistake } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { latestDay, type DayOrBounds } from '../../clauses/bounds.ts';
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { BadInput } from '../failures.ts';
import { jsonFrom } from '../json-flag.ts';
import type { Words } from '../words.ts';
import { bounded, day, lengthFlag, text, yesOrNo } from '../flags.ts';

export interface FactFlags {
  on?: DayOrBounds;
  dated?: CalendarDate;
  dispatched?: CalendarDate;
  received?: DayOrBounds;
  namesFirstDayOut?: CalendarDate;
  firstDayOut?: CalendarDate;
  date?: DayOrBounds;
  from?: CalendarDate;
  length?: Length;
  until?: CalendarDate;
  changes?: string;
  place?: string;
  laterTreaty?: string;
  oral?: boolean;
  defect?: string;
  published?: boolean;
  evidence?: string;
  note?: string;
}

export const factFlags = {
  on: bounded('When it was done (what both Parties do)'),
  dated: day('The date that a notice bears'),
  dispatched: day('When a notice was dispatched'),
  received: bounded('When a notice was received, by the receiving Party’s date: what counts'),
  namesFirstDayOut: day('The day on which a notice of termination says that the agreement ceases to be in force'),
  firstDayOut: day('The day on which it was agreed that the agreement ceases to be in force'),
  date: bounded('The date of entry into force that was agreed or published'),
  from: day('From when a suspension or resumption is agreed (default: --on)'),
  length: lengthFlag('For how long a renewal is agreed, such as P10Y or P1Y6M'),
  until: day('The last day of the period for which a renewal is agreed'),
  changes: text('JSON', 'What a protocol changes, such as {"periodLength":"P3Y"}'),
  place: text('TEXT', 'Where it was signed or exchanged'),
  laterTreaty: text('TEXT', 'The later treaty'),
  oral: yesOrNo('It was made orally, so without effect'),
  defect: text('TEXT', 'Why a notice is not a valid one'),
  published: yesOrNo('The date is published, the notifications themselves are not known'),
  evidence: text('TEXT', 'Where it is proved: number of the note, file of the archive'),
  note: text('TEXT', 'A remark'),
} as const;

/** Who and what a fact is: the fields that no correction sets. */
export interface WhoFlags {
  id?: string;
  by?: string;
  of?: string;
  protocol?: string;
}

export const whoFlags = {
  by: text('PARTY', 'The Party that gave the notice, such as KZ'),
  of: text('ID', 'The notice that is revoked, or the revocation that is consented to'),
  protocol: text('ID', 'The protocol, such as p1'),
  id: text('ID', 'The id of the entry (default: made of type, date and Party)'),
} as const;

const changesExample = '{"periodLength":"P3Y","noticeBefore":"P3M"}';

/** The fields of a fact as the flags set them. @throws BadInput when --changes is not JSON. */
export function fieldsFrom(words: Words, { namesFirstDayOut, changes, oral, ...same }: FactFlags): Record<string, unknown> {
  const fields = {
    ...same,
    ...(namesFirstDayOut ? { names: { firstDayOut: namesFirstDayOut } } : {}),
    ...(changes === undefined ? {} : { changes: jsonFrom(words, 'changes', changes, changesExample) }),
    ...(oral ? { form: 'oral' } : {}),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The fact as it will be entered, with an id that says what it is: `tn-2028-01-20-AZ` for a termination notified. */
export function factFrom(words: Words, type: string, who: WhoFlags, flags: FactFlags): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries({ ...who, ...fieldsFrom(words, flags) }).filter(([, value]) => value !== undefined));
  return { id: idFor(type, given), type, ...given };
}

function idFor(type: string, { protocol, received, on, by }: Record<string, unknown>): string {
  const initials = type
    .split(/[.]|(?=[A-Z])/)
    .map(word => word.charAt(0).toLowerCase())
    .join('');
  const at = received ?? on;
  return [initials, protocol, at && latestDay(at as DayOrBounds), by].filter(Boolean).join('-').slice(0, 64);
}

/** An entry from flags, checked as one in a file is. `beside`: the entry that it corrects. @throws BadInput naming each flag. */
export function checkedEntry({ m, say }: Words, raw: Record<string, unknown>, agreement: Agreement, beside: readonly Entry[] = []): Entry {
  try {
    return parseFacts(JSON.stringify([...beside, raw]), 'flags', agreement).at(-1)!;
  } catch (failure) {
    if (!(failure instanceof AgreementFileError)) throw failure;
    const heading = say(m.enter.asItIs, { type: String(raw['type']), id: String(raw['id']) });
    throw new BadInput([heading, ...failure.problems.map(inFlags)].join('\n  '));
  }
}

function inFlags({ path, message }: Mistake): string {
  const [field = '', ...rest] = path.replace(/^\[\d+\]\.?/, '').split('.');
  if (field === 'type' || field === '') return `${field || 'entry'}: ${message}`;
  const flag = field === 'form' ? 'oral' : field === 'names' ? 'names-first-day-out' : field.replace(/[A-Z]/g, l => `-${l.toLowerCase()}`);
  return `--${[flag, ...(field === 'names' ? [] : rest)].join(' ')}: ${message}`;
}
