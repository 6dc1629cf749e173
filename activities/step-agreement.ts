/**
 * One step of an agreement in one transaction: checks and records the request, folds the ledger, and writes the acts owed and withdrawn and
 * the version of the rules. A local activity of the agreement's workflow, which arms the returned plan. The workflow passes its own time,
 * so that the law follows skipped time.
 */
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Agreement } from '../clauses/agreement.ts';
import { changesBetween } from '../machines/changes.ts';
import { FoldFailure, foldFaultOf } from '../machines/fold-failure.ts';
import { BeyondLimit } from '../machines/beyond-limit.ts';
import type { Plan } from '../machines/plan-types.ts';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { LinesMissing } from '../register/errors.ts';
import type { Registers } from '../register/home.ts';
import type { OutboxLine, Transaction } from '../register/types.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { requestHash } from '../identity/request-hash.ts';
import type { Spent } from '../register/rights.ts';
import {
  originWorkflowId,
  type Answer,
  type ArmedPlan,
  type Carried,
  type Opening,
  type RecordRequest,
  type RevisionRequest,
  type ReplanRequest,
  type TrustRequest,
} from '../workflows/messages.ts';
import { textIn, wordings } from '../wording/index.ts';
import { planDetails, withSummaries } from '../wording/plan.ts';
import { statementIn } from '../wording/statements.ts';
import { entriesOf } from '../dossier/description.ts';
import { whyNotAcknowledged } from '../dossier/acknowledging.ts';
import { planFor, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { notFolded } from '../dossier/unreadable-refusals.ts';
import { describeActs, logActs, stepsOf, type Logbook } from '../dossier/outbox.ts';
import { areLettersOwed, type DeliveryConfiguration } from '../delivery/index.ts';
import { assertReached, type Clock } from './clock.ts';
import { originTarget } from './fact-origin.ts';
import type { Caller } from './own-workflows-only.ts';
import { refusal, throwRefusal, refuseIf, refusingFaults } from './refusal-failures.ts';
import { refuseWithoutRight, spending, type SecurityLog } from './rights.ts';
import { spreadTimers } from './timer-spread.ts';
import { followUps } from './recheck.ts';
import { refuseConflict, refuseKeptElsewhere, write, type WrittenEntry } from './writing.ts';

/** What the workflow asks for: open, record an entry, revise the description, trust authorities, or fold again on request or on its own. */
export type AgreementCommand =
  | { kind: 'open'; open: Opening }
  | { kind: 'record'; request: RecordRequest }
  | { kind: 'revise'; request: RevisionRequest }
  | { kind: 'replan'; request: ReplanRequest | undefined }
  | { kind: 'trust'; request: TrustRequest }
  | { kind: 'fold' };

export interface StepRequest {
  agreement: string;
  rehearsal: boolean;
  /** The workflow's current time. */
  now: Instant;
  /** The head of the register known to the workflow, and the last plan's standing in this run. */
  head: number;
  previous?: Pick<ArmedPlan, 'asOf' | 'standing'> | undefined;
  /** At the first step of a run: what it carries over from the previous run. */
  carried?: Carried | undefined;
  asked: AgreementCommand;
}

export interface Stepped {
  head: number;
  plan: ArmedPlan;
  answer: Answer;
  /** The trusted authorities; absent while no right is required. */
  trusted?: TrustedKey[];
  /** Letters are owed and must be delivered after the answer. */
  letters?: true;
}

export interface StepTools extends Clock {
  registers: Registers;
  log: Logbook;
  delivery?: DeliveryConfiguration;
  /** The language of summaries and details in the Temporal UI; defaults to English. */
  language?: Language;
  /** Called before the commit of an entry, and between commit and return; tests simulate a crash here. */
  beforeCommit?: ((entry: { id: string }) => void) | undefined;
  afterAppend?: ((entry: { id: string }) => void) | undefined;
  /** Receives every refused right. */
  security?: SecurityLog | undefined;
}

export const createStepAgreement =
  (tools: StepTools) =>
  async (request: StepRequest, caller: Pick<Caller, 'audience'>): Promise<Stepped> => {
    const { registers, log, beforeCommit, afterAppend } = tools;
    const { agreement, rehearsal, now } = request;
    assertReached(now, { rehearsal, isAsked: request.asked.kind !== 'fold' }, tools);
    const register = registers.of(rehearsal);
    const { entered, lines, ...step } = await register
      .transact(agreement, async transaction => {
        const { length: last } = transaction.rows;
        if (request.carried) assertCarried(transaction, request);
        if (last < request.head) throw new LinesMissing(agreement, register.name, request.head, last);
        const taken = await stepIn(transaction, request, caller, tools);
        if (taken.entered) beforeCommit?.(taken.entered);
        return taken;
      })
      .catch(refuseKeptElsewhere)
      .catch(refuseConflict)
      .catch(refuseWithoutRight(tools, nameOf(request)))
      .catch(refusingFaults(request.asked.kind !== 'fold'))
      .catch(spending(register, rightsShown(request, caller)));
    if (entered) afterAppend?.(entered);
    logActs(log, lines, tools.language);
    if (step.failure) throw step.failure;
    return step.stepped;
  };

/**
 * Anyone who starts a workflow can claim that it continues another run, so the claim is checked against the register: no missing line, and
 * no future day. @throws ApplicationFailure of type Refused
 */
function assertCarried({ rows }: Transaction, { agreement, now, head, carried }: StepRequest): void {
  const reached: unknown = carried?.reached;
  const isDay = typeof reached === 'string' && /^\d{4}-\d\d-\d\d$/.test(reached) && reached <= dayOf(now + aDay);
  if (!Number.isInteger(head) || head > rows.length || !isDay) throwRefusal('carriedForeign', { agreement, lines: rows.length });
}

/** In UTC, which differs from a legal day by at most one. */
const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
const aDay = 86_400_000;

/** The day that the last plan reached: at least that of the last fact, since the step that recorded it made a plan. */
function reachedBy({ previous, carried }: StepRequest, dossier: RegisterDossier): CalendarDate | undefined {
  if (previous || !carried) return previous?.asOf;
  const last = dossier.rows.findLast(row => entriesOf([row]).length > 0);
  const known = last && todayOf(dossier, last.entered.at);
  return known && known > carried.reached ? known : carried.reached;
}

/** For the security log: where the request was made. */
const nameOf = ({ agreement, asked }: StepRequest): string =>
  asked.kind === 'record' && asked.request.origin ? originWorkflowId(agreement, asked.request.origin) : agreement;

/** The right that comes with the request, and what it must be valid for. */
function rightsShown({ agreement, asked }: StepRequest, { audience }: Pick<Caller, 'audience'>): Omit<Spent, 'why'> | undefined {
  switch (asked.kind) {
    case 'fold':
      return undefined;
    case 'open':
      return { token: asked.open.right, audience, name: 'open', hash: requestHash('open', asked.open) };
    default: {
      const { request } = asked;
      if (!request) return undefined;
      const { origin } = request as Partial<RecordRequest>;
      const onBehalf = origin && originTarget(agreement, origin, audience);
      return {
        token: request.right,
        audience,
        name: asked.kind,
        hash: requestHash(asked.kind, request),
        ...(onBehalf ? { onBehalf } : {}),
      };
    }
  }
}

/** The part of a plan that is recorded, worded for the Temporal UI. `did`: what the machine did in this step. */
function armedPlan(plan: Plan, { id, title }: Agreement, did: readonly string[], language: Language): ArmedPlan {
  const {
    machine: _machine,
    owed: _owed,
    withdrawn: _w,
    withoutEffect: _e,
    decision: _d,
    end: _end,
    toDo: _toDo,
    within: _within,
    ...recorded
  } = plan;
  const w = wordings[language];
  const { timers, ...shown } = withSummaries(recorded, w);
  return { ...shown, timers: spreadTimers(id, timers), details: planDetails(plan, w, did, textIn(title, language)), language };
}

type Taken = { entered: WrittenEntry | undefined; lines: readonly OutboxLine[] } & (
  { stepped: Stepped; failure?: never } | { stepped?: never; failure: Error }
);

async function stepIn(
  transaction: Transaction,
  request: StepRequest,
  caller: Pick<Caller, 'audience'>,
  { delivery = {}, language = 'en' }: StepTools,
): Promise<Taken> {
  const { now, previous } = request;
  const { entered, dossier, before } = await write(transaction, { ...request, ...caller });
  const planned = planOrFailure(dossier, request);
  if (planned instanceof Error) return { entered, lines: [], failure: whenNotFolded(planned, entered, before, request) };
  if (before && entered && !entered.existing) refuseIf(whyNotAcknowledged(before, dossier.rows.at(-1)!.entry, now));
  const { owed, withdrawn, withoutEffect, decision } = planned;
  const lines = await transaction.perform(stepsOf(owed, withdrawn), now);
  await transaction.foldedBy({ law: planned.law, description: planned.description, reading: dossier.agreement.reading }, now);
  const outbox = [...dossier.outbox, ...lines];
  const letters = !request.rehearsal && (await areLettersOwed({ ...dossier, outbox }, () => transaction.deliveries(), delivery, now));
  const why = withoutEffect.find(w => w.fact === entered?.id)?.reason;
  const w = wordings[language];
  const did = [...(why && entered ? [`${entered.id}: ${statementIn(why, w)}`] : []), ...describeActs(lines, w)];
  const plan: ArmedPlan = {
    ...armedPlan(planned, dossier.agreement, did, language),
    ...followUps(dossier, planned.asOf, decision, w),
  };
  const answer: Answer = {
    entry: { id: entered?.id ?? '', seq: entered?.seq ?? 0 },
    existing: entered?.existing ?? false,
    standing: plan.standing,
    changed: changesBetween(previous, plan),
    withoutEffect: why ?? null,
    announced: owed.filter(o => o.as === 'performed').map(o => o.act),
    withdrawn,
  };
  const trusted = [...dossier.trusted];
  const stepped = { head: dossier.rows.length, plan, answer, ...(trusted.length ? { trusted } : {}), ...(letters ? { letters } : {}) };
  return { entered, lines, stepped };
}

function planOrFailure(dossier: RegisterDossier, request: StepRequest): Plan | Error {
  try {
    return planFor(dossier, request.now, reachedBy(request, dossier));
  } catch (cause) {
    return cause as Error;
  }
}

/**
 * A failed fold must fail before the commit. If the fold already failed without the entry, an entry that fixes it is accepted, and so is
 * every strike, so that several bad entries can be struck one by one; the error then names what was recorded and what still fails.
 */
function whenNotFolded(
  failure: Error,
  entered: WrittenEntry | undefined,
  before: RegisterDossier | undefined,
  request: StepRequest,
): Error {
  if (!entered || entered.existing) throw withEntered(entered, failure);
  if (!before && failure instanceof FoldFailure) throw refusal(notFolded(failure, false));
  if (!before) throw failure;
  const without = planOrFailure(before, request);
  if (without instanceof Error && entered.isStrike) return withEntered(entered, failure);
  if (without instanceof Error) throw without;
  return throwRefusal('notFoldedWith', { agreement: request.agreement, entry: entered.id, why: foldFaultOf(failure) });
}

function withEntered(entered: WrittenEntry | undefined, failure: Error): Error {
  if (entered && failure instanceof FoldFailure) failure.entered = entered;
  if (!entered || !(failure instanceof BeyondLimit)) return failure;
  return refusal(refusalOf('beyondFold', { why: failure.fault, entered: entered.id, line: entered.seq }));
}
