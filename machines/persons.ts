/**
 * Compares names of persons by their skeleton (UTS 39, section 4): invisible characters are removed and look-alikes count as one character,
 * so that nobody becomes a second person with a Cyrillic о or a zero-width space.
 */
import { prototypes } from './confusables.ts';

/** Compares names as typed, in lower case and in capitals, ignoring extra spaces. When in doubt, it treats them as one person. */
export const isSamePerson = (one: string, other: string): boolean => {
  const theirs = skeletonsOf(other);
  return skeletonsOf(one).some((skeleton, i) => skeleton === theirs[i]);
};

/** The name as typed, in lower case and in capitals: `І` and `l` look alike, and so do `В` and `B`, while `і` and `в` don't. */
const skeletonsOf = (name: string): string[] => {
  const plain = name
    .normalize('NFKC')
    .replace(/(?!\s)\p{Cc}|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  // Lower-casing the Turkic İ leaves its dot as a separate mark.
  return [plain, plain.toLowerCase().replaceAll('i\u0307', 'i'), plain.toUpperCase()].map(skeletonOf);
};

const skeletonOf = (text: string): string =>
  [...text.normalize('NFD')]
    .map(c => prototypes.get(c) ?? c)
    .join('')
    .normalize('NFD');
