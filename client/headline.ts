/**
 * What an answer means for the people who must act: what to do and by when, or what is coming, as data. Days that differ between readings
 * are never merged into one. Pages display it as their first sentence.
 */
import { byText, dayAfter, dayBefore, daysBetween, latest, type CalendarDate } from '../clauses/calendar.ts';
import type { SafeWindow } from '../machines/standing-types.ts';
import type { EndCause } from '../machines/view.ts';
import { isRunning } from '../machines/revocable.ts';
import { isToMove, safeWayOut, safeWindow } from '../machines/safe-window.ts';
import type { AgreementStanding } from './answers.ts';

export { isRunning, isToMove };

export type Headline =
  | ({ code: 'send'; sendBy: CalendarDate; from: CalendarDate | null } & Renewal)
  | ({ code: 'sendByPast'; sendBy: CalendarDate } & Renewal)
  | { code: 'safeDayPast'; safe: CalendarDate | null; lastDays: CalendarDate[]; renewsOn: CalendarDate[]; basis: string; daysLeft: number }
  | ({ code: 'renews'; renewsOn: CalendarDate[]; basis: string; daysLeft: number } & Late)
  | ToEnd
  | Ending
  | Stands;

interface Late {
  /** The last days for notice under other readings that are not yet past. */
  lastDays: CalendarDate[];
  /** What a notice received on the day of the answer would still bring about; null if none can be given. */
  lateNotice: { lastDays: CalendarDate[]; basis: string } | null;
  /** The notice against the next renewal, if it must be sent before this one; null if there is none. */
  ahead: (SafeWindow & { renewsOn: CalendarDate[]; daysLeft: number }) | null;
}

interface Renewal {
  safe: CalendarDate;
  /** The days of renewal under all readings. */
  renewsOn: CalendarDate[];
  basis: string;
  /** To the send-by day; negative if it is past. */
  daysLeft: number;
}

interface ToEnd {
  code: 'sendToEnd';
  /** The first day on which a notice brings about this end, if one received earlier may end it sooner. */
  from: CalendarDate | null;
  sendBy: CalendarDate;
  safe: CalendarDate;
  lastDay: CalendarDate;
  basis: string;
  daysLeft: number;
  /** Earlier ends that a notice received by a given day still brings about, under some readings. */
  sooner: { receivedBy: CalendarDate; lastDay: CalendarDate }[];
  /** The article of the tacit renewal of the running period, if there is one. */
  renewal: string | null;
  /** How it ends without a notice, if it does. */
  end: Ending | null;
}

interface Stands {
  code: 'stands';
  /** The article by which silence renews the running period; null if it does not. */
  renewal: string | null;
  /** The first day on which a notice may be given on every reading, while the clause bars giving one. */
  noticeFrom: { day: CalendarDate; basis: string } | null;
}

export interface Ending {
  code: 'ends' | 'expires';
  cause: EndCause;
  /** The earliest under any reading: until then the agreement is certainly in force. In the past if that is already disputed. */
  lastDay: CalendarDate;
  /** The last days under other readings. */
  otherDays: CalendarDate[];
  /** True if under some reading no end is in sight. */
  orNever: boolean;
  basis: string;
  daysLeft: number;
  notice: { id: string; by: string; received: CalendarDate; revocableUntil: CalendarDate | null; byConsent: boolean } | null;
}

const daysOf = (date: CalendarDate, others: readonly { date: CalendarDate | null }[]): CalendarDate[] =>
  [...new Set([date, ...others.flatMap(o => (o.date ? [o.date] : []))])].sort(byText);

/** What it needs of an answer, from the register or from a simulation. */
export type HeadlineSource = Omit<
  AgreementStanding,
  'described' | 'entries' | 'clauses' | 'decision' | 'reminded' | 'lateDecision' | 'missed' | 'machine' | 'onItsWay'
> & {
  decision: { question: string; state?: string } | null;
};

/** Renewal is decided: nobody has to send anything, but a notice could still undo it. */
export const isRenewalDecided = ({ decision }: Pick<HeadlineSource, 'decision'>): boolean =>
  decision?.question === 'renewal' && decision.state === 'renew';

