/**
 * Limits on the size of input, so that no message fills the register, blocks a workflow or exhausts the process. Checked before anything
 * else, by a walk that cannot itself be exhausted. Also the longest timer.
 */

/** Characters in an entry or a request: twice the longest possible, with all its texts full. */
export const entryLimit = 250_000;
/** Characters in an agreement's description, as in its file. */
export const descriptionLimit = 1_000_000;
const deepest = 30;

/**
 * Steps of a fold: facts applied, last days for notice, ends of periods. Two hundred years of monthly periods take 4,800; a real agreement
 * takes a few hundred in its life.
 */
export const foldLimit = 6_000;
/** Facts of an agreement and its protocols, not counting those struck: a thousand notices, each revoked, take a few seconds to fold. */
export const factsLimit = 2_000;
/** Corrections of one entry. */
export const correctionsLimit = 100;
/** Possible days examined for a day known only within bounds. */
export const possibleDaysLimit = 400;

/** Why input is rejected; `limit`: in characters, or in levels. */
export interface Beyond {
  why: 'tooLong' | 'tooDeep' | 'notText' | 'forbiddenKey';
  limit: number | null;
}

const notText: Beyond = { why: 'notText', limit: null };

/** In milliseconds: nine years. Temporal silently truncates a timer at a hundred years, and its test server ends a run at ten. */
export const longestTimer = 9 * 365 * 86_400_000;

/** In milliseconds: a run older than this is continued as new when it next wakes. */
export const longestRun = 8 * 365 * 86_400_000;

/**
 * Characters not allowed in text: control and format characters (NUL truncates text, ESC controls a terminal, U+202E reverses a line), line
 * and paragraph separators (they forge lines of letters and pages), invisible characters, and lone surrogates.
 */
const notOfText = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/u;
/** Joiners between letters, in scripts whose spelling requires them: UAX 31, section 2.3. */
const joinerInPlace =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}])[\u200c\u200d](?=\p{L})/gu;

/** Returns whether a name, title or other single-line text has only permitted characters. Several lines are several texts. */
export const isText = (value: string): boolean => !notOfText.test(value) || !notOfText.test(value.replace(joinerInPlace, ''));

const everyOne = new RegExp(notOfText, 'gu');

/** Makes forbidden characters visible in text that arrived unchecked: `‹U+202E›`. */
export const escaped = (value: string): string =>
  isText(value) ? value : value.replace(everyOne, c => `‹U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`);

/**
 * Returns why input is rejected: too long, too deep, a key with a meaning to JavaScript, or forbidden characters; undefined if it is
 * accepted.
 */
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
