/** The send-by day: the day by which a notice must leave to be in time. */
import type { Agreement } from '../clauses/agreement.ts';
import { before, type CalendarDate, type Length } from '../clauses/calendar.ts';

/** The safe day less the transit allowance, by default that of the diplomatic note; where the clause counts from dispatch or date, the safe day itself. */
export function sendByOf(safe: CalendarDate, { transit, clauses }: Agreement, byChannel: Length = transit): CalendarDate {
  return countsFromReceipt(clauses) ? before(safe, byChannel) : safe;
}

function countsFromReceipt({ duration, termination }: Agreement['clauses']): boolean {
  const counts = termination?.when === 'onFixedDays' ? termination.counts : duration.kind === 'periods' ? duration.counts : undefined;
  return counts === undefined || counts === 'received';
}
