/**
 * The watch: once a day, started by a schedule, it works through all agreements in batches: each is compared with its register and
 * repaired, and an alarm is raised where nothing waited for one in force.
 */
import { continueAsNew, proxyActivities, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Watched, WatchInput } from './messages.ts';
import { kindAttribute } from './search-attributes.ts';

/** A batch says after each agreement that it goes on: a worker that died on it is noticed, and the batch begun again. */
const { watchSome } = proxyActivities<Activities>({ startToCloseTimeout: '1 hour', heartbeatTimeout: '5 minutes' });
const { endWatch } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute' });

const nothing: Watched = { agreements: 0, workflows: 0, differed: 0, left: 0, alarms: 0 };

export async function watch({ after = '', sum = nothing }: WatchInput = {}): Promise<Watched> {
  upsertSearchAttributes([{ key: kindAttribute, value: 'watch' }]);
  for (;;) {
    const some = await watchSome({ after, now: Date.now(), sum });
    sum = added(sum, some.sum);
    setCurrentDetails(some.details);
    if (some.next === null) break;
    after = some.next;
    if (workflowInfo().continueAsNewSuggested) return continueAsNew<typeof watch>({ after, sum });
  }
  await endWatch(sum);
  return sum;
}

const added = (a: Watched, b: Watched): Watched => ({
  agreements: a.agreements + b.agreements,
  workflows: a.workflows + b.workflows,
  differed: a.differed + b.differed,
  left: a.left + b.left,
  alarms: a.alarms + b.alarms,
});
