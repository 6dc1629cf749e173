/** The deadlines of an agreement with a day that is known only within bounds. */
import { dayBefore, daysBetween, earliest } from '../clauses/calendar.ts';
import type { Dossier } from '../machines/ledger.ts';
import type { Answer } from '../wording/answer.ts';
import { common, labelled, sure, toSend, type Deadline } from './deadline.ts';
import { decisionListed, lastDayAtLatest } from './decision-listed.ts';
import { decisionFor } from './dossier.ts';
import type { Known } from './known.ts';
import { onItsWay } from './notice-in-transit.ts';

/**
 * For a day known only within bounds: the earliest safe day, or today if none can be given; the last day on which a notice may still be in
 * time for the current period, if that may be over; and the earliest end ahead.
 */
export function deadlinesWithin(s: Answer, source: Dossier, known: Known): Deadline[] {
  const { within, termination, asOf, entryIntoForce } = s;
  const { safeDay, safeDayReason, safeDayHow, safeDayMissing, lastDayInForce } = within!;
  const line = (
    code: 'safeDayAtEarliest' | 'noSafeDayGiven' | 'lastDayForNoticeAtLatest' | 'lastDayAtEarliest',
    more: Pick<Deadline, 'what' | 'date' | 'decision'>,
  ): Deadline => ({
    ...labelled({ code, args: {} }),
    ...common(source, s),
    ...toSend(asOf, null),
    certain: false,
    alternatives: [],
    onlyIf: [],
    daysLeft: daysBetween(asOf, more.date),
    lastDay: null,
    basis: safeDay?.basis ?? entryIntoForce.basis,
    reason: safeDayReason,
    how: safeDayHow,
    ...more,
  });
  const decision = decisionListed(known);
  const earliestEnd = termination?.lastDayInForce ?? lastDayInForce?.notBefore;
  const others = [...s.otherEnds, ...(termination?.alternatives ?? [])].flatMap(a => (a.firstDayOut ? dayBefore(a.firstDayOut) : []));
  const ahead = [...(earliestEnd ? [earliestEnd] : []), ...others].filter(day => day >= asOf);
  const notices = safeDay
    ? [
        {
          ...line('safeDayAtEarliest', { what: 'notice', date: safeDay.date, decision }),
          ...sure,
          ...toSend(asOf, safeDay.sendBy, decisionFor(source, asOf), onItsWay(source, asOf)),
        },
      ]
    : safeDayMissing
      ? [line('noSafeDayGiven', { what: 'notice', date: asOf, decision })]
      : [];
  const end = ahead.length ? [line('lastDayAtEarliest', { what: 'end', date: earliest(...ahead), decision: null })] : [];
  const latest = lastDayAtLatest(s);
  return [
    ...(latest ? [line('lastDayForNoticeAtLatest', { what: 'notice', date: latest, decision })] : []),
    ...notices.filter(n => !earliestEnd || n.date <= earliestEnd),
    ...end,
  ];
}
