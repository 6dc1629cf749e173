/** Texts of an agreement that no document can show, since the font has no glyph for a letter in them: to be known long before one is drawn. */
import type { Agreement } from '../clauses/agreement.ts';
import { languages as printed } from '../clauses/desk.ts';
import type { Entry } from '../machines/facts.ts';
import { lettersMissing, pointOf } from './font.ts';

export interface Unprintable {
  /** As in the agreement's file: `['title', 'en']`, `['facts', 0, 'place']`. */
  path: (string | number)[];
  /** Each with its code point: `字 (U+5B57)`. */
  letters: string[];
}

/**
 * Of the description what documents show, in the languages in which they are made; notes, sources and the desk stand on none. Of the facts
 * all but what proves them.
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
