/**
 * Discretion: Temporal stores no Party's name in clear. An activity's result carries the setting to the workflow, so that it is recorded
 * and a change of configuration breaks no history.
 */
import type { ForCaller } from './own-workflows-only.ts';
import type { Stepped, StepRequest } from './step-agreement.ts';

/** The same activity, with the setting added to its result if discretion is on. */
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
