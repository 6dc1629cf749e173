/** What comes next for an agreement, and by when something must be done: for lists of many agreements. */
import { dayAfter, daysBetween, inWords, type CalendarDate } from '../../clauses/calendar.ts';
import { entryTypes } from '../../machines/facts.ts';
import type { DecisionOwed } from '../../machines/decisions.ts';
import { BeyondLimit } from '../../machines/limits.ts';
import { safeWindow, type NextWayOut, type SafeWindow, type Standing } from '../../machines/standing.ts';
import { decisionFor } from './decisions.ts';
import type { World } from '../world.ts';
import { standingOf, type Source } from '../source.ts';
import { causeInWords } from '../words.ts';

/** The next date of a standing, on the safe side; `date` is null where nothing falls due by date. */
export interface Next {
  date: CalendarDate | null;
  what: string;
}

export function nextOf(s: Standing): Next {
  const safe = s.within?.safeDay;
  if (safe) return { date: safe.date, what: `safe day for notice at the earliest, ${safe.basis}` };
  if (s.within?.periods) return { date: null, what: s.within.safeDayHow };
  const last = s.period?.lastDayForNotice;
  const window = last && safeWindow(last, s.asOf);
  const coming = s.dates
    .filter(d => !d.past && (d.date > s.asOf || !isFact(d.what)))
    .map(d =>
      window && d.what === 'lastDayForNotice'
        ? { date: window.sendBy >= s.asOf ? window.sendBy : window.safe, what: safeDayInWords(window, s.asOf, d.basis) }
        : { date: d.date, what: `${lowered(d.label)}, ${d.basis}` },
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return coming[0] ?? { date: null, what: withoutDate(s) };
}

/** Both days: the one by which a notice must leave counts for whoever must act. */
function safeDayInWords({ sendBy, safe }: SafeWindow, asOf: CalendarDate, basis: string): string {
  if (sendBy === safe) return `safe day for notice, ${basis}`;
  return sendBy >= asOf
    ? `send a notice by then; safe day ${inWords(safe)}, ${basis}`
    : `safe day for notice, ${basis}; the send-by day, ${inWords(sendBy)}, is past`;
}

/** What happened today is no date to come. */
const isFact = (what: string): boolean => entryTypes.includes(what);

const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function withoutDate({ status, entryIntoForce, termination }: Standing): string {
  switch (status) {
    case 'negotiated':
    case 'signed':
    case 'appliedProvisionally':
      return entryIntoForce.how;
    case 'inForce':
    case 'suspended':
      return 'nothing by a fixed date';
    case 'terminated':
    case 'expired':
    case 'superseded':
      return termination ? `ended ${causeInWords(termination.cause)}, last day in force ${inWords(termination.lastDayInForce)}` : 'over';
    default:
      return status satisfies never;
  }
}

const expiresInWords = 'expires unless the Parties agree to renew';

/** A day by which something must be done or comes to an end. */
export interface Deadline {
  agreement: string;
  /** Of an invented one, beside the real ones. */
  rehearsal: boolean;
  what: 'notice' | 'end';
  label: string;
  /** For a notice the safe day: received by then, it is in time on every reading. */
  date: CalendarDate;
  daysLeft: number;
  sendBy: CalendarDate | null;
  /** The last day for notice by the agreement's own reading. */
  lastDay: CalendarDate | null;
  /** For the running period: what is decided, or `undecided`; null where nothing is to be decided. */
  decision: DecisionOwed['state'] | null;
  basis: string;
  how: string;
}

/** A hundred years of yearly periods, and some. */
const mostAhead = 120;

/** The deadlines from a day through another: of the running period, and of the next ones if it is renewed. */
export function deadlinesOf(source: Source, world: World, asOf: CalendarDate, through: CalendarDate): Deadline[] {
  const { id: agreement, rehearsal } = source.agreement;
  const found: Deadline[] = [];
  for (let day: CalendarDate | undefined = asOf; day && day <= through;) {
    if (found.length > mostAhead)
      throw new BeyondLimit(`${agreement} has more than ${mostAhead} deadlines in that time. Name a shorter one: --within.`);
    const s: Standing = standingOf(source, world, { asOf: day });
    const renewed = day > asOf ? ', if renewed until then' : '';
    if (s.within?.periods) return deadlinesWithin(s, source, through);
    const last = s.period?.lastDayForNotice;
    const end = s.termination;
    const window = last && safeWindow(last, day);
    if (last && window && (!end || window.safe <= end.lastDayInForce)) {
      const label = `safe day for notice, period ${s.period!.number}${renewed}`;
      found.push({
        agreement,
        rehearsal,
        what: 'notice',
        label,
        date: window.safe,
        daysLeft: daysBetween(asOf, window.safe),
        sendBy: window.sendBy,
        lastDay: last.date,
        decision: day === asOf ? (decisionFor(source, asOf)?.state ?? null) : null,
        basis: last.basis,
        how: last.how,
      });
    }
    if (s.nextWayOut?.safe) found.push(wayOutDeadline(source, s.nextWayOut, asOf));
    if (end && end.lastDayInForce >= asOf) {
      const { lastDayInForce: date, basis, how, cause } = end;
      const owed = day === asOf && cause === 'expiry' ? decisionFor(source, asOf) : undefined;
      found.push({
        agreement,
        rehearsal,
        what: 'end',
        label: `${cause === 'expiry' ? expiresInWords : `last day in force, ends ${causeInWords(cause)}`}${renewed}`,
        date,
        daysLeft: daysBetween(asOf, date),
        sendBy: null,
        lastDay: null,
        decision: owed?.question === 'expiry' ? owed.state : null,
        basis,
        how,
      });
    }
    day = end || !s.period ? undefined : dayAfter(s.period.lastDay);
  }
  return found.filter(d => d.date <= through);
}

/** A day by which a notice would end it; where silence renews the period that it ends with, a decision is owed by then. */
function wayOutDeadline(source: Source, next: NextWayOut, asOf: CalendarDate): Deadline {
  const { id, rehearsal } = source.agreement;
  const { safe, sendBy, lastDayForNotice, lastDayInForce, basis, how } = next;
  const owed = decisionFor(source, asOf);
  return {
    agreement: id,
    rehearsal,
    what: 'notice',
    label: `safe day for notice to end it on ${inWords(lastDayInForce)}`,
    date: safe!,
    daysLeft: daysBetween(asOf, safe!),
    sendBy,
    lastDay: lastDayForNotice,
    decision: owed?.due === safe ? owed.state : null,
    basis,
    how,
  };
}

/**
 * Where a day is known only within bounds: the earliest safe day, or today where none can be given; the last day on which a notice may
 * still be in time for the running period, where it may be over; and the earliest end that is coming.
 */
function deadlinesWithin({ within, termination, asOf, entryIntoForce }: Standing, source: Source, through: CalendarDate): Deadline[] {
  const { safeDay, safeDayHow, safeDayMissing, lastDayInForce, periods } = within!;
  const line = (more: Pick<Deadline, 'what' | 'label' | 'date' | 'decision'>): Deadline => ({
    agreement: source.agreement.id,
    rehearsal: source.agreement.rehearsal,
    daysLeft: daysBetween(asOf, more.date),
    sendBy: null,
    lastDay: null,
    basis: safeDay?.basis ?? entryIntoForce.basis,
    how: safeDayHow,
    ...more,
  });
  const decision = decisionFor(source, asOf)?.state ?? null;
  const earliestEnd = termination?.lastDayInForce ?? lastDayInForce?.notBefore;
  const undecided = decision ?? 'undecided';
  const notices = safeDay
    ? [{ ...line({ what: 'notice', label: 'safe day for notice at the earliest', date: safeDay.date, decision }), sendBy: safeDay.sendBy }]
    : safeDayMissing
      ? [line({ what: 'notice', label: 'no safe day can be given', date: asOf, decision: undecided })]
      : [];
  const end = earliestEnd && line({ what: 'end', label: 'last day in force at the earliest', date: earliestEnd, decision: null });
  const latest = periods?.lastDayForNotice?.notAfter;
  const isOpen = !end && safeDay && safeDay.from > asOf && latest && latest >= asOf;
  const label = 'last day for notice at the latest, and it may be past';
  const lines = [
    ...(isOpen ? [line({ what: 'notice', label, date: latest, decision: undecided })] : []),
    ...notices.filter(n => !end || n.date <= end.date),
    ...(end && end.date >= asOf ? [end] : []),
  ];
  return lines.filter(d => d.date <= through);
}
