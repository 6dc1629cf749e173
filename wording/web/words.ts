/** The texts of pages in each language; a missing one does not compile. */
import type { Language } from '../../clauses/desk.ts';
import type { Like } from '../cli/words.ts';
import { web as az } from './az.ts';
import { web as en } from './en.ts';
import { web as kk } from './kk.ts';
import { web as ru } from './ru.ts';

export type WebMessages = Like<typeof en>;

export const webMessages: Record<Language, WebMessages> = { kk, az, ru, en };
