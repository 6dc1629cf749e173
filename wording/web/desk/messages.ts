/** The texts of forms, in the shape of every language. */
import type { Like } from '../../cli/words.ts';
import type { desk } from './en.ts';

export type DeskMessages = Like<typeof desk>;
