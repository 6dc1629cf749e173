/** Finds texts that no document can print, because the font lacks a glyph for a letter: long before a document is drawn up. */
import type { Agreement } from '../clauses/agreement.ts';
import { languages as printed } from '../clauses/desk.ts';
import type { Entry } from '../machines/facts.ts';
import { lettersMissing, pointOf } from './font.ts';

export interface Unprintable {
  /** The path in the agreement's file: `['title', 'en']`, `['facts', 0, 'place']`. */
  path: (string | number)[];
  /** Each with its code point: `字 (U+5B57)`. */
  letters: string[];
}

/**
 * Checks what documents print: of the description, in their languages, everything except notes, sources and the desk; of the facts,
 * everything except their evidence and notes.
 */
export function unprintableIn({ title, parties, languages, clauses, articles }: Agreement, facts: readonly Entry[]): Unprintable[] {
  const shown = facts.map(({ evidence: _, note: __, ...fact }: Entry & { evidence?: unknown; note?: unknown }) => fact);
  return within({ title, parties, languages, clauses, articles, facts: shown }, []);
}

function within(value: unknown, path: Unprintable['path']): Unprintable[] {
  if (typeof value === 'string') {
    const letters = lettersMissing(value);
    return letters.length ? [{ path, letters: letters.map(pointOf) }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => within(one, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  const isByLanguage = ['title', 'name', 'successor'].includes(String(path.at(-1)));
  return Object.entries(value)
    .filter(([key]) => !isByLanguage || (printed as readonly string[]).includes(key))
    .flatMap(([key, one]) => within(one, [...path, key]));
}
