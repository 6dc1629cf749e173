/** The four languages. */
import type { Language } from '../clauses/desk.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { Wording } from './wording.ts';

export { articleIn, bareNumber, citedInFull, dayIn, fill, languageIn, lengthIn, textIn } from './forms.ts';
export type { Change, Label, Wording } from './wording.ts';

/** A language without its wording does not compile. */
export const wordings: Record<Language, Wording> = { kk, az, ru, en };
