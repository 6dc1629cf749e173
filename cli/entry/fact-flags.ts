/** A fact from flags: those of `record` and `simulate`, and the fields that `correct` sets. */
import type { DayOrBounds } from '../../clauses/bounds.ts';
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import { nearest } from '../../agreements/nearest.ts';
import { recordedTypes } from '../../machines/facts.ts';
import { withId } from '../../client/facts.ts';
import { jsonFrom } from '../json-flag.ts';
import { UsageError } from '../failures.ts';
import type { Words } from '../words.ts';
import { formatTaken, takenBy } from './other-commands.ts';
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
  condition?: string;
  oral?: boolean;
  defect?: string;
  published?: boolean;
  reference?: string;
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
  condition: text('ID', 'condition'),
  oral: yesOrNo('oral'),
  defect: text('TEXT', 'defect'),
  published: yesOrNo('published'),
  reference: text('TEXT', 'reference'),
  evidence: text('TEXT', 'evidence'),
  note: text('TEXT', 'note'),
} as const;

/** The fields that identify a fact, which no correction can set. */
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

/** The fields of a fact from the flags. @throws UsageError if --changes is not JSON */
export function fieldsFrom(words: Words, { namesFirstDayOut, changes, oral, ...same }: FactFlags): Record<string, unknown> {
  const fields = {
    ...same,
    ...(namesFirstDayOut ? { names: { firstDayOut: namesFirstDayOut } } : {}),
    ...(changes === undefined ? {} : { changes: jsonFrom(words, 'changes', changes, changesExample) }),
    ...(oral ? { form: 'oral' } : {}),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * The fact as it will be recorded, under its own id or one like `tn-2028-01-20-AZ` (a termination notified). @throws UsageError naming the
 * right command, or the known types
 */
export function factFrom(words: Words, type: string, who: WhoFlags, flags: FactFlags): Record<string, unknown> & { type: string } {
  const why = formatTaken(type, words) ?? formatUnknown(type, words);
  if (why) throw new UsageError(why);
  const given = Object.fromEntries(Object.entries({ ...who, ...fieldsFrom(words, flags) }).filter(([, value]) => value !== undefined));
  return { ...withId({ type, ...given }), type };
}

function formatUnknown(type: string, words: Words): string | undefined {
  const known: readonly string[] = recordedTypes;
  if (known.includes(type)) return undefined;
  const near = nearest(type, [...known, ...Object.keys(takenBy)]) ?? 'none';
  return words.say(words.m.enter.noType, { type, near, command: formatTaken(near, words) ?? 'none', known: known.join(', ') });
}
