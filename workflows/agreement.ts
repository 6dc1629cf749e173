/**
 * The workflow of one agreement and its protocols: it records each request in the register and waits for the dates of the plan. It decides
 * nothing about the law: a local activity folds the ledger and returns the plan; the workflow arms exactly that plan.
 */
import { continueAsNew, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { AgreementCommand } from '../activities/step-agreement.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { handle } from './handlers.ts';
import { failureOf, foldFailureMessage } from './inbox.ts';
import { fallbackMessage } from './fallback-messages.ts';
import { isLong, Loop, uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { show } from './ui-details.ts';
import { notifyOthers } from './notify-others.ts';
import { assertOwnId } from './own-id.ts';
import { runSteadily } from './run-activity.ts';
import { validatorsFor } from './validators.ts';
import { decoded } from './undecoded.ts';

/** Short, so that it is retried soon after a worker died on it: the next request waits behind it. */
const { wakeDelivery } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });

/** Completes when the agreement is over and nothing is pending; a later fact starts it again from the register. */
export function agreement(input: messages.AgreementInput = {} as messages.AgreementInput): Promise<messages.RecordedPlan> {
  return uncancelled(() => keepAgreement(decoded(input)));
}

async function keepAgreement(input: messages.AgreementInput): Promise<messages.RecordedPlan> {
  const { agreement: id, rehearsal, open, carried } = input;
  const loop = new Loop<AgreementCommand, messages.Answer>();
  let head = carried?.head ?? 0;
  let plan: messages.ArmedPlan | undefined;
  let trusted: TrustedKey[] | undefined;
  /** The period in which this run first saw the agreement in force. A later period means a renewal, which continues as new. */
  let firstPeriod: number | undefined;
  let areLettersOwed = false;
  /** Why the register can't be folded, if it can't: the last plan stays armed until the entry at fault is struck. */
  let unfolded: string | undefined;

  const validators = validatorsFor(id, () => trusted);
  handle(messages.record, request => loop.ask({ kind: 'record', request }), validators.record);
  handle(messages.correct, request => loop.ask({ kind: 'record', request }), validators.correct);
  handle(messages.strike, request => loop.ask({ kind: 'record', request }), validators.strike);
  handle(messages.revise, request => loop.ask({ kind: 'revise', request }), validators.revise);
  handle(messages.replan, request => loop.ask({ kind: 'replan', request }), validators.replan);
  handle(messages.trust, request => loop.ask({ kind: 'trust', request }), validators.trust);
  handle(messages.plan, () => recordedPlanOf(head, plan, unfolded));
  handle(messages.standing, () => recordedPlanOf(head, plan, unfolded).standing);

  /** One step: records the request, folds, and arms the new plan. Other workflows are notified after the answer. */
  const step = async (asked: AgreementCommand, summary = commandSummary(asked)): Promise<messages.Answer> => {
    const previous = plan && { asOf: plan.asOf, standing: plan.standing };
    const since = previous ? { head, previous } : { head, carried };
    const next = await runSteadily('stepAgreement', summary, { agreement: id, rehearsal, now: Date.now(), asked, ...since });
    show(id, next.plan, plan);
    ({ head, plan, trusted } = next);
    unfolded = undefined;
    areLettersOwed = next.letters ?? false;
    firstPeriod ??= plan.standing.period?.number;
    loop.timers.arm(plan.timers);
    return next.answer;
  };
  const foldAgain = async (why: string): Promise<void> => {
    await step({ kind: 'fold' }, why).catch((cause: unknown) => setCurrentDetails((unfolded = foldFailureMessage(cause))));
  };
  const notifyAfterStep = (): Promise<unknown>[] => {
    const pending = [
      ...(areLettersOwed ? [wakeDelivery.executeWithOptions({ summary: messages.deliveryWorkflowId(id) }, [{ agreement: id }])] : []),
      ...(plan ? notifyOthers(plan) : []),
    ];
    areLettersOwed = false;
    if (plan) plan = withoutNotifications(plan);
    return pending;
  };

  assertOwnId('agreement', ['agreement'], input, messages.agreementWorkflowId, ['rehearsal']);
  if (open) await step({ kind: 'open', open }).catch((cause: unknown) => Promise.reject(failureOf(cause)));
  else await foldAgain('start');
  const isRenewed = (): boolean => plan!.standing.period !== null && plan!.standing.period.number !== firstPeriod;
  const mayEnd = (): boolean => plan !== undefined && (plan.over || isRenewed() || isLong());
  await loop.run({ answer: step, look: foldAgain, settle: notifyAfterStep, mayEnd });
  return plan!.over
    ? recordedPlanOf(head, plan, unfolded)
    : continueAsNew<typeof agreement>({ agreement: id, rehearsal, carried: { head, reached: plan!.asOf } });
}

/** Drops the notifications and drafts already dealt with, so that they are neither repeated nor carried over. */
function withoutNotifications({ tell: _, drafts: __, ...rest }: messages.ArmedPlan): messages.ArmedPlan {
  return rest;
}

/** A summary for the Temporal UI, in codes: workflows contain no sentences. */
function commandSummary(asked: AgreementCommand): string {
  if (asked.kind !== 'record') return asked.kind;
  const { type, id } = asked.request.entry as { type: string; id: unknown };
  return `${type} ${String(id)} (${asked.request.by})`;
}

/** @throws Error before the first plan; the caller then retries the query */
function recordedPlanOf(head: number, plan: messages.ArmedPlan | undefined, unfolded: string | undefined): messages.RecordedPlan {
  if (!plan) throw new Error(unfolded ?? fallbackMessage('opening'));
  const { law, description, asOf, standing, timers, underNotice, over } = plan;
  return { head, law, description, asOf, standing, timers, underNotice, over };
}
