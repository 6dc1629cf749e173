/** A refusal as a failure: non-retryable, and benign so that Temporal does not log it as an error. The details hold its data. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { Language } from '../clauses/desk.ts';
import { refusalOfUnreadable } from '../dossier/unreadable-refusals.ts';
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
export function throwRefusal(...what: Parameters<typeof refusalOf>): never {
  throw refusal(refusalOf(...what));
}

/** @throws ApplicationFailure of type Refused if there is a refusal */
export function refuseIf(r: Refusal | undefined): void {
  if (r) throw refusal(r);
}

export function accepted<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw refusal(read);
  return read;
}

/**
 * Turns a fold failure into a refusal of the request that caused it, since a retry would fail again. Applies to all activities; other
 * failures are rethrown and retried. The Temporal UI shows the refusal in the service's language.
 */
export const refusingFoldFailures =
  <Asked, Answer>(language: Language | undefined, activity: (asked: Asked) => Promise<Answer>): ((asked: Asked) => Promise<Answer>) =>
  asked =>
    activity(asked).catch((cause: unknown) => {
      const refused = refusalOfUnreadable(cause) ?? refusalIn(cause);
      throw refused ? refusal(refused, language) : cause;
    });

const refusalIn = (cause: unknown): Refusal | undefined =>
  cause instanceof ApplicationFailure && cause.type === REFUSED ? (cause.details![0] as Refusal) : undefined;

/** Refuses a request that makes the code fail: a retry would fail again. A fault without a request is retried, so that people see it. */
export const refusingFaults =
  (isAsked: boolean) =>
  (cause: unknown): never => {
    const isFault = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
    if (isAsked && isFault) throwRefusal('notProcessed', { why: cause.message });
    throw cause;
  };
