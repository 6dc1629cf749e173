/** A refusal as a failure: final, since retrying would not help; an answer and no fault to be logged. Its data is in the details. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { Language } from '../clauses/desk.ts';
import { whyUnreadable } from '../dossier/unreadable.ts';
import { isRefusal, refuse as refusalOf, REFUSED, type Refusal } from '../machines/refusal.ts';
import { wordings } from '../wording/index.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';

export const refusal = (r: Refusal, language: Language = 'en'): ApplicationFailure =>
  ApplicationFailure.create({
    message: refusalSentence(r, wordings[language]),
    type: REFUSED,
    details: [r],
    nonRetryable: true,
    category: ApplicationFailureCategory.BENIGN,
  });

/** @throws ApplicationFailure of type Refused */
export function refuse(...what: Parameters<typeof refusalOf>): never {
  throw refusal(refusalOf(...what));
}

/** @throws ApplicationFailure of type Refused where there is one */
export function refuseIf(r: Refusal | undefined): void {
  if (r) throw refusal(r);
}

export function accepted<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw refusal(read);
  return read;
}

/**
 * What can't be folded refuses the one request that called for it: tried again, it would fail again. Of all activities; other
 * failures are passed on, to be tried again. The Temporal UI shows what is refused in the language of the service.
 */
export const refusingWhatCantBeFolded =
  <Asked, Answer>(language: Language | undefined, activity: (asked: Asked) => Promise<Answer>): ((asked: Asked) => Promise<Answer>) =>
  asked =>
    activity(asked).catch((cause: unknown) => {
      const refused = whyUnreadable(cause) ?? refusalIn(cause);
      throw refused ? refusal(refused, language) : cause;
    });

const refusalIn = (cause: unknown): Refusal | undefined =>
  cause instanceof ApplicationFailure && cause.type === REFUSED ? (cause.details![0] as Refusal) : undefined;

/** What a request makes the code stumble on is refused with it: tried again, it would stumble again. What nobody asked for is retried, and seen. */
export const refusingFaults =
  (isAsked: boolean) =>
  (cause: unknown): never => {
    const isFault = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
    if (isAsked && isFault) refuse('notProcessed', { why: cause.message });
    throw cause;
  };
