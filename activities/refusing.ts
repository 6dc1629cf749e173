/** A refusal as a failure: final, since retrying would not help; an answer and no fault to be logged. Its data is in the details. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { NoDescription } from '../dossier/description.ts';
import { FoldFailure, reasonOf } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import { isRefusal, refuse as refusalOf, REFUSED, type Refusal } from '../machines/refusal.ts';
import { inEnglish } from '../wording/refusals/english.ts';

export const refusal = (r: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    message: inEnglish(r),
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
 * failures are passed on, to be tried again.
 */
export const refusingWhatCantBeFolded =
  <Asked, Answer>(activity: (asked: Asked) => Promise<Answer>): ((asked: Asked) => Promise<Answer>) =>
  asked =>
    activity(asked).catch(refuseNotFolded);

function refuseNotFolded(cause: unknown): never {
  if (cause instanceof NoDescription) refuse('noDescription', { agreement: cause.agreement });
  if (cause instanceof FoldFailure) throw refusal(notFolded(cause));
  if (cause instanceof BeyondLimit) refuse('beyondFold', { limit: cause.fault });
  throw cause;
}

/** What a request makes the code stumble on is refused with it: tried again, it would stumble again. What nobody asked for is retried, and seen. */
export const refusingFaults =
  (isAsked: boolean) =>
  (cause: unknown): never => {
    const isFault = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
    if (isAsked && isFault) refuse('notProcessed', { why: cause.message });
    throw cause;
  };

/** Where the ledger can't be folded. */
export const notFolded = ({ agreement, entry, cause, entered }: FoldFailure, isWritten = true): Refusal =>
  refusalOf('notFolded', {
    agreement,
    entry: entry ?? null,
    why: reasonOf(cause),
    entered: entered?.id ?? null,
    line: entered?.seq ?? null,
    isWritten,
  });
