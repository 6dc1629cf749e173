/** A plan in a language, as recorded and as shown in the Temporal UI: its timers with summaries, and details in Markdown. */
import type { NoticeShown } from '../machines/notice/replay.ts';
import type { Plan } from '../machines/plan-types.ts';
import type { ProtocolShown } from '../machines/protocol/desk.ts';
import type { ArmedTimer, Timer } from '../machines/timer.ts';
import type { Wording } from './wording.ts';
import { say, statementIn } from './statements.ts';

export const armed = (timers: readonly Timer[], w: Wording): ArmedTimer[] =>
  timers.map(timer => ({ ...timer, summary: statementIn(timer.says, w) }));

/** With its timers as they are armed. */
export type Armed<T extends { timers: readonly Timer[] }> = Omit<T, 'timers'> & { timers: ArmedTimer[] };

export const withSummaries = <T extends { timers: readonly Timer[] }>(shown: T, w: Wording): Armed<T> => ({
  ...shown,
  timers: armed(shown.timers, w),
});

export const noticeIn = (shown: NoticeShown, w: Wording): Armed<NoticeShown> & { outcome: string } => ({
  ...withSummaries(shown, w),
  outcome: followsIn(shown.notice.assessment.follows, w),
});

export const protocolIn = (shown: ProtocolShown, w: Wording): Armed<ProtocolShown> & { awaits: string | null } => ({
  ...withSummaries(shown, w),
  awaits: shown.missing && statementIn(shown.missing, w),
});

const listed = (timers: readonly ArmedTimer[]): string => timers.map(t => `- ${t.summary}`).join('\n');

/**
 * An agreement's: status, what its machine did in the last step (`did`, in sentences), next dates, who must do what. `title`: in the
 * language.
 */
export function planDetails(plan: Plan, w: Wording, did: readonly string[] = [], title = plan.title): string {
  const timers = armed(plan.timers, w);
  return [
    `**${title}**`,
    [...(plan.within ? linesWithin : linesOf)(plan, w), say('planMachine', { machine: plan.machine }, w)].join('\n'),
    ...(did.length ? [say('planDid', { did: did.join(' ') }, w)] : []),
    ...(timers.length ? [say('planNext', {}, w), listed(timers)] : [say('planNothing', {}, w)]),
    say('planToDo', { toDo: plan.toDo }, w),
  ].join('\n\n');
}

function linesOf({ asOf, parties, standing: { status, entryIntoForce, period }, end }: Plan, w: Wording): string[] {
  return [
    say('planStatus', { asOf, zones: parties.map(p => p.zone), status, entryIntoForce }, w),
    ...(period ? [say('planPeriod', period, w)] : []),
    ...(end ? [say('planEnd', end, w)] : []),
  ];
}

function linesWithin({ standing, within }: Plan, w: Wording): string[] {
  const { unsure, noSafeDay } = within!;
  const { statuses, safe } = standing.within!;
  return [
    say('planWithin', { statuses: statuses.map(s => w.certificate.statuses[s]), unsure }, w),
    noSafeDay ? say('planNoSafeDay', { reason: noSafeDay }, w) : say('planSafeDay', { safe }, w),
  ];
}

/** A notice's: the state of its machine, what follows, who did what, what it awaits. */
export function noticeDetails({ state, notice: c, timers }: NoticeShown, title: string, w: Wording): string {
  const { number, content, direction, draftedBy, approvedBy, dispatched, received } = c;
  return [
    say('noticeHead', { number, kind: w.kinds[content.kind], by: content.by, direction }, w),
    `${title}.`,
    say('noticeState', { state, machine: state }, w),
    followsIn(c.assessment.follows, w),
    say('noticeDone', { draftedBy, approvedBy, dispatched, received }, w),
    ...(timers.length ? [listed(armed(timers, w))] : []),
  ].join('\n\n');
}

/** The consequences of a notice, in sentences. */
export const followsIn = (follows: NoticeShown['notice']['assessment']['follows'], w: Wording): string =>
  follows.map(outcome => statementIn(outcome, w)).join(' ');

/** A protocol's: the state of its machine, what is missing, what it awaits. */
export function protocolDetails({ state, protocol: c, missing, timers }: ProtocolShown, title: string | null, w: Wording): string {
  return [
    say('protocolHead', { protocol: c.protocol, title, agreement: c.agreement }, w),
    say('protocolState', { state, machine: state, since: c.since, basis: c.basis }, w),
    ...(missing ? [say('protocolMissing', { missing }, w)] : []),
    ...(timers.length ? [listed(armed(timers, w))] : []),
  ].join('\n\n');
}
