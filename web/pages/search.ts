/** Search among many agreements, in any of the four languages: a field that needs no script, and the matching. */
import { languages } from '../../clauses/desk.ts';
import type { Glance } from '../../dossier/listing.ts';
import { html, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import { wordsIn, type Words } from '../words.ts';

export const soughtBy = (c: Request): string => c.req.query('q')?.trim().slice(0, 200) ?? '';

/** Requests the page again. */
export const searchForm = (q: string, { m }: Words): Html =>
  html`<form class="filter" role="search">
    <div class="field">
      <label for="q">${m.agreements.search}</label><span class="hint" id="q-hint">${m.agreements.searchHint}</span
      ><input type="search" id="q" name="q" value="${q}" aria-describedby="q-hint" />
    </div>
    <button class="btn two">${m.agreements.search}</button>
  </form>`;

/** Titles need not be unique. */
export const choiceOf = ({ agreement, titles }: Pick<Glance, 'agreement' | 'titles'>, words: Words): { value: string; label: string } => ({
  value: agreement,
  label: Object.keys(titles).length ? `${words.title(titles)} (${agreement})` : agreement,
});

type Sought = Pick<Glance, 'agreement' | 'titles' | 'parties'>;

/** What an agreement is found by: its id, its titles, and all names and codes of its Parties, in every language. */
const searchedIn = (g: Sought): string[] => [
  g.agreement,
  ...Object.values(g.titles),
  ...g.parties.flatMap(p => [p.id, ...languages.map(l => wordsIn(l).party(p.id, g)), ...Object.values(p.name)]),
];

/** Cached as long as the list's line stays in memory. */
const foldedOf = new WeakMap<Sought, string>();

/** Matches if each word occurs in any of the texts, ignoring case. */
export function fits(q: string, g: Sought): boolean {
  const all = foldedOf.get(g) ?? folded(searchedIn(g).join(' '));
  foldedOf.set(g, all);
  return folded(q)
    .split(/\s+/)
    .every(word => all.includes(word));
}

/** Dotless ı and dotted İ count as the same letter in a search, and so do letters with and without diacritics. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');
