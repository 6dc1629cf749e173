/** A small workflow for tests of the worker itself: it uses the calendar and one activity. */
import { proxyActivities, upsertSearchAttributes } from '@temporalio/workflow';
import { after, date } from '../../clauses/calendar.ts';
import { statusAttribute } from '../../workflows/search-attributes.ts';
import type { TinyActivities } from './run-tiny-worker.ts';

const { ask } = proxyActivities<TinyActivities>({ startToCloseTimeout: '1 minute' });

/** Six months after a day, and the activity's answer about it. */
export async function tiny(day: string): Promise<string> {
  upsertSearchAttributes([{ key: statusAttribute, value: 'inForce' }]);
  return ask(after(date(day), 'P6M' as never));
}
