/** Finding an agreement among many, in any of the four languages: a field that needs no script, and what fits what was typed. */
import { languages } from '../../clauses/desk.ts';
import type { Glance } from '../../dossier/listing.ts';
import { html, type Html } from '../html.ts';
import type { Request } from '../request.ts';
import { wordsIn, type Words } from '../words.ts';

export const soughtBy = (c: Request): string => c.req.query('q')?.trim().slice(0, 200) ?? '';

/** Asks for the page again. */
export const searchForm = (q: string, { m }: Words): Html =>
  html`<form class="filter" role="search">
    <div class="field">
      <label for="q">${m.agreements.search}</label><span class="hint" id="q-hint">${m.agreements.searchHint}</span
      ><input type="search" id="q" name="q" value="${q}" aria-describedby="q-hint" />
    </div>
    <button class="btn two">${m.agreements.search}</button>
  </form>`;

/** Several may have one title. */
export const choiceOf = ({ agreement, titles }: Pick<Glance, 'agreement' | 'titles'>, words: Words): { value: string; label: string } => ({
  value: agreement,
  label: Object.keys(titles).length ? `${words.title(titles)} (${agreement})` : agreement,
});

type Sought = Pick<Glance, 'agreement' | 'titles' | 'parties'>;

/** What an agreement is found by: its id, its titles, its Parties by every name and code, in every language. */
const searchedIn = (g: Sought): string[] => [
  g.agreement,
  ...Object.values(g.titles),
  ...g.parties.flatMap(p => [p.id, ...languages.map(l => wordsIn(l).party(p.id, g)), ...Object.values(p.name)]),
];

/** A line of a list stays in memory as long as it holds. */
const foldedOf = new WeakMap<Sought, string>();

/** Every word of it, in any of the texts, whatever the case. */
export function fits(q: string, g: Sought): boolean {
  const all = foldedOf.get(g) ?? folded(searchedIn(g).join(' '));
  foldedOf.set(g, all);
  return folded(q)
    .split(/\s+/)
    .every(word => all.includes(word));
}

/** Turkic dotless ı and dotted İ are one letter to whoever searches, and so are letters with and without marks. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');