export function headlineOf(s: HeadlineSource): Headline {
  const { asOf, period, termination, nextWayOut } = s;
  const end = termination && isAhead(termination, asOf) ? endingOf(s, termination) : null;
  const wayOut = nextWayOut && safeWayOut(nextWayOut);
  if (end && !wayOut) return end;
  const last = period?.lastDayForNotice;
  if (period && last) {
    const renewsOn = daysOf(period.lastDay, period.alternatives).map(dayAfter);
    const { basis } = last;
    const window = safeWindow(last, asOf);
    const lastDays = isToMove(last) ? [] : daysOf(last.date, last.alternatives).filter(d => d >= asOf);
    if (period.settled && !window)
      return { code: 'renews', renewsOn, basis, daysLeft: daysBetween(asOf, renewsOn[0]!), lastDays, ...lateOf(s), ...aheadOf(s) };
    if (!window) {
      return { code: 'safeDayPast', safe: last.safe, lastDays, renewsOn, basis, daysLeft: daysBetween(asOf, renewsOn[0]!) };
    }
    const { sendBy, safe } = window;
    const renewal = { sendBy, safe, renewsOn, basis, daysLeft: daysBetween(asOf, sendBy) };
    if (sendBy < asOf) return { code: 'sendByPast', ...renewal };
    return { code: 'send', from: window.from > asOf ? window.from : null, ...renewal };
  }
  if (wayOut) {
    const { sendBy, safe, lastDayInForce: lastDay } = wayOut;
    const { basis } = nextWayOut;
    const from = nextWayOut.reopens?.from ?? null;
    const daysLeft = daysBetween(asOf, sendBy);
    const sooner = from ? soonerOf(nextWayOut, asOf, lastDay) : [];
    return { code: 'sendToEnd', from, sendBy, safe, lastDay, basis, daysLeft, sooner, renewal: renewalOf(s), end };
  }
  return { code: 'stands', renewal: renewalOf(s), noticeFrom: noticeFromOf(s) };
}

/** Silence renews the running period if another follows it. */
const renewalOf = ({ period, periods, termination }: HeadlineSource): string | null =>
  period && periods.length > 1 && !termination ? period.basis : null;

const noticeFromOf = ({ noticeFrom: n }: HeadlineSource): Stands['noticeFrom'] =>
  n ? { day: daysOf(n.date, n.alternatives).at(-1)!, basis: n.basis } : null;

/** Between two readings: for each earlier end, the latest day on which a notice is in time for it under some reading. */
function soonerOf(
  { lastDayForNotice, lastDayInForce, alternatives, otherWaysOut }: NonNullable<HeadlineSource['nextWayOut']>,
  asOf: CalendarDate,
  before: CalendarDate,
): ToEnd['sooner'] {
  const next = [lastDayForNotice, ...alternatives.map(a => a.date)].map(receivedBy => ({ receivedBy, lastDay: lastDayInForce }));
  const all = [...next, ...otherWaysOut.map(o => ({ receivedBy: o.lastDayForNotice, lastDay: o.lastDayInForce }))];
  const latestFor = new Map<CalendarDate, CalendarDate>();
  for (const { receivedBy, lastDay } of all)
    if (receivedBy && lastDay && receivedBy >= asOf && lastDay < before)
      latestFor.set(lastDay, latest(receivedBy, latestFor.get(lastDay) ?? receivedBy));
  return [...latestFor].map(([lastDay, receivedBy]) => ({ receivedBy, lastDay }));
}

/** An agreement that has ended under one reading may still be in force under another, so its end is still ahead. */
export const isAhead = (
  { lastDayInForce, alternatives }: Pick<NonNullable<AgreementStanding['termination']>, 'lastDayInForce' | 'alternatives'>,
  asOf: CalendarDate,
): boolean => lastDayInForce >= asOf || alternatives.some(a => !a.firstDayOut || a.firstDayOut > asOf);

function lateOf({ lateNotice: late }: HeadlineSource): Pick<Late, 'lateNotice'> {
  return { lateNotice: late ? { lastDays: daysOf(late.lastDayInForce, late.alternatives), basis: late.basis } : null };
}

function aheadOf({ ahead, asOf, periods: [, next] }: HeadlineSource): Pick<Late, 'ahead'> {
  if (!ahead || !next) return { ahead: null };
  const renewsOn = daysOf(next.lastDay.date, next.lastDay.alternatives).map(dayAfter);
  return { ahead: { ...ahead, renewsOn, daysLeft: daysBetween(asOf, ahead.sendBy) } };
}

function endingOf({ asOf, notices, decision }: HeadlineSource, end: NonNullable<AgreementStanding['termination']>): Ending {
  const others = end.alternatives.map(a => ({ date: a.firstDayOut && dayBefore(a.firstDayOut) }));
  const [lastDay, ...otherDays] = daysOf(end.lastDayInForce, others);
  const notice = end.cause === 'notice' ? notices.filter(isRunning).find(n => n.lastDayInForce === end.lastDayInForce) : undefined;
  return {
    code: end.cause === 'expiry' && decision?.question === 'expiry' ? 'expires' : 'ends',
    cause: end.cause,
    lastDay: lastDay!,
    otherDays,
    orNever: others.some(o => !o.date),
    basis: end.basis,
    daysLeft: daysBetween(asOf, lastDay!),
    notice: notice
      ? {
          id: notice.id,
          by: notice.by,
          received: notice.received,
          revocableUntil: notice.revocableUntil?.until ?? null,
          byConsent: notice.consent?.by === 'clause',
        }
      : null,
  };
}
