/**
 * Local activities believe what their workflow says of who asked for what, and for whom a right is. So they are done for the code of
 * our own workflows alone, by the worker that runs it: whoever reaches the server can have a workflow of theirs call an activity by
 * its name on our task queue, and such a call is never a local one.
 */
import { Context } from '@temporalio/activity';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { inEnglish } from '../wording/refusals/english.ts';
import { refusal } from './refusing.ts';
import type { SecurityLog } from './rights.ts';

type Activity = (asked: never) => Promise<unknown>;

/** The same activities; a call from elsewhere is refused, and stands in the security log. */
export function onlyHere<All extends Record<string, Activity>>({ security }: { security?: SecurityLog | undefined }, all: All): All {
  const guarded = Object.entries(all).map(([name, activity]) => [
    name,
    async (asked: never) => {
      const { isLocal, workflowExecution } = Context.current().info;
      if (isLocal) return activity(asked);
      const refused = refusalOf('ownWorkflowsOnly', { activity: name });
      security?.refused({ where: 'register', of: workflowExecution?.workflowId ?? 'no workflow', asked: name, why: inEnglish(refused) });
      throw refusal(refused);
    },
  ]);
  return Object.fromEntries(guarded) as All;
}
