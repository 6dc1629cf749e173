/** Signals notices and protocols in progress to look again, and starts planned drafts. Skips one that is over or already there. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { getExternalWorkflowHandle, log, ParentClosePolicy, sleep, startChild } from '@temporalio/workflow';
import { fallbackLogMessage, fallbackMessage } from './fallback-messages.ts';
import { recheck, noticeWorkflow, type ArmedPlan } from './messages.ts';

export function notifyOthers({ tell: ids = [], drafts = [] }: ArmedPlan): Promise<void>[] {
  return [
    ...ids.map(id => notify(id, () => getExternalWorkflowHandle(id).signal(recheck), isGone)),
    ...drafts.map(draft => notify(draft.workflowId, () => startDraft(draft), isThere)),
  ];
}

type Draft = NonNullable<ArmedPlan['drafts']>[number];

const startDraft = ({ workflowId, draft, summary }: Draft): Promise<unknown> =>
  startChild(noticeWorkflow, {
    workflowId,
    args: [draft],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    ...(summary ? { staticSummary: summary } : {}),
  });

const isGone = (cause: unknown): boolean => cause instanceof Error && /not found/i.test(cause.message);
const isThere = (cause: unknown): boolean => cause instanceof WorkflowExecutionAlreadyStartedError;

/** Milliseconds between attempts. The agreement's next request waits that long; reconciliation repairs what still failed. */
const pauses = [1_000, 4_000];

async function notify(workflowId: string, go: () => Promise<unknown>, isExpected: (cause: unknown) => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return void (await go());
    } catch (cause) {
      if (isExpected(cause)) return;
      const pause = pauses[tries];
      const next = fallbackLogMessage(pause ? 'triedAgain' : 'leftToReconciliation');
      log.error(`${fallbackLogMessage('notTold', { workflow: workflowId, why: reasonOf(cause) })} ${next}`);
      if (!pause) return;
      await sleep(pause, { summary: fallbackMessage('toldAgain', { workflow: workflowId }) });
    }
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
