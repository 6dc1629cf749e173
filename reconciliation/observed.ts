/** What Temporal has for one workflow: whether it is running and making progress, its answer, and the timers in its history. */
import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import type { Instant } from '../clauses/calendar.ts';
import { describeWorkflow, type Described } from './describe-workflow.ts';
import { questions } from './start-workflow.ts';
import type { Kind } from './open-workflows.ts';
import { saysOf, type Reported } from './expected.ts';
import { PendingTimers, type PendingTimer } from './pending.ts';

export interface ObservedWorkflow {
  runs: boolean;
  task: Described['task'];
  /** A workflow task or activity is in progress, so a difference may disappear in a moment. */
  isAtWork: boolean;
  /** Its answer; undefined if it gave none. */
  says: Reported | undefined;
  pending: readonly PendingTimer[];
  /** Its task queue, if not ours: another program has taken its id. */
  elsewhere?: string;
}

const nothing: ObservedWorkflow = { runs: false, task: undefined, isAtWork: false, says: undefined, pending: [] };

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

/** @throws ServiceError if the server is unreachable, KeyMissing if a summary cannot be decrypted */
export async function look(client: Client, taskQueue: string, kind: Kind, workflowId: string, now: Instant): Promise<ObservedWorkflow> {
  const described = await describeWorkflow(client, workflowId);
  if (!described?.isRunning) return nothing;
  const { task } = described;
  const isAtWork = task !== undefined || described.activities > 0;
  // Reads nothing of another program's workflow: its payloads may not be decodable.
  if (described.taskQueue !== taskQueue) return { ...nothing, runs: true, task, isAtWork, elsewhere: described.taskQueue };
  const pending = await pendingIn(client, workflowId, described.runId);
  // A workflow whose task keeps failing, or is taken by no worker, cannot answer: do not wait for it.
  const isInVain = task !== undefined && (task.attempt > 1 || now - task.since > patience);
  const answer = isInVain ? undefined : await answerOf(client, kind, workflowId);
  return { runs: true, task, isAtWork, pending, says: answer === undefined ? undefined : saysOf(kind, answer) };
}

export async function pendingIn(client: Client, workflowId: string, runId?: string): Promise<PendingTimer[]> {
  const timers = new PendingTimers();
  for await (const events of historyOf(client, workflowId, runId)) timers.take(events);
  return timers.all(client.options.loadedDataConverter);
}

/** Yields one page at a time, so that a long history takes little memory. */
export async function* historyOf(
  { workflow: { workflowService }, options: { namespace } }: Client,
  workflowId: string,
  runId?: string,
): AsyncGenerator<temporal.api.history.v1.IHistoryEvent[]> {
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.getWorkflowExecutionHistory({ namespace, execution: { workflowId, runId }, nextPageToken });
    yield page.history?.events ?? [];
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
}

async function answerOf(client: Client, kind: Kind, workflowId: string): Promise<unknown> {
  const handle = client.workflow.getHandle(workflowId);
  return client.withAbortSignal(AbortSignal.timeout(patience), () => handle.query<unknown>(questions[kind])).catch(() => undefined);
}
