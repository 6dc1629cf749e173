/** Ids that reveal too much: an agreement's id is part of its workflow id, which Temporal stores in clear text. */
import type { Agreement } from '../clauses/agreement.ts';

/** Returns the parts of the id that name a Party or the subject; none in `treaty-17`. */
export function revealedPartsOf({ id, parties, title }: Pick<Agreement, 'id' | 'parties' | 'title'>): string[] {
  const codes = parties.map(p => p.id.toLowerCase());
  const words = [title, ...parties.map(p => p.name)].flatMap(text => Object.values(text).flatMap(wordsOf));
  return id.split('-').filter(part => codes.includes(part) || words.some(word => isNear(word, part)));
}

/** Words common to all titles and Parties. */
const general =
  'agreement convention treaty protocol accord pact memorandum understanding between government republic kingdom states'.split(' ');

const wordsOf = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter(word => !general.includes(word));

/** `investment` and `investments`, `Kazakhstan` and `kazakh`. */
const isNear = (word: string, part: string): boolean => part.length >= 4 && (word.startsWith(part) || part.startsWith(word));
