/** Telling an agreement's workflow something, and what it answered. A workflow that is over is started again by a fact. */
import type { UpdateDefinition } from '@temporalio/common';
import type { Entry } from '../machines/facts.ts';
import type { Refusal } from '../machines/refusal.ts';
import { contentHash } from '../register/canonical.ts';
import type { Answer, RecordRequest } from '../workflows/messages.ts';
import { BadInput, NotAsAsked } from './failures.ts';
import { inTime, type Service } from './service/service.ts';
import type { Words } from './words.ts';
import type { World } from './world.ts';

/** Whom to tell. `head` is the register's last line as we know it. */
export interface Addressee {
  agreement: string;
  rehearsal: boolean;
  head: number;
}

/** Enters a fact, a correction or a strike. @throws BadInput when it is refused. */
export async function sendEntry(world: World, service: Service, to: Addressee, entry: Entry, by: string): Promise<Answer> {
  const { correct, record, strike, updateId } = await import('../workflows/messages.ts');
  const update = entry.type === 'corrected' ? correct : entry.type === 'struck' ? strike : record;
  const hash = contentHash(entry);
  const ask = (id: string): Promise<Answer> => send<Answer, RecordRequest>(world, service, to, update, ['record', { entry, by }], id);
  try {
    return await ask(updateId(entry.id, hash));
  } catch (refused) {
    // Temporal gives a repeat its first answer, also a refusal that the register has outgrown since: asked again under the head it has now.
    if (!(refused instanceof BadInput)) throw refused;
    return ask(updateId(entry.id, `${hash}:${to.head}`));
  }
}

/** One update, with the right of who asks; by the plain way first: starting a workflow with it is only for those that do not run. */
export async function send<Result, Request extends { by: string }>(
  world: World,
  service: Service,
  { agreement, rehearsal }: Addressee,
  update: UpdateDefinition<Result, [Request]>,
  [name, request]: [name: string, request: Request],
  updateId: string,
): Promise<Result> {
  const { WithStartWorkflowOperation, WorkflowNotFoundError } = await import('@temporalio/client');
  const { agreementWorkflow, agreementWorkflowId } = await import('../workflows/messages.ts');
  const { client, taskQueue } = service;
  const workflowId = agreementWorkflowId(agreement);
  const args: [Request] = [await service.rightTo(request.by, workflowId, name, request)];
  const plainly = (): Promise<Result> => client.workflow.getHandle(workflowId).executeUpdate<Result, [Request]>(update, { args, updateId });
  const starting = (): Promise<Result> => {
    const startWorkflowOperation = new WithStartWorkflowOperation(agreementWorkflow, {
      workflowId,
      taskQueue,
      args: [{ agreement, rehearsal }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return client.workflow.executeUpdateWithStart(update, { args, updateId, startWorkflowOperation });
  };
  try {
    return await inTime(world, service, plainly).catch((cause: unknown) => {
      if (cause instanceof WorkflowNotFoundError) return inTime(world, service, starting);
      throw cause;
    });
  } catch (cause) {
    throw await inWords(world.words)(cause);
  }
}

/** A refusal carries its reason and its basis; other failures say what the service said. */
export const inWords =
  (words: Words) =>
  async (cause: unknown): Promise<unknown> => {
    const { WorkflowFailedError, WorkflowUpdateFailedError } = await import('@temporalio/client');
    if (!(cause instanceof WorkflowUpdateFailedError || cause instanceof WorkflowFailedError)) return cause;
    const { ApplicationFailure } = await import('@temporalio/common');
    const { REFUSED } = await import('../machines/refusal.ts');
    const failure = cause.cause;
    if (failure instanceof ApplicationFailure && failure.type === REFUSED)
      return new BadInput(words.refusal(failure.details![0] as Refusal));
    return new NotAsAsked(words.say(words.m.service.failed, { why: failure?.message ?? cause.message }));
  };
