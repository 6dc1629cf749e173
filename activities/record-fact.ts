/**
 * Records a fact with its agreement on behalf of the person who made the request to a notice or protocol: an update of the agreement's
 * workflow, repeated until it is answered and idempotent. The agreement's step trusts nothing passed on here: it derives the fact from the
 * register and the request, and checks the right.
 */
import { Context } from '@temporalio/activity';
import { WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSED, type Refusal } from '../machines/refusal.ts';
import { requestHash } from '../identity/request-hash.ts';
import { audienceOf } from '../identity/shapes.ts';
import { contentHash } from '../register/canonical.ts';
import {
  agreementWorkflow,
  agreementWorkflowId,
  noticeWorkflowId,
  record,
  updateId,
  type Answer,
  type FactOrigin,
  type RecordRequest,
} from '../workflows/messages.ts';
import type { Caller } from './own-workflows-only.ts';
import { refusal } from './refusal-failures.ts';
import type { SignAsService } from './rights.ts';

export interface RecordFactRequest {
  agreement: string;
  /** The number of the notice, or the id of the protocol. */
  id: string;
  rehearsal: boolean;
  fact: { id: string } & Record<string, unknown>;
  by: string;
  /** The request to the notice or protocol, with the right that came with it. */
  told: Pick<FactOrigin, 'name' | 'request'>;
}

/** @throws ApplicationFailure of type Refused if the agreement refuses the fact */
export const createRecordFact =
  ({ sign }: { sign?: SignAsService | undefined }) =>
  async ({ agreement, id, rehearsal, fact, by, told }: RecordFactRequest, caller: Caller): Promise<Answer> => {
    const { client, info } = Context.current();
    const workflowId = agreementWorkflowId(agreement);
    const kind = caller.workflowId === noticeWorkflowId(agreement, id) ? 'notice' : 'protocol';
    const asked: RecordRequest = { entry: fact, by, origin: { kind, id, ...told } };
    const { right: shown } = told.request;
    const right = shown && (await sign?.(audienceOf(info.namespace, workflowId), requestHash('record', asked), shown));
    // Temporal returns a repeat its first answer, so all attempts of this activity share one update id and the next request gets another.
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
  };

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
