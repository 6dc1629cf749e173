/** Refusals of the workflows' own: final, as data. No workflow holds a sentence. */
import { ApplicationFailure } from '@temporalio/workflow';
import { refusalInCode, REFUSED, type Refusal } from '../machines/refusal.ts';

export const refusal = (r: Refusal): ApplicationFailure => ApplicationFailure.nonRetryable(refusalInCode(r), REFUSED, r);
