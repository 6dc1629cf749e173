/** Refusals with the sentence that an engineer reads. */
import { isRefusal, type Refusal } from '../../machines/refusal.ts';
import { wordings } from '../../wording/index.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';

export type Told = Refusal & { message: string };

export const told = (refusal: Refusal): Told => ({ ...refusal, message: refusalSentence(refusal, wordings.en) });

/** Any answer; a refusal with its sentence. */
export const answered = <T extends object | undefined>(answer: T): Exclude<T, Refusal> | (Refusal extends T ? Told : never) =>
  (answer && isRefusal(answer) ? told(answer) : answer) as never;
