/**
 * Discretion: no Party is named in what Temporal keeps in clear. The workflows are told with what an activity returns, so that it
 * is recorded, and a change of the configuration breaks no history.
 */
import type { Kept, KeepRequest } from './keeping.ts';

type Activity<Asked, Known> = (asked: Asked) => Promise<Known>;

/** The same activity; what it returns says that discretion is asked for, where it is. */
export const discreetly =
  (discreet: boolean | undefined) =>
  <Asked, Known extends { discreet?: true }>(activity: Activity<Asked, Known>): Activity<Asked, Known> =>
    discreet ? async asked => ({ ...(await activity(asked)), discreet: true }) : activity;

export const keepDiscreetly = (discreet: boolean | undefined, keep: Activity<KeepRequest, Kept>): Activity<KeepRequest, Kept> =>
  discreet
    ? async request => {
        const kept = await keep(request);
        return { ...kept, plan: { ...kept.plan, discreet: true } };
      }
    : keep;
