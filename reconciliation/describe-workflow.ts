/**
 * A workflow as the Temporal server describes it. Anyone may have started it with payloads that cannot be decoded, on which the SDK's own
 * description would fail; this code does not read them.
 */
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Instant } from '../clauses/calendar.ts';

export interface Described {
  runId: string;
  isRunning: boolean;
  hasFailed: boolean;
  taskQueue: string;
  /** Its own time, if somebody has skipped time for it. */
  clock: Instant | undefined;
  /** The number of events in its history. */
  events: number;
  /** Its pending workflow task. `attempt` above 1: it has failed before. */
  task: { attempt: number; since: Instant } | undefined;
  /** The number of pending activities. */
  activities: number;
  /** The ids of its child workflows that are still running. */
  children: string[];
}

/** From `temporal.api.enums.v1.WorkflowExecutionStatus`. */
const [RUNNING, FAILED] = [1, 3];
const NOT_FOUND = 5;

/** Returns undefined if there is no such workflow. @throws ServiceError of gRPC if the server does not answer */
export async function describeWorkflow({ workflow, options }: Client, workflowId: string, runId?: string): Promise<Described | undefined> {
  const { namespace } = options;
  try {
    const execution = { workflowId, ...(runId ? { runId } : {}) };
    const found = await workflow.workflowService.describeWorkflowExecution({ namespace, execution });
    const { execution: ran, status, taskQueue, historyLength } = found.workflowExecutionInfo!;
    const task = found.pendingWorkflowTask;
    const skipped = found.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    return {
      runId: ran!.runId!,
      isRunning: status === RUNNING,
      hasFailed: status === FAILED,
      taskQueue: taskQueue!,
      events: Number(historyLength ?? 0),
      clock: skipped ? tsToMs(skipped) : undefined,
      task: task ? { attempt: task.attempt ?? 1, since: tsToMs(task.originalScheduledTime ?? task.scheduledTime) } : undefined,
      activities: found.pendingActivities?.length ?? 0,
      children: (found.pendingChildren ?? []).map(c => c.workflowId!),
    };
  } catch (cause) {
    if (isGrpcServiceError(cause) && cause.code === NOT_FOUND) return undefined;
    throw cause;
  }
}

/** Yields the workflows that match a Temporal list query, page by page. */
export async function* found({ workflow, options }: Client, query: string): AsyncGenerator<{ workflowId: string; type: string }> {
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflow.workflowService.listWorkflowExecutions({ namespace: options.namespace, query, nextPageToken });
    for (const { execution, type } of page.executions ?? []) yield { workflowId: execution!.workflowId!, type: type!.name! };
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
}
