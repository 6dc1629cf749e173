/** Dates that are probably typing errors: a year before 1648, which is a valid date as written (204 for 2004). */
import type { Agreement } from '../clauses/agreement.ts';
import type { Entry } from './facts.ts';
import type { Note } from './notes.ts';

/** The Peace of Westphalia: no agreement between States kept here is older. */
const oldest = 1648;

/** Returns a warning for each such date in entries, sorted by id. */
export const earlyYearsIn = (entries: readonly Entry[]): Note[] =>
  [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, ...fields }) => datesIn(fields).map(d => warning(d.day, `${id}, ${d.path}`)));

/** Returns the same warnings for an agreement's file. */
export const earlyYearsOf = ({ id: _, title: _title, notes: _notes, sources: _sources, ...fields }: Agreement): Note[] =>
  datesIn(fields).map(d => warning(d.day, d.path));

const warning = (early: string, place: string): Note => ({
  code: 'earlyYear',
  args: { year: Number(early.slice(0, 4)), oldest, place, early },
});

/** Finds every such date in a value, with its path. */
function datesIn(value: unknown, path = ''): { day: string; path: string }[] {
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && Number(value.slice(0, 4)) < oldest ? [{ day: value, path }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => datesIn(inner, path ? `${path}.${key}` : key));
}
