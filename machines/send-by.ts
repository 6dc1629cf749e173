/** The send-by day: the day by which a notice must leave to be in time. */
import { before, type CalendarDate, type Length } from '../clauses/calendar.ts';
import { countedForRenewal } from '../clauses/termination.ts';
import type { Counted, Terms } from '../clauses/terms.ts';

/** Returns the safe day less the transit allowance of the channel; the safe day itself if the clause counts dispatch or the note's date. */
export const sendByOf = (safe: CalendarDate, counts: Counted, transit: Length): CalendarDate =>
  counts === 'received' ? before(safe, transit) : safe;

/** Returns which date counts on every reading for a notice that is to prevent a renewal: its receipt, if the clause is silent. */
export const countedSafely = ({ duration, termination }: Pick<Terms, 'duration' | 'termination'>): Counted =>
  termination?.when === 'onFixedDays' ? (termination.counts ?? 'received') : countedForRenewal(duration, { notifies: 'received' });
