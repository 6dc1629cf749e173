/** The next way out on fixed days, as whoever must act waits for it: on the safe side, with the day by which a notice must leave. */
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { beginsEverywhere, dayAfter, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { windowFrom, type FixedDaysClause } from '../clauses/fixed-days.ts';
import { combinations } from '../clauses/reading.ts';
import type { Terms } from '../clauses/terms.ts';
import { countedSafely, sendByOf } from './send-by.ts';
import type { Timer } from './timer.ts';
import type { View } from './view.ts';

export interface WayOut {
  /** The day on which a notice received by then ends it. */
  lastDayInForce: CalendarDate;
  /** Its safe day. */
  due: CalendarDate;
  sendBy: CalendarDate;
}

/** Undefined where there is none, or readings differ on which day comes next: then no day is safe. */
export function wayOutOn(
  { nextWayOut }: View,
  terms: Terms,
  { clauses, reading, transit }: Agreement,
  day: CalendarDate,
): WayOut | undefined {
  if (!nextWayOut) return undefined;
  const windows = combinations(['noticeCount'], reading).map(r => windowFrom(day, terms.termination as FixedDaysClause, r));
  const { lastDayInForce } = nextWayOut;
  if (windows.some(w => w.lastDay !== lastDayInForce)) return undefined;
  const due = earliest(...windows.map(w => w.lastDayForNotice));
  return { lastDayInForce, due, sendBy: sendByOf(due, countedSafely(clauses), transit) };
}

/** Until the send-by day is over; where a notice is in time when it leaves, the last day for notice says it. */
export function sendByTimer(wayOut: WayOut | undefined, agreement: Agreement, today: CalendarDate): Timer[] {
  if (!wayOut || wayOut.sendBy === wayOut.due || wayOut.sendBy < today) return [];
  const { sendBy, due } = wayOut;
  const at = beginsEverywhere(dayAfter(sendBy), zonesOf(agreement));
  return [{ name: 'sendBy', day: sendBy, at, says: { code: 'noticeSendBy', args: { sendBy, safe: due } } }];
}
