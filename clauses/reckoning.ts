/** A date together with its legal basis and reason. */
import type { CalendarDate } from './calendar.ts';
import type { Reason } from './reason.ts';

export interface Reckoning {
  date: CalendarDate;
  /** The article, or the rule of the law of treaties, from which it follows. */
  basis: string;
  reason: Reason;
}
