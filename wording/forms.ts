/** Formats dates, lengths and articles in a language. */
import { formatDate, partsOf, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Wording } from './wording.ts';
import { dateFormat, displayNames, numberFormat } from './intl.ts';

/** 14 March 2029, 14 марта 2029 года, 2029 жылғы 14 наурыз, … */
export function dayIn({ locale, date: form }: Wording, day: CalendarDate): string {
  const parts = dateFormat(locale, { dateStyle: 'long' }).formatToParts(new Date(`${day}T00:00:00Z`));
  return form ? fill(form, Object.fromEntries(parts.map(({ type, value }) => [type, value]))) : parts.map(p => p.value).join('');
}

/** In a sentence on a page: 14 Mar 2029, 14 марта 2029 года, … */
export const dayInText = (w: Wording, day: CalendarDate): string => (w.locale === 'en-GB' ? formatDate(day) : dayIn(w, day));

/** In a column of a table: 14 Mar 2029, 14.03.2029, … */
export const dayInTable = (w: Wording, day: CalendarDate): string =>
  w.locale === 'en-GB' ? formatDate(day) : day.split('-').reverse().join('.');

/** An instant, which is of a machine and not of the law: 30 Nov 2026, 07:56 UTC. Given in milliseconds or as ISO 8601. */
export const timeInText = (w: Wording, at: number | string): string => timeAs(at, day => dayInText(w, day));
export const timeInTable = (w: Wording, at: number | string): string => timeAs(at, day => dayInTable(w, day));
export const timeOnPage = (w: Wording, at: number | string): string => timeAs(at, day => dayOnPage(w, day)).replaceAll(' UTC', '\u00a0UTC');

function timeAs(at: number | string, said: (day: CalendarDate) => string): string {
  const [day, time] = new Date(at).toISOString().split('T') as [CalendarDate, string];
  return `${said(day)}, ${time.slice(0, 5)} UTC`;
}

/** P3Y: 3 years, 3 года, …; P1Y6M: 1 year 6 months. */
export const lengthIn = ({ locale }: Wording, length: Length): string =>
  partsOf(length)
    .map(({ unit, n }) => numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n))
    .join(' ');

/** "art. 13" in the language; undefined if it is not an article. */
export function articleIn(w: Wording, basis: string): string | undefined {
  const vclt = basis.startsWith('VCLT ');
  const number = /^(?:VCLT )?arts?\. (?<n>.+)$/.exec(basis)?.groups?.['n'];
  if (!number) return undefined;
  const article = fill(/,| and /.test(number) ? w.articles : w.article, { n: number });
  return vclt ? `${w.vienna}, ${article}` : article;
}

/** A sentence with its articles cited in full, and in English its days written out, as a document has them. */
export function citedInFull(sentence: string, w: Wording): string {
  const cited = sentence.replaceAll(new RegExp(w.viennaInShort, 'gu'), (short, n: string) => articleIn(w, `VCLT art. ${n}`) ?? short);
  if (w.locale !== 'en-GB') return cited;
  return cited
    .replaceAll(/\barts?\. (?=[\dIVX])/g, short => (short.startsWith('arts') ? 'Articles ' : 'Article '))
    .replaceAll(shortDay, (_, day: string, month: string, year: string) => dayIn(w, dayNamed(day, month, year)));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const shortDay = new RegExp(`\\b(\\d{1,2}) (${months.join('|')}) (\\d{4})\\b`, 'g');
const dayNamed = (day: string, month: string, year: string): CalendarDate =>
  `${year}-${`${months.indexOf(month) + 1}`.padStart(2, '0')}-${day.padStart(2, '0')}` as CalendarDate;

/** 14 from "No. 14", "№ 14", "Nr 14": each language puts its own sign before the number of a note. */
export const bareNumber = <T extends string | undefined>(reference: T): T =>
  reference?.replace(/^\s*(?:№|n[°º]|(?:no|nr|n)(?:\.\s*|\s+|(?=\d))(?=\S*\d))\s*/iu, '') as T;

export const languageIn = ({ locale }: Wording, language: string): string =>
  displayNames(locale, { type: 'language' }).of(language) ?? language;

/** A name or a title in the language, else in English. */
export const textIn = (texts: Readonly<Record<string, string>>, language: Language): string => texts[language] ?? texts['en']!;

/** Fills in the placeholders of a text. @throws Error if a value is missing: no document may have a gap. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in: ${text}`);
    return value;
  });
}

/** On a page: 14 Mar 2029, 14 марта 2029, 2029 жылғы 14 наурыз, 14 mart 2029; without line breaks. */
export function dayOnPage(w: Wording, day: CalendarDate): string {
  const said = w.locale === 'en-GB' ? formatDate(day) : dayIn(w, day).replace(/ года$/, '');
  return said.replaceAll(' ', '\u00a0');
}

/** For a calendar: March 2029, март 2029, 2029 жылғы наурыз. `short`: only the month, for a scale. */
export function monthIn({ locale, date: form }: Wording, day: CalendarDate, short = false): string {
  const named = dateFormat(locale, { month: short ? 'short' : 'long' }).format(new Date(`${day}T00:00:00Z`));
  const month = short ? named.replace(/\.$/, '') : named;
  if (short) return month;
  const year = day.slice(0, 4);
  return form?.startsWith('{year}')
    ? `${year} жылғы ${month.toLocaleLowerCase(locale)}`
    : `${month.charAt(0).toLocaleUpperCase(locale)}${month.slice(1)} ${year}`;
}

/** The instrument that a clause comes from: `agreement`, `protocol p1` or `note n4`. */
export function instrumentIn(instrument: string, w: Wording): string {
  const [kind = '', id = ''] = instrument.split(' ');
  return kind === 'protocol' || kind === 'note' ? fill(w.clauses[kind], { id }) : w.clauses.agreement;
}
