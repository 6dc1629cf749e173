/**
 * Keeps one agreement with its protocols: writes what it is told to the register, and waits for the dates of the plan. It
 * decides nothing about the law: a local activity folds the ledger and returns the plan; this arms exactly the plan.
 */
import { continueAsNew, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { AgreementCommand } from '../activities/step-agreement.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { handle } from './handlers.ts';
import { failureOf, whyNotFolded } from './inbox.ts';
import { inTrouble } from './in-trouble.ts';
import { isLong, Loop, uncancelled } from './loop.ts';
import * as messages from './messages.ts';
import { show } from './shown.ts';
import { notifyOthers } from './notify-others.ts';
import { assertOwnId } from './own-id.ts';
import { steadily } from './steadily.ts';
import { validatorsFor } from './validators.ts';
import { decoded } from './undecoded.ts';

/** Soon tried again where a worker died on it, since the next letter waits behind it. */
const { wakeDelivery } = proxyActivities<Activities>({ startToCloseTimeout: '10 seconds' });

/** Ends when the agreement is over and nothing is pending; a later fact starts it again from the register. */
export function agreement(input: messages.AgreementInput = {} as messages.AgreementInput): Promise<messages.RecordedPlan> {
  return uncancelled(() => keepAgreement(decoded(input)));
}

async function keepAgreement(input: messages.AgreementInput): Promise<messages.RecordedPlan> {
  const { agreement: id, rehearsal, open, carried } = input;
  const loop = new Loop<AgreementCommand, messages.Answer>();
  let head = carried?.head ?? 0;
  let plan: messages.ArmedPlan | undefined;
  let trusted: TrustedKey[] | undefined;
  /** The period in which this run first saw the agreement in force; a later one is a renewal, and a new run. */
  let begun: number | undefined;
  let areLettersOwed = false;
  /** Why the register can't be folded, where it can't: the last plan stays armed, and a strike is waited for. */
  let unfolded: string | undefined;

  const checked = validatorsFor(id, () => trusted);
  handle(messages.record, request => loop.ask({ kind: 'record', request }), checked.record);
  handle(messages.correct, request => loop.ask({ kind: 'record', request }), checked.correct);
  handle(messages.strike, request => loop.ask({ kind: 'record', request }), checked.strike);
  handle(messages.revise, request => loop.ask({ kind: 'revise', request }), checked.revise);
  handle(messages.replan, request => loop.ask({ kind: 'replan', request }), checked.replan);
  handle(messages.trust, request => loop.ask({ kind: 'trust', request }), checked.trust);
  handle(messages.plan, () => kept(head, plan, unfolded));
  handle(messages.standing, () => kept(head, plan, unfolded).standing);

  /** One step: the register is written and folded, and the new plan armed. Who else is to know of it is told after the answer. */
  const step = async (asked: AgreementCommand, summary = whatIsAsked(asked)): Promise<messages.Answer> => {
    const previous = plan && { asOf: plan.asOf, standing: plan.standing };
    const since = previous ? { head, previous } : { head, carried };
    const next = await steadily('stepAgreement', summary, { agreement: id, rehearsal, now: Date.now(), asked, ...since });
    show(id, next.plan, plan);
    ({ head, plan, trusted } = next);
    unfolded = undefined;
    areLettersOwed = next.letters ?? false;
    begun ??= plan.standing.period?.number;
    loop.timers.arm(plan.timers);
    return next.answer;
  };
  const foldAgain = async (why: string): Promise<void> => {
    await step({ kind: 'fold' }, why).catch((cause: unknown) => setCurrentDetails((unfolded = whyNotFolded(cause))));
  };
  const tellOthers = (): Promise<unknown>[] => {
    const told = [
      ...(areLettersOwed ? [wakeDelivery.executeWithOptions({ summary: messages.deliveryWorkflowId(id) }, [{ agreement: id }])] : []),
      ...(plan ? notifyOthers(plan) : []),
    ];
    areLettersOwed = false;
    if (plan) plan = withoutWord(plan);
    return told;
  };

  assertOwnId('agreement', ['agreement'], input, messages.agreementWorkflowId, ['rehearsal']);
  if (open) await step({ kind: 'open', open }).catch((cause: unknown) => Promise.reject(failureOf(cause)));
  else await foldAgain('start');
  const isRenewed = (): boolean => plan!.standing.period !== null && plan!.standing.period.number !== begun;
  const mayEnd = (): boolean => plan !== undefined && (plan.over || isRenewed() || isLong());
  await loop.run({ answer: step, look: foldAgain, settle: tellOthers, mayEnd });
  return plan!.over
    ? kept(head, plan, unfolded)
    : continueAsNew<typeof agreement>({ agreement: id, rehearsal, carried: { head, reached: plan!.asOf } });
}

/** What was told once is not told again, nor carried on. */
function withoutWord({ tell: _, drafts: __, ...rest }: messages.ArmedPlan): messages.ArmedPlan {
  return rest;
}

/** For the Temporal UI, in codes: no workflow holds a sentence. */
function whatIsAsked(asked: AgreementCommand): string {
  if (asked.kind !== 'record') return asked.kind;
  const { type, id } = asked.request.entry as { type: string; id: unknown };
  return `${type} ${String(id)} (${asked.request.by})`;
}

/** @throws Error before the first plan; a query is then asked again. */
function kept(head: number, plan: messages.ArmedPlan | undefined, unfolded: string | undefined): messages.RecordedPlan {
  if (!plan) throw new Error(unfolded ?? inTrouble('opening'));
  const { law, description, asOf, standing, timers, underNotice, over } = plan;
  return { head, law, description, asOf, standing, timers, underNotice, over };
}
