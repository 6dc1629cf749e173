/** A name for each type of entry, in place of its code: with its article in English, in the nominative elsewhere. */
import type { Entry } from '../../machines/facts.ts';

export type EntryTypeNames = Readonly<Record<Entry['type'], string>>;
