/**
 * A clock for one workflow: Temporal's dev server (1.32 and later) can advance a workflow's time to a target while none of its tasks is in
 * progress. The SDK offers only the raw calls.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { decodeFromPayloadsAtIndex, decodeUserMetadata } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import type { temporal } from '@temporalio/proto';
import type { Instant } from '../clauses/calendar.ts';
import { describeWorkflow } from '../reconciliation/describe-workflow.ts';
import { historyOf } from '../reconciliation/observed.ts';
import type { ArmedPlan } from '../workflows/messages.ts';

type Config = temporal.api.common.v1.TimeSkippingConfig.$Shape;

/** gRPC status codes. */
const [INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED, UNIMPLEMENTED] = [3, 5, 7, 12];

/** True if the server can skip a workflow's time. Asks about a workflow that does not exist, so nothing changes. */
export async function canSkipTime(client: Client): Promise<boolean> {
  try {
    await configure(client, `rehearsal/${randomUUID()}`, { enabled: false });
    return true;
  } catch (cause) {
    if (!isGrpcServiceError(cause)) throw cause;
    if (cause.code === NOT_FOUND) return true;
    if ([INVALID_ARGUMENT, PERMISSION_DENIED, UNIMPLEMENTED].includes(cause.code)) return false;
    throw cause;
  }
}

/** The time limit for one advance, in milliseconds: the server lets no time pass while a workflow has children that run. */
export const patience = 30_000;

/**
 * Advances a workflow's time to an instant on its own clock; timers that fall due on the way fire. False if time stands still. A workflow
 * that ends on the way has passed too.
 */
export async function passTo(client: Client, workflowId: string, target: Instant): Promise<boolean> {
  const described = await describeWorkflow(client, workflowId);
  const milliseconds = target - (described?.clock ?? Date.now());
  if (!described?.isRunning || milliseconds <= 0) return true;
  const id = randomUUID();
  await configure(client, workflowId, { enabled: true, fastForwardConfig: { id, duration: msToTs(milliseconds) } });
  return completed(client, workflowId, id);
}

const configure = (client: Client, workflowId: string, timeSkippingConfig: Config): Promise<unknown> =>
  client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: { timeSkippingConfig },
    updateMask: { paths: ['time_skipping_config'] },
  });

async function completed(client: Client, workflowId: string, fastForwardId: string): Promise<boolean> {
  const { namespace } = client.options;
  const asked = { namespace, workflowExecution: { workflowId }, fastForwardId };
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(asked);
    // The server answers with the name of the value, despite the declared type.
    const result = String(answer.fastForwardPollingResult);
    if (/(COMPLETED|FAILED)$|^[23]$/.test(result)) return true; // fails if the workflow ends before
    await pause(10);
  }
  return false;
}

/** The plan of a run's last step and the id of its last event, both from its history. The workflow itself is not queried. */
export async function lastPlan(client: Client, workflowId: string, runId: string): Promise<{ event: number; plan: ArmedPlan | undefined }> {
  const { namespace, loadedDataConverter } = client.options;
  const execution = { workflowId, runId };
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({ namespace, execution, maximumPageSize: 100 });
  const events = history?.events ?? [];
  const event = Number(events[0]?.eventId ?? 0);
  for (const { markerRecordedEventAttributes: local, activityTaskCompletedEventAttributes: regular } of events) {
    const payloads = local?.details?.['result']?.payloads ?? regular?.result?.payloads;
    if (!payloads?.length) continue;
    const result = await decodeFromPayloadsAtIndex<{ plan?: ArmedPlan } | undefined>(loadedDataConverter, 0, payloads);
    if (result?.plan) return { event, plan: result.plan };
  }
  return { event, plan: undefined };
}

/** A timer that fired: its summary in the UI, and the instant on the workflow's clock. */
export interface Fired {
  summary: string;
  at: Instant;
}

/** The timers that fired in these runs of a workflow, from their histories. */
export async function firedIn(client: Client, workflowId: string, runs: readonly string[]): Promise<Fired[]> {
  const fired: Fired[] = [];
  for (const run of runs) {
    const summaries = new Map<string, string>();
    for await (const events of historyOf(client, workflowId, run))
      for (const { eventTime, userMetadata, timerStartedEventAttributes: started, timerFiredEventAttributes: event } of events) {
        if (started) {
          const { staticSummary } = await decodeUserMetadata(client.options.loadedDataConverter, userMetadata);
          summaries.set(started.timerId!, staticSummary ?? '');
        }
        if (event) fired.push({ summary: summaries.get(event.timerId!) ?? '', at: tsToMs(eventTime) });
      }
  }
  return fired;
}
