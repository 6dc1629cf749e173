/**
 * Reconciliation, started once a day by a schedule: compares each agreement with its register, repairs it, and raises an alarm where an
 * agreement in force had no workflow waiting. It takes no input.
 */
import { getCurrentDetails, proxyActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { kindAttribute } from './search-attributes.ts';

/** Heartbeats after each batch: if the worker dies, Temporal notices, and the next attempt continues from there. */
const { reconcileAll } = proxyActivities<Activities>({ startToCloseTimeout: '1 day', heartbeatTimeout: '5 minutes' });

export function reconciliation(): Promise<messages.Reconciled> {
  return uncancelled(reconcile);
}

async function reconcile(): Promise<messages.Reconciled> {
  upsertSearchAttributes([{ key: kindAttribute, value: 'reconciliation' }]);
  const { sum, details } = await reconcileAll.executeWithOptions({ summary: messages.agreementWorkflowId('*') }, [{}]);
  // Keeps a message about a cancellation that came in the meantime, below the details.
  setCurrentDetails([details, getCurrentDetails()].filter(Boolean).join('\n\n'));
  return sum;
}
