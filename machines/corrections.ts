/** Corrections and strikes: the order in which they apply, and their effect on an entry. Also used where nothing is folded. */
import { fixedFields, isAmending, type AmendingEntry, type Entry, type FactAsEntered } from './facts.ts';

export const inOrder = (amending: readonly AmendingEntry[]): AmendingEntry[] =>
  amending
    .map((entry, place) => ({ entry, place }))
    .sort((a, b) => (a.entry.recorded === b.entry.recorded ? a.place - b.place : a.entry.recorded < b.entry.recorded ? -1 : 1))
    .map(({ entry }) => entry);

/** Works backwards from the last: a strike that is itself struck later has no effect. */
export function struckBy(amending: readonly AmendingEntry[]): Set<string> {
  const struck = new Set<string>();
  for (const a of [...amending].reverse()) if (a.type === 'struck' && !struck.has(a.id)) struck.add(a.of);
  return struck;
}

/** Returns the effective corrections of a fact, in the order in which they apply. */
export const correctionsOf = (id: string, entries: readonly Entry[]): AmendingEntry[] =>
  amendmentsOf(id, entries).filter(a => a.type === 'corrected');

/** Returns the effective corrections and strikes of an entry, in the order in which they apply. */
export function amendmentsOf(id: string, entries: readonly Entry[]): AmendingEntry[] {
  const amending = inOrder(entries.filter(isAmending));
  const struck = struckBy(amending);
  return amending.filter(a => a.of === id && !struck.has(a.id));
}

/** Sets fields on others; null clears a field. */
export function set(on: Record<string, unknown>, fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries({ ...on, ...fields }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}

const own = ['id', 'type', 'of', 'recorded', 'reason'];

/** Returns the fields that a correction sets. */
export function fieldsOf(correction: AmendingEntry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(correction).filter(([key]) => !own.includes(key)));
}

/** Returns the first field that a correction must not set, if any. */
export const fixedFieldIn = (fields: Record<string, unknown>): string | undefined => fixedFields.find(f => f in fields);

/** Returns a fact as it would read after one more correction, unvalidated. */
export const asCorrected = (f: FactAsEntered, correction: AmendingEntry): Record<string, unknown> => set({ ...f }, fieldsOf(correction));
