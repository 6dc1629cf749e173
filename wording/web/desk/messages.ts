/** What the forms say, in every language alike. */
import type { Like } from '../../cli/words.ts';
import type { desk } from './en.ts';

export type DeskMessages = Like<typeof desk>;
