/** What Temporal has of one workflow: whether it runs and makes progress, what it says, and the timers of its history. */
import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Instant } from '../clauses/calendar.ts';
import { questions } from './starting.ts';
import type { Kind } from './open-workflows.ts';
import { saysOf, type Says } from './expected.ts';
import { PendingTimers, type PendingTimer } from './pending.ts';

export interface Found {
  runs: boolean;
  /** Its workflow task that waits or is being done. `attempt` above 1: it has failed before. */
  task: { attempt: number; since: Instant } | undefined;
  /** It has a workflow task or an activity under way: what differs now may not in a moment. */
  isAtWork: boolean;
  /** What it answered; undefined when it did not. */
  says: Says | undefined;
  pending: readonly PendingTimer[];
  /** On which task queue it runs, where that is not ours: somebody else has taken its id. */
  elsewhere?: string;
}

const nothing: Found = { runs: false, task: undefined, isAtWork: false, says: undefined, pending: [] };

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

/** @throws ServiceError when the server has gone, KeyMissing when a summary can't be read */
export async function look(client: Client, taskQueue: string, kind: Kind, workflowId: string, now: Instant): Promise<Found> {
  const described = await describe(client, workflowId);
  if (described?.status.name !== 'RUNNING') return nothing;
  const task = taskOf(described);
  const pending = await pendingIn(client, workflowId, described.runId);
  // A workflow whose task fails again and again, or is taken by nobody, answers nothing: it is not waited for.
  const isInVain = described.taskQueue !== taskQueue || (task !== undefined && (task.attempt > 1 || now - task.since > patience));
  const answer = isInVain ? undefined : await answerOf(client, kind, workflowId);
  const isAtWork = task !== undefined || Boolean(described.raw.pendingActivities?.length);
  const elsewhere = described.taskQueue === taskQueue ? {} : { elsewhere: described.taskQueue };
  return { runs: true, task, isAtWork, pending, says: answer === undefined ? undefined : saysOf(kind, answer), ...elsewhere };
}

async function describe(client: Client, workflowId: string): Promise<WorkflowExecutionDescription | undefined> {
  try {
    return await client.workflow.getHandle(workflowId).describe();
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) return undefined;
    throw cause;
  }
}

function taskOf({ raw: { pendingWorkflowTask: task } }: WorkflowExecutionDescription): Found['task'] {
  return task ? { attempt: task.attempt ?? 1, since: tsToMs(task.originalScheduledTime ?? task.scheduledTime) } : undefined;
}

/** A page at a time, so that a long history takes no room. */
export async function pendingIn(client: Client, workflowId: string, runId?: string): Promise<PendingTimer[]> {
  const { workflowService, options } = client.workflow;
  const { namespace, loadedDataConverter } = options;
  const timers = new PendingTimers();
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.getWorkflowExecutionHistory({ namespace, execution: { workflowId, runId }, nextPageToken });
    timers.take(page.history?.events ?? []);
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
  return timers.all(loadedDataConverter);
}

async function answerOf(client: Client, kind: Kind, workflowId: string): Promise<unknown> {
  const handle = client.workflow.getHandle(workflowId);
  return client.withAbortSignal(AbortSignal.timeout(patience), () => handle.query<unknown>(questions[kind])).catch(() => undefined);
}
