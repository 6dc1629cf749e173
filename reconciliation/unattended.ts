/** Agreements without a working workflow, found by one look at each. */
import { setMaxListeners } from 'node:events';
import type { Client } from '@temporalio/client';
import { agreementWorkflowId } from '../workflows/messages.ts';
import { describeWorkflow } from './describe-workflow.ts';
import { fewAtOnce, mapConcurrently } from './map-concurrently.ts';

export type Unkept = 'noWorkflow' | 'noProgress';

/** In milliseconds, for all of them; a server that does not answer is then asked no further. */
const patience = 5_000;

export interface Looked {
  /** By agreement, without those that are kept. */
  unkept: ReadonlyMap<string, Unkept>;
  /** The error that stopped the check before all were looked at. */
  failure?: unknown;
}

/** Returns what it could find, including any error that stopped it. */
export async function findUnattended(client: Client, taskQueue: string, agreements: readonly string[]): Promise<Looked> {
  const found = new Map<string, Unkept>();
  const look = (): Promise<void> =>
    mapConcurrently(agreements, fewAtOnce, async agreement => {
      const why = await whyOne(client, taskQueue, agreement);
      if (why) found.set(agreement, why);
    });
  const signal = AbortSignal.timeout(patience);
  setMaxListeners(0, signal); // one listener for each call in progress
  const stopped = await client.withAbortSignal(signal, look).then(
    () => undefined,
    (failure: unknown) => ({ failure }),
  );
  return { unkept: new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))), ...stopped };
}

async function whyOne(client: Client, taskQueue: string, agreement: string): Promise<Unkept | undefined> {
  const found = await describeWorkflow(client, agreementWorkflowId(agreement));
  if (!found?.isRunning) return 'noWorkflow';
  return found.taskQueue !== taskQueue || (found.task?.attempt ?? 0) > 2 ? 'noProgress' : undefined;
}
