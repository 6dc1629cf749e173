/** The activities of the workflows: all their effects on the outside world. */
import { discreetly, stepDiscreetly } from './discretion.ts';
import { ownOnly, type Own } from './own-workflows-only.ts';
import { createPerform } from '../dossier/outbox.ts';
import { createDelivery, hasWays, wakeDelivery, type DeliveryTools } from '../delivery/index.ts';
import type { SigningKey } from '../secrets/signing-key.ts';
import { createRecordFact, type RecordFactRequest } from './record-fact.ts';
import { refusingFoldFailures } from './refusal-failures.ts';
import type { SignAsService } from './rights.ts';
import { createStepAgreement, type StepTools } from './step-agreement.ts';
import { createStepNotice } from './step-notice.ts';
import { createStepProtocol } from './step-protocol.ts';
import { createReconciliation } from './reconcile.ts';
import {
  agreementWorkflow,
  agreementWorkflowId,
  noticeWorkflow,
  noticeWorkflowId,
  deliveryWorkflow,
  deliveryWorkflowId,
  protocolWorkflow,
  protocolWorkflowId,
  reconciliationWorkflow,
} from '../workflows/messages.ts';

export interface ActivityTools extends StepTools, DeliveryTools {
  /** Whether the Temporal server skips time; then workflows of real agreements may be ahead of the worker's clock. */
  timeSkipping?: boolean | undefined;
  /** Whether to keep the Parties' names out of what Temporal stores in clear. */
  discreet?: boolean;
  /** Signs the service's own right to record a fact; required once an authority is trusted. */
  sign?: SignAsService | undefined;
  /** Signs the heads in the daily log, if there is a key. */
  signing?: SigningKey | undefined;
}

const named = {
  agreement: ({ agreement }: { agreement: string }, workflowId: string): boolean => workflowId === agreementWorkflowId(agreement),
  notice: ({ agreement, id }: OfInstrument, workflowId: string): boolean => workflowId === noticeWorkflowId(agreement, id),
  protocol: ({ agreement, id }: OfInstrument, workflowId: string): boolean => workflowId === protocolWorkflowId(agreement, id),
  delivery: ({ agreement }: { agreement: string }, workflowId: string): boolean => workflowId === deliveryWorkflowId(agreement),
  /** Takes no input, so any caller may start it. */
  reconciliation: (): boolean => true,
};

interface OfInstrument {
  agreement: string;
  id: string;
}

/** Each activity serves only the workflow of the agreement, notice or protocol in its request, and trusts no other argument. */
export const createActivities = (tools: ActivityTools) => {
  const wake = (agreement: string): Promise<void> => wakeDelivery(agreement, tools.language);
  const waking = { ...tools, wake: hasWays(tools.delivery ?? {}) ? wake : undefined };
  const perform = createPerform(waking);
  const { deliver, lettersOwed, giveUp } = createDelivery(tools);
  const { reconcileAll } = createReconciliation({ ...tools, perform });
  const own = <Asked extends object, Answer>(name: string, what: Own<Asked, Answer>) =>
    refusingFoldFailures(tools.language, ownOnly(tools, name, what));
  const ofDelivery = { by: [deliveryWorkflow], named: named.delivery };
  return {
    stepAgreement: own('stepAgreement', {
      by: [agreementWorkflow],
      named: named.agreement,
      act: stepDiscreetly(tools.discreet, createStepAgreement(tools)),
    }),
    stepNotice: own('stepNotice', { by: [noticeWorkflow], named: named.notice, act: discreetly(tools.discreet, createStepNotice(waking)) }),
    stepProtocol: own('stepProtocol', {
      by: [protocolWorkflow],
      named: named.protocol,
      act: discreetly(tools.discreet, createStepProtocol(waking)),
    }),
    recordFact: own('recordFact', {
      by: [noticeWorkflow, protocolWorkflow],
      named: (asked: RecordFactRequest, workflowId) => named.notice(asked, workflowId) || named.protocol(asked, workflowId),
      act: createRecordFact(tools),
    }),
    wakeDelivery: own('wakeDelivery', {
      by: [agreementWorkflow],
      named: named.agreement,
      isHarmless: true,
      act: ({ agreement }: { agreement: string }) => wake(agreement),
    }),
    lettersOwed: own('lettersOwed', { ...ofDelivery, act: lettersOwed }),
    deliver: own('deliver', { ...ofDelivery, act: deliver }),
    giveUp: own('giveUp', { ...ofDelivery, act: giveUp }),
    reconcileAll: own('reconcileAll', { by: [reconciliationWorkflow], named: named.reconciliation, act: reconcileAll }),
  };
};

export type Activities = ReturnType<typeof createActivities>;
