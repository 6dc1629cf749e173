/** The file of a calendar entry: RFC 5545, sent as RFC 5546 says. A whole day that blocks nobody's time, with an alarm on its morning. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type Instant } from '../clauses/calendar.ts';
import type { CalendarEntry } from './calendar-entry.ts';

export interface CalendarFile {
  method: 'PUBLISH' | 'CANCEL';
  content: string;
}

export interface EntryWords {
  summary: string;
  description: string;
}

/** At nine in the morning, in seconds from the beginning of the day where the reader is. */
const morning = 9 * 3600;

/** `organizer`: the sender of the letters. `at`: when the line of the outbox was written. */
export function calendarFile(entry: CalendarEntry, { summary, description }: EntryWords, organizer: string, at: Instant): CalendarFile {
  const day = entry.act.sendBy ?? entry.act.due;
  const method = entry.isOpen ? 'PUBLISH' : 'CANCEL';
  const calendar = ical({ prodId: '//servanda//servanda//EN', method: ICalCalendarMethod[method] });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(at),
    start: new Date(`${day}T00:00:00Z`),
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary,
    description,
    organizer: organizer.replaceAll('"', ''),
    transparency: ICalEventTransparency.TRANSPARENT,
    status: entry.isOpen ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
  // The constructor of an alarm leaves `relatesTo` aside, and would count the morning from the end of the day.
  if (entry.isOpen) event.createAlarm({ type: ICalAlarmType.display, triggerAfter: morning, description: summary }).relatesTo('START');
  return { method, content: calendar.toString() };
}
