/** Flags that several commands have, so that each is called and explained the same everywhere. */
import type { DayOrBounds } from '../clauses/bounds.ts';
import { date, length, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Words } from './words.ts';
import type { World } from './world.ts';

/** @throws RangeError that says how a day is written */
function dayFrom(given: string, { m }: Words): CalendarDate {
  try {
    return date(given);
  } catch {
    throw new RangeError(m.arguments.day);
  }
}

function parseDay(this: World, given: string): CalendarDate {
  return dayFrom(given, this.words);
}

function parseBounds(this: World, given: string): DayOrBounds {
  const [from, to] = given.split('..');
  return from && to ? { notBefore: dayFrom(from, this.words), notAfter: dayFrom(to, this.words) } : dayFrom(given, this.words);
}

const day = (brief: string) => ({ kind: 'parsed', parse: parseDay, placeholder: 'DATE', optional: true, brief }) as const;

/** A day, or bounds of it: `1998-01-01..1998-12-31`. Whether the fact may have bounds there is for its own check. */
export const bounded = (brief: string) =>
  ({
    kind: 'parsed',
    parse: parseBounds,
    placeholder: 'DATE',
    optional: true,
    brief,
  }) as const;

export const text = (placeholder: string, brief: string) =>
  ({ kind: 'parsed', parse: (value: string): string => value, placeholder, optional: true, brief }) as const;
export const yesOrNo = (brief: string) => ({ kind: 'boolean', optional: true, withNegated: false, brief }) as const;
export { day };

export const json = yesOrNo('Print JSON, for programs');
export const home = text('FOLDER', 'The folder of the register (default: SERVANDA_HOME, or .servanda)');
export const asOf = day('The day to answer for, such as 2028-02-01 (default: today, where the day is over last)');
export const knownOn = day('Answer as it was known on this day: later entries are left out');
export const facts = text('FILE', 'Facts in a YAML or JSON list, instead of those in the agreement’s file');
export const addFacts = text('FILE', 'Facts in a YAML or JSON list, besides those in the agreement’s file');
export const register = yesOrNo('Answer from the register and not from the agreement’s file');
export const yes = yesOrNo('Do not ask before writing');
export const enteredBy = text('NAME', 'Who enters it (default: your user name)');

/** @throws RangeError that says how a length is written */
export function lengthOf(value: string, { m }: Words): Length {
  const read = length.safeParse(value);
  if (!read.success) throw new RangeError(m.arguments.length);
  return read.data;
}

function parseLength(this: World, value: string): Length {
  return lengthOf(value, this.words);
}

export const lengthFlag = (brief: string) =>
  ({ kind: 'parsed', parse: parseLength, placeholder: 'LENGTH', optional: true, brief }) as const;

const argument = (placeholder: string, brief: string) =>
  ({ kind: 'tuple', parameters: [{ placeholder, brief, parse: (value: string): string => value }] }) as const;

export const agreementArgument = argument('agreement', 'Id of an agreement in the register');
export const fileOrId = argument('file-or-id', 'A file, or an id: then agreements/<id>.yaml, also where a register has that agreement');
export const file = argument('file', 'A file, or an id: then agreements/<id>.yaml');
