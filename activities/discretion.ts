/**
 * Discretion: no Party is named in what Temporal keeps in clear. The workflows are told with what an activity returns, so that it
 * is recorded, and a change of the configuration breaks no history.
 */
import type { Stepped, StepRequest } from './step-agreement.ts';

type Activity<Asked, Known> = (asked: Asked) => Promise<Known>;

/** The same activity; what it returns says that discretion is asked for, where it is. */
export const discreetly =
  (discreet: boolean | undefined) =>
  <Asked, Known extends { discreet?: true }>(activity: Activity<Asked, Known>): Activity<Asked, Known> =>
    discreet ? async asked => ({ ...(await activity(asked)), discreet: true }) : activity;

export const stepDiscreetly = (discreet: boolean | undefined, step: Activity<StepRequest, Stepped>): Activity<StepRequest, Stepped> =>
  discreet
    ? async request => {
        const stepped = await step(request);
        return { ...stepped, plan: { ...stepped.plan, discreet: true } };
      }
    : step;
