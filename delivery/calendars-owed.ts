/**
 * Letters that set a calendar right. Letters are sent side by side: one may have brought a calendar entry as it stood between a withdrawal and
 * the act's return, which nobody is told of. Where what was sent last, or is about to be, is not what the entry has come to, its latest line is sent.
 */
import type { Recipient } from '../clauses/desk.ts';
import type { OutboxLine } from '../register/types.ts';
import { entryAfter, type CalendarEntry } from './calendar-entry.ts';

/** `lines`: those of which letters are still sent; `isTold`: whether a line has gone to the recipient, or is owed. */
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
