/** The result of one fold: the standing of a family on a day, under one reading. */
import { dayAfter, dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Period } from '../clauses/periods.ts';
import type { Condition } from '../clauses/condition.ts';
import { hasNotified, isAwaited, type Consents } from '../clauses/entry-into-force.ts';
import { windowReckoned, type FixedDaysClause } from '../clauses/fixed-days.ts';
import type { AwaitedStatement, Reason, Remark } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import {
  comingEnd,
  endByCondition,
  entryKnown,
  isNoticeBarredThrough,
  lastBarredDay,
  lengthByClause,
  provisionalApplicationKnown,
  runningNotices,
  survivalsAfter,
  type SurvivalAfter,
  type AgreementContext,
  type Notice,
} from './agreement/context.ts';
import { atEndOfPeriod, isToExpire, onLastDayForNotice, wayOutAhead } from './agreement/changes-ahead.ts';
import { nextPeriod } from './agreement/steps.ts';
import { phaseOf } from './driver.ts';
import { inPeriod, lastDayForNoticeOf, periodEndOf } from './agreement/amendment-sources.ts';
import type { TreatyState } from './treaty-state.ts';
import { protocolEntryKnown } from './protocol/machine.ts';
import type { Phase, ProtocolPhase } from './without-effect.ts';

export type Status = Phase | 'appliedProvisionally' | 'suspended';
export const isOver = (status: Status): boolean => status === 'terminated' || status === 'expired' || status === 'superseded';
export type EndCause = 'notice' | 'agreement' | 'expiry' | 'supersession';

export interface PeriodView {
  number: number;
  firstDay: CalendarDate;
  lastDay: Reckoning;
  lastDayForNotice: Reckoning | undefined;
  settled: boolean;
  /** The next period, if the Parties have agreed on it. */
  agreedRenewal: { id: string; number: number; firstDay: CalendarDate; lastDay: Reckoning } | undefined;
}

export interface View {
  status: Status;
  entry: Reckoning | undefined;
  /** A remark for the officer about the underlying dates. */
  entryRemark: Remark | undefined;
  notBefore: CalendarDate | undefined;
  /** What entry into force still awaits. */
  awaiting: AwaitedStatement | undefined;
  /** The clause's condition, if it is awaited. */
  awaitedCondition: { of: Condition; alone: boolean } | undefined;
  /** When provisional application begins, if agreed, and whether a Party ended it. */
  provisionalApplication: (Reckoning & { ended: { id: string; by: string; on: CalendarDate } | undefined }) | undefined;
  /** What survives the end, with its last day once an end is known. */
  survivals: readonly SurvivalAfter[];
  period: PeriodView | undefined;
  /** The running period and the next two, as far as the agreement is renewed. */
  periods: readonly Period[];
  /** If notices end the agreement only on fixed days: the next last day for notice, and the day on which the agreement then ends. */
  nextWayOut: { lastDayForNotice: Reckoning; lastDayInForce: CalendarDate; notice: Length } | undefined;
  /** The first day on which a notice may be given, while the clause bars giving one. */
  noticeFrom: CalendarDate | undefined;
  notices: readonly Notice[];
  /** The coming or past end, with its last day in force. */
  end: { cause: EndCause; id: string | undefined; lastDayInForce: Reckoning } | undefined;
  protocols: readonly ProtocolView[];
}

export interface ProtocolView {
  id: string;
  status: ProtocolPhase;
  signed: CalendarDate | undefined;
  /** The Parties that have notified its completion, and those still awaited. */
  notified: readonly string[];
  awaits: readonly string[];
  consents: Consents;
  entry: Reckoning | undefined;
  notBefore: CalendarDate | undefined;
}

export function viewOf(family: TreatyState, asOf: CalendarDate): View {
  const { snapshot } = family.agreement;
  const c = { ...snapshot.context, today: asOf };
  const phase = phaseOf(family.agreement) as Phase;
  const known = entryKnown(c);
  const applied = provisionalApplicationKnown(c);
  const end = endOf(c, phase);
  return {
    status: snapshot.hasTag('suspended') ? 'suspended' : snapshot.hasTag('appliedProvisionally') ? 'appliedProvisionally' : phase,
    entry: c.entry ?? known.settled,
    entryRemark: known.settled && known.remark,
    notBefore: known.settled ? undefined : known.notBefore,
    awaiting: known.settled ? undefined : known.awaiting,
    awaitedCondition: known.settled ? undefined : known.condition,
    provisionalApplication: applied && { ...applied, ended: c.applicationEnded },
    survivals: survivalsAfter(c, end?.lastDayInForce.date),
    period: phase === 'inForce' ? periodView(c) : undefined,
    periods: phase === 'inForce' ? periodsAhead(c) : [],
    nextWayOut: phase === 'inForce' && !comingEnd(c) ? wayOutView(c, end) : undefined,
    noticeFrom: phase === 'inForce' && isNoticeBarredThrough(asOf, c) ? dayAfter(lastBarredDay(c)!) : undefined,
    notices: c.notices,
    end,
    protocols: Object.entries(family.protocols).map(([id, instance]) => protocolView(id, instance)),
  };
}

/** Returns the running period, each of its days with every change known to apply by then. */
function periodView(c: AgreementContext): PeriodView | undefined {
  if (!c.period || !c.cycle) return undefined;
  const end = atEndOfPeriod(c);
  const last = isToExpire(end) ? undefined : lastDayForNoticeOf(inPeriod(onLastDayForNotice(c)));
  return {
    number: c.period.number,
    firstDay: c.period.firstDay,
    lastDay: periodEndOf(inPeriod(end)),
    lastDayForNotice: last,
    settled: last !== undefined && last.date < c.today,
    agreedRenewal: agreedRenewal(end),
  };
}

