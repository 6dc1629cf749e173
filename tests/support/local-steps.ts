/** The activities as the worker calls them for our workflows, without a server. */
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities, type Activities, type ActivityTools } from '../../activities/index.ts';

export const locally = (tools: ActivityTools): Activities =>
  Object.fromEntries(
    Object.entries<(asked: never) => Promise<unknown>>(createActivities(tools)).map(([name, activity]) => [
      name,
      (asked: never) => new MockActivityEnvironment({ isLocal: true, ...callerOf(name, asked) }).run(activity, asked),
    ]),
  ) as Activities;

const callerOf = (name: string, { agreement, id }: { agreement: string; id?: string }) => {
  const workflowType = name.replace('step', '').toLowerCase();
  return { workflowType, workflowExecution: { workflowId: [workflowType, agreement, ...(id ? [id] : [])].join('/'), runId: 'r' } };
};
