/** How each event changes the context of the agreement machine, as pure steps. */
import { asOfFirstDay, countedForRenewal, isInTime, isPremature, outcomeOfNotice } from '../../clauses/termination.ts';
import { windowFrom, type FixedDaysClause } from '../../clauses/fixed-days.ts';
import { withNotification } from '../../clauses/entry-into-force.ts';
import {
  lastDayOfPeriod,
  newestPeriod,
  noticeBeforeIn,
  runningOn,
  type Cycle,
  type Period,
  type PeriodExtent,
} from '../../clauses/periods.ts';
import { dayAfter, dayBefore, latest, type CalendarDate } from '../../clauses/calendar.ts';
import type { Remark } from '../../clauses/reason.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import { conditionOfEntry, type PeriodsClause } from '../../clauses/terms.ts';
import {
  comingEnd,
  entryKnown,
  firstCycle,
  isWithdrawnByConsent,
  lastBarredDay,
  lengthByClause,
  nextLength,
  provisionalApplicationKnown,
  runningNotices,
  type AgreementContext,
  type AgreementEvent,
  type Notice,
} from './context.ts';
import type { FactOf } from '../facts.ts';

export type ContextPatch = Partial<AgreementContext>;
type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

export const sign = (c: AgreementContext, e: EventOf<'signed'>): ContextPatch => ({ consents: { ...c.consents, signed: e.at } });

/** The first completion of each Party counts. */
export const takeCompletion = (c: AgreementContext, e: EventOf<'completion.notified'>): ContextPatch => ({
  consents: withNotification(c.consents, e.by, e.at, e.isEarliest === true),
});

export const exchange = (c: AgreementContext, e: EventOf<'instruments.exchanged'>): ContextPatch => ({
  consents: { ...c.consents, exchanged: e.at },
});

/** A condition is met only once; that of entry into force counts towards entry into force. */
export const meetCondition = (c: AgreementContext, { condition, at }: EventOf<'condition.met'>): ContextPatch => ({
  conditionsMet: [...c.conditionsMet, { condition, on: at }],
  ...(conditionOfEntry(c.terms)?.id === condition ? { consents: { ...c.consents, conditionMet: at } } : {}),
});

export const applyProvisionally = (c: AgreementContext): ContextPatch => ({ appliedProvisionally: provisionalApplicationKnown(c)!.date });
export const endProvisionalApplication = (_: AgreementContext, { id, by, at }: EventOf<'provisionalApplication.ended'>): ContextPatch => ({
  applicationEnded: { id, by, on: at },
});

/** Survivals are counted from the last day in force, however the agreement ended. */
export const leaveByTermination = (c: AgreementContext): ContextPatch => ({ lastDayInForce: comingEnd(c)!.lastDayInForce.date });
export const leaveByExpiry = (c: AgreementContext): ContextPatch => ({ lastDayInForce: dayBefore(c.today) });
export const leaveBySupersession = (c: AgreementContext): ContextPatch => ({ lastDayInForce: dayBefore(c.succession!.firstDayOut) });

/** Entry into force: the first period begins, counted from that day. */
export function enterIntoForce(c: AgreementContext): ContextPatch {
  const entry = entryKnown(c).settled;
  /* v8 ignore next -- @preserve the machine’s guards prevent this */
  if (!entry) throw new Error('enterIntoForce without a date of entry into force');
  const { duration } = c.terms;
  if (duration.kind === 'indefinite') return { entry };
  const first = firstCycle(duration, c.consents.signed!, entry.date);
  const firstPeriodLastDay = lastDayOfPeriod(first, c.reading);
  const running = runningOn(entry.date, first, c.reading, lengthByClause(duration));
  return { entry, firstPeriodLastDay, ...(running ? begin(running, entry.date, c) : {}) };
}

/** Begins a run of periods on a day. The duration must have periods. */
export function begin(cycle: Cycle, firstDay: CalendarDate, c: AgreementContext): { cycle: Cycle; period: Period } {
  const noticeBefore = noticeBeforeIn(c.terms.duration as PeriodsClause, cycle.lengths.length);
  return { cycle, period: newestPeriod(cycle, firstDay, noticeBefore, c.reading) };
}

/** Sets the next window in which a notice can end the agreement on a fixed day. */
export const openWayOut = (c: AgreementContext): ContextPatch => ({
  nextWayOut: windowFrom(c.today, c.terms.termination as FixedDaysClause, c.reading),
});

/** Renewal: the next period begins on the following day, and is counted from the anchor. */
export function renew(c: AgreementContext): ContextPatch {
  const next = nextPeriod(c);
  /* v8 ignore next -- @preserve the machine’s guards prevent this */
  if (!next) throw new Error('renew without a further period');
  return { ...next, renewalAgreed: undefined };
}

