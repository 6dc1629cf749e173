/**
 * The watch: once a day, started by a schedule, it works through all agreements: each is compared with its register and repaired, and an
 * alarm is raised where nothing waited for one in force. It takes nothing from whoever starts it.
 */
import { proxyActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Watched } from './messages.ts';
import { kindAttribute } from './search-attributes.ts';

/** Says after each batch how far it has come: a worker that died on it is noticed, and the next goes on from there. */
const { watchAll } = proxyActivities<Activities>({ startToCloseTimeout: '1 day', heartbeatTimeout: '5 minutes' });

export async function watch(): Promise<Watched> {
  upsertSearchAttributes([{ key: kindAttribute, value: 'watch' }]);
  const { sum, details } = await watchAll({});
  setCurrentDetails(details);
  return sum;
}
