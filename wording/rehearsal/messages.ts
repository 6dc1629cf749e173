/** What a rehearsal says, in each language: one that is missing does not compile. */
import type { Like } from '../cli/words.ts';
import type { rehearsal } from './en.ts';

export type RehearsalMessages = Like<typeof rehearsal>;
