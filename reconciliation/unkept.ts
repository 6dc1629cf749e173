/** Which agreements nobody keeps just now, by one look at the workflow of each. */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { agreementWorkflowId } from '../workflows/messages.ts';
import { fewAtOnce, inTurns } from './map-concurrently.ts';

export type Unkept = 'noWorkflow' | 'noProgress';

/** In milliseconds, for all of them: a server that does not answer is asked no longer. */
const patience = 5_000;

/** By agreement; those that are kept are left out, and all that were not answered in time. */
export async function whyUnkept(client: Client, taskQueue: string, agreements: readonly string[]): Promise<Map<string, Unkept>> {
  const found = new Map<string, Unkept>();
  const look = (): Promise<void> =>
    inTurns(agreements, fewAtOnce, async agreement => {
      const why = await whyOne(client, taskQueue, agreement);
      if (why) found.set(agreement, why);
    });
  await client.withAbortSignal(AbortSignal.timeout(patience), look).catch(() => undefined);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function whyOne(client: Client, taskQueue: string, agreement: string): Promise<Unkept | undefined> {
  try {
    const { status, raw, taskQueue: runsOn } = await client.workflow.getHandle(agreementWorkflowId(agreement)).describe();
    if (status.name !== 'RUNNING') return 'noWorkflow';
    return runsOn !== taskQueue || (raw.pendingWorkflowTask?.attempt ?? 0) > 2 ? 'noProgress' : undefined;
  } catch (cause) {
    if (cause instanceof WorkflowNotFoundError) return 'noWorkflow';
    throw cause;
  }
}
