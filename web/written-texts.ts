/**
 * Marks each text that somebody wrote in another language than the page's, such as a condition in an agreement's file or the reason of a
 * correction, with its language, so that a screen reader pronounces it correctly. WCAG 2.2, 3.1.2.
 */
import type { AgreementStanding } from '../client/answers.ts';
import type { Language } from '../clauses/desk.ts';
import { html, markup, type Html, type Renderable } from './html.ts';

/** What an agreement's file says, in each version, the decision owed, and what dates are based on. Lines of the ledger bring their own. */
export const writtenOf = ({ entries, decision, dates, reckoning }: Source): unknown[] => [
  ...entries.flatMap(({ entry }) => (entry.type === 'described' ? [entry.content] : [])),
  decision?.decision,
  ...[...dates, ...reckoning].map(({ basis }) => basis),
];

type Source = Pick<AgreementStanding, 'entries' | 'decision' | 'dates' | 'reckoning'>;

/** `written`: data with the texts, of any shape. Sentences that contain one of them are plain text by now. */
export function withLanguages(body: Renderable, written: unknown, page: Language): Html {
  const whole = html`${body}`.toString();
  const found = foreignIn(written, page);
  const plain = normalized(whole);
  const there = [...found]
    .map(([text, language]) => ({ text: html`${text}`.toString(), language }))
    .filter(t => plain.includes(normalized(t.text)));
  return markup(there.length ? markedIn(withOwnLanguage(whole, there), there) : whole);
}

/** The texts of other languages than the page's, with their languages. */
function foreignIn(written: unknown, page: Language, found = new Map<string, string>()): Map<string, string> {
  if (typeof written === 'string') {
    const language = languageOf(written, page);
    if (language) found.set(written.trim(), language);
  } else if (isByLanguage(written)) {
    for (const [language, text] of Object.entries(written)) if (language !== page && text !== written[page]) found.set(text, language);
  } else if (typeof written === 'object' && written !== null) for (const one of Object.values(written)) foreignIn(one, page, found);
  return found;
}

const isByLanguage = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  'en' in value &&
  Object.entries(value).every(([name, text]) => /^[a-z]{2,3}$/.test(name) && typeof text === 'string');

/**
 * The language of a text by its letters; undefined if it is the page's, or a name, a number or a single word that could be of several.
 * Languages that share most letters need three words, or two long ones, without a letter of the page's own.
 */
export function languageOf(text: string, page: Language): Language | undefined {
  if (!/\s|^\p{L}{4,}$/u.test(text.trim())) return undefined; // a code, an id or a hash
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const language = byLetters(text);
  if (language === page || (page === 'az' && /[çöüş]/iu.test(text))) return undefined;
  const isNear = (page === 'kk' && language === 'ru') || (page === 'az' && language === 'en');
  const isSentence = isNear
    ? words.length > 2 || (words.length > 1 && words.every(word => word.length > 4))
    : words.length > 1 || /^\p{Ll}+$/u.test(text);
  return isSentence ? language : undefined;
}

function byLetters(text: string): Language {
  if (/[әғқңөұүһі]/iu.test(text)) return 'kk';
  if (/[əğı]/u.test(text.toLowerCase())) return 'az';
  const count = (script: RegExp): number => text.match(script)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu) ? 'ru' : 'en';
}

/** On pages an article has no-break spaces and hyphens, and a sentence may begin with a text. */
const normalized = (text: string): string => text.toLowerCase().replaceAll(/\s/g, ' ').replaceAll('\u2011', '-');

const patternOf = (text: string): string =>
  text
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+')
    .replaceAll('-', '[-\u2011]');

interface Foreign {
  text: string;
  language: string;
}

/** An option or a field that holds only text is marked itself, if all of it is in another language; a file's text is code. */
const withOwnLanguage = (whole: string, texts: readonly Foreign[]): string =>
  whole.replaceAll(
    /<(?:(?:option|textarea|title|desc)\b[^>]*>([^<]*)<\/|input type="text"[^>]* value="([^"]*)")/g,
    (part, text?: string, value?: string) => {
      if (/^<[^>]*spellcheck="false"/.test(part)) return part;
      const found = texts.find(t => normalized(t.text) === normalized((text ?? value)!.trim()));
      return found ? part.replace(/^<\w+/, `$& lang="${found.language}"`) : part;
    },
  );

/** Outside elements that already name their language or hold text only. */
function markedIn(whole: string, texts: readonly Foreign[]): string {
  const longestFirst = texts.toSorted((a, b) => b.text.length - a.text.length);
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.map(t => `(${patternOf(t.text)})`).join('|')})(?![\\p{L}\\d])`, 'giu');
  let tag = 'span';
  let left: { name: string; depth: number } | undefined;
  return whole.replaceAll(/<[^>]*>|[^<]+/g, part => {
    const [, closes, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(part) ?? [];
    if (name === 'svg') tag = closes ? 'span' : 'tspan';
    if (left?.name === name) left = left.depth + (closes ? -1 : 1) ? { name, depth: left.depth + (closes ? -1 : 1) } : undefined;
    else if (!left && name && !closes && (textOnly.includes(name) || / lang="/.test(part))) left = { name, depth: 1 };
    if (name || left) return part;
    return part.replaceAll(pattern, (text, ...groups) => {
      const at = groups.slice(0, longestFirst.length).findIndex(group => group !== undefined);
      return `<${tag} lang="${longestFirst[at]!.language}">${text}</${tag}>`;
    });
  });
}

const textOnly: readonly string[] = ['option', 'textarea', 'title', 'desc', 'script', 'style'];
