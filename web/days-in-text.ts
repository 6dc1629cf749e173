/**
 * Finds the days in a sentence, in the forms that pages and sentences use, so that each can link to its reckoning. Sentences arrive as
 * plain text.
 */
import { date, type CalendarDate } from '../clauses/calendar.ts';
import { dayIn, dayInText, dayOnPage } from '../wording/forms.ts';
import { allOf, oneOf } from '../wording/intl.ts';
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
    const days = daysOf(match[0], wording);
    if (!days.length) continue;
    if (match.index > at) found.push({ said: text.slice(at, match.index), day: undefined });
    found.push(...days);
    at = match.index + match[0].length;
  }
  return at < text.length ? [...found, { said: text.slice(at), day: undefined }] : found;
}

/** In Kazakh a number and its noun are joined: 5-кезең. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d)-(?=\p{Script=Cyrillic})/gu, '\u2011');

/** `shown` renders a day; no line breaks inside it, nor after a hyphen. */
export const withDays = (text: string, words: Pick<Words, 'wording'>, shown: (day: CalendarDate, said: string) => Html): Html =>
  html`${daysIn(text, words).map(({ said, day }) => (day ? shown(day, said.replaceAll(' ', '\u00a0')) : unbroken(said)))}`;

/** For an agreement that is not in the register yet: its days have no reckoning to link to and are only marked as dates. */
export const withTimes = (text: string, words: Pick<Words, 'wording'>): Html =>
  withDays(text, words, (day, said) => html`<time datetime="${day}">${said}</time>`);

interface Forms {
  pattern: RegExp;
  /** By the text between the numbers. */
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
          .replaceAll(/[ \u00a0]/g, '[ \\u00a0]')
          .replace(sampleDay, `\\d{1,2}(?:${between(wording.locale)}\\d{1,2})?`),
      );
      months.set(withoutNumbers(form, wording), month);
    }
  }
  const made = { pattern: new RegExp(`(?<![\\p{L}\\d])(?:${[...all].join('|')})(?![\\p{L}\\d])`, 'gu'), months };
  known.set(wording.locale, made);
  return made;
}

/** The text between two days that share their month: 14 or 15 Sep 2029. */
const between = (locale: string): string =>
  `(?:${[oneOf, allOf]
    .map(list =>
      list(locale, ['1', '2'])
        .slice(1, -1)
        .replaceAll(/[ \u00a0]/g, '[ \\u00a0]'),
    )
    .join('|')})`;

const withoutNumbers = (text: string, { locale }: Wording): string =>
  text.replace(new RegExp(`(?<=\\d)${between(locale)}(?=\\d)`), '').replaceAll(/[\d \u00a0]/g, '');
const patternIn = (wording: Wording): RegExp => formsIn(wording).pattern;

/** One day, or two of the same month with the words between them; undefined if the numbers are not a date. */
function daysOf(said: string, wording: Wording): Named[] {
  const year = said.match(/\d{4}/)![0];
  const month = formsIn(wording).months.get(withoutNumbers(said, wording));
  const parts = said.split(new RegExp(`(?<=\\d)(${between(wording.locale)})(?=\\d)`));
  const numbers = parts.map(part => part.match(/\d+/g)?.find(n => n.length < 4));
  if (!month || numbers.some(n => n && !(Number(n) >= 1 && Number(n) <= 31))) return [];
  return parts.map((part, i) => ({
    said: part,
    day: numbers[i] ? (`${year}-${month}-${numbers[i].padStart(2, '0')}` as CalendarDate) : undefined,
  }));
}
