/** The send-by day: the day by which a notice must leave to be received by its safe day. */
import type { Agreement } from '../clauses/agreement.ts';
import { before, type CalendarDate } from '../clauses/calendar.ts';

/** The safe day less the transit allowance of the diplomatic note; the safe day itself where the clause counts from dispatch or date. */
export function sendByOf(safe: CalendarDate, { transit, clauses: { duration } }: Agreement): CalendarDate {
  return countsFromReceipt(duration) ? before(safe, transit) : safe;
}

const countsFromReceipt = (duration: object): boolean =>
  !('counts' in duration) || duration.counts === undefined || duration.counts === 'received';
