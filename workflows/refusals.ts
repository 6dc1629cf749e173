/** Refusals of the workflows' own: final, as data. No workflow holds a sentence, but for what it says by itself. */
import { ApplicationFailure } from '@temporalio/workflow';
import { refusalInCode, REFUSED, type Refusal } from '../machines/refusal.ts';

export const refusal = (r: Refusal, said = refusalInCode(r)): ApplicationFailure => ApplicationFailure.nonRetryable(said, REFUSED, r);
