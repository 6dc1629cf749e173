/** Measures text in the served font by the font's own metrics, never by counting letters. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { weights } from '../assets.ts';
import { fontFile, subsets } from '../assets.ts';

/** In pixels, for a font size. A fallback font may be wider, so text that must not be cut gets extra room (`spare`). */
export type Measure = (text: string, size: number, bold?: boolean) => number;

interface Face {
  font: Font;
  letters: Set<number>;
}

const faces = new Map<number, Face[]>();

function facesOf(weight: (typeof weights)[number]): Face[] {
  let found = faces.get(weight);
  if (!found) {
    found = subsets.map(subset => {
      const font = create(readFileSync(fontFile(subset, weight))) as Font;
      return { font, letters: new Set(font.characterSet) };
    });
    faces.set(weight, found);
  }
  return found;
}

const widths = new Map<string, number>();

function widthOf(letter: string, bold: boolean): number {
  const key = `${letter}${bold}`;
  let width = widths.get(key);
  if (width === undefined) {
    const code = letter.codePointAt(0)!;
    const face = facesOf(bold ? 700 : 400).find(f => f.letters.has(code));
    width = face ? face.font.glyphForCodePoint(code).advanceWidth / face.font.unitsPerEm : 1;
    widths.set(key, width);
  }
  return width;
}

export const measured: Measure = (text, size, bold = false) => [...text].reduce((sum, letter) => sum + widthOf(letter, bold), 0) * size;

/** Breaks a text between words into lines no wider than `room`; a wider word gets a line of its own. */
export function inRoom(text: string, room: number, size: number, bold: boolean, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, size, bold) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
