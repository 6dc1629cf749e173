/** The messages of the workflows and their answers: all that client/ knows of them. */
import { defineQuery, defineSignal, defineUpdate, type Sinks } from '@temporalio/workflow';
import type { TrustedKey } from '../identity/shapes.ts';
import type { Act } from '../machines/acts.ts';
import type { Change } from '../machines/changes.ts';
import type { NoticeShown as NoticeOnDesk } from '../machines/notice/replay.ts';
import type { NoticeDraft, NoticeDraftGiven, NoticeRequestName, NoticeRequestOf } from '../machines/notice/steps.ts';
import type { Brief, Plan } from '../machines/plan-types.ts';
import type { ProtocolShown as ProtocolOnDesk } from '../machines/protocol/desk.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { NoEffectReason } from '../machines/no-effect-reasons.ts';
import type { ProtocolOpening, ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Refusal } from '../machines/refusal.ts';

/** The workflow type for one family: an agreement and its protocols. */
export const agreementWorkflow = 'agreement';

/** `agreement/<id>`. */
export const agreementWorkflowId = (agreement: string): string => `agreement/${agreement}`;

/**
 * `<entry id>:<hash of its canonical content>`. A repeat returns the first answer; different content under the same id is refused. The
 * caller computes the hash (`contentHash` of the register) over the entry as sent.
 */
export const updateId = (entryId: string, contentHash: string): string => `${entryId}:${contentHash}`;

/**
 * The right to make this request (`identity/`), required once an authority is trusted. It is signed for this content, the name of the
 * update, and this workflow.
 */
export interface WithRight {
  right?: string;
}

/** A right that a workflow refused, for the security log: `person` is named by the right, `by` by the request. */
export interface RefusedAccess {
  workflowId: string;
  asked: string;
  person?: string;
  by?: string;
  refused: Refusal;
}

/** Sinks for what must not appear in a workflow's history. */
export interface SecuritySinks extends Sinks {
  security: { refused(what: RefusedAccess): void };
}

/** A request that a person confirmed against the register as displayed to them. */
export interface OnHead {
  /** The number of lines the agreement had then; the request is refused if that has changed. */
  head?: number;
}

/** An entry as sent (a fact, a correction or a strike) and who records it. `recorded` defaults to today. */
export interface RecordRequest extends WithRight, OnHead {
  entry: unknown;
  by: string;
  /** For a fact recorded on a person's behalf: their request to the notice or protocol, from which the fact must follow. */
  origin?: FactOrigin;
}

/** A request made to a notice (by number) or a protocol (by id), with the right that came with it. */
export interface FactOrigin {
  kind: 'notice' | 'protocol';
  id: string;
  name: NoticeRequestName | ProtocolRequestName | 'openProtocol';
  request: WithRight & { by: string };
}

/** A revised description of the agreement: its canonical content, the reason, and who revises it. */
export interface RevisionRequest extends WithRight, OnHead {
  content: unknown;
  reason: string;
  by: string;
}

/** Asks for a new fold. */
export interface ReplanRequest extends WithRight {
  by: string;
}

/** The authorities that the register trusts from now on. */
export interface TrustRequest extends WithRight {
  keys: TrustedKey[];
  by: string;
}

export interface Answer {
  /** The entry's id and its place in the register. */
  entry: { id: string; seq: number };
  /** True if the register already had the entry, so that nothing changed. */
  existing: boolean;
  standing: Brief;
  /** The dates that moved, as codes and dates. */
  changed: Change[];
  /** Why the fact has no effect in law, if it has none. */
  withoutEffect: NoEffectReason | null;
  announced: Act[];
  withdrawn: Act[];
}

/** As shown by their workflows: with timer summaries, and what follows or is awaited in sentences. */
export type NoticeShown = Omit<NoticeOnDesk, 'timers'> & { timers: ArmedTimer[]; outcome: string };
export type ProtocolShown = Omit<ProtocolOnDesk, 'timers'> & { timers: ArmedTimer[]; awaits: string | null };

export type Replanned = Omit<Answer, 'entry' | 'existing' | 'withoutEffect'>;

/** The part of a plan that a workflow records and arms; the step that made the plan already performed the acts that it owes. */
export interface ArmedPlan extends Omit<
  Plan,
  'timers' | 'machine' | 'owed' | 'withdrawn' | 'withoutEffect' | 'decision' | 'end' | 'toDo' | 'within'
> {
  timers: ArmedTimer[];
  /** For the Temporal UI, in Markdown, and in which language. */
  details: string;
  language?: Language;
}

