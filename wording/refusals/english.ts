/** A refusal in English, for the Temporal UI and the logs. */
import type { Refusal } from '../../machines/refusal.ts';
import { wordings } from '../index.ts';
import { refusalSentence } from './sentence.ts';

export const inEnglish = (r: Refusal): string => refusalSentence(r, wordings.en);
