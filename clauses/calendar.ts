/**
 * Calendar dates and time limits. This is the only file that imports the calendar library.
 *
 * No general rule governs how States count months. servanda follows the European Convention on the Calculation of Time-Limits (ETS 76, art.
 * 3 and 4(2)): the first day is not counted, and a period that ends in too short a month ends on that month's last day (31 August + 6
 * months = 28 or 29 February).
 */
import { Temporal } from 'temporal-polyfill/implementation';
import { z } from 'zod';
import { rule } from './schema-rule.ts';

/** A calendar day, `YYYY-MM-DD`, without time or zone. Calendar dates sort as strings. */
export type CalendarDate = string & z.$brand<'CalendarDate'>;

/** A time limit as an ISO 8601 duration: whole years, months and days (`P5Y`, `P1Y6M`, `P90D`), or weeks only (`P8W`). */
export type Length = string & z.$brand<'Length'>;

/** An instant, in milliseconds since 1970 UTC. Used only where a timer is set. */
export type Instant = number;

const dateText = 'a calendar date of the form 2004-03-01';

/**
 * The first and last days accepted. The longest length is 200 years: subtracted from the first day, or added several times to the last, it
 * stays within four-digit years; only those sort as strings.
 */
const span = { first: '0200-01-01', last: '2999-12-31' };
const spanText = `from ${span.first} to ${span.last}: no treaty has another, and the calendar here counts no others`;

export const calendarDate = z
  .string({ error: rule('day') })
  .refine(isCalendarDate, { error: rule('realDay'), abort: true })
  .refine(isWithinSpan, { error: rule('daySpan') })
  .brand<'CalendarDate'>();

const durationText = /^P(?:(?<W>[1-9]\d{0,3})W|(?=\d)(?:(?<Y>[1-9]\d{0,3})Y)?(?:(?<M>[1-9]\d{0,3})M)?(?:(?<D>[1-9]\d{0,3})D)?)$/;

export const length = z
  .string({ error: rule('length') })
  .regex(durationText, { error: rule('lengthForm') })
  .refine(isWithinLengthLimit, { error: rule('lengthSpan') })
  .brand<'Length'>();

export const zone = z.string({ error: rule('zone') }).refine(isZone, { error: rule('knownZone') });

/** Parses a calendar date. @throws RangeError if the text is not a date, or the date is too early or too late to count from. */
export function date(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`${JSON.stringify(text)} is not ${dateText}`);
  if (!isWithinSpan(text)) throw new RangeError(`${text} is not a day ${spanText}`);
  return text as CalendarDate;
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function isWithinSpan(text: string): boolean {
  return text >= span.first && text <= span.last;
}

export const daysInMonth = (year: number, month: number): number => Temporal.PlainYearMonth.from({ year, month }).daysInMonth;

/** Longer lengths would lead past the year 9999, after which dates no longer sort as strings. */
function isWithinLengthLimit(text: string): boolean {
  const { months, days } = counted(text);
  return months <= 2400 && days <= 9999;
}

function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

interface Amount {
  months: number;
  days: number;
}

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;
type Unit = (typeof units)[keyof typeof units];

/** Splits a length into its parts, longest first: `P1Y6M` is 1 year and 6 months. */
export function partsOf(len: string): { unit: Unit; n: number }[] {
  const found = durationText.exec(len)?.groups ?? {};
  return Object.entries(units).flatMap(([letter, unit]) => (found[letter] ? [{ unit, n: Number(found[letter]) }] : []));
}

