/** What an agreement's description says about itself: remarks by its author, and its sources. */
import type { Agreement } from '../../clauses/agreement.ts';
import type { Labelled } from '../page.ts';
import type { Words } from '../words.ts';

export const describedIn = ({ notes, sources }: Pick<Agreement, 'notes' | 'sources'>, { m }: Words): Labelled[] => [
  [m.standing.labels.described, notes],
  [m.standing.labels.sources, sources.map(s => `${s.what}: ${s.where}`)],
];
