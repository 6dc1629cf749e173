/** Flags shared by several commands, so that each has the same name and help everywhere. */
import { nearest } from '../agreements/nearest.ts';
import { daysMeant } from '../agreements/table/days.ts';
import type { DayOrBounds } from '../clauses/bounds.ts';
import { date, length, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { FlagId } from '../wording/help/en.ts';
import { lengthMeant } from './length-meant.ts';
import type { Words } from './words.ts';
import type { CliContext } from './world.ts';

/** @throws RangeError explaining how to write a day */
function dayFrom(given: string, { m, say, or }: Words): CalendarDate {
  try {
    return date(given);
  } catch {
    const days = daysMeant(given);
    throw new RangeError(days.length ? say(m.arguments.dayMeant, { isOne: String(days.length === 1), days: or(days) }) : m.arguments.day);
  }
}

function parseDay(this: CliContext, given: string): CalendarDate {
  return dayFrom(given, this.words);
}

function parseBounds(this: CliContext, given: string): DayOrBounds {
  const [from, to] = given.split('..');
  return from && to ? { notBefore: dayFrom(from, this.words), notAfter: dayFrom(to, this.words) } : dayFrom(given, this.words);
}

const day = (brief: FlagId) => ({ kind: 'parsed', parse: parseDay, placeholder: 'DATE', optional: true, brief }) as const;

/** A day, or its bounds: `1998-01-01..1998-12-31`. The fact's own check decides whether bounds are allowed there. */
export const bounded = (brief: FlagId) =>
  ({
    kind: 'parsed',
    parse: parseBounds,
    placeholder: 'DATE',
    optional: true,
    brief,
  }) as const;

export const text = (placeholder: string, brief: FlagId) =>
  ({ kind: 'parsed', parse: (value: string): string => value, placeholder, optional: true, brief }) as const;
export const yesOrNo = (brief: FlagId) => ({ kind: 'boolean', optional: true, withNegated: false, brief }) as const;
export { day };

export const json = yesOrNo('json');
export const home = text('FOLDER', 'home');
export const asOf = day('asOf');
export const knownOn = day('knownOn');
export const facts = text('FILE', 'facts');
export const addFacts = text('FILE', 'addFacts');
export const register = yesOrNo('register');
export const yes = yesOrNo('yes');
export const rehearsals = yesOrNo('rehearsals');
export const enteredBy = text('NAME', 'enteredBy');

/** @throws RangeError explaining how to write a length */
export function lengthOf(value: string, { m, say }: Words): Length {
  const read = length.safeParse(value);
  if (!read.success) throw new RangeError(say(m.arguments.length, { near: lengthMeant(value) ?? 'none' }));
  return read.data;
}

function parseLength(this: CliContext, value: string): Length {
  return lengthOf(value, this.words);
}

export const lengthFlag = (brief: FlagId) =>
  ({ kind: 'parsed', parse: parseLength, placeholder: 'LENGTH', optional: true, brief }) as const;

/** @throws RangeError listing the known words */
export const oneOf = <T extends string>(all: readonly T[]) =>
  function (this: CliContext, value: string): T {
    const { m, say } = this.words;
    if (!all.includes(value as T))
      throw new RangeError(say(m.arguments.oneOf, { known: all.join(', '), near: nearest(value, all) ?? 'none' }));
    return value as T;
  };

export const argument = (placeholder: string, brief: FlagId) => ({ placeholder, brief, parse: (value: string): string => value }) as const;
/** In the order in which they are typed. */
export const positional = <const P extends readonly unknown[]>(...parameters: P) => ({ kind: 'tuple', parameters }) as const;

export const anAgreement = argument('agreement', 'agreement');
export const aFileOrId = argument('file-or-id', 'fileOrId');
export const agreementArgument = positional(anAgreement);
export const fileOrId = positional(aFileOrId);
export const file = positional(argument('file', 'file'));
/** Any number of them. */
export const agreementsArgument = { kind: 'array', parameter: argument('agreement', 'agreements') } as const;
