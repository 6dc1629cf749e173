/**
 * How large what is told may be: so that no message fills the register, holds up a workflow or exhausts the process. Looked at
 * before anything else is, by a walk that itself can't be exhausted. And how long a timer may be.
 */

/** In characters, of an entry or a request: twice what the longest can hold, all its texts full. */
export const entryLimit = 250_000;
/** In characters, of an agreement's description: as of its file. */
export const descriptionLimit = 1_000_000;
const deepest = 30;

/**
 * In steps of a fold: facts taken, last days for notice, ends of periods. Two hundred years of monthly periods take 4,800; a real
 * agreement takes some hundred in its life.
 */
export const foldLimit = 6_000;
/** In facts of an agreement and its protocols, those that were struck left out: a thousand notices, each revoked, take some seconds to fold. */
export const factsLimit = 2_000;
/** In corrections of one entry. */
export const correctionsLimit = 100;
/** In possible days that are looked at where a day is known only within bounds. */
export const possibleDaysLimit = 400;

/** Why something can't be taken; `limit`: in characters, or in levels. */
export interface Beyond {
  why: 'tooLong' | 'tooDeep' | 'notText' | 'forbiddenKey';
  limit: number | null;
}

const notText: Beyond = { why: 'notText', limit: null };

/** In milliseconds: nine years. Temporal cuts a timer at a hundred years without a word, and its test server ends a run at ten. */
export const longestTimer = 9 * 365 * 86_400_000;

/** In milliseconds: a run that has lasted so long is continued as new when it next wakes. */
export const longestRun = 8 * 365 * 86_400_000;

/**
 * No character of a text: of control or format (a NUL cuts a text off, an ESC steers a terminal, U+202E turns a line round), of lines and
 * paragraphs (they forge lines of letters and pages), not seen at all, or half of a surrogate pair.
 */
const notOfText = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
/** What joins two letters or keeps them apart, in scripts that are not written rightly without: UAX 31, section 2.3. */
const joinerInPlace =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])[\u200c\u200d](?=\p{L})/gu;

/** Whether a name, a title or any other text has only characters of texts. One line; several are several texts. */
export const isText = (value: string): boolean => !notOfText.test(value) || !notOfText.test(value.replace(joinerInPlace, ''));

const everyOne = new RegExp(notOfText, 'gu');

/** A text that came in before it was checked, with what is no text made visible: `‹U+202E›`. */
export const escaped = (value: string): string =>
  isText(value) ? value : value.replace(everyOne, c => `‹U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`);

/** Why it can't be taken: too long, too deep, with a key that means something to the machine, or with what is no text; undefined when it can. */
export function whyBeyond(told: unknown, limit: number): Beyond | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value: told, depth: 0 }];
  let characters = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (depth > deepest) return { why: 'tooDeep', limit: deepest };
    characters += typeof value === 'string' ? value.length : 1;
    if (typeof value === 'string' && !isText(value)) return notText;
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) {
        if (key === '__proto__') return { why: 'forbiddenKey', limit: null };
        if (!isText(key)) return notText;
        characters += Array.isArray(value) ? 0 : key.length;
        waiting.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
      }
    if (characters > limit) return { why: 'tooLong', limit };
  }
  return undefined;
}
