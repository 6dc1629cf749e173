/**
 * Recording a fact with its agreement, on behalf of a notice or a protocol: an update of the agreement's workflow, repeated
 * until it is answered. The same fact twice is one fact.
 */
import { Context } from '@temporalio/activity';
import { WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSED, type Refusal } from '../machines/refusal.ts';
import { requestHash } from '../identity/request-hash.ts';
import { audienceOf } from '../identity/shapes.ts';
import { contentHash } from '../register/canonical.ts';
import { agreementWorkflow, agreementWorkflowId, record, updateId, type Answer, type RecordRequest } from '../workflows/messages.ts';
import { refusal } from './refusing.ts';
import type { DeskTools } from './desk.ts';
import type { SignAsService } from './rights.ts';
import { assertAsked, type FactAsked } from './authorize-recording.ts';

export interface RecordFactRequest extends FactAsked {
  rehearsal: boolean;
}

/** @throws ApplicationFailure of type Refused when nobody who may has asked for the fact, or the agreement refuses it. */
export const createRecordFact =
  ({ sign, ...tools }: DeskTools & { sign?: SignAsService | undefined }) =>
  async (request: RecordFactRequest): Promise<Answer> => {
    await assertAsked(tools, request, Context.current().info.namespace);
    return recordFact(request, sign);
  };

async function recordFact({ agreement, rehearsal, fact, by, told }: RecordFactRequest, sign: SignAsService | undefined): Promise<Answer> {
  const { client, info } = Context.current();
  const workflowId = agreementWorkflowId(agreement);
  const asked = { entry: fact, by };
  const right = await sign?.(audienceOf(info.namespace, workflowId), requestHash('record', asked), told?.request.right);
  // Temporal gives a repeat its first answer: one id for all attempts of this activity, another for the next one that is asked.
  const options = {
    args: [right ? { ...asked, right } : asked] as [RecordRequest],
    updateId: updateId(fact.id, `${contentHash(fact)}:${info.workflowExecution!.runId}:${info.activityId}`),
  };
  const starting = (): Promise<Answer> =>
    client.workflow.executeUpdateWithStart(record, {
      ...options,
      startWorkflowOperation: new WithStartWorkflowOperation(agreementWorkflow, {
        workflowId,
        taskQueue: info.taskQueue,
        args: [{ agreement, rehearsal }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    });
  const running = (): Promise<Answer> => client.workflow.getHandle(workflowId).executeUpdate(record, options);
  return running().catch(whenNotRunning(starting)).catch(throwAsRefusal);
}

const whenNotRunning =
  (start: () => Promise<Answer>) =>
  (cause: unknown): Promise<Answer> => {
    if (cause instanceof WorkflowNotFoundError) return start();
    throw cause;
  };

function throwAsRefusal(cause: unknown): never {
  const failure = cause instanceof WorkflowUpdateFailedError ? cause.cause : undefined;
  throw failure instanceof ApplicationFailure && failure.type === REFUSED ? refusal(failure.details![0] as Refusal) : cause;
}
