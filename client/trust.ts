/** Informs all running workflows of a change of trusted authorities: agreements by update, others by the signal `recheck`. */
import { randomUUID } from 'node:crypto';
import type { Context } from './context.ts';
import { failureFrom, ofServer } from './failures.ts';
import { withTimeout } from './service.ts';

export interface TrustNotification {
  told: number;
  failed: { workflowId: string; why: string }[];
}

/** How many were informed, and why others were not. @throws Unavailable if no service runs; workflows read it when they start */
export const notifyOfTrust = (context: Context): Promise<TrustNotification> =>
  notifyRunning(context).catch((cause: unknown) => {
    throw ofServer(cause, context.wording);
  });

async function notifyRunning(context: Context): Promise<TrustNotification> {
  const { recheck, trust } = await import('../workflows/messages.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  const service = await context.service();
  const registers = await context.registers();
  const { found } = await import('../reconciliation/describe-workflow.ts');
  const running = found(service.client, `ExecutionStatus = 'Running' AND WorkflowType IN ('agreement', 'notice', 'protocol')`);
  const failed: TrustNotification['failed'] = [];
  let told = 0;
  for await (const { workflowId, type } of running) {
    const handle = service.client.workflow.getHandle(workflowId);
    try {
      if (type === 'agreement') {
        const { rehearsal = false } = (await registers.find(workflowId.slice('agreement/'.length))) ?? {};
        const asked = { keys: await registers.of(rehearsal).trusted(), by: context.person };
        const args: [typeof asked] = [await service.rightTo(asked.by, workflowId, 'trust', asked)];
        await withTimeout(context, service, () => handle.executeUpdate(trust, { args, updateId: `trust:${randomUUID()}` }));
      } else await withTimeout(context, service, () => handle.signal(recheck));
      told += 1;
    } catch (cause) {
      if (cause instanceof WorkflowNotFoundError) continue;
      const failure = await failureFrom(context.wording)(cause);
      failed.push({ workflowId, why: failure instanceof Error ? failure.message : String(failure) });
    }
  }
  return { told, failed };
}
