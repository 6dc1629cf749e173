/** The file of a calendar entry (RFC 5545, RFC 5546): an all-day event that does not block time, with an alarm on its morning. */
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

/** Nine in the morning, in seconds from the start of the reader's local day. */
const morning = 9 * 3600;

/** The parts of an event: one UID for life, a version that only rises, and a whole day. */
export interface CalendarEvent extends EntryWords {
  uid: string;
  sequence: number;
  isOpen: boolean;
  day: CalendarDate;
  /** When this version was made. */
  at: Instant;
  /** The sender of the letters; only for events sent to recipients, not for subscribed calendars. */
  organizer?: string;
}

const productId = '//servanda//servanda//EN';

/** `organizer`: the sender of the letters. `at`: when the outbox line was written. */
export function calendarFile(entry: CalendarEntry, words: EntryWords, organizer: string, at: Instant): CalendarFile {
  const { uid, sequence, isOpen, act } = entry;
  const method = isOpen ? 'PUBLISH' : 'CANCEL';
  const calendar = ical({ prodId: productId, method: ICalCalendarMethod[method] });
  add(calendar, { uid, sequence, isOpen, day: act.sendBy ?? act.due, ...words, at, organizer: organizer.replaceAll('"', '') });
  return { method, content: calendar.toString() };
}

/** A calendar to subscribe to. `refresh`: the interval, in seconds, after which to fetch it again. */
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
  // The alarm's constructor ignores `relatesTo` and would count from the end of the day.
  if (isOpen) event.createAlarm({ type: ICalAlarmType.display, triggerAfter: morning, description: summary }).relatesTo('START');
}
