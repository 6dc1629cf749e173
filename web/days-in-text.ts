/** The days that a sentence names, in the forms in which pages and sentences say them: a sentence comes as text, and each of its days opens its reckoning. */
import { date, type CalendarDate } from '../clauses/calendar.ts';
import { dayIn, dayInText, dayOnPage } from '../wording/forms.ts';
import type { Wording } from '../wording/wording.ts';
import { html, type Html } from './html.ts';
import type { Words } from './words.ts';

export interface Named {
  said: string;
  /** Undefined between days. */
  day: CalendarDate | undefined;
}

export function daysIn(text: string, { wording }: Pick<Words, 'wording'>): Named[] {
  const found: Named[] = [];
  let at = 0;
  for (const match of text.matchAll(patternIn(wording))) {
    const day = dayOf(match, wording);
    if (!day) continue;
    if (match.index > at) found.push({ said: text.slice(at, match.index), day: undefined });
    found.push({ said: match[0], day });
    at = match.index + match[0].length;
  }
  return at < text.length ? [...found, { said: text.slice(at), day: undefined }] : found;
}

/** `shown`: what stands for a day, which no line breaks. */
export const withDays = (text: string, words: Pick<Words, 'wording'>, shown: (day: CalendarDate, said: string) => Html): Html =>
  html`${daysIn(text, words).map(({ said, day }) => (day ? shown(day, said.replaceAll(' ', '\u00a0')) : said))}`;

/** Of what nothing is kept yet, and so nothing can be looked up: each day is marked as one. */
export const withTimes = (text: string, words: Pick<Words, 'wording'>): Html =>
  withDays(text, words, (day, said) => html`<time datetime="${day}">${said}</time>`);

interface Forms {
  pattern: RegExp;
  /** By what stands between the numbers. */
  months: ReadonlyMap<string, string>;
}

const known = new Map<string, Forms>();
const sampleYear = '2031';
const sampleDay = '17';

function formsIn(wording: Wording): Forms {
  const before = known.get(wording.locale);
  if (before) return before;
  const months = new Map<string, string>();
  const all = new Set<string>();
  for (let n = 1; n <= 12; n++) {
    const month = String(n).padStart(2, '0');
    for (const said of [dayOnPage, dayInText, dayIn].map(form => form(wording, date(`${sampleYear}-${month}-${sampleDay}`)))) {
      const form = said.replace(/[ \u00a0]года$/, '');
      all.add(
        form
          .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replace(sampleYear, '\\d{4}')
          .replace(sampleDay, '\\d{1,2}')
          .replaceAll(/[ \u00a0]/g, '[ \\u00a0]'),
      );
      months.set(withoutNumbers(form), month);
    }
  }
  const made = { pattern: new RegExp(`(?<![\\p{L}\\d])(?:${[...all].join('|')})(?![\\p{L}\\d])`, 'gu'), months };
  known.set(wording.locale, made);
  return made;
}

const withoutNumbers = (text: string): string => text.replaceAll(/[\d \u00a0]/g, '');
const patternIn = (wording: Wording): RegExp => formsIn(wording).pattern;

function dayOf([said]: RegExpExecArray, wording: Wording): CalendarDate | undefined {
  const numbers = said.match(/\d+/g)!;
  const year = numbers.find(n => n.length === 4)!;
  const day = numbers.find(n => n.length < 4)!;
  const month = formsIn(wording).months.get(withoutNumbers(said));
  return month && Number(day) >= 1 && Number(day) <= 31 ? (`${year}-${month}-${day.padStart(2, '0')}` as CalendarDate) : undefined;
}