/** Returns the period after the running one; undefined if no further period is known. */
export function nextPeriod(c: AgreementContext): { cycle: Cycle; period: Period } | undefined {
  const next = nextLength(c);
  return next && successor(c, c.cycle!, c.period!, next);
}

/** Periods that a shortened length puts entirely in the past are counted and skipped. */
function successor(c: AgreementContext, cycle: Cycle, running: Period, next: PeriodExtent): { cycle: Cycle; period: Period } {
  const firstDay = dayAfter(running.lastDay);
  if (next === c.renewalAgreed?.span) return agreed(c, cycle, running, next);
  const longer = { ...cycle, lengths: [...cycle.lengths, next] };
  const further = lengthByClause(c.terms.duration as PeriodsClause);
  return begin(
    runningOn(firstDay, longer, c.reading, periods => further(periods) ?? next)!,
    firstDay,
    c,
  );
}

/** The period agreed by the Parties follows the running one, even if a protocol has cut that short. */
function agreed(c: AgreementContext, cycle: Cycle, running: Period, span: PeriodExtent): { cycle: Cycle; period: Period } {
  const before = running.endedBy ? [...cycle.lengths.slice(0, -1), { until: running.lastDay }] : cycle.lengths;
  const begun = begin({ ...cycle, lengths: [...before, span] }, dayAfter(running.lastDay), c);
  return { ...begun, period: { ...begun.period, agreedBy: c.renewalAgreed!.id } };
}

export const leavePeriods = (): ContextPatch => ({ period: undefined });

export const agreeRenewal = (_: AgreementContext, { id, length, until }: EventOf<'renewal.agreed'>): ContextPatch => ({
  renewalAgreed: { id, span: until ? { until } : length },
});

/** If dispatch or the notice's own date counts: records which period ran on that day, and whether the notice was in time for it. */
export function dispatchNoted(c: AgreementContext, { notice }: EventOf<'termination.dispatched'>, isRenewalAhead: boolean): ContextPatch {
  const period = c.period;
  const dispatched = new Map(c.dispatched).set(notice.id, period);
  const counts = countedForRenewal(c.terms.duration, c.reading);
  const isReceivedLater = period?.lastDayForNotice && notice.received > period.lastDay;
  if (!isReceivedLater || !isRenewalAhead || !isInTime(datesOf(notice), period, counts)) return { dispatched };
  const lastDayInForce: Reckoning = {
    date: period.lastDay,
    basis: c.terms.duration.article,
    reason: { code: 'inTimeBeforeReceipt', args: { period: period.number, counted: counts } },
  };
  return {
    dispatched,
    notices: [
      ...c.notices,
      { id: notice.id, by: notice.by, dates: datesOf(notice), prevents: period, outcome: { inTime: true, lastDayInForce } },
    ],
  };
}

export const datesOf = (n: FactOf<'termination.notified'>): Notice['dates'] => ({
  received: n.received,
  ...(n.dispatched ? { dispatched: n.dispatched } : {}),
  ...(n.dated ? { dated: n.dated } : {}),
  ...(n.names ? { namedFirstDayOut: n.names.firstDayOut } : {}),
});

/** A notice received in force: the clauses in effect on that day fix its outcome. */
export function noticeTaken(c: AgreementContext, e: EventOf<'termination.notified'>, isRenewalAhead: boolean): ContextPatch {
  const { termination, duration } = c.terms;
  /* v8 ignore next -- @preserve the machine’s guards prevent this */
  if (!termination) throw new Error('a notice without a termination clause');
  const given = datesOf(e);
  const barred = lastBarredDay(c);
  const counts = barred && isPremature(given, termination, barred) ? asOfFirstDay(given, barred) : undefined;
  const dates = counts ?? given;
  const period = counts ? periodOn(c, counts.received) : periodOnNotice(c, e);
  const circumstances = { duration, termination, period, nextLastDay: lastDayAfter(period, c), lastBarredDay: barred };
  const outcome = outcomeOfNotice(dates, circumstances, c.reading);
  const premature: Remark[] = counts ? [{ code: 'premature', args: { received: counts.received } }] : [];
  const remarks = [...premature, ...(outcome.remarks ?? [])];
  const ahead = c.revokedAhead.get(e.id);
  const waits = ahead !== undefined && isWithdrawnByConsent(c) && !c.consented.includes(ahead);
  const preventsNothing = !isRenewalAhead && period !== undefined && period.firstDay === c.period?.firstDay;
  const notice: Notice = {
    id: e.id,
    by: e.by,
    dates: given,
    ...(preventsNothing ? { preventsNothing } : outcome.inTime && period?.lastDayForNotice ? { prevents: period } : {}),
    outcome: { ...outcome, ...(remarks.length ? { remarks } : {}) },
    ...(ahead && !waits ? { revoked: { id: ahead, on: e.at } } : {}),
  };
  return { notices: [...c.notices, notice], ...(waits ? { awaitingConsent: new Map(c.awaitingConsent).set(ahead, [e.id]) } : {}) };
}

