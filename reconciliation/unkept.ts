/** Which agreements nobody keeps just now, by one look at the workflow of each. */
import { setMaxListeners } from 'node:events';
import type { Client } from '@temporalio/client';
import { agreementWorkflowId } from '../workflows/messages.ts';
import { describedBy } from './described.ts';
import { fewAtOnce, mapConcurrently } from './map-concurrently.ts';

export type Unkept = 'noWorkflow' | 'noProgress';

/** In milliseconds, for all of them: a server that does not answer is asked no longer. */
const patience = 5_000;

/** By agreement; those that are kept are left out, and all that were not answered in time. */
export async function whyUnkept(client: Client, taskQueue: string, agreements: readonly string[]): Promise<Map<string, Unkept>> {
  const found = new Map<string, Unkept>();
  const look = (): Promise<void> =>
    mapConcurrently(agreements, fewAtOnce, async agreement => {
      const why = await whyOne(client, taskQueue, agreement);
      if (why) found.set(agreement, why);
    });
  const signal = AbortSignal.timeout(patience);
  setMaxListeners(0, signal); // one for each call under way
  await client.withAbortSignal(signal, look).catch(() => undefined);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function whyOne(client: Client, taskQueue: string, agreement: string): Promise<Unkept | undefined> {
  const found = await describedBy(client, agreementWorkflowId(agreement));
  if (!found?.isRunning) return 'noWorkflow';
  return found.taskQueue !== taskQueue || (found.task?.attempt ?? 0) > 2 ? 'noProgress' : undefined;
}
