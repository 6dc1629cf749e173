/** Sends updates to an agreement's workflow. If the workflow is over, a fact starts it again. */
import type { UpdateDefinition } from '@temporalio/common';
import type { Entry } from '../machines/facts.ts';
import { contentHash } from '../register/canonical.ts';
import { statementIn } from '../wording/statements.ts';
import type { Answer, OnHead, RecordRequest } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { failureFrom, Refused, Unavailable } from './failures.ts';
import { askRepeatably } from './repeatable.ts';
import { withTimeout, type Service } from './service.ts';

/** The agreement to update. `rehearsal`: undefined if no register is known. */
export interface Addressee {
  agreement: string;
  rehearsal: boolean | undefined;
}

/** The answer to an entry. */
export interface RecordAnswer extends Answer {
  /** Why the entry has no effect in law, in the client's language; null if it has one. */
  why: string | null;
}

export const recordAnswer = ({ wording }: Context, answer: Answer): RecordAnswer => ({
  ...answer,
  why: answer.withoutEffect && statementIn(answer.withoutEffect, wording),
});

/** Records a fact, a correction or a strike; if a head is given, only while the agreement still has that many lines. @throws Refused */
export async function sendEntry(context: Context, to: Addressee, entry: Entry, by: string, { head }: OnHead = {}): Promise<RecordAnswer> {
  const { correct, record, strike, updateId } = await import('../workflows/messages.ts');
  const update = entry.type === 'corrected' ? correct : entry.type === 'struck' ? strike : record;
  const request = { entry, by, ...(head === undefined ? {} : { head }) };
  const ask = (id: string): Promise<Answer> => send<Answer, RecordRequest>(context, to, update, ['record', request], id);
  const isFinal = (refused: Refused): boolean => hasMovedSince(refused, head);
  return recordAnswer(context, await askRepeatably(context, updateId(entry.id, contentHash(entry)), ask, isFinal));
}

/** True if the register has moved since a head was displayed; a head displayed earlier does not matter. */
export const hasMovedSince = (cause: unknown, head: number | undefined): boolean =>
  cause instanceof Refused && cause.refusal.code === 'headMoved' && cause.refusal.params.shown === head;

/** Sends one update with the caller's right: first as a plain update; update-with-start only if the workflow does not run. */
export async function send<Result, Request extends { by: string }>(
  context: Context,
  { agreement, rehearsal }: Addressee,
  update: UpdateDefinition<Result, [Request]>,
  [name, request]: [name: string, request: Request],
  updateId: string,
): Promise<Result> {
  const { WithStartWorkflowOperation, WorkflowNotFoundError } = await import('@temporalio/client');
  const { agreementWorkflow, agreementWorkflowId } = await import('../workflows/messages.ts');
  const service = await context.service();
  const { client, taskQueue } = service;
  const workflowId = agreementWorkflowId(agreement);
  const args: [Request] = [await service.rightTo(request.by, workflowId, name, request)];
  const plainly = (): Promise<Result> => client.workflow.getHandle(workflowId).executeUpdate<Result, [Request]>(update, { args, updateId });
  const starting = (): Promise<Result> => {
    if (rehearsal === undefined) throw startNeedsRegister(context, service, agreement);
    const startWorkflowOperation = new WithStartWorkflowOperation(agreementWorkflow, {
      workflowId,
      taskQueue,
      args: [{ agreement, rehearsal }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return client.workflow.executeUpdateWithStart(update, { args, updateId, startWorkflowOperation });
  };
  try {
    return await withTimeout(context, service, plainly).catch((cause: unknown) => {
      if (cause instanceof WorkflowNotFoundError) return withTimeout(context, service, starting);
      throw cause;
    });
  } catch (cause) {
    throw await failureFrom(context.wording)(cause);
  }
}

const startNeedsRegister = ({ wording }: Context, { address }: Service, agreement: string): Unavailable =>
  new Unavailable('startNeedsRegister', { agreement, address }, wording);
