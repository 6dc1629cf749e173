/** The questions about an agreement, in each language. */
import type { Language } from '../../clauses/desk.ts';
import { interview as az } from './az.ts';
import { interview as en, type InterviewMessages } from './en.ts';
import { interview as kk } from './kk.ts';
import { interview as ru } from './ru.ts';

export const interviews: Record<Language, InterviewMessages> = { kk, az, ru, en };
