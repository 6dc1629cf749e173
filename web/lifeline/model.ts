/** The data of a lifeline, from an answer: days as numbers, ready to be placed. No date is calculated here. */
import { daysBetween, type CalendarDate } from '../../clauses/calendar.ts';
import { isRenewalDecided, isRunning, isToMove, type Headline, type HeadlineSource } from '../../client/headline.ts';

/** Days since 1 January 1970. */
export type Day = number;

const epoch = '1970-01-01' as CalendarDate;
export const dayNumber = (day: CalendarDate): Day => daysBetween(epoch, day);
export const dayOfNumber = (n: Day): CalendarDate => new Date(n * 86_400_000).toISOString().slice(0, 10) as CalendarDate;

export interface LifePeriod {
  number: number;
  first: Day;
  /** Its last day on each reading, the earliest first. */
  lasts: readonly Day[];
  kind: 'past' | 'running' | 'ahead';
  /** The last day for notice of a past period. */
  notice: Day | null;
}

export interface LifeNotice {
  id: string;
  by: string;
  received: Day;
  effect: Day;
  revocableUntil: Day | null;
  byConsent: boolean;
}

export interface LifeProtocol {
  id: string;
  status: string;
  signed: Day | null;
  inForce: Day | null;
  awaits: readonly string[];
}

export interface Suspended {
  from: Day;
  /** The first day on which it is in operation again. */
  resumes: Day | null;
}

export interface Life {
  asOf: Day;
  signed: Day | null;
  inForce: Day | null;
  applied: Day | null;
  /** It has ended by the day asked about, on every reading. */
  isOver: boolean;
  periods: readonly LifePeriod[];
  /** Its last day in force on each reading with an end, the earliest first. `orNever`: on another reading it does not end. */
  end: { lasts: readonly Day[]; orNever: boolean } | null;
  /** Where it has no end on its own reading: the first day on which it is out of force on another. */
  overOnSome: Day | null;
  /** The reason, if no end is ahead. */
  noEnd: 'withoutLimit' | 'untilCondition' | 'notKnown';
  /**
   * The time in which a notice is in time: from today or a later day until the safe day on every reading, until the later days on some.
   * `isDecided`: renewal is decided, so that a notice would only change that.
   */
  window: { from: Day; sendBy: Day; safe: Day; lasts: readonly Day[]; isDecided: boolean } | null;
  notices: readonly LifeNotice[];
  protocols: readonly LifeProtocol[];
  suspended: readonly Suspended[];
}

const sorted = (days: readonly (CalendarDate | null | undefined)[]): Day[] =>
  [...new Set(days.filter((d): d is CalendarDate => Boolean(d)).map(dayNumber))].sort((a, b) => a - b);

const numberOr = (day: CalendarDate | null | undefined): Day | null => (day ? dayNumber(day) : null);

export function lifeOf(s: HeadlineSource, headline: Headline): Life {
  const { termination, entryIntoForce, provisionalApplication, dates, notices, protocols, suspensions = [] } = s;
  const ending = headline.code === 'sendToEnd' ? headline.end : headline.code === 'ends' || headline.code === 'expires' ? headline : null;
  const endDays = ending && [ending.lastDay, ...ending.otherDays];
  const isOver = !endDays && (s.status === 'terminated' || s.status === 'expired' || s.status === 'superseded');
  return {
    asOf: dayNumber(s.asOf),
    signed: numberOr(dates.find(d => d.what === 'signed' && !d.notAfter)?.date),
    inForce: numberOr(entryIntoForce.date),
    applied: numberOr(provisionalApplication?.from),
    isOver,
    periods: periodsOf(s),
    end: endDays
      ? { lasts: sorted(endDays), orNever: ending.orNever }
      : isOver && termination
        ? { lasts: [dayNumber(termination.lastDayInForce)], orNever: false }
        : null,
    overOnSome: ending || isOver ? null : (sorted(s.otherEnds.map(e => e.firstDayOut))[0] ?? null),
    noEnd: noEndOf(s),
    window: ending ? null : windowOf(s, headline),
    notices: notices.filter(isRunning).map(n => ({
      id: n.id,
      by: n.by,
      received: dayNumber(n.received),
      effect: dayNumber(n.lastDayInForce),
      revocableUntil: numberOr(n.revocableUntil?.until),
      byConsent: n.consent?.by === 'clause',
    })),
    protocols: protocols.map(p => ({
      id: p.id,
      status: p.status,
      signed: numberOr(p.signed),
      inForce: numberOr(p.entryIntoForce.date),
      awaits: p.awaits,
    })),
    suspended: suspensions.map(({ from, resumes }) => ({ from: dayNumber(from), resumes: numberOr(resumes) })),
  };
}

function noEndOf({ answer }: HeadlineSource): Life['noEnd'] {
  const { code } = answer.code === 'isSuspended' ? answer.args.answer : answer;
  return code === 'inForceWithoutLimit' ? 'withoutLimit' : code === 'inForceUntilCondition' ? 'untilCondition' : 'notKnown';
}

function windowOf(s: HeadlineSource, headline: Headline): Life['window'] {
  const isDecided = isRenewalDecided(s);
  const from = dayNumber(('from' in headline && headline.from) || s.asOf);
  if (headline.code === 'sendToEnd')
    return { from, sendBy: dayNumber(headline.sendBy), safe: dayNumber(headline.safe), lasts: [dayNumber(headline.safe)], isDecided };
  if (headline.code !== 'send' && headline.code !== 'sendByPast') return null;
  const last = s.period?.lastDayForNotice;
  const safe = dayNumber(headline.safe);
  const counted = last && !isToMove(last) ? [last.date, ...last.alternatives.map(a => a.date)] : [];
  const lasts = sorted(counted).filter(d => d > safe);
  return { from, sendBy: dayNumber(headline.sendBy), safe, lasts: [safe, ...lasts], isDecided };
}

function periodsOf({ dates, periods, period, entryIntoForce, termination, asOf }: HeadlineSource): LifePeriod[] {
  const listed = dates.filter(d => d.what === 'periodEnd' && (!period || d.date < period.firstDay) && d.date < asOf);
  const cut = termination && termination.lastDayInForce < asOf ? termination.lastDayInForce : undefined;
  let first = entryIntoForce.date && dayNumber(entryIntoForce.date);
  const past: LifePeriod[] = [];
  for (const d of listed) {
    if (first === null) break;
    const number = 'period' in d.labelled.args ? d.labelled.args.period : (past.at(-1)?.number ?? 0) + 1;
    const notice = dates.findLast(n => n.what === 'lastDayForNotice' && n.date < d.date && dayNumber(n.date) >= first!);
    past.push({ number, first, lasts: [dayNumber(d.date)], kind: 'past', notice: numberOr(notice?.date) });
    first = dayNumber(d.date) + 1;
  }
  if (cut && first !== null && dayNumber(cut) >= first)
    past.push({ number: (past.at(-1)?.number ?? 0) + 1, first, lasts: [dayNumber(cut)], kind: 'past', notice: null });
  const ahead = periods.map((p, i): LifePeriod => ({
    number: p.number,
    first: dayNumber(p.firstDay),
    lasts: sorted([p.lastDay.date, ...p.lastDay.alternatives.map(a => a.date)]),
    kind: i === 0 ? 'running' : 'ahead',
    notice: null,
  }));
  return [...past, ...ahead];
}
