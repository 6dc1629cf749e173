/**
 * Letters that set a calendar right. Letters are sent concurrently: one may have carried a calendar entry as it was between an act's
 * withdrawal and its return, which no letter reports. If what was last sent, or is about to be, is not the entry's present state, its
 * latest line is sent.
 */
import type { Recipient } from '../clauses/desk.ts';
import type { OutboxLine } from '../register/types.ts';
import { entryAfter, type CalendarEntry } from './calendar-entry.ts';

/** `lines`: those for which letters are still sent; `isTold`: whether a line was sent to the recipient, or is owed. */
export function calendarsOwed(
  lines: readonly OutboxLine[],
  outbox: readonly OutboxLine[],
  recipient: Recipient,
  isTold: (line: OutboxLine) => boolean,
): OutboxLine[] {
  const versionAt = (line: OutboxLine): CalendarEntry | undefined => entryAfter(line, outbox, recipient);
  const latest = new Map(lines.map(line => [versionAt(line)?.uid, line]));
  return [...latest].flatMap(([uid, line]) => {
    if (!uid || isTold(line)) return [];
    const sent = outbox.findLast(l => l.seq < line.seq && isTold(l) && versionAt(l)?.uid === uid);
    return sent && !isSame(versionAt(sent)!, versionAt(line)!) ? [line] : [];
  });
}

const isSame = (a: CalendarEntry, b: CalendarEntry): boolean =>
  a.isOpen === b.isOpen && (!a.isOpen || (a.act.due === b.act.due && a.act.sendBy === b.act.sendBy));
