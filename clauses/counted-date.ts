/**
 * The date of a notification that a clause counts: its receipt (VCLT art. 78(b)), or where the text says so its dispatch or its own date.
 * One that is not known is never replaced by another: the others only bound it, since a note is dated, then dispatched, then received.
 */
import type { CalendarDate } from './calendar.ts';
import type { Counted, EntryIntoForceClause } from './terms.ts';

export interface NotificationDates {
  dated?: CalendarDate | undefined;
  dispatched?: CalendarDate | undefined;
  received?: CalendarDate | undefined;
}

/** The date of a notification that a clause on entry into force counts. */
export const countedBy = (clause: EntryIntoForceClause): Counted => (clause.on === 'lastNotification' ? clause.counts : 'received');

/** The last day that the counted date may be; undefined where no later date is known. */
export function notAfter({ dated, dispatched, received }: NotificationDates, counts: Counted): CalendarDate | undefined {
  const from = { dated: [dated, dispatched, received], dispatched: [dispatched, received], received: [received] }[counts];
  return from.find(day => day !== undefined);
}

/** The first day that the counted date may be; undefined where no earlier date is known. */
export function notBefore({ dated, dispatched, received }: NotificationDates, counts: Counted): CalendarDate | undefined {
  const from = { dated: [dated], dispatched: [dispatched, dated], received: [received, dispatched, dated] }[counts];
  return from.find(day => day !== undefined);
}
