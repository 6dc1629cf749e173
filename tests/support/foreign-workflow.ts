/** Workflows of somebody else's, one of their own type and others of ours, which call an activity by its name on a task queue that is not their own. */
import { proxyActivities } from '@temporalio/workflow';

interface Call {
  taskQueue: string;
  activity: string;
  asked: object;
}

export async function foreign({ taskQueue, activity, asked }: Call): Promise<unknown> {
  const all = proxyActivities<Record<string, (asked: object) => Promise<unknown>>>({ taskQueue, startToCloseTimeout: '10 seconds' });
  return all[activity]!(asked);
}

export { foreign as agreement, foreign as notice, foreign as post, foreign as protocol, foreign as watch };
