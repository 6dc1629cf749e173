/**
 * Reconciliation: once a day, started by a schedule, it works through all agreements: each is compared with its register and repaired, and an
 * alarm is raised where nothing waited for one in force. It takes nothing from whoever starts it.
 */
import { proxyActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import * as messages from './messages.ts';
import { kindAttribute } from './search-attributes.ts';

/** Says after each batch how far it has come: a worker that died on it is noticed, and the next goes on from there. */
const { reconcileAll } = proxyActivities<Activities>({ startToCloseTimeout: '1 day', heartbeatTimeout: '5 minutes' });

export async function reconciliation(): Promise<messages.Reconciled> {
  upsertSearchAttributes([{ key: kindAttribute, value: 'reconciliation' }]);
  const { sum, details } = await reconcileAll.executeWithOptions({ summary: messages.agreementWorkflowId('*') }, [{}]);
  setCurrentDetails(details);
  return sum;
}
