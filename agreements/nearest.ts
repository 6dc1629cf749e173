/** Suggests the word that was probably meant ("did you mean"), never the word itself. */

/** Returns the nearest candidate, if it is near enough to be a typing error. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => slipsOf(word, candidates)[0]?.candidate;

/** Returns the ids that a partial id may mean: those that begin with it, otherwise those that contain it, otherwise the nearest. */
export function nearestIds(id: string, ids: readonly string[], most = 3): string[] {
  const known = ids.filter(other => other !== id);
  const word = id.toLowerCase();
  for (const begun of [known.filter(k => k.startsWith(word)), known.filter(k => k.includes(word))])
    if (begun.length) return begun.slice(0, most);
  const slips = slipsOf(id, known);
  const near = slips.filter(s => s.distance <= slips[0]!.distance + 2).map(s => s.candidate);
  return near.slice(0, most);
}

/** Returns candidates within a distance of about a third of the letters, nearest first. Skips those whose length differs by more. */
function slipsOf(word: string, candidates: readonly string[]): { candidate: string; distance: number }[] {
  const most = (candidate: string): number => Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
  return candidates
    .filter(candidate => candidate !== word && Math.abs(candidate.length - word.length) <= most(candidate))
    .map(candidate => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= most(candidate))
    .sort((a, b) => a.distance - b.distance);
}

/** The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same, swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
