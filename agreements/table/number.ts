/**
 * Makes an agreement's id from its number: lower-case letters a to z and digits, hyphens for everything else. Letters of other alphabets
 * are transliterated, so that different numbers give different ids; if two give the same, the import reports it and skips both.
 */

/**
 * `KZ-AZ 2004/17` becomes `kz-az-2004-17`, and `ҚР-ӘР 2004/17` `qr-aer-2004-17`; one that is too short becomes `treaty-…`. Empty if the
 * text says there is no number.
 */
export function idOf(number: string): string {
  if (without.test(number)) return '';
  const plain = Array.from(number.toLowerCase().normalize('NFC'), inLatin)
    .join('')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.length >= 3 || !plain ? plain : `treaty-${plain}`;
}

/** Formats the number under which an agreement was imported, for its description; `importedNumber` parses it. */
export const sourceOf = (number: string): string => `Number ${number} in a table of agreements`;

/** Returns undefined for an agreement not imported from a table. */
export const importedNumber = ({ sources }: { sources: readonly { what: string }[] }): string | undefined =>
  sources.map(s => /^Number (.*) in a table of agreements$/s.exec(s.what)?.[1]).find(number => number !== undefined);

/** "Without a number", as written in tables. */
const without = /^\s*(?:б\s*[/.]?\s*н\.?|без номера|нөмірсіз|nömrəsiz|n\/a|no number)\s*$/iu;

function inLatin(character: string): string {
  if (/^[ -~]$/.test(character)) return character;
  const known = latin.get(character);
  if (known !== undefined) return known;
  const base = character.normalize('NFD').replaceAll(/\p{M}+/gu, '');
  if (/^[a-z]+$/.test(base)) return base;
  return /[\p{L}\p{Nd}]/u.test(character) ? `u${character.codePointAt(0)!.toString(16)}` : /\p{M}/u.test(character) ? '' : '-';
}

/**
 * Russian, Kazakh, Ukrainian and Belarusian letters, and Latin ones that are not a base letter with an accent. Kazakh letters differ from
 * those they resemble.
 */
const latin: ReadonlyMap<string, string> = new Map(
  (
    'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya ' +
    'ә ae ғ gh қ q ң ng ө oe ұ uu ү ue һ h і i є ye ї yi ґ g ў w ' +
    'ə ae ı i ß ss æ ae œ oe ø o ł l đ d ð d þ th ŋ ng'
  )
    .split(' ')
    .map((_, i, all): [string, string] => [all[i]!, all[i + 1]!])
    .filter((_, i) => i % 2 === 0)
    .map(([letter, written]) => [letter, written.replace('_', '')]),
);
