/** A refusal for the Temporal UI, the logs and the engineers who read them. */
import type { Refusal } from '../../machines/refusal.ts';
import { wordings } from '../index.ts';
import { refusalSentence } from './sentence.ts';

export const inEnglish = (r: Refusal): string => refusalSentence(r, wordings.en);
