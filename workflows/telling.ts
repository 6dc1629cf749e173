/** What a plan says to the papers on their way: to look again, or to be drafted. One that is over, or there already, needs no word. */
import { getExternalWorkflowHandle, ParentClosePolicy, startChild } from '@temporalio/workflow';
import { moved, noticeWorkflow, type ArmedPlan } from './messages.ts';

export function tell({ tell: ids = [], drafts = [] }: ArmedPlan): Promise<void>[] {
  return [
    ...ids.map(id => getExternalWorkflowHandle(id).signal(moved).catch(quietly)),
    ...drafts.map(({ workflowId, draft, summary }) =>
      startChild(noticeWorkflow, {
        workflowId,
        args: [draft],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        ...(summary ? { staticSummary: summary } : {}),
      }).then(quietly, quietly),
    ),
  ];
}

const quietly = (): void => {};
