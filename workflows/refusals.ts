/** Refusals of the workflows' own: final, with their reason in an officer's words. */
import { ApplicationFailure } from '@temporalio/workflow';
import { REFUSED, type Refusal } from '../machines/refusal.ts';

export const refusal = (r: Refusal): ApplicationFailure => ApplicationFailure.nonRetryable(r.message, REFUSED, r);
