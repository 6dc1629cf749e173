/**
 * Activities serve our own workflows only: whoever reaches the server can have a workflow of theirs call an activity by its name on our
 * task queue. What a caller is, is read from the call and from the server, never from what the caller says.
 */
import { Context } from '@temporalio/activity';
import { audienceOf } from '../identity/shapes.ts';
import { describedBy } from '../reconciliation/described.ts';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { inEnglish } from '../wording/refusals/english.ts';
import { deliveriesQueue } from '../workflows/messages.ts';
import { refusal } from './refusing.ts';
import type { SecurityLog } from './rights.ts';

/** The workflow that calls: for whom the rights must be that it shows. */
export interface Caller {
  workflowId: string;
  /** `namespace/workflow id`. */
  audience: string;
}

/** What is done for a caller that was looked at. */
export type ForCaller<Asked, Answer> = (asked: Asked, caller: Caller) => Promise<Answer>;

export interface Own<Asked, Answer> {
  /** The type of workflow that may call. */
  by: readonly string[];
  /** Its id, by what is asked: a workflow asks for its own agreement, notice or protocol. */
  named: (asked: Asked, workflowId: string) => boolean;
  /** It does no more than a stranger could do directly, and is called too often to ask the server about the caller. */
  isHarmless?: true;
  act: ForCaller<Asked, Answer>;
}

interface Tools {
  security?: SecurityLog | undefined;
}

/** An activity for our own workflows; a call from elsewhere is refused, and stands in the security log. */
export const ownOnly =
  <Asked extends object, Answer>(
    { security }: Tools,
    activity: string,
    { by, named, isHarmless, act }: Own<Asked, Answer>,
  ): ((asked: Asked) => Promise<Answer>) =>
  async asked => {
    const { workflowType, workflowExecution, namespace, isLocal } = Context.current().info;
    const workflowId = workflowExecution?.workflowId ?? 'no workflow';
    const isOwn = by.includes(workflowType ?? '') && isAsked(asked) && named(asked, workflowId);
    // Only the worker that runs the code of our workflows calls an activity locally.
    if (isOwn && (isLocal || isHarmless || (await isOfOurQueue())))
      return act(asked, { workflowId, audience: audienceOf(namespace, workflowId) });
    const refused = refusalOf('ownWorkflowsOnly', { activity });
    security?.refused({ where: 'register', of: workflowId, asked: activity, why: inEnglish(refused) });
    throw refusal(refused);
  };

const isAsked = (asked: unknown): boolean => typeof asked === 'object' && asked !== null;

/** A workflow of our types on another task queue is run by somebody else's code. @throws ServiceError when the server does not answer */
async function isOfOurQueue(): Promise<boolean> {
  const { client, info } = Context.current();
  const { workflowId, runId } = info.workflowExecution!;
  const taskQueue = (await describedBy(client, workflowId, runId))?.taskQueue;
  if (taskQueue === undefined) return false;
  return info.taskQueue === taskQueue || info.taskQueue === deliveriesQueue(taskQueue);
}