const worth: Record<Unit, Amount> = {
  year: { months: 12, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
};

/** Converts a length to months and days: `P1Y6M` is 18 months, `P8W` is 56 days. */
function counted(len: string): Amount {
  const [months, days] = (['months', 'days'] as const).map(key => partsOf(len).reduce((sum, { unit, n }) => sum + n * worth[unit][key], 0));
  return { months: months!, days: days! };
}

const amounts = new Map<Length, Amount>();

function amountOf(len: Length): Amount {
  let known = amounts.get(len);
  if (!known) amounts.set(len, (known = counted(len)));
  return known;
}

/**
 * Adds lengths to a date, in chronological order. Consecutive lengths in months and years are summed and added once, from the beginning of
 * their run, so that clamped month ends never drift; days and weeks are summed as days. A length with both is a run of its own, months
 * before days.
 */
export function after(from: CalendarDate, ...lengths: readonly Length[]): CalendarDate {
  return inRuns(lengths.map(amountOf)).reduce((day, run) => shift(day, run, 1), from);
}

function inRuns(each: readonly Amount[]): Amount[] {
  const runs: Amount[] = [];
  for (const next of each) {
    const last = runs.at(-1);
    if (last && isSameUnit(last, next)) runs.splice(-1, 1, { months: last.months + next.months, days: last.days + next.days });
    else runs.push(next);
  }
  return runs;
}

const isSameUnit = (a: Amount, b: Amount): boolean => (a.days === 0 && b.days === 0) || (a.months === 0 && b.months === 0);

/**
 * Subtracts one length from a date: months first, clamped to the month's end, then days. Six months before 31 August 2025 is 28 February
 * 2025.
 */
export function before(from: CalendarDate, len: Length): CalendarDate {
  return shift(from, amountOf(len), -1);
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return shift(from, { months: 0, days }, 1);
}

export const dayAfter = (day: CalendarDate): CalendarDate => addDays(day, 1);
export const dayBefore = (day: CalendarDate): CalendarDate => addDays(day, -1);

/** Adds months to a date, clamped to the end of the month: one month after 31 January is 28 or 29 February. */
export const addMonths = (from: CalendarDate, months: number): CalendarDate => shift(from, { months, days: 0 }, 1);

/** Returns 1 January of the n-th year after the year of the date. */
export const firstOfYearAfter = (from: CalendarDate, n: number): CalendarDate =>
  addMonths(`${from.slice(0, 4)}-01-01` as CalendarDate, 12 * n);

/** Returns the first day of the n-th month after the month of the date: n = 2 after 25 January is 1 March. */
export function firstOfMonthAfter(from: CalendarDate, n: number): CalendarDate {
  return Temporal.PlainDate.from(from).with({ day: 1 }).add({ months: n }).toString() as CalendarDate;
}

const shift = memoized(
  (from: CalendarDate, { months, days }: Amount, sign: 1 | -1) => `${from} ${sign * months} ${sign * days}`,
  (from, { months, days }, sign) =>
    Temporal.PlainDate.from(from)
      .add({ months: sign * months })
      .add({ days: sign * days })
      .toString() as CalendarDate,
);

/** Limits the cache to a few megabytes; a full cache is cleared. */
const cacheLimit = 50_000;

/** Caches results by key: a fold calculates the same dates many times, for every reading and every possible day. */
function memoized<Asked extends readonly unknown[], T>(keyOf: (...asked: Asked) => string, find: (...asked: Asked) => T) {
  const known = new Map<string, T>();
  return (...asked: Asked): T => {
    const key = keyOf(...asked);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(...asked);
    if (known.size >= cacheLimit) known.clear();
    known.set(key, found);
    return found;
  };
}

/** Returns the days from one date to another; negative if the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export const earliest = (...days: readonly CalendarDate[]): CalendarDate => days.reduce((a, b) => (a < b ? a : b));
export const latest = (...days: readonly CalendarDate[]): CalendarDate => days.reduce((a, b) => (a > b ? a : b));

/** Compares dates or ids as strings. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Returns the local date in a zone at an instant. */
export const localDate = memoized(
  (instant: Instant, inZone: string) => `${instant} ${inZone}`,
  (instant, inZone) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(inZone).toPlainDate().toString() as CalendarDate,
);

/** Returns the legal today: the earliest of the Parties' local dates, because a day is over only when it is over for both. */
export function legalToday(instant: Instant, zones: readonly string[]): CalendarDate {
  return earliest(...zones.map(z => localDate(instant, z)));
}

/** Returns the latest of the Parties' local dates: what is dated after it is in the future everywhere. */
export const latestToday = (instant: Instant, zones: readonly string[]): CalendarDate => latest(...zones.map(z => localDate(instant, z)));

/** Returns the local date that all zones share; undefined while their dates differ: then no one day is right for an act of either Party. */
export function commonToday(instant: Instant, zones: readonly string[]): CalendarDate | undefined {
  const today = legalToday(instant, zones);
  return today === latestToday(instant, zones) ? today : undefined;
}

/** Returns the instant at which a day has begun in every zone and becomes the legal today. */
export function beginsEverywhere(day: CalendarDate, zones: readonly string[]): Instant {
  return Math.max(...zones.map(z => beginsIn(day, z)));
}

const beginsIn = memoized(
  (day: CalendarDate, inZone: string) => `${day} ${inZone}`,
  (day, inZone): Instant => Temporal.PlainDate.from(day).toZonedDateTime(inZone).epochMilliseconds,
);

/** Returns `Saturday` or `Sunday`, or undefined on a weekday. Non-working days change no date; servanda only warns of them. */
export function weekend(day: CalendarDate): 'Saturday' | 'Sunday' | undefined {
  const n = Temporal.PlainDate.from(day).dayOfWeek;
  return n === 6 ? 'Saturday' : n === 7 ? 'Sunday' : undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats a date for display: 14 Mar 2029. */
export function formatDate(day: CalendarDate): string {
  const [y, m, d] = day.split('-');
  return `${Number(d)} ${months[Number(m) - 1]} ${y}`;
}

/** Formats an ordinal: 1st, 2nd, 3rd, 11th. */
export function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** Formats a length for display: `P6M` as 6 months, `P1Y6M` as 1 year 6 months. */
export const lengthInWords = (len: Length): string =>
  partsOf(len)
    .map(({ unit, n }) => `${n} ${unit}${n === 1 ? '' : 's'}`)
    .join(' ');
