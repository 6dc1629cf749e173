/** Refusals of the workflows' own: final, with their reason in an officer's words. */
import { ApplicationFailure } from '@temporalio/workflow';
import { isRefusal, REFUSED, type Refusal } from '../machines/refusal.ts';

export const refusal = (r: Refusal): ApplicationFailure => ApplicationFailure.nonRetryable(r.message, REFUSED, r);

/** The value, or the refusal thrown. */
export function accepted<T extends object>(read: T | Refusal): T {
  if (isRefusal(read)) throw refusal(read);
  return read;
}
