/** The deadlines of an agreement with a day that is known only within bounds. */
import { daysBetween } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import { decisionFor } from './dossier.ts';
import { onItsWay } from './notice-in-transit.ts';

/**
 * For a day known only within bounds: the earliest safe day, or today if none can be given; the last day on which a notice may still be in
 * time for the current period, if that may be over; and the earliest end ahead.
 */
export function deadlinesWithin(s: Answer, source: Dossier): Deadline[] {
  const { within, termination, asOf, entryIntoForce } = s;
  const { safeDay, safeDayReason, safeDayHow, safeDayMissing, lastDayInForce, periods } = within!;
  const line = (
    code: 'safeDayAtEarliest' | 'noSafeDayGiven' | 'lastDayForNoticeAtLatest' | 'lastDayAtEarliest',
    more: Pick<Deadline, 'what' | 'date' | 'decision'>,
  ): Deadline => ({
    ...labelled({ code, args: {} }),
    ...common(source, s),
    ...toSend(asOf, null),
    certain: false,
    alternatives: [],
    daysLeft: daysBetween(asOf, more.date),
    lastDay: null,
    basis: safeDay?.basis ?? entryIntoForce.basis,
    reason: safeDayReason,
    how: safeDayHow,
    ...more,
  });
  const decision = decisionFor(source, asOf)?.state ?? null;
  const earliestEnd = termination?.lastDayInForce ?? lastDayInForce?.notBefore;
  const undecided = decision ?? 'undecided';
  const notices = safeDay
    ? [
        {
          ...line('safeDayAtEarliest', { what: 'notice', date: safeDay.date, decision }),
          ...sure,
          ...toSend(asOf, safeDay.sendBy, decision, onItsWay(source, asOf)),
        },
      ]
    : safeDayMissing
      ? [line('noSafeDayGiven', { what: 'notice', date: asOf, decision: undecided })]
      : [];
  const end = earliestEnd && line('lastDayAtEarliest', { what: 'end', date: earliestEnd, decision: null });
  const latest = periods?.lastDayForNotice?.notAfter;
  const isOpen = !end && safeDay && safeDay.from > asOf && latest && latest >= asOf;
  return [
    ...(isOpen ? [line('lastDayForNoticeAtLatest', { what: 'notice', date: latest, decision: undecided })] : []),
    ...notices.filter(n => !end || n.date <= end.date),
    ...(end && end.date >= asOf ? [end] : []),
  ];
}