/** Returns the periods ahead, each with every change known to apply by its end. A restart of the count of periods is not a renewal. */
function periodsAhead(c: AgreementContext): Period[] {
  const found: Period[] = [];
  let at: AgreementContext | undefined = c.period && c;
  while (at?.period && found.length < 3) {
    const end: AgreementContext = atEndOfPeriod(at);
    const { lastDayForNotice: _, ...own } = { ...end.period!, number: at.period.number, firstDay: at.period.firstDay };
    const last = isToExpire(end) ? undefined : onLastDayForNotice(at).period!.lastDayForNotice;
    found.push(last ? { ...own, lastDayForNotice: last } : own);
    const next = c.agreedEnd ? undefined : nextPeriod(end);
    at = next && { ...end, ...next, today: next.period.firstDay, renewalAgreed: undefined };
  }
  return found;
}

function agreedRenewal(c: AgreementContext): PeriodView['agreedRenewal'] {
  const next = c.renewalAgreed && nextPeriod(c);
  if (!next) return undefined;
  const { number, firstDay } = next.period;
  return {
    id: c.renewalAgreed!.id,
    number,
    firstDay,
    lastDay: periodEndOf({ ...c, ...next }),
  };
}

/** Undefined if the agreement ends on or before that day without a notice. */
function wayOutView(c: AgreementContext, end: View['end']): View['nextWayOut'] {
  const own = c.nextWayOut;
  if (!own || (end && end.lastDayInForce.date <= own.lastDay)) return undefined;
  const { at, window, closedBy: change } = wayOutAhead(c, own);
  const clause = at.terms.termination as FixedDaysClause;
  const counted = windowReckoned(window, clause, c.reading);
  const changes = change && [{ protocol: change.id, on: change.on }];
  const lastDayForNotice = changes
    ? { ...counted, reason: { code: 'onEveryReading', args: { opens: null, when: [], changes } } satisfies Reason }
    : counted;
  return { lastDayForNotice, lastDayInForce: window.lastDay, notice: clause.notice };
}

function endOf(c: AgreementContext, phase: Phase): View['end'] {
  switch (phase) {
    case 'negotiated':
    case 'signed':
      return undefined;
    case 'inForce':
      return endKnown(c);
    case 'terminated':
      return comingEnd(c);
    case 'expired':
      return comingExpiry(c) ?? comingWithCondition(c);
    case 'superseded':
      return comingSuccession(c);
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return phase satisfies never;
  }
}

type End = NonNullable<View['end']>;

/** Returns the coming end of an agreement in force, as far as it is known. */
export const endKnown = (c: AgreementContext): View['end'] =>
  earliestEnd([comingEnd(c), comingSuccession(c), comingExpiry(atEndOfPeriod(c)), comingWithCondition(c)].filter(e => e !== undefined));

const earliestEnd = (ends: readonly End[]): End | undefined =>
  ends.reduce<End | undefined>((a, b) => (a && a.lastDayInForce.date <= b.lastDayInForce.date ? a : b), undefined);

function comingSuccession({ succession }: AgreementContext): End | undefined {
  if (!succession) return undefined;
  const { id, laterTreaty, firstDayOut } = succession;
  const reason: Reason = { code: 'byLaterTreaty', args: { laterTreaty, firstDayOut } };
  return { cause: 'supersession', id, lastDayInForce: { date: dayBefore(firstDayOut), basis: 'VCLT art. 59', reason } };
}

/** A period that the clause does not renew automatically ends the agreement; if a renewal is agreed, the agreed period does. */
function comingExpiry(c: AgreementContext): End | undefined {
  const { duration } = c.terms;
  if (!c.period || !c.cycle || duration.kind !== 'periods' || duration.renewal.kind === 'withoutLimit' || c.agreedEnd) return undefined;
  const next = nextPeriod(c);
  const isLast = !next || (c.renewalAgreed && !lengthByClause(duration)(next.cycle.lengths.length));
  if (!isLast) return undefined;
  const end = periodEndOf({ ...c, period: c.period, cycle: c.cycle, ...next });
  return { cause: 'expiry', id: undefined, lastDayInForce: { ...end, reason: { code: 'withoutRenewal', args: { reason: end.reason } } } };
}

function comingWithCondition(c: AgreementContext): End | undefined {
  const end = endByCondition(c);
  return end && !c.agreedEnd ? { cause: 'expiry', id: undefined, lastDayInForce: end } : undefined;
}

function protocolView(id: string, instance: TreatyState['protocols'][string]): ProtocolView {
  const c = instance.snapshot.context;
  const known = protocolEntryKnown(c);
  const awaited = c.parties.filter(p => instance.snapshot.status === 'active' && !c.entry && isAwaited(c.clause, p));
  return {
    id,
    status: phaseOf(instance) as ProtocolPhase,
    signed: c.consents.signed,
    notified: c.parties.filter(p => hasNotified(c.consents, p)),
    awaits: awaited.filter(p => !hasNotified(c.consents, p)),
    consents: c.consents,
    entry: c.entry ?? known.settled,
    notBefore: known.settled ? undefined : known.notBefore,
  };
}

/** Returns the running notice with the earliest effect. */
export function decisiveNotice(family: TreatyState): Notice | undefined {
  const end = comingEnd(family.agreement.snapshot.context);
  return end?.cause === 'notice' ? runningNotices(family.agreement.snapshot.context).find(n => n.id === end.id) : undefined;
}

export const firstDayOut = (view: View): CalendarDate | undefined => view.end && dayAfter(view.end.lastDayInForce.date);
