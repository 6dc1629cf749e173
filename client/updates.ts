/** Telling an agreement's workflow something, and what it answered. A workflow that is over is started again by a fact. */
import type { UpdateDefinition } from '@temporalio/common';
import type { Entry } from '../machines/facts.ts';
import { contentHash } from '../register/canonical.ts';
import { statementIn } from '../wording/statements.ts';
import type { Answer, OnHead, RecordRequest } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { failureFrom, Refused, Unavailable } from './failures.ts';
import { inTime, type Service } from './service.ts';

/** Whom to tell. `rehearsal`: undefined where no register is known; `head` is the register's last line as we know it. */
export interface Addressee {
  agreement: string;
  rehearsal: boolean | undefined;
  head: number;
}

/** What was entered. */
export interface Entered extends Answer {
  /** Why it has no effect in law, in the language of the client; null where it has one. */
  why: string | null;
}

export const enteredIn = ({ wording }: Context, answer: Answer): Entered => ({
  ...answer,
  why: answer.withoutEffect && statementIn(answer.withoutEffect, wording),
});

/** Enters a fact, a correction or a strike; where a head is given, only while the agreement has so many lines. @throws Refused */
export async function sendEntry(context: Context, to: Addressee, entry: Entry, by: string, { head }: OnHead = {}): Promise<Entered> {
  const { correct, record, strike, updateId } = await import('../workflows/messages.ts');
  const update = entry.type === 'corrected' ? correct : entry.type === 'struck' ? strike : record;
  const hash = contentHash(entry);
  const request = { entry, by, ...(head === undefined ? {} : { head }) };
  const ask = async (id: string): Promise<Entered> =>
    enteredIn(context, await send<Answer, RecordRequest>(context, to, update, ['record', request], id));
  try {
    return await ask(updateId(entry.id, hash));
  } catch (refused) {
    // Temporal gives a repeat its first answer, also a refusal that the register has outgrown since: asked again under the head it has now.
    if (!(refused instanceof Refused) || hasMovedSince(refused, head)) throw refused;
    return ask(updateId(entry.id, `${hash}:${to.head}`));
  }
}

/** Whether the register has moved since a head was shown; one that was shown before that is no matter now. */
export const hasMovedSince = (cause: unknown, head: number | undefined): boolean =>
  cause instanceof Refused && cause.refusal.code === 'headMoved' && cause.refusal.params.shown === head;

/** One update, with the right of who asks; by the plain way first: starting a workflow with it is only for those that do not run. */
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
    return await inTime(context, service, plainly).catch((cause: unknown) => {
      if (cause instanceof WorkflowNotFoundError) return inTime(context, service, starting);
      throw cause;
    });
  } catch (cause) {
    throw await failureFrom(context.wording)(cause);
  }
}

const startNeedsRegister = ({ wording }: Context, { address }: Service, agreement: string): Unavailable =>
  new Unavailable('startNeedsRegister', { agreement, address }, wording);
