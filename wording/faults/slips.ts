/**
 * Slips easily overlooked in a rejected text: a Cyrillic or Greek letter that looks Latin, a day that its month lacks. Added to the rule
 * wherever a text is rejected; decides nothing.
 */
import { daysInMonth } from '../../clauses/calendar.ts';
import { prototypes } from '../../machines/confusables.ts';
import { message } from '../message.ts';
import type { Wording } from '../wording.ts';
import { allOf, dateFormat } from '../intl.ts';

/** Each as part of a sentence; empty if there are none. */
export const slipsIn = (written: string, w: Wording): string[] => [...lettersIn(written, w), ...daysIn(written, w)];

/** Part of a sentence, with the slips in the text that it is about. */
export const withSlips = (said: string, written: string, w: Wording): string => [said, ...slipsIn(written, w)].join('; ');

/** A whole message, with the slips in the names that it is about, unless it mentions them already. */
export function withSlipsOfNames(said: string, names: readonly string[], w: Wording): string {
  const slips = [...new Set(names)].filter(isName).flatMap(name => slipsIn(name, w).map(slip => [name, slip] as const));
  return [said, ...slips.filter(([, slip]) => !said.includes(slip)).map(([name, slip]) => `${name}: ${slip}.`)].join('\n');
}

const isName = (text: string): boolean => text.length <= 100 && !/\s/.test(text);

function lettersIn(written: string, w: Wording): string[] {
  const found = [...written.matchAll(/[\p{L}\d._-]+/gu)].map(([word]) => lookalikesIn(word));
  const slips = (['letters', 'digits'] as const).map(
    meant => [meant, new Map(found.flatMap(slip => (slip?.meant === meant ? slip.letters : [])))] as const,
  );
  return slips.filter(([, letters]) => letters.size).map(([meant, letters]) => letterSlip(meant, letters, w));
}

function letterSlip(meant: Slip['meant'], found: ReadonlyMap<string, string>, w: Wording): string {
  const listed = (letters: readonly string[]): string => allOf(w.locale, letters);
  const letters = listed([...found.keys()].map(letter => `${letter} (${pointOf(letter)})`));
  const [of] = [...scripts].find(([, script]) => [...found.keys()].every(letter => script.test(letter))) ?? ['cyrillic'];
  const right = listed([...found.values()]);
  return message(w.faults.slips[meant], w.locale, { letters, right, count: found.size, script: of });
}

const scripts = new Map([
  ['greek', /\p{Script=Greek}/u],
  ['latin', /\p{Script=Latin}/u],
]);

interface Slip {
  meant: 'letters' | 'digits';
  letters: (readonly [letter: string, right: string])[];
}

/** A word that would be Latin, or a number, but for lookalike letters. Not a name or a text in Cyrillic. */
function lookalikesIn(word: string): Slip | undefined {
  const signs = [...word].filter(sign => /[\p{L}\d]/u.test(sign));
  const letters = signs.filter(sign => !/\d/.test(sign));
  if (letters.length * 2 < signs.length && /^\d[\d.-]*\d$/.test([...word].map(sign => digitOf(sign) ?? sign).join('')))
    return { meant: 'digits', letters: letters.map(letter => [letter, digitOf(letter)!]) };
  const others = letters.filter(letter => letter > '\u007f');
  const isNumbered = others.length === letters.length && others.length < signs.length; // `р1`, but not `1985г.`
  const isLatin = isNumbered ? /^\p{L}/u.test(word) : others.length < letters.length || /^\p{Lu}{2,3}$/u.test(word);
  if (!isLatin || !others.every(letter => latinOf(letter))) return undefined;
  return { meant: 'letters', letters: others.map(letter => [letter, latinOf(letter)!]) };
}

function latinOf(letter: string): string | undefined {
  if (!/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(letter)) return undefined;
  const latin = prototypes.get(letter);
  const isCapital = letter !== letter.toLowerCase();
  if (latin === 'l' && isCapital) return 'I';
  return latin && /^[A-Za-z]$/.test(latin) ? latin : undefined;
}

/** The digit that a letter stands for in a number: О for 0, З for 3, I for 1. */
function digitOf(letter: string): string | undefined {
  const like = prototypes.get(letter) ?? letter;
  if (/^[Oo]$/.test(like)) return '0';
  if (/^[Il|]$/.test(like)) return '1';
  return like === '3' && letter !== '3' ? '3' : undefined;
}

const pointOf = (letter: string): string => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** `2004-02-30`, `30.02.2004`. */
function daysIn(written: string, w: Wording): string[] {
  const iso = /(?<!\d)(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/.exec(written);
  const dotted = /(?<!\d)(?<d>\d{1,2})\.\s*(?<m>\d{1,2})\.\s*(?<y>\d{4})(?!\d)/.exec(written);
  const { y, m, d } = (iso ?? dotted)?.groups ?? {};
  if (!y || Number(y) === 0) return [];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  if (month < 1 || month > 12) return [message(w.faults.slips.noMonth, w.locale, { month: `${month}` })];
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return [];
  const at = new Date(Date.UTC(2000, month - 1, 1));
  at.setUTCFullYear(year);
  const named = dateFormat(w.locale, { month: 'long', year: 'numeric' }).format(at);
  return [message(w.faults.slips.month, w.locale, { month: named, days })];
}
