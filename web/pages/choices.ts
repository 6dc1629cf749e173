/** The Parties and responsible persons by which agreements can be filtered. */
import type { Glance } from '../../dossier/listing.ts';
import { html, type Html } from '../html.ts';
import type { Words } from '../words.ts';
import { folded } from './search.ts';

export type Choice = readonly [value: string, said: string];

export function partiesIn(glances: readonly Glance[], words: Words): Choice[] {
  const named = new Map<string, string>();
  for (const g of glances) for (const { id } of g.parties) if (!named.has(id)) named.set(id, words.party(id, g));
  return [...named].sort((a, b) => a[1].localeCompare(b[1], words.wording.locale));
}

export const personsIn = (glances: readonly Glance[]): Choice[] =>
  [...new Set(glances.flatMap(g => (g.responsible ? [g.responsible] : [])))].sort().map(p => [p, p]);

/** Beyond this many, a name is typed instead of chosen. */
const chosenAtMost = 250;

export const choiceField = (
  { name, label, any, chosen }: Record<'name' | 'label' | 'any' | 'chosen', string>,
  choices: readonly Choice[],
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>${
      choices.length > chosenAtMost
        ? html`<input type="text" id="${name}" name="${name}" value="${chosen}" />`
        : html`<select id="${name}" name="${name}">
          <option value="">${any}</option>
          ${choices.map(([value, said]) => html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${said}</option>`)}
        </select>`
    }
  </div>`;

/** Matches the person of that name, or if there is none, those whose name contains it. */
export function personSought(person: string, persons: readonly Choice[]): (g: Pick<Glance, 'responsible'>) => boolean {
  if (!person) return () => true;
  if (persons.some(([name]) => name === person)) return g => g.responsible === person;
  const sought = folded(person);
  return g => g.responsible !== null && folded(g.responsible).includes(sought);
}

/** Limits the options offered at once: a search narrows them, and a hint gives the number left out. */
export function offeredOf<T>(all: readonly T[], most: number, words: Words): { offered: readonly T[]; hint: { hint?: string } } {
  return {
    offered: all.slice(0, most),
    hint: all.length > most ? { hint: words.counted(words.m.lists.narrow, all.length - most) } : {},
  };
}
