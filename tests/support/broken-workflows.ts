/** Workflows that wait a day before they do anything: no recorded history may replay on them. */
import { sleep } from '@temporalio/workflow';
import { agreement as keeper } from '../../workflows/agreement.ts';
import { notice as noticeKeeper } from '../../workflows/notice.ts';
import { delivery as carrier } from '../../workflows/delivery.ts';
import { protocol as protocolKeeper } from '../../workflows/protocol.ts';
import { reconciliation as reconciling } from '../../workflows/reconciliation.ts';

export async function agreement(...args: Parameters<typeof keeper>): ReturnType<typeof keeper> {
  await sleep('1 day');
  return keeper(...args);
}

export async function notice(...args: Parameters<typeof noticeKeeper>): ReturnType<typeof noticeKeeper> {
  await sleep('1 day');
  return noticeKeeper(...args);
}

export async function protocol(...args: Parameters<typeof protocolKeeper>): ReturnType<typeof protocolKeeper> {
  await sleep('1 day');
  return protocolKeeper(...args);
}

export async function delivery(...args: Parameters<typeof carrier>): ReturnType<typeof carrier> {
  await sleep('1 day');
  return carrier(...args);
}

export async function reconciliation(...args: Parameters<typeof reconciling>): ReturnType<typeof reconciling> {
  await sleep('1 day');
  return reconciling(...args);
}
