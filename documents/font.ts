/** The font embedded in every document: Noto Serif, with the letters of the four languages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { OwnFailure } from '../machines/own-failure.ts';
import type { PrintedDocument } from './printed-document.ts';

const require = createRequire(import.meta.url);
export const regular = require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf');
export const bold = require.resolve('@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf');

/** The font lacks a glyph for a letter in the document. */
export class NoLetterError extends OwnFailure<FontFault> {
  override readonly name = 'NoLetterError';
}

/** Each letter with its code point: `ğ (U+011F)`. */
export interface FontFault {
  code: 'noLetter';
  letters: readonly string[];
}

let font: Font | undefined;

/** The letters of a text for which the font has no glyph, each once. */
export function lettersMissing(text: string): string[] {
  if (/^[\n -~]*$/.test(text)) return [];
  font ??= create(readFileSync(regular)) as Font;
  return [...new Set(text)].filter(letter => letter !== '\n' && !font!.hasGlyphForCodePoint(letter.codePointAt(0)!));
}

/** `字 (U+5B57)` */
export const pointOf = (letter: string): string => `${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`;

/** Ensures that no document has an empty box in place of a letter. @throws NoLetterError */
export function checkLetters(printed: PrintedDocument): void {
  const { block, body, dates, signature, answer = '', sections = [], foot = [] } = printed;
  const missing = lettersMissing(
    [...block, ...dates, ...sections.flatMap(section => section.rows)]
      .flat()
      .concat(body, answer, foot, signature?.name ?? '', signature?.authority ?? '')
      .join(''),
  );
  if (missing.length) throw new NoLetterError({ code: 'noLetter', letters: missing.map(pointOf) });
}
