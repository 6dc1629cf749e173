/** Dates that are most likely slips of the pen: a year before 1648, which a reader of dates takes as it stands (204 for 2004). */
import type { Agreement } from '../clauses/agreement.ts';
import type { Entry } from './facts.ts';
import type { Note } from './notes.ts';

/** The Peace of Westphalia: no agreement between States that is kept here is older. */
const oldest = 1648;

/** A warning for each such date of entries, in the order of their ids. */
export const earlyYearsIn = (entries: readonly Entry[]): Note[] =>
  [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, ...fields }) => datesIn(fields).map(d => warning(d.day, `${id}, ${d.path}`)));

/** The same of an agreement's file. */
export const earlyYearsOf = ({ id: _, title: _title, notes: _notes, sources: _sources, ...fields }: Agreement): Note[] =>
  datesIn(fields).map(d => warning(d.day, d.path));

const warning = (early: string, place: string): Note => ({
  code: 'earlyYear',
  args: { year: Number(early.slice(0, 4)), oldest, place, early },
});

/** Every date in a value that is that early, and where it stands. */
function datesIn(value: unknown, path = ''): { day: string; path: string }[] {
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && Number(value.slice(0, 4)) < oldest ? [{ day: value, path }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => datesIn(inner, path ? `${path}.${key}` : key));
}