/** Returns the period running on the date that decides whether a notice is in time. */
export const periodOnNotice = (c: AgreementContext, { id }: EventOf<'termination.notified'>): Period | undefined =>
  c.dispatched.has(id) ? c.dispatched.get(id) : c.period;

/** Returns the period that will run on a later day, if the clause renews it until then. */
function periodOn(c: AgreementContext, day: CalendarDate): Period | undefined {
  if (!c.cycle || !c.period || c.period.lastDay >= day) return c.period;
  const next = nextLength(c);
  return next && periodOn({ ...c, ...successor(c, c.cycle, c.period, next) }, day);
}

/** Returns the last day of the following period: the next one's, or the running one's if the notice left in the period before. */
function lastDayAfter(period: Period | undefined, c: AgreementContext): CalendarDate | undefined {
  if (period?.firstDay !== c.period?.firstDay) return c.period?.lastDay;
  return nextPeriod(c)?.period.lastDay;
}

/** Returns the notices that a revocation affects: the one it names, or all its Party's running ones. */
export function revoked(c: AgreementContext, e: Pick<EventOf<'termination.revoked'>, 'by' | 'of'>): Notice[] {
  return runningNotices(c).filter(n => (e.of ? n.id === e.of : n.by === e.by));
}

/**
 * A revocation. The other Party's consent may be needed: always under some clauses, or after the last day for notice if the notice had
 * prevented a renewal.
 */
export function takeRevocation(c: AgreementContext, e: EventOf<'termination.revoked'>): ContextPatch {
  const known = e.of === undefined || c.notices.some(n => n.id === e.of);
  if (!known) return { revocations: [...c.revocations, e.id], revokedAhead: new Map(c.revokedAhead).set(e.of!, e.id) };
  const of = revoked(c, e);
  const bound = c.consented.includes(e.id) ? [] : of.filter(n => needsConsent(c, n, e.at));
  const free = of.filter(n => !bound.includes(n));
  return {
    revocations: [...c.revocations, e.id],
    notices: markRevoked(
      c,
      free.map(n => n.id),
      e,
    ),
    ...(bound.length
      ? {
          awaitingConsent: new Map(c.awaitingConsent).set(
            e.id,
            bound.map(n => n.id),
          ),
        }
      : {}),
  };
}

function needsConsent(c: AgreementContext, { prevents }: Notice, day: CalendarDate): boolean {
  if (isWithdrawnByConsent(c)) return true;
  return c.reading.revocation === 'needsConsent' && prevents?.lastDayForNotice !== undefined && day > prevents.lastDayForNotice;
}

function markRevoked(c: AgreementContext, ids: readonly string[], { id, at }: { id: string; at: CalendarDate }): Notice[] {
  return c.notices.map(n => (ids.includes(n.id) ? { ...n, revoked: { id, on: at } } : n));
}

/** The other Party's consent to a revocation, which takes effect on the later of the two receipts. */
export function takeConsent(c: AgreementContext, e: EventOf<'termination.revocationConsented'>): ContextPatch {
  const waiting = c.awaitingConsent.get(e.of);
  return waiting ? { notices: markRevoked(c, waiting, { id: e.of, at: e.at }) } : { consented: [...c.consented, e.of] };
}

/** The Parties' own agreement to end replaces all running notices. */
export const agreeEnd = (c: AgreementContext, e: EventOf<'termination.agreed'>): ContextPatch => ({
  agreedEnd: { id: e.id, on: e.on, firstDayOut: e.firstDayOut },
  notices: c.notices.map(n => (n.revoked || n.replacedBy ? n : { ...n, replacedBy: e.id })),
});

export const supersede = (_: AgreementContext, e: EventOf<'superseded'>): ContextPatch => ({
  succession: { id: e.id, laterTreaty: e.laterTreaty, firstDayOut: e.firstDayOut ?? e.at },
});

/** A day before entry into force counts as that of entry into force, as there was nothing to suspend before. */
export const suspend = ({ entry }: AgreementContext, e: EventOf<'suspension.agreed'>): ContextPatch => ({
  suspendedFrom: latest(e.from ?? e.at, entry!.date),
  resumesFrom: undefined,
});
export const resume = ({ suspendedFrom }: AgreementContext, e: EventOf<'resumption.agreed'>): ContextPatch => ({
  resumesFrom: latest(e.from ?? e.at, suspendedFrom!),
});
