/**
 * Whether two names are one person's. A name is compared by its skeleton (UTS 39, section 4): what is not seen is left out, and what
 * looks like another character counts as that one, so that nobody is a second person by a Cyrillic о or a zero-width space.
 */
import { prototypes } from './confusables.ts';

/** However a name was typed: as it stands, in small letters or in capitals, with more or fewer spaces. It errs towards one person. */
export const isSamePerson = (one: string, other: string): boolean => {
  const theirs = skeletonsOf(other);
  return skeletonsOf(one).some((skeleton, i) => skeleton === theirs[i]);
};

/** The name as typed, in small letters and in capitals: `І` and `l` look alike, and so do `В` and `B`, while `і` and `в` don't. */
const skeletonsOf = (name: string): string[] => {
  const plain = name
    .normalize('NFKC')
    .replace(/(?!\s)\p{Cc}|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  // The dot of the Turkic İ stays on its small letter as a mark of its own.
  return [plain, plain.toLowerCase().replaceAll('i\u0307', 'i'), plain.toUpperCase()].map(skeletonOf);
};

const skeletonOf = (text: string): string =>
  [...text.normalize('NFD')]
    .map(c => prototypes.get(c) ?? c)
    .join('')
    .normalize('NFD');
