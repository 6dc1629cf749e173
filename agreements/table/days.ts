/** Parses days in a table, exact or within bounds. An unreadable value gives the reason. */
import { widest, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import { calendarDate, dayBefore, daysBetween, firstOfMonthAfter, firstOfYearAfter, type CalendarDate } from '../../clauses/calendar.ts';
import type { FieldValue } from './values.ts';

/** A day within bounds; an exact one has the same day on both sides. */
export type DayRange = Bounds;

export const isExact = ({ notBefore, notAfter }: DayRange): boolean => notBefore === notAfter;

/** Converts to the form of a fact. */
export const dayOf = (within: DayRange): DayOrBounds => (isExact(within) ? within.notBefore : within);

/** Parses `1998-03-10`, `10.03.1998`, `10. 3. 1998`, `1998`, `1998-03`, `1997-05..1998-12-31`. */
export function readDay(text: string): FieldValue<DayRange> {
  const [from, to, ...more] = text.split(/\s*(?:\.\.|…)\s*/);
  if (!from || to === '' || more.length) return { why: { code: 'noDate', text } }; // `1998..` may mean from then on; no bound is guessed
  const first = span(from);
  const last = to === undefined ? first : span(to);
  if ('why' in first) return first;
  if ('why' in last) return last;
  if (first.is.notBefore > last.is.notAfter) return { why: { code: 'firstAfterLast', text } };
  if (daysBetween(first.is.notBefore, last.is.notAfter) > widest) return { why: { code: 'boundsTooWide', text } };
  return { is: { notBefore: first.is.notBefore, notAfter: last.is.notAfter } };
}

/** The exact days that a text may mean in another form than `2004-03-01`; none where it means no day. */
export function daysMeant(text: string): CalendarDate[] {
  const [, year, , month, day] = /^(\d{4})([./-]?)(\d{1,2})\2(\d{1,2})$/.exec(text.trim()) ?? [];
  const isYearFirst = year && (text.trim().length === 8 || !/^\d+$/.test(text.trim()));
  const said = span(isYearFirst ? isoOf(year, month!, day!) : text.trim());
  if ('is' in said) return isExact(said.is) ? [said.is.notBefore] : [];
  const { why } = said;
  return 'days' in why ? [...why.days] : 'day' in why ? [why.day] : [];
}

function span(text: string): FieldValue<DayRange> {
  const parts = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(text);
  if (parts) return yearLast(text, parts as unknown as YearLast);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return exactly(text) ?? { why: { code: 'noDayThatExists', text } };
  const isYear = /^\d{4}$/.test(text);
  if (!isYear && !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { why: { code: 'noDate', text } };
  const first = calendarDate.safeParse(isYear ? `${text}-01-01` : `${text}-01`);
  if (!first.success) return { why: { code: 'notOfForm', text, rule: first.error.issues[0]!.message } };
  return within(first.data, dayBefore(isYear ? firstOfYearAfter(first.data, 1) : firstOfMonthAfter(first.data, 1)));
}

type YearLast = [whole: string, first: string, separator: '.' | '/' | '-', second: string, year: string];

/** With dots, the day comes first. With a slash or a hyphen either may, so nothing is guessed, even if only one order is possible. */
function yearLast(text: string, [, first, separator, second, year]: YearLast): FieldValue<DayRange> {
  if (year.length < 4) return { why: { code: 'shortYear', text } };
  const [dayFirst, monthFirst] = [exactly(isoOf(year, second, first)), exactly(isoOf(year, first, second))];
  if (separator === '.' && dayFirst) return dayFirst;
  if (dayFirst && monthFirst) {
    const days = [dayFirst.is.notBefore, monthFirst.is.notBefore] as const;
    return days[0] === days[1] ? dayFirst : { why: { code: 'twoWays', text, days } };
  }
  if (dayFirst) return { why: { code: 'dayFirst', text, day: dayFirst.is.notBefore } };
  if (monthFirst) return { why: { code: 'monthFirst', text, day: monthFirst.is.notBefore } };
  return { why: { code: 'noDayThatExists', text } };
}

const isoOf = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function exactly(iso: string): { is: DayRange } | undefined {
  const day = calendarDate.safeParse(iso);
  return day.success ? within(day.data, day.data) : undefined;
}

const within = (notBefore: CalendarDate, notAfter: CalendarDate): { is: DayRange } => ({ is: { notBefore, notAfter } });
