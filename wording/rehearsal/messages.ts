/** The texts of a rehearsal in each language; a missing one does not compile. */
import type { Like } from '../cli/words.ts';
import type { rehearsal } from './en.ts';

export type RehearsalMessages = Like<typeof rehearsal>;
