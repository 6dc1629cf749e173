/**
 * The date of a notification that a clause counts: receipt (VCLT art. 78(b)) or, where the text says so, dispatch or the note's own date.
 * An unknown date is never replaced by another; the others only bound it, since a note is dated, then dispatched, then received.
 */
import type { CalendarDate } from './calendar.ts';
import type { Counted, EntryIntoForceClause } from './terms.ts';

export interface NotificationDates {
  dated?: CalendarDate | undefined;
  dispatched?: CalendarDate | undefined;
  received?: CalendarDate | undefined;
}

/** Returns which date of a notification a clause on entry into force counts. */
export const countedBy = (clause: EntryIntoForceClause): Counted => (clause.on === 'lastNotification' ? clause.counts : 'received');

/** Returns the latest day the counted date can be; undefined if no later date is known. */
export function notAfter({ dated, dispatched, received }: NotificationDates, counts: Counted): CalendarDate | undefined {
  const from = { dated: [dated, dispatched, received], dispatched: [dispatched, received], received: [received] }[counts];
  return from.find(day => day !== undefined);
}

/** Returns the earliest day the counted date can be; undefined if no earlier date is known. */
export function notBefore({ dated, dispatched, received }: NotificationDates, counts: Counted): CalendarDate | undefined {
  const from = { dated: [dated], dispatched: [dispatched, dated], received: [received, dispatched, dated] }[counts];
  return from.find(day => day !== undefined);
}
