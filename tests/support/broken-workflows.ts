/** A keeper that waits a day before it does anything: no recorded history may replay on it. */
import { sleep } from '@temporalio/workflow';
import { agreement as keeper } from '../../workflows/agreement.ts';

export async function agreement(...args: Parameters<typeof keeper>): ReturnType<typeof keeper> {
  await sleep('1 day');
  return keeper(...args);
}
