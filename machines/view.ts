/** What one fold shows: the standing of a family on a day, under one reading. */
import { dayAfter, dayBefore, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Period } from '../clauses/periods.ts';
import type { Condition } from '../clauses/condition.ts';
import { hasNotified, isAwaited, type Consents } from '../clauses/entry-into-force.ts';
import { windowReckoned, type FixedDaysClause } from '../clauses/fixed-days.ts';
import type { Awaited, Reason, Remark } from '../clauses/reason.ts';
import type { Reckoning } from '../clauses/reckoning.ts';
import {
  comingEnd,
  endByCondition,
  entryKnown,
  lengthByClause,
  provisionalApplicationKnown,
  runningNotices,
  survivalsAfter,
  type SurvivalAfter,
  type AgreementContext,
  type Notice,
} from './agreement/context.ts';
import { atEndOfPeriod, isToExpire } from './agreement/amending.ts';
import { nextPeriod } from './agreement/steps.ts';
import { phaseOf } from './driver.ts';
import { lastDayForNoticeOf, periodEndOf } from './agreement/amended-by.ts';
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
  /** The period after it, where the Parties have agreed on it. */
  agreedRenewal: { id: string; number: number; firstDay: CalendarDate; lastDay: Reckoning } | undefined;
}

export interface View {
  status: Status;
  entry: Reckoning | undefined;
  /** What an officer should look at in the dates that it rests on. */
  entryRemark: Remark | undefined;
  notBefore: CalendarDate | undefined;
  /** What entry into force still waits for. */
  awaiting: Awaited | undefined;
  /** The condition of a clause among what it waits for. */
  awaitedCondition: { of: Condition; alone: boolean } | undefined;
  /** From when it is applied before it is in force, where that is agreed; and whether a Party ended that. */
  provisionalApplication: (Reckoning & { ended: { id: string; by: string; on: CalendarDate } | undefined }) | undefined;
  /** What survives the end, once one is known with its last day. */
  survivals: readonly SurvivalAfter[];
  period: PeriodView | undefined;
  /** The running period and the two after it, as far as the agreement is renewed until then. */
  periods: readonly Period[];
  /** Where a notice ends the agreement only on fixed days: the next last day for notice, and the day on which it then ends. */
  nextWayOut: { lastDayForNotice: Reckoning; lastDayInForce: CalendarDate; notice: Length } | undefined;
  notices: readonly Notice[];
  /** The end that is coming or has come, with its last day in force. */
  end: { cause: EndCause; id: string | undefined; lastDayInForce: Reckoning } | undefined;
  protocols: readonly ProtocolView[];
}

export interface ProtocolView {
  id: string;
  status: ProtocolPhase;
  signed: CalendarDate | undefined;
  /** By which Parties its completion was notified, and which are still awaited. */
  notified: readonly string[];
  awaits: readonly string[];
  consents: Consents;
  entry: Reckoning | undefined;
  notBefore: CalendarDate | undefined;
}

export function viewOf(family: TreatyState, asOf: CalendarDate): View {
  const { snapshot } = family.agreement;
  const c = snapshot.context;
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
    period: phase === 'inForce' ? periodView(c, asOf) : undefined,
    periods: phase === 'inForce' ? periodsAhead(c) : [],
    nextWayOut: phase === 'inForce' && !comingEnd(c) ? wayOutView(c, end) : undefined,
    notices: c.notices,
    end,
    protocols: Object.entries(family.protocols).map(([id, instance]) => protocolView(id, instance)),
  };
}

function periodView(c: AgreementContext, asOf: CalendarDate): PeriodView | undefined {
  if (!c.period || !c.cycle) return undefined;
  const running = { ...c, period: c.period, cycle: c.cycle };
  const last = lastDayForNoticeOf(running);
  return {
    number: c.period.number,
    firstDay: c.period.firstDay,
    lastDay: periodEndOf(running),
    lastDayForNotice: last,
    settled: last !== undefined && last.date < asOf && !isToExpire(c),
    agreedRenewal: agreedRenewal(c),
  };
}

/** Each as it will be when it ends, after all that is known to change until then: what begins the count of periods anew is no renewal. */
function periodsAhead(c: AgreementContext): Period[] {
  const found: Period[] = [];
  let at: AgreementContext | undefined = c.period && c;
  while (at?.period && found.length < 3) {
    const end: AgreementContext = atEndOfPeriod(at);
    found.push({ ...end.period!, number: at.period.number, firstDay: at.period.firstDay });
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

/** None on the day on which it ends without a notice, or after it. */
function wayOutView({ nextWayOut: window, terms, reading }: AgreementContext, end: View['end']): View['nextWayOut'] {
  if (!window || (end && end.lastDayInForce.date <= window.lastDay)) return undefined;
  const clause = terms.termination as FixedDaysClause;
  return { lastDayForNotice: windowReckoned(window, clause, reading), lastDayInForce: window.lastDay, notice: clause.notice };
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
    /* v8 ignore next 2 -- @preserve the union is closed, and the compiler says so */
    default:
      return phase satisfies never;
  }
}

type End = NonNullable<View['end']>;

/** The end that is coming while it is in force, as far as is known. */
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

/** A period that the clause does not renew by itself ends the agreement; where its renewal is agreed, the one that was agreed does. */
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

/** The notice of the earliest effect among those that run. */
export function decisiveNotice(family: TreatyState): Notice | undefined {
  const end = comingEnd(family.agreement.snapshot.context);
  return end?.cause === 'notice' ? runningNotices(family.agreement.snapshot.context).find(n => n.id === end.id) : undefined;
}

export const firstDayOut = (view: View): CalendarDate | undefined => view.end && dayAfter(view.end.lastDayInForce.date);
