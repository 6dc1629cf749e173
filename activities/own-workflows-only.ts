/**
 * Restricts activities to our own workflows: anyone with access to the server can have a workflow call an activity by name on our task
 * queue. The caller is identified from the call and the server, never from its own claims.
 */
import { Context } from '@temporalio/activity';
import { audienceOf } from '../identity/shapes.ts';
import { describeWorkflow } from '../reconciliation/describe-workflow.ts';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { inEnglish } from '../wording/refusals/english.ts';
import { deliveriesQueue } from '../workflows/messages.ts';
import { refusal } from './refusal-failures.ts';
import type { SecurityLog } from './rights.ts';

/** The calling workflow, which its rights must be issued for. */
export interface Caller {
  workflowId: string;
  /** `namespace/workflow id`. */
  audience: string;
}

/** Runs for a caller that has been checked. */
export type ForCaller<Asked, Answer> = (asked: Asked, caller: Caller) => Promise<Answer>;

export interface Own<Asked, Answer> {
  /** The workflow types that may call. */
  by: readonly string[];
  /** Whether the id fits the request: a workflow may ask only about its own agreement, notice or protocol. */
  named: (asked: Asked, workflowId: string) => boolean;
  /** Does nothing that a stranger could not do directly, and is called too often to look up the caller on the server. */
  isHarmless?: true;
  act: ForCaller<Asked, Answer>;
}

interface Tools {
  security?: SecurityLog | undefined;
}

/** Restricts an activity to our own workflows; refuses any other call and writes it to the security log. */
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
    // Only the worker that runs our workflow code can call an activity locally.
    if (isOwn && (isLocal || isHarmless || (await isOfOurQueue())))
      return act(asked, { workflowId, audience: audienceOf(namespace, workflowId) });
    const refused = refusalOf('ownWorkflowsOnly', { activity });
    security?.refused({ where: 'register', of: workflowId, asked: activity, why: inEnglish(refused) });
    throw refusal(refused);
  };

const isAsked = (asked: unknown): boolean => typeof asked === 'object' && asked !== null;

/** A workflow of our type on another task queue runs someone else's code. @throws ServiceError when the server does not answer */
async function isOfOurQueue(): Promise<boolean> {
  const { client, info } = Context.current();
  const { workflowId, runId } = info.workflowExecution!;
  const taskQueue = (await describeWorkflow(client, workflowId, runId))?.taskQueue;
  if (taskQueue === undefined) return false;
  return info.taskQueue === taskQueue || info.taskQueue === deliveriesQueue(taskQueue);
}
