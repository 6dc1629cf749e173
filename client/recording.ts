/** Recording facts, corrections, strikes and decisions: checks them and sends them. */
import { randomUUID } from 'node:crypto';
import type { Entry } from '../machines/facts.ts';
import { standing } from '../machines/standing.ts';
import { answerIn } from '../wording/answer.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Replanned } from '../workflows/messages.ts';
import type { Context } from './context.ts';
import { dossierOf } from './dossiers.ts';
import { whyNothingToAcknowledge, prepare, sendAll, type Prepared } from './entering.ts';
import { acknowledgementOf, checkedEntry, correctionOf, decisionOf, strikeOf, withId, type DecisionGiven, type Make } from './facts.ts';
import { lateDecisionOf, type LateDecision } from './late-decision.ts';
import type { EnteredBy, FactGiven, FieldsGiven } from './requests.ts';
import { send, sendEntry, type RecordAnswer } from './updates.ts';

/** @throws Refused, InvalidRequest, Unavailable */
export async function enter(context: Context, agreement: string, make: Make, enteredBy?: string): Promise<RecordAnswer[]> {
  return sendAll(context, await prepare(context, agreement, make), { enteredBy });
}

export async function recordAll(
  context: Context,
  agreement: string,
  facts: readonly FactGiven[],
  { enteredBy }: EnteredBy = {},
): Promise<RecordAnswer[]> {
  if (!context.hasRegister()) return recordUnchecked(context, agreement, facts, enteredBy);
  const make: Make = dossier => facts.map(fact => checkedEntry(context.wording, withId(fact), dossier.agreement));
  return enter(context, agreement, make, enteredBy);
}

/** Used if only the server's address is known: the service checks each fact, and the agreement's workflow must be running. */
async function recordUnchecked(
  context: Context,
  agreement: string,
  facts: readonly FactGiven[],
  by = context.person,
): Promise<RecordAnswer[]> {
  const answers: RecordAnswer[] = [];
  for (const fact of facts)
    answers.push(await sendEntry(context, { agreement, rehearsal: undefined }, withId(fact) as unknown as Entry, by));
  return answers;
}

export const correct = (
  context: Context,
  agreement: string,
  of: string,
  fields: FieldsGiven,
  { enteredBy, ...how }: EnteredBy & { reason?: string; id?: string } = {},
): Promise<RecordAnswer[]> => enter(context, agreement, correctionOf(context.wording, of, { ...fields }, how), enteredBy);

export const strike = (
  context: Context,
  agreement: string,
  of: string,
  { reason, id, enteredBy }: EnteredBy & { reason: string; id?: string },
): Promise<RecordAnswer[]> => enter(context, agreement, strikeOf(context.wording, of, reason, id), enteredBy);

/** What was recorded and, for a late decision, what a notice can no longer prevent. */
export interface Decided extends RecordAnswer {
  late: LateDecision | null;
}

export async function decide(context: Context, agreement: string, decision: DecisionGiven): Promise<Decided[]> {
  const prepared = await prepare(context, agreement, decisionOf(context.wording, decision));
  const late = lateOf(context.wording, prepared);
  return (await sendAll(context, prepared)).map(entered => ({ ...entered, late }));
}

/** For a decision about to be recorded. A register that can't be folded is reported when it is recorded. */
export function lateOf(wording: Wording, { dossier, today: asOf }: Prepared): LateDecision | null {
  try {
    return lateDecisionOf(answerIn(standing({ ...dossier, asOf }), wording), wording);
  } catch {
    return null;
  }
}

export const acknowledge = (
  context: Context,
  agreement: string,
  { person = context.person, for: party, id }: { person?: string; for?: string; id?: string } = {},
): Promise<RecordAnswer[]> => enter(context, agreement, acknowledgementOf(context.wording, { for: party, person, id }));

/** Why an acknowledgement would be refused today; undefined where a reminder waits for one. */
export async function nothingToAcknowledge(context: Context, agreement: string): Promise<string | undefined> {
  const entry = { type: 'reminder.acknowledged', person: context.person };
  const refusal = whyNothingToAcknowledge(await dossierOf(context, agreement), entry, await context.now());
  return refusal && refusalSentence(refusal, context.wording);
}

/**
 * Never treated as a repeat, since the rules may have been corrected in between. Leaves out what the workflow's answer says of an entry: there
 * is none.
 */
export async function replan(context: Context, agreement: string): Promise<Replanned> {
  const { replan: update } = await import('../workflows/messages.ts');
  const { rehearsal } = await dossierOf(context, agreement);
  const request = { by: context.person };
  const answer = await send(context, { agreement, rehearsal }, update, ['replan', request], `replan:${randomUUID()}`);
  const { standing, changed, announced, withdrawn } = answer;
  return { standing, changed, announced, withdrawn };
}
