/**
 * The timers actually pending in Temporal for an agreement, its notices and its protocols, without those of drafts that the caller may not
 * see. Needs only the server's address; notices and protocols are found only with a register.
 */
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { visibleIn } from './draft-access.ts';
import { withTimeout } from './service.ts';

export interface TimerPending {
  workflowId: string;
  /** When it fires, as an ISO 8601 instant. */
  fires: string;
  /** Its summary in the Temporal UI, with the date and the article. */
  summary: string;
}

/** The next one first. */
export async function timers(context: Context, agreement: string): Promise<TimerPending[]> {
  const { pendingIn } = await import('../reconciliation/observed.ts');
  const { WorkflowNotFoundError } = await import('@temporalio/client');
  const service = await context.service();
  const found: TimerPending[] = [];
  for (const workflowId of await workflowsOf(context, agreement)) {
    const pending = await withTimeout(context, service, () => pendingIn(service.client, workflowId)).catch((cause: unknown) => {
      if (cause instanceof WorkflowNotFoundError || isNotFound(cause)) return [];
      throw cause;
    });
    found.push(...pending.map(({ fires, summary }) => ({ workflowId, fires: new Date(fires).toISOString(), summary })));
  }
  return found.sort((a, b) => (a.fires < b.fires ? -1 : a.fires > b.fires ? 1 : 0));
}

async function workflowsOf(context: Context, agreement: string): Promise<string[]> {
  const { agreementWorkflowId } = await import('../workflows/messages.ts');
  if (!context.hasRegister()) return [agreementWorkflowId(agreement)];
  const { underWay } = await import('../reconciliation/open-workflows.ts');
  const dossier = await dossierOf(context, agreement);
  const visible = await visibleIn(context, dossier);
  return underWay(dossier, await context.now(), context.language).flatMap(({ workflowId }) =>
    visible.workflow(workflowId) ? [workflowId] : [],
  );
}

/** Temporal's answer when the history of an unknown workflow is requested. */
const isNotFound = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 5;
