/**
 * Discretion: no Party is named in what Temporal keeps in clear. The workflows are told with what an activity returns, so that it
 * is recorded, and a change of the configuration breaks no history.
 */
import type { ForCaller } from './own-workflows-only.ts';
import type { Stepped, StepRequest } from './step-agreement.ts';

/** The same activity; what it returns says that discretion is asked for, where it is. */
export const discreetly = <Asked, Known extends { discreet?: true }>(
  discreet: boolean | undefined,
  activity: ForCaller<Asked, Known>,
): ForCaller<Asked, Known> => (discreet ? async (...asked) => ({ ...(await activity(...asked)), discreet: true }) : activity);

export const stepDiscreetly = (discreet: boolean | undefined, step: ForCaller<StepRequest, Stepped>): ForCaller<StepRequest, Stepped> =>
  discreet
    ? async (...request) => {
        const stepped = await step(...request);
        return { ...stepped, plan: { ...stepped.plan, discreet: true } };
      }
    : step;
