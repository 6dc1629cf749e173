import type { CalendarDate, Instant } from '../clauses/calendar.ts';

/** Something to wait for. `at` is the instant at which the new state begins everywhere. */
export interface Timer {
  name: string;
  day: CalendarDate;
  at: Instant;
  /** What people see in the Temporal UI: `Last day for notice 14 Mar 2029, art. 13`. */
  summary: string;
}
