/**
 * The state and timers that each workflow of an agreement should have at an instant, from the register and the fold only, without Temporal.
 */
import { zonesOf } from '../clauses/agreement.ts';
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { contextOf, replay, isClosed, shownOf, applyTo, type NoticeState } from '../machines/notice/replay.ts';
import type { Brief, Plan } from '../machines/plan-types.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import { knownOf, shownOf as protocolShownOf } from '../machines/protocol/desk.ts';
import type { Missing, ProtocolState } from '../machines/protocol/awaited.ts';
import type { Status } from '../machines/view.ts';
import { assess } from '../machines/notice/assess.ts';
import {
  agreementWorkflowId,
  noticeWorkflowId,
  protocolWorkflowId,
  type RecordedPlan,
  type NoticeShown,
  type ProtocolShown,
} from '../workflows/messages.ts';
import type { Wording } from '../wording/index.ts';
import { armed } from '../wording/plan.ts';
import { noticeNumbers, noticeSteps, protocolSteps } from '../dossier/description.ts';
import { planFor, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import type { Kind } from './open-workflows.ts';

/** The values of a workflow's answer that are compared; not the day as of which it was folded. */
export interface ReportedValues {
  law: string;
  description: string;
  status: Status;
  entryIntoForce: CalendarDate | null;
  period: Pick<NonNullable<Brief['period']>, 'number' | 'firstDay' | 'lastDay' | 'lastDayForNotice' | 'safe'> | null;
  lastDayInForce: CalendarDate | null;
  underNotice: boolean;
  /** Set if a day is known only within bounds. */
  within: NonNullable<Brief['within']>;
  noticeState: NoticeState;
  safeDay: CalendarDate | null;
  sendByDay: CalendarDate | null;
  follows: NoticeShown['notice']['assessment']['follows'];
  protocolState: ProtocolState;
  missing: Missing | null;
}

export type Reported = Readonly<Partial<ReportedValues>>;

export interface Expected {
  kind: Kind;
  workflowId: string;
  /** Whether a workflow should be running; once everything is finished, only to do what is undone. */
  runs: boolean;
  says: Reported;
  timers: readonly ArmedTimer[];
  /** Acts that the outbox lacks, or has but should have withdrawn. */
  undone: readonly Undone[];
  /** Set for an agreement in force; `hasDates`: it has dates ahead. One without limit of time waits for nothing. */
  inForce?: { hasDates: boolean };
}

export type Undone = { what: 'act'; code: 'notInOutbox' | 'notWithdrawn'; act: Act };

/**
 * Returns the expected state of the agreement and of all notices and protocols its desk has had. @throws Error if the register has no
 * description
 */
export function expectedOf(dossier: RegisterDossier, now: Instant, w: Wording): Expected[] {
  const { rows } = dossier;
  const today = todayOf(dossier, now);
  const protocols = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [
    ofAgreement(dossier.agreement.id, planFor(dossier, now), w),
    ...noticeNumbers(rows).map(number => ofNotice(dossier, today, number, w)),
    ...[...protocols].map(protocol => ofProtocol(dossier, today, protocol, w)),
  ];
}

function ofAgreement(id: string, plan: Plan, w: Wording): Expected {
  const { standing, timers, over, owed, withdrawn } = plan;
  const isInForce = standing.status === 'inForce' || standing.status === 'suspended';
  return {
    kind: 'agreement',
    workflowId: agreementWorkflowId(id),
    runs: !over,
    says: saysOfAgreement(plan),
    timers: armed(timers, w),
    undone: [...owed.map(({ act }) => undone('notInOutbox', act)), ...withdrawn.map(act => undone('notWithdrawn', act))],
    ...(isInForce ? { inForce: { hasDates: standing.period !== null || standing.lastDayInForce !== null } } : {}),
  };
}

const undone = (code: Undone['code'], act: Act): Undone => ({ what: 'act', code, act });

export const saysOfAgreement = ({
  law,
  description,
  standing: s,
  underNotice,
}: Omit<RecordedPlan, 'head' | 'asOf' | 'timers' | 'over'>): Reported => ({
  law,
  description,
  status: s.status,
  entryIntoForce: s.entryIntoForce ?? null,
  period: periodOf(s.period),
  lastDayInForce: s.lastDayInForce ?? null,
  underNotice,
  ...(s.within ? { within: withinOf(s.within) } : {}),
});

function periodOf(period: Brief['period']): ReportedValues['period'] {
  if (!period) return null;
  const { number, firstDay, lastDay, lastDayForNotice, safe } = period;
  return { number, firstDay, lastDay, lastDayForNotice: lastDayForNotice ?? null, safe: safe ?? null };
}

const withinOf = ({ statuses, entryIntoForce, safe }: ReportedValues['within']): ReportedValues['within'] => ({
  statuses,
  entryIntoForce: entryIntoForce ?? null,
  safe: safe ?? null,
});

/** Includes today's legal assessment, if its machine accepts it. */
function ofNotice(dossier: RegisterDossier, today: CalendarDate, number: string, w: Wording): Expected {
  const { agreement, rows } = dossier;
  const { instance: before } = replay(noticeSteps(rows, number), today);
  const assessment = isClosed(before) ? undefined : assess({ ...dossier, today }, contextOf(before));
  const { instance } = (assessment && applyTo(before, { type: 'notice.assessed', assessment, at: today })) ?? { instance: before };
  const shown = shownOf(instance, zonesOf(agreement));
  return {
    kind: 'notice',
    workflowId: noticeWorkflowId(agreement.id, number),
    runs: !shown.closed,
    says: saysOfNotice(shown),
    timers: armed(shown.timers, w),
    undone: [],
  };
}

export const saysOfNotice = ({ state, notice: { assessment } }: Pick<NoticeShown, 'state' | 'notice'>): Reported => ({
  noticeState: state,
  safeDay: assessment.safe ?? null,
  sendByDay: assessment.sendBy ?? null,
  follows: assessment.follows,
});

function ofProtocol({ agreement, entries, rows }: RegisterDossier, today: CalendarDate, protocol: string, w: Wording): Expected {
  const steps = protocolSteps(rows, protocol);
  const shown = protocolShownOf(knownOf({ agreement, entries, today }, protocol, steps)!, today);
  return {
    kind: 'protocol',
    workflowId: protocolWorkflowId(agreement.id, protocol),
    // The workflow still has to record that the desk has closed it.
    runs: !steps.some(s => s.step.type === 'protocol.closed'),
    says: saysOfProtocol(shown),
    timers: armed(shown.timers, w),
    undone: [],
  };
}

export const saysOfProtocol = ({ state, missing }: Pick<ProtocolShown, 'state' | 'missing'>): Reported => ({
  protocolState: state,
  missing: missing ?? null,
});

/** Converts a workflow's answer to the compared values. */
export function saysOf(kind: Kind, answer: unknown): Reported {
  switch (kind) {
    case 'agreement':
      return saysOfAgreement(answer as RecordedPlan);
    case 'notice':
      return saysOfNotice(answer as NoticeShown);
    case 'protocol':
      return saysOfProtocol(answer as ProtocolShown);
    default:
      return kind satisfies never;
  }
}
