/** The file of a calendar entry: RFC 5545, sent as RFC 5546 says. A whole day that blocks nobody's time, with an alarm on its morning. */
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalCalendar } from 'ical-generator';
import { addDays, type CalendarDate, type Instant } from '../clauses/calendar.ts';
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

/** What an event is made of: one UID for life, a version that only rises, and a whole day. */
export interface CalendarEvent extends EntryWords {
  uid: string;
  sequence: number;
  isOpen: boolean;
  day: CalendarDate;
  /** When this version was made. */
  at: Instant;
  /** Of what is published to those who are named, and not subscribed to: the sender of the letters. */
  organizer?: string;
}

const productId = '//servanda//servanda//EN';

/** `organizer`: the sender of the letters. `at`: when the line of the outbox was written. */
export function calendarFile(entry: CalendarEntry, words: EntryWords, organizer: string, at: Instant): CalendarFile {
  const { uid, sequence, isOpen, act } = entry;
  const method = isOpen ? 'PUBLISH' : 'CANCEL';
  const calendar = ical({ prodId: productId, method: ICalCalendarMethod[method] });
  add(calendar, { uid, sequence, isOpen, day: act.sendBy ?? act.due, ...words, at, organizer: organizer.replaceAll('"', '') });
  return { method, content: calendar.toString() };
}

/** A calendar that is subscribed to. `refresh`: how often it is worth asking again, in seconds. */
export function calendarFeed(name: string, events: readonly CalendarEvent[], refresh: number): string {
  const calendar = ical({ prodId: productId, name, ttl: refresh, method: ICalCalendarMethod.PUBLISH });
  for (const event of events) add(calendar, event);
  return calendar.toString();
}

function add(calendar: ICalCalendar, { uid, sequence, isOpen, day, summary, description, at, organizer }: CalendarEvent): void {
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(at),
    start: new Date(`${day}T00:00:00Z`),
    end: new Date(`${addDays(day, 1)}T00:00:00Z`),
    allDay: true,
    summary,
    description,
    ...(organizer === undefined ? {} : { organizer }),
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isOpen ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
  // The constructor of an alarm leaves `relatesTo` aside, and would count the morning from the end of the day.
  if (isOpen) event.createAlarm({ type: ICalAlarmType.display, triggerAfter: morning, description: summary }).relatesTo('START');
}
