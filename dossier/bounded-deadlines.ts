/** The deadlines of an agreement with a day that is known only within bounds. */
import { dayBefore, daysBetween, earliest, type CalendarDate } from '../clauses/calendar.ts';
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
  const { safeDay, safeDayMissing } = s.within!;
  const decision = decisionListed(known);
  const notice = (code: LineWithin, date: CalendarDate): Deadline => lineWithin(s, source, code, { what: 'notice', date, decision });
  const notices = safeDay
    ? [
        {
          ...notice('safeDayAtEarliest', safeDay.date),
          ...sure,
          ...toSend(s.asOf, safeDay.sendBy, decisionFor(source, s.asOf), onItsWay(source, s.asOf)),
        },
      ]
    : safeDayMissing
      ? [notice('noSafeDayGiven', s.asOf)]
      : [];
  const earliestEnd = earliestEndOf(s);
  const latest = lastDayAtLatest(s);
  return [
    ...(latest ? [notice('lastDayForNoticeAtLatest', latest)] : []),
    ...notices.filter(n => !earliestEnd || n.date <= earliestEnd),
    ...endWithin(s, source),
  ];
}

/** The earliest end that may still be ahead: today, if the agreement may have ended and may not. */
export function endWithin(s: Answer, source: Dossier): Deadline[] {
  const others = [...s.otherEnds, ...(s.termination?.alternatives ?? [])].flatMap(a => (a.firstDayOut ? dayBefore(a.firstDayOut) : []));
  const ahead = [earliestEndOf(s) ?? [], others].flat().filter(day => day >= s.asOf);
  return ahead.length ? [lineWithin(s, source, 'lastDayAtEarliest', { what: 'end', date: earliest(...ahead), decision: null })] : [];
}

function earliestEndOf({ within, termination, asOf }: Answer): CalendarDate | undefined {
  const range = within!.lastDayInForce;
  const mayBeToday = range && range.notBefore < asOf && range.notAfter >= asOf;
  return termination?.lastDayInForce ?? (mayBeToday ? asOf : range?.notBefore);
}

type LineWithin = 'safeDayAtEarliest' | 'noSafeDayGiven' | 'lastDayForNoticeAtLatest' | 'lastDayAtEarliest';

function lineWithin(s: Answer, source: Dossier, code: LineWithin, more: Pick<Deadline, 'what' | 'date' | 'decision'>): Deadline {
  const { safeDay, safeDayReason, safeDayHow } = s.within!;
  return {
    ...labelled({ code, args: {} }),
    ...common(source, s),
    ...toSend(s.asOf, null),
    certain: false,
    alternatives: [],
    onlyIf: [],
    daysLeft: daysBetween(s.asOf, more.date),
    lastDay: null,
    basis: safeDay?.basis ?? s.entryIntoForce.basis,
    reason: safeDayReason,
    how: safeDayHow,
    ...more,
  };
}
