/** A refusal as a failure: final, since retrying would not help; an answer and no fault to be logged. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { isRefusal, REFUSED, type Refusal } from '../machines/refusals.ts';

export const refusal = (r: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    message: r.message,
    type: REFUSED,
    details: [r],
    nonRetryable: true,
    category: ApplicationFailureCategory.BENIGN,
  });

export function refuse(r: Refusal): never {
  throw refusal(r);
}

export function accepted<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw refusal(read);
  return read;
}
