/** By what agreements are chosen: the Parties and the responsible persons that some of them have. */
import type { Glance } from '../../dossier/listing.ts';
import type { Words } from '../words.ts';

type Choice = readonly [value: string, said: string];

export function partiesIn(glances: readonly Glance[], words: Words): Choice[] {
  const named = new Map<string, string>();
  for (const g of glances) for (const { id } of g.parties) if (!named.has(id)) named.set(id, words.party(id, g));
  return [...named].sort((a, b) => a[1].localeCompare(b[1], words.wording.locale));
}

export const personsIn = (glances: readonly Glance[]): Choice[] =>
  [...new Set(glances.flatMap(g => (g.responsible ? [g.responsible] : [])))].sort().map(p => [p, p]);
