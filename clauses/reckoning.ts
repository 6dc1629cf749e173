/** A date together with why it is what it is. */
import type { CalendarDate } from './calendar.ts';
import type { Reason } from './reason.ts';

export interface Reckoning {
  date: CalendarDate;
  /** The article, or the rule of the law of treaties, that it follows from. */
  basis: string;
  reason: Reason;
}
