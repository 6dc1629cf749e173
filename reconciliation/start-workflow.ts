/** Starts a workflow unless it is already running, and waits for its first answer. */
import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { plan, noticeStatus } from '../workflows/messages.ts';
import { NoAnswer } from './failure.ts';
import { describeWorkflow } from './describe-workflow.ts';
import type { Kind, UnderWay } from './open-workflows.ts';

/** The query for each kind; it is answered once the workflow has its state. */
export const questions: Record<Kind, string> = { agreement: plan.name, notice: noticeStatus.name, protocol: noticeStatus.name };

/**
 * Returns whether the workflow was started, or was already running. `patience`: how long its first answer may take, in milliseconds.
 * @throws WorkflowFailedError if its input is refused; NoAnswer.
 */
export async function startAndAwaitAnswer(
  client: Client,
  taskQueue: string,
  { kind, workflowId, start: { type, ...rest } }: UnderWay,
  patience: number,
): Promise<'started' | 'running'> {
  const became = await client.workflow
    .start(type, { ...rest, workflowId, taskQueue, workflowIdConflictPolicy: 'FAIL', workflowIdReusePolicy: 'ALLOW_DUPLICATE' })
    .then(
      () => 'started' as const,
      (cause: unknown) => {
        if (cause instanceof WorkflowExecutionAlreadyStartedError) return 'running' as const;
        throw cause;
      },
    );
  await untilAnswered(client, kind, workflowId, patience);
  return became;
}

async function untilAnswered(client: Client, kind: Kind, workflowId: string, patience: number): Promise<void> {
  const handle = client.workflow.getHandle(workflowId);
  const signal = AbortSignal.timeout(patience);
  while (!signal.aborted) {
    const answer = await client.withAbortSignal(signal, () => handle.query<unknown>(questions[kind])).catch(() => undefined);
    if (answer !== undefined) return;
    if ((await describeWorkflow(client, workflowId))?.hasFailed) await handle.result();
    await pause(100);
  }
  throw new NoAnswer(workflowId, patience);
}
