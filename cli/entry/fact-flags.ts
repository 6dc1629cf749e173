/** A fact from flags: what `record` and `simulate` take, and the fields that `correct` sets. */
import { AgreementFileError, parseFacts, type Mistake } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { latestDay, type DayOrBounds } from '../../clauses/bounds.ts';
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import type { Entry } from '../../machines/facts.ts';
import { mistakeIn } from '../../wording/faults/sentence.ts';
import type { Wording } from '../../wording/wording.ts';
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
  on: bounded('on'),
  dated: day('dated'),
  dispatched: day('dispatched'),
  received: bounded('received'),
  namesFirstDayOut: day('namesFirstDayOut'),
  firstDayOut: day('firstDayOut'),
  date: bounded('date'),
  from: day('from'),
  length: lengthFlag('length'),
  until: day('until'),
  changes: text('JSON', 'changes'),
  place: text('TEXT', 'place'),
  laterTreaty: text('TEXT', 'laterTreaty'),
  oral: yesOrNo('oral'),
  defect: text('TEXT', 'defect'),
  published: yesOrNo('published'),
  evidence: text('TEXT', 'evidence'),
  note: text('TEXT', 'note'),
} as const;

/** Who and what a fact is: the fields that no correction sets. */
export interface WhoFlags {
  id?: string;
  by?: string;
  of?: string;
  protocol?: string;
}

export const whoFlags = {
  by: text('PARTY', 'byParty'),
  of: text('ID', 'of'),
  protocol: text('ID', 'protocol'),
  id: text('ID', 'entryId'),
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
export function checkedEntry(
  { m, say, wording }: Words,
  raw: Record<string, unknown>,
  agreement: Agreement,
  beside: readonly Entry[] = [],
): Entry {
  try {
    return parseFacts(JSON.stringify([...beside, raw]), 'flags', agreement).at(-1)!;
  } catch (failure) {
    if (!(failure instanceof AgreementFileError)) throw failure;
    const heading = say(m.enter.asItIs, { type: String(raw['type']), id: String(raw['id']) });
    throw new BadInput([heading, ...failure.problems.map(p => inFlags(p, wording))].join('\n  '));
  }
}

function inFlags({ path, fault }: Mistake, wording: Wording): string {
  const message = mistakeIn(fault, wording);
  const [field = '', ...rest] = path.replace(/^\[\d+\]\.?/, '').split('.');
  if (field === 'type' || field === '') return `${field || 'entry'}: ${message}`;
  const flag = field === 'form' ? 'oral' : field === 'names' ? 'names-first-day-out' : field.replace(/[A-Z]/g, l => `-${l.toLowerCase()}`);
  return `--${[flag, ...(field === 'names' ? [] : rest)].join(' ')}: ${message}`;
}
