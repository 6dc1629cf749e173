/** What an agreement's description says of itself: remarks of whoever described it, and where it is taken from. */
import type { Agreement } from '../../clauses/agreement.ts';
import type { Labelled } from '../page.ts';
import type { Words } from '../words.ts';

export const describedIn = ({ notes, sources }: Pick<Agreement, 'notes' | 'sources'>, { m }: Words): Labelled[] => [
  [m.standing.labels.described, notes],
  [m.standing.labels.sources, sources.map(s => `${s.what}: ${s.where}`)],
];
