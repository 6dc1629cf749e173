/** What each workflow of an agreement should say and wait for at an instant, by the register alone: the fold, and nothing of Temporal. */
import { zonesOf } from '../clauses/agreement.ts';
import type { CalendarDate, Instant } from '../clauses/calendar.ts';
import type { Act } from '../machines/acts.ts';
import { contextOf, replay, isClosed, shownOf, applyTo } from '../machines/notice/replay.ts';
import type { Brief, Plan } from '../machines/plan-types.ts';
import type { ArmedTimer } from '../machines/timer.ts';
import { knownOf, shownOf as protocolShownOf } from '../machines/protocol/desk.ts';
import { assess } from '../machines/notice/assess.ts';
import {
  agreementWorkflowId,
  noticeWorkflowId,
  protocolWorkflowId,
  type Kept,
  type NoticeShown,
  type ProtocolShown,
} from '../workflows/messages.ts';
import { canonical } from '../register/canonical.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import type { Wording } from '../wording/index.ts';
import { armed } from '../wording/plan.ts';
import { noticeSteps, protocolSteps } from '../dossier/description.ts';
import { planFor, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { noticesIn, type Kind } from './open-workflows.ts';

/** What is compared of a standing, each value under its name in words. Not the day as of which it was folded. */
export type Says = Readonly<Record<string, string>>;

export interface Expected {
  kind: Kind;
  workflowId: string;
  /** Whether a workflow should run; where all is over, none should, but to do what is undone. */
  runs: boolean;
  says: Says;
  timers: readonly ArmedTimer[];
  /** Acts that the outbox should have and has not, or has and should have withdrawn: in words. */
  undone: readonly string[];
  /** Of an agreement: in force, and whether a date lies ahead of it in law. One without limit of time waits for nothing. */
  inForce?: { hasDates: boolean };
}

/** Of the agreement and of all notices and protocols that its desk has had. @throws Error when the register has no description */
export function expectedOf(dossier: RegisterDossier, now: Instant, w: Wording): Expected[] {
  const { rows } = dossier;
  const today = todayOf(dossier, now);
  const protocols = new Set(rows.flatMap(({ entry }) => (entry.type === 'protocol.step' && 'protocol' in entry ? [entry.protocol] : [])));
  return [
    ofAgreement(dossier.agreement.id, planFor(dossier, now), w),
    ...noticesIn(rows).map(number => ofNotice(dossier, today, number, w)),
    ...[...protocols].map(protocol => ofProtocol(dossier, today, protocol, w)),
  ];
}

function ofAgreement(id: string, plan: Plan, w: Wording): Expected {
  const said = (act: Act): string => actSentence(act, w);
  const { standing, timers, over, owed, withdrawn } = plan;
  const isInForce = standing.status === 'inForce' || standing.status === 'suspended';
  return {
    kind: 'agreement',
    workflowId: agreementWorkflowId(id),
    runs: !over,
    says: saysOfAgreement(plan),
    timers: armed(timers, w),
    undone: [...owed.map(({ act }) => `not in the outbox: ${said(act)}`), ...withdrawn.map(act => `not withdrawn: ${said(act)}`)],
    ...(isInForce ? { inForce: { hasDates: standing.period !== null || standing.lastDayInForce !== null } } : {}),
  };
}

export const saysOfAgreement = ({ law, description, standing: s, underNotice }: Omit<Kept, 'head' | 'asOf' | 'timers' | 'over'>): Says => ({
  law,
  description,
  status: s.status,
  'entry into force': s.entryIntoForce ?? none,
  period: periodInWords(s.period),
  'last day in force': s.lastDayInForce ?? none,
  'under notice': underNotice ? 'yes' : 'no',
  ...(s.within ? { 'known within bounds': withinInWords(s.within) } : {}),
});

const none = 'none';

function periodInWords(period: Brief['period']): string {
  if (!period) return none;
  const { number, firstDay, lastDay, lastDayForNotice, safe } = period;
  return `${number}, ${firstDay} to ${lastDay}, last day for notice ${lastDayForNotice ?? none}, safe day ${safe ?? none}`;
}

function withinInWords({ statuses, entryIntoForce: e, safe }: NonNullable<Brief['within']>): string {
  return `${statuses.join(' or ')}, entry into force ${e ? `${e.notBefore} to ${e.notAfter}` : 'not settled'}, safe day ${safe ?? none}`;
}

/** With what the law makes of it today, where its machine takes that. */
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

export const saysOfNotice = ({ state, notice: { assessment } }: Pick<NoticeShown, 'state' | 'notice'>): Says => ({
  state,
  'safe day': assessment.safe ?? none,
  'send-by day': assessment.sendBy ?? none,
  'what follows from it': canonical(assessment.follows),
});

function ofProtocol({ agreement, entries, rows }: RegisterDossier, today: CalendarDate, protocol: string, w: Wording): Expected {
  const steps = protocolSteps(rows, protocol);
  const shown = protocolShownOf(knownOf({ agreement, entries, today }, protocol, steps)!, today);
  return {
    kind: 'protocol',
    workflowId: protocolWorkflowId(agreement.id, protocol),
    // The desk enters that it has closed it: until then its workflow has that to do.
    runs: !steps.some(s => s.step.type === 'protocol.closed'),
    says: saysOfProtocol(shown),
    timers: armed(shown.timers, w),
    undone: [],
  };
}

export const saysOfProtocol = ({ state, missing }: Pick<ProtocolShown, 'state' | 'missing'>): Says => ({
  state,
  missing: missing ? canonical(missing) : none,
});

/** What a workflow answered, as it is compared. */
export function saysOf(kind: Kind, answer: unknown): Says {
  switch (kind) {
    case 'agreement':
      return saysOfAgreement(answer as Kept);
    case 'notice':
      return saysOfNotice(answer as NoticeShown);
    case 'protocol':
      return saysOfProtocol(answer as ProtocolShown);
    default:
      return kind satisfies never;
  }
}
