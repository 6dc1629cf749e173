/** A workflow of somebody else's, which calls an activity by its name on a task queue that is not its own. */
import { proxyActivities } from '@temporalio/workflow';

export async function foreign({ taskQueue, activity, asked }: { taskQueue: string; activity: string; asked: object }): Promise<unknown> {
  const all = proxyActivities<Record<string, (asked: object) => Promise<unknown>>>({ taskQueue, startToCloseTimeout: '10 seconds' });
  return all[activity]!(asked);
}