export type RecordedPlan = Pick<ArmedPlan, 'law' | 'asOf' | 'standing' | 'timers' | 'underNotice' | 'over' | 'description'> & {
  head: number;
};

export const record = defineUpdate<Answer, [RecordRequest]>('record');
export const correct = defineUpdate<Answer, [RecordRequest]>('correct');
export const strike = defineUpdate<Answer, [RecordRequest]>('strike');
/** Folds again after a corrected law or a revised description; the answer lists the dates that moved. */
export const replan = defineUpdate<Replanned, [ReplanRequest]>('replan');
/** The trusted authorities in the register have changed: the workflow adopts them. */
export const trust = defineUpdate<Replanned, [TrustRequest]>('trust');
export const revise = defineUpdate<Answer, [RevisionRequest]>('revise');

export const plan = defineQuery<RecordedPlan>('plan');
export const standing = defineQuery<Brief>('standing');

/** Opens an agreement: its description and the facts from its file. */
export interface Opening extends WithRight {
  description: unknown;
  facts: unknown[];
  by: string;
}

export interface AgreementInput {
  agreement: string;
  rehearsal: boolean;
  /** Only at the first start; the register keeps it from then on. */
  open?: Opening;
  /** Carried from run to run and checked against the register; everything else is read from there again. */
  carried?: Carried;
}

/** How far the register and the plan had advanced. */
export interface Carried {
  head: number;
  reached: CalendarDate;
}

/** The workflow type for one notice; its id is `notice/<agreement>/<number>`. */
export const noticeWorkflow = 'notice';
export const noticeWorkflowId = (agreement: string, number: string): string => `notice/${agreement}/${number}`;

/** A notice's input: a draft, or only its number if the register already has it. */
export type NoticeInput = (NoticeDraftGiven & WithRight) | Pick<NoticeDraft, 'agreement' | 'number'>;

const toNotice = <N extends NoticeRequestName>(name: N) => defineUpdate<NoticeShown, [NoticeRequestOf<N> & WithRight]>(name);
export const noticeUpdates = {
  amend: toNotice('amend'),
  approve: toNotice('approve'),
  dispatch: toNotice('dispatch'),
  confirmReceipt: toNotice('confirmReceipt'),
  markReturned: toNotice('markReturned'),
  recall: toNotice('recall'),
  accept: toNotice('accept'),
  findDefective: toNotice('findDefective'),
};
export const noticeStatus = defineQuery<NoticeShown>('status');

/** The workflow type for one protocol; its id is `protocol/<agreement>/<protocol>`. */
export const protocolWorkflow = 'protocol';
export const protocolWorkflowId = (agreement: string, protocol: string): string => `protocol/${agreement}/${protocol}`;

export type ProtocolInput = ProtocolOpening & WithRight;

const toProtocol = <N extends ProtocolRequestName>(name: N) => defineUpdate<ProtocolShown, [ProtocolRequestOf<N> & WithRight]>(name);
export const protocolUpdates = {
  agree: toProtocol('agree'),
  settleText: toProtocol('settleText'),
  sign: toProtocol('sign'),
  abandon: toProtocol('abandon'),
};
export const protocolStatus = defineQuery<ProtocolShown>('status');

export const originWorkflowId = (agreement: string, { kind, id }: Pick<FactOrigin, 'kind' | 'id'>): string =>
  (kind === 'notice' ? noticeWorkflowId : protocolWorkflowId)(agreement, id);

/** The workflow that delivers an agreement's letters, and its input. */
export const deliveryWorkflow = 'delivery';
export const deliveryWorkflowId = (agreement: string): string => `delivery/${agreement}`;
export interface DeliveryInput {
  agreement: string;
  /** The language for what it reports when no activity answers. */
  language?: Language;
}
/** Letters have their own task queue, so that a silent mail server never holds up the law. */
export const deliveriesQueue = (taskQueue: string): string => `${taskQueue}-deliveries`;

/** The workflow that compares every agreement with its register once a day, and the schedule that starts it. */
export const reconciliationWorkflow = 'reconciliation';
export const reconciliationSchedule = 'servanda-reconciliation';

/** Counts: agreements and workflows checked, workflows that differed from the register, of those not repaired, alarms raised. */
export interface Reconciled {
  agreements: number;
  workflows: number;
  differed: number;
  left: number;
  alarms: number;
}

/** Asks the receiver to look again. To a notice or protocol: the agreement's ledger has changed; to delivery: an act was performed. */
export const recheck = defineSignal('recheck');
