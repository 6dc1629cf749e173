/**
 * Parses answers as people write them into the form of an agreement's file: `5 years`, `30 days, expired`, `first day of the 2nd month`.
 */
import { isExact, readDay } from '../../agreements/table/days.ts';
import { calendarDate, length, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { readAs, WrongAnswer } from './asking.ts';

/** As a table has it: 2004-03-01, 1.3.2004. */
export function readDate(answer: string): CalendarDate {
  const read = readDay(answer);
  if ('is' in read && isExact(read.is)) return read.is.notBefore;
  throw new WrongAnswer('date');
}

/** `P5Y`, `5 years`, `one year and six months`, `8 weeks`. */
export function readLength(answer: string): Length {
  if (answer.startsWith('P')) return readAs(length, 'length')(answer);
  const parts = [...answer.toLowerCase().matchAll(/(\w+)\s+(year|month|week|day)s?\b/g)].map(m => ({ n: numberOf(m[1]!), unit: m[2]! }));
  const rest = answer
    .toLowerCase()
    .replaceAll(/\w+\s+(?:year|month|week|day)s?\b/g, '')
    .replaceAll(/\band\b|,/g, '')
    .trim();
  if (!parts.length || rest || parts.some(p => p.n === undefined)) throw new WrongAnswer('length');
  return readAs(length, 'length')(`P${parts.map(({ n, unit }) => `${n}${unit[0]!.toUpperCase()}`).join('')}`);
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

function numberOf(word: string): number | undefined {
  const n = /^\d+$/.test(word) ? Number(word) : numbers.indexOf(word) + 1;
  return n > 0 ? n : undefined;
}

const ordinalOf = (word: string): number => (/^\d/.test(word) ? parseInt(word, 10) : word === 'next' ? 1 : ordinals.indexOf(word) + 1);

export type IntervalAnswer = 'sameDay' | Readonly<Record<string, number | true>>;

/** From an anchor: `same day`, `6 months`, `30 days`, `30 days expired`, `6 months, then first day of the 2nd month`, `1 January next`. */
export function readInterval(answer: string): IntervalAnswer {
  const text = answer.toLowerCase();
  if (/^(?:the )?same ?day$/.test(text)) return 'sameDay';
  const steps = text.split(/\s*(?:,\s*then|,|\bthen\b)\s*/).filter(Boolean);
  const read = steps.map(stepOf);
  if (!read.length || read.includes(undefined)) throw new WrongAnswer('interval');
  return Object.assign({}, ...read) as IntervalAnswer;
}

function stepOf(step: string): object | undefined {
  const amount = /^(\w+) (month|day)s?(?: after(?:wards)?| following)?( (?:have )?(?:expired|elapsed))?$/.exec(step);
  const n = amount && numberOf(amount[1]!);
  if (amount && n) return { [`${amount[2]}s`]: n, ...(amount[3] ? { expired: true } : {}) };
  const month = /^(?:the )?first(?: day)? of (?:the )?(\w+) month(?: (?:after|following).*)?$/.exec(step);
  if (month && ordinalOf(month[1]!)) return { firstDayOfMonth: ordinalOf(month[1]!) };
  const year = /^1 january(?: of the)? (\w+)(?: year)?$/.exec(step);
  return year && ordinalOf(year[1]!) ? { firstDayOfYear: ordinalOf(year[1]!) } : undefined;
}

/** The inverse of `readInterval`. */
export function intervalInWords(interval: IntervalAnswer): string {
  if (interval === 'sameDay') return 'same day';
  const { months, days, expired, firstDayOfMonth: month, firstDayOfYear: year } = interval;
  const counted = (n: number | true | undefined, unit: string): string => (n ? `${n} ${unit}${n === 1 ? '' : 's'}` : '');
  const ordinal = (n: number | true): string => ordinals[Number(n) - 1] ?? `${n}th`;
  return [
    counted(months, 'month'),
    `${counted(days, 'day')}${expired ? ' expired' : ''}`,
    month ? `first day of the ${ordinal(month)} month` : '',
    year ? `1 January of the ${ordinal(year)} year` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A length, or `until 2020-12-31`. */
export function readFirstPeriod(answer: string): Length | { until: CalendarDate } {
  const until = /^until\s+(.+)$/i.exec(answer);
  return until ? { until: readDate(until[1]!) } : readLength(answer);
}

/** `6 months`, or `first 1 year, later 6 months`. */
export function readNoticeBefore(answer: string): Length | { first: Length; later: Length } {
  const two = /^first\s+(.+?),?\s+(?:then|later)\s+(.+)$/i.exec(answer);
  return two ? { first: readLength(two[1]!), later: readLength(two[2]!) } : readLength(answer);
}

/** `31 December` or `12-31`, separated by commas. */
export function readDaysOfYear(answer: string): string[] {
  return answer.split(/\s*,\s*/).map(one => {
    const named = /^(\d{1,2}) ([a-z]{3})[a-z]*$/i.exec(one);
    const month = named ? months.indexOf(named[2]!.toLowerCase()) + 1 : 0;
    const day = month ? `${String(month).padStart(2, '0')}-${named![1]!.padStart(2, '0')}` : one;
    if (!calendarDate.safeParse(`2001-${day}`).success) throw new WrongAnswer('daysOfYear');
    return day;
  });
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
