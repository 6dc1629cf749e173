/** The register together with the running service, for operations that go through agreements and restart missing workflows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../clauses/calendar.ts';
import type { Keeper, StartedWorkflow } from '../reconciliation/rebuild.ts';
import { isServerGone } from '../reconciliation/server-fault.ts';
import type { Registers } from '../register/home.ts';
import { failureIn } from '../wording/differences/sentence.ts';
import { message } from '../wording/message.ts';
import type { Wording } from '../wording/wording.ts';
import type { Context } from './context.ts';
import { ofServer, Unavailable } from './failures.ts';
import type { Service } from './service.ts';

/** @throws Unavailable if there is no register, server or worker, or if the server disappears or rejects the call */
export async function withKeeper<T>(context: Context, use: (keeper: Keeper) => Promise<T>): Promise<T> {
  const registers = await context.registersThere();
  const service = await context.service();
  try {
    await refuseWithoutWorker(context, service);
    return await use(keeperOf(service, registers, context.person));
  } catch (cause) {
    throw isServerGone(cause) ? new Unavailable('serverGone', {}, context.wording) : ofServer(cause, context.wording);
  }
}

/** Restarts an agreement's missing workflows; failures are part of the answer. @throws ServiceError if the server is gone */
export async function startMissing(
  keeper: Keeper,
  asked: { agreement: string; now: Instant; dryRun: boolean },
): Promise<StartedWorkflow[]> {
  const { startMissingWorkflows } = await import('../reconciliation/rebuild.ts');
  const { failureOf } = await import('../reconciliation/failure.ts');
  const { agreementWorkflowId } = await import('../workflows/messages.ts');
  const { agreement } = asked;
  return startMissingWorkflows(keeper, asked).catch((cause: unknown) => {
    if (isServerGone(cause)) throw cause;
    return [{ agreement, workflowId: agreementWorkflowId(agreement), kind: 'agreement', became: 'failed', why: failureOf(cause) }];
  });
}

/** What is needed to rebuild workflows in Temporal from the register. */
export const keeperOf = ({ client, taskQueue, language, delivery, rightTo }: Service, registers: Registers, by: string): Keeper => ({
  client,
  taskQueue,
  registers,
  language,
  delivery,
  toReplan: workflowId => rightTo(by, workflowId, 'replan', { by }),
});

export const isNotKept = ({ became }: StartedWorkflow): boolean => became === 'failed' || became === 'unanswered';

/** Why a workflow was not started, or does not answer, in one line. */
export function notStarted({ workflowId, became, why }: StartedWorkflow, wording: Wording): string {
  const said = why && failureIn(why, wording);
  if (became !== 'failed') return said ?? workflowId;
  return message(wording.client.unavailable.notStarted, wording.locale, { workflow: workflowId, why: said ?? '' });
}

/** Workflows that were not started, or that don't answer. */
export class NotStarted extends Unavailable {
  constructor(failed: readonly StartedWorkflow[], wording: Wording) {
    const [{ workflowId, why } = { workflowId: '', why: undefined }] = failed;
    super('notStarted', { workflow: workflowId, why: why ? failureIn(why, wording) : '' }, wording);
    this.message = failed.map(one => notStarted(one, wording)).join('\n');
  }
}

/** A worker polls at least once a minute. In milliseconds. */
const lately = 75_000;

/** The number of workers that poll the service's task queue, as the server knows it. */
export async function workersAsking({ client, taskQueue }: Service, now: Instant): Promise<number> {
  const { tsToMs } = await import('@temporalio/common/lib/time.js');
  const { namespace } = client.options;
  // 1: pollers of workflow tasks.
  const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 });
  return pollers?.filter(p => p.lastAccessTime && tsToMs(p.lastAccessTime) > now - lately).length ?? 0;
}

/** Fails if there is no worker, which spares a futile wait for each agreement. A new worker gets some seconds to poll. */
async function refuseWithoutWorker(context: Context, service: Service): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    if (await workersAsking(service, await context.now())) return;
    await pause(500);
  }
  throw new Unavailable('noWorker', { queue: service.taskQueue }, context.wording);
}
