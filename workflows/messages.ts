/** What can be said to an agreement's workflow, and what it answers. All that client/ knows of the workflows. */
import { defineQuery, defineSignal, defineUpdate, type Sinks } from '@temporalio/workflow';
import type { TrustedKey } from '../identity/shapes.ts';
import type { Act } from '../machines/acts.ts';
import type { Change } from '../machines/changes.ts';
import type { NoticeShown as NoticeOnDesk } from '../machines/notice/replay.ts';
import type { NoticeDraft, NoticeDraftGiven, NoticeRequestName, NoticeRequestOf } from '../machines/notice/steps.ts';
import type { Brief, Plan } from '../machines/plan-types.ts';
import type { ProtocolShown as ProtocolOnDesk } from '../machines/protocol/desk.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import type { WhyNot } from '../machines/why-not.ts';
import type { ProtocolOpening, ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Refusal } from '../machines/refusal.ts';

/** The type name of the workflow that keeps one family, an agreement and its protocols. */
export const agreementWorkflow = 'agreement';

/** `agreement/<id>`. */
export const agreementWorkflowId = (agreement: string): string => `agreement/${agreement}`;

/**
 * `<entry id>:<hash of its canonical content>`: a repeat gets the first answer, other content under the same id is refused.
 * The hash is the caller's (`contentHash` of the register), over the entry as sent.
 */
export const updateId = (entryId: string, contentHash: string): string => `${entryId}:${contentHash}`;

/**
 * What a person asks shows the right to ask it (`identity/`), where an authority is trusted: signed for this request, of the name
 * of its update, and for this workflow.
 */
export interface WithRight {
  right?: string;
}

/** A right that a workflow refused, as the security log has it: whom the right named, and whom the request. */
export interface RefusedAccess {
  workflowId: string;
  asked: string;
  person?: string;
  by?: string;
  refused: Refusal;
}

/** Where a workflow sends what must not stand in its history. */
export interface SecuritySinks extends Sinks {
  security: { refused(what: RefusedAccess): void };
}

/** What a person has confirmed holds for the register that they were shown. */
export interface OnHead {
  /** How many lines the agreement had then: with others by now, it is refused. */
  head?: number;
}

/** An entry as sent: a fact, a correction or a strike, and who enters it. `recorded` is today when absent. */
export interface RecordRequest extends WithRight, OnHead {
  entry: unknown;
  by: string;
  /** Of a fact that the service records on behalf of a person: what a notice or a protocol was asked. The fact follows from it, or is refused. */
  origin?: FactOrigin;
}

/** What was asked of a notice or a protocol, by its number or id, with the right that was shown to it. */
export interface FactOrigin {
  kind: 'notice' | 'protocol';
  id: string;
  name: NoticeRequestName | ProtocolRequestName | 'openProtocol';
  request: WithRight & { by: string };
}

/** A changed description of the agreement: its canonical content, why, and who. */
export interface RevisionRequest extends WithRight, OnHead {
  content: unknown;
  reason: string;
  by: string;
}

/** To fold again. */
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
  /** True when the register had it already: nothing was done twice. */
  existing: boolean;
  standing: Brief;
  /** What moved, as codes and dates. */
  changed: Change[];
  /** Why the fact has no effect in law, where it has none. */
  withoutEffect: WhyNot | null;
  announced: Act[];
  withdrawn: Act[];
}

/** As their workflows show them: with the summaries of their timers, what follows from a notice and what a protocol awaits in sentences. */
export type NoticeShown = Omit<NoticeOnDesk, 'timers'> & { timers: ArmedTimer[]; outcome: string };
export type ProtocolShown = Omit<ProtocolOnDesk, 'timers'> & { timers: ArmedTimer[]; awaits: string | null };

export type Replanned = Omit<Answer, 'entry' | 'existing' | 'withoutEffect'>;

/** What a workflow records of a plan, and arms: what it owes is done in the step that made it. */
export interface ArmedPlan extends Omit<
  Plan,
  'timers' | 'machine' | 'owed' | 'withdrawn' | 'withoutEffect' | 'decision' | 'end' | 'toDo' | 'within'
> {
  timers: ArmedTimer[];
  /** For the Temporal UI, in Markdown; and in which language that is. */
  details: string;
  language?: Language;
}

export type RecordedPlan = Pick<ArmedPlan, 'law' | 'asOf' | 'standing' | 'timers' | 'underNotice' | 'over' | 'description'> & {
  head: number;
};

export const record = defineUpdate<Answer, [RecordRequest]>('record');
export const correct = defineUpdate<Answer, [RecordRequest]>('correct');
export const strike = defineUpdate<Answer, [RecordRequest]>('strike');
/** Folds again, after a corrected law or a changed description: the answer says which dates moved. */
export const replan = defineUpdate<Replanned, [ReplanRequest]>('replan');
/** Which authorities are trusted has changed in the register: the workflow takes them over. */
export const trust = defineUpdate<Replanned, [TrustRequest]>('trust');
export const revise = defineUpdate<Answer, [RevisionRequest]>('revise');

export const plan = defineQuery<RecordedPlan>('plan');
export const standing = defineQuery<Brief>('standing');

/** How an agreement is opened: its description and the facts that its file has. */
export interface Opening extends WithRight {
  description: unknown;
  facts: unknown[];
  by: string;
}

export interface AgreementInput {
  agreement: string;
  rehearsal: boolean;
  /** Only at the first start; the register remembers it from then on. */
  open?: Opening;
  /** From run to run, checked against the register. All else is read there anew. */
  carried?: Carried;
}

/** How far the register and the plan had come. */
export interface Carried {
  head: number;
  reached: CalendarDate;
}

/** The type name of the workflow of one notice, `notice/<agreement>/<number>`. */
export const noticeWorkflow = 'notice';
export const noticeWorkflowId = (agreement: string, number: string): string => `notice/${agreement}/${number}`;

/** What a notice begins with; by its number alone it is taken up from the register. */
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

/** The type name of the workflow of one protocol, `protocol/<agreement>/<protocol>`. */
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

/** The workflow that carries the letters of an agreement, and what it begins with. */
export const deliveryWorkflow = 'delivery';
export const deliveryWorkflowId = (agreement: string): string => `delivery/${agreement}`;
export interface DeliveryInput {
  agreement: string;
  /** In which it speaks where no activity answers. */
  language?: Language;
}
/** Letters are delivered on a task queue of their own: however long a mail server is silent, the law waits for none of them. */
export const deliveriesQueue = (taskQueue: string): string => `${taskQueue}-deliveries`;

/** The type name of the workflow that compares every agreement with its register once a day, and the schedule that starts it. */
export const reconciliationWorkflow = 'reconciliation';
export const reconciliationSchedule = 'servanda-reconciliation';

/** How many were looked at, how many differed from the register, how many of those could not be repaired, how many alarms were raised. */
export interface Reconciled {
  agreements: number;
  workflows: number;
  differed: number;
  left: number;
  alarms: number;
}

/** To a notice or a protocol on its way: the agreement's ledger has moved; to delivery: an act was performed. Look again. */
export const recheck = defineSignal('recheck');
