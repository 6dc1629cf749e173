/** How dates, lengths and Parties are written in a table. What can't be read says why, in an officer's words. */
import { widest, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import {
  calendarDate,
  dayBefore,
  daysBetween,
  firstOfMonthAfter,
  firstOfYearAfter,
  length,
  zone,
  type CalendarDate,
  type Length,
} from '../../clauses/calendar.ts';
import { stateOf } from '../states.ts';

/** What a field says, or why it can't be read. */
export type Said<T> = { is: T } | { why: string };

/** A day that is known within bounds; an exact one has the same day on both sides. */
export type Within = Bounds;

export const isExact = ({ notBefore, notAfter }: Within): boolean => notBefore === notAfter;

/** As a fact has it. */
export const dayOf = (within: Within): DayOrBounds => (isExact(within) ? within.notBefore : within);

/** `1998-03-10`, `10.03.1998`, `1998`, `1998-03`, `1997-05..1998-12-31`. */
export function readDay(text: string): Said<Within> {
  const [from, to, ...more] = text.split(/\s*(?:\.\.|…)\s*/);
  if (!from || to === '' || more.length) return { why: unread(text) }; // `1998..` may mean from then on: it is no bound, and not guessed
  const first = span(from);
  const last = to === undefined ? first : span(to);
  if ('why' in first) return first;
  if ('why' in last) return last;
  if (first.is.notBefore > last.is.notAfter) return { why: `${text}: the first day is after the last` };
  if (daysBetween(first.is.notBefore, last.is.notAfter) > widest)
    return { why: `${text}: the bounds are more than ten years apart, and say too little: narrow them, or leave the field empty` };
  return { is: { notBefore: first.is.notBefore, notAfter: last.is.notAfter } };
}

const unread = (text: string): string =>
  `${text} is no date. Write 1998-03-10, or bounds where the day is not known: 1998, 1998-03, 1997-05-01..1998-12-31`;

function span(text: string): Said<Within> {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = dotted ? `${dotted[3]}-${dotted[2]!.padStart(2, '0')}-${dotted[1]!.padStart(2, '0')}` : text;
  if (/^\d{1,2}[/]\d{1,2}[/]\d{2,4}$/.test(text)) return { why: `${text} can be read in two ways: write the year first, 1998-03-10` };
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    const day = calendarDate.safeParse(iso);
    return day.success ? within(day.data, day.data) : { why: `${text} is a day that does not exist` };
  }
  const isYear = /^\d{4}$/.test(iso);
  if (!isYear && !/^\d{4}-(0[1-9]|1[0-2])$/.test(iso)) return { why: unread(text) };
  const first = calendarDate.safeParse(isYear ? `${iso}-01-01` : `${iso}-01`);
  if (!first.success) return { why: `${text}: ${first.error.issues[0]!.message}` };
  return within(first.data, dayBefore(isYear ? firstOfYearAfter(first.data, 1) : firstOfMonthAfter(first.data, 1)));
}

const within = (notBefore: CalendarDate, notAfter: CalendarDate): Said<Within> => ({ is: { notBefore, notAfter } });

/** `P5Y`, also `5 years`. */
export function readLength(text: string): Said<Length> {
  const words = /^(\d{1,4}) (year|month|week|day)s?$/i.exec(text);
  const read = length.safeParse(words ? `P${words[1]}${words[2]!.charAt(0).toUpperCase()}` : text.toUpperCase());
  return read.success ? { is: read.data } : { why: `${text}: ${read.error.issues[0]!.message}` };
}

export interface PartyNamed {
  id: string;
  name: { en: string };
  zone: string;
}

/** Two Parties: `KZ; AZ`, `KZ - AZ`, `KZ@Asia/Almaty; AZ`. `names`: in the same order, apart by semicolons. */
export function readParties(text: string, names: string | undefined): Said<PartyNamed[]> {
  const written = text.split(/\s*[;,|+]\s*|\s+[-–]\s+|\s+/).filter(Boolean);
  const codes = written.length === 1 ? written[0]!.split(/[-–](?=[A-Za-z]{2,3}$)/) : written;
  if (codes.length !== 2)
    return { why: `${text} names ${codes.length} Part${codes.length === 1 ? 'y' : 'ies'}: servanda keeps agreements between two` };
  const named = names?.split(/\s*;\s*/) ?? [];
  if (names && named.filter(Boolean).length !== 2) return { why: `party_names must be two, apart by a semicolon: ${names}` };
  const read = codes.map((code, i) => readParty(code, named[i]));
  const wrong = read.flatMap(r => ('why' in r ? [r.why] : []));
  if (wrong.length) return { why: wrong.join('; ') };
  const parties = read.flatMap(r => ('is' in r ? [r.is] : []));
  return parties[0]!.id === parties[1]!.id ? { why: `${text} names one Party twice` } : { is: parties };
}

function readParty(written: string, named: string | undefined): Said<PartyNamed> {
  const [code, given] = written.split('@');
  const id = code!.toUpperCase();
  const state = stateOf(id);
  if (!/^[A-Z]{2,3}$/.test(id)) return { why: `${code} is no code of a Party: two or three letters, such as KZ` };
  if (given && !zone.safeParse(given).success) return { why: `${given} is no time zone that this system knows, such as Asia/Almaty` };
  const name = named ?? state?.name;
  const at = given ?? state?.zone;
  if (name && at) return { is: { id, name: { en: name }, zone: at } };
  return {
    why: `no State of the code ${id} is known here: write ${id}@Region/City with its time zone${name ? '' : ', and its name in party_names'}`,
  };
}
