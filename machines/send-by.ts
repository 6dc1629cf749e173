/** The send-by day: the day by which a notice must leave to be in time. */
import { before, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { countedForRenewal } from '../clauses/termination.ts';
import type { Counted, Terms } from '../clauses/terms.ts';

/** The safe day less the transit allowance of the channel; where the clause counts from dispatch or date, the safe day itself. */
export const sendByOf = (safe: CalendarDate, counts: Counted, transit: Length): CalendarDate =>
  counts === 'received' ? before(safe, transit) : safe;

/** Which date of a notice that is to prevent a renewal counts on every reading: its receipt, where the clause does not say. */
export const countedSafely = ({ duration, termination }: Pick<Terms, 'duration' | 'termination'>): Counted =>
  termination?.when === 'onFixedDays' ? (termination.counts ?? 'received') : countedForRenewal(duration, { notifies: 'received' });
