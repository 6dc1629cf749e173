/** Refusals by the workflows themselves: final, and data. A workflow has sentences only for when no activity answers. */
import { ApplicationFailure } from '@temporalio/workflow';
import { refusalInCode, REFUSED, type Refusal } from '../machines/refusal.ts';

export const refusal = (r: Refusal, said = refusalInCode(r)): ApplicationFailure => ApplicationFailure.nonRetryable(said, REFUSED, r);
