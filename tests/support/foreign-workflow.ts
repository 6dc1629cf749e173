/**
 * Somebody else's workflows, one of their own type and others of ours, which call an activity by its name on a task queue that is not their
 * own.
 */
import { RawValue } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';

interface Call {
  taskQueue: string;
  activity: string;
  asked: unknown;
  /** Also sends something that no converter can read. */
  isUndecodable?: boolean;
}

export async function foreign({ taskQueue, activity, asked, isUndecodable }: Call): Promise<unknown> {
  const all = proxyActivities<Record<string, (asked: unknown) => Promise<unknown>>>({
    taskQueue,
    startToCloseTimeout: '10 seconds',
    retry: { maximumAttempts: 1 },
  });
  return all[activity]!(isUndecodable ? unreadable() : asked);
}

const unreadable = (): RawValue => RawValue.fromPayload({ metadata: { encoding: new Uint8Array([120]) }, data: new Uint8Array([1]) });

export { foreign as agreement, foreign as notice, foreign as delivery, foreign as protocol, foreign as reconciliation };
