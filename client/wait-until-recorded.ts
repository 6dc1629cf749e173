/** Waits until a notice or a protocol that was just started is recorded. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { QueryDefinition } from '@temporalio/common';
import type { Context } from './context.ts';
import { failureFrom, Unavailable } from './failures.ts';
import { withTimeout, type Service } from './service.ts';

/** The workflow answers a query once it is recorded; one that was refused has failed. @throws Refused, Unavailable */
export async function waitUntilRecorded(
  context: Context,
  service: Service,
  handle: WorkflowHandle,
  question: QueryDefinition<unknown>,
): Promise<void> {
  const { describeWorkflow } = await import('../reconciliation/describe-workflow.ts');
  for (let asked = 0; asked < 100; asked++) {
    const described = await withTimeout(context, service, () => describeWorkflow(service.client, handle.workflowId));
    if (described?.hasFailed)
      throw await withTimeout(context, service, () => handle.result()).then(
        () => new Error('the workflow failed'),
        failureFrom(context.wording),
      );
    const shown = await withTimeout(context, service, () => handle.query(question)).catch((cause: unknown) =>
      cause instanceof Unavailable ? Promise.reject(cause) : undefined,
    );
    if (shown) return;
    await pause(100);
  }
  throw new Unavailable('noticeNotKept', {}, context.wording);
}
