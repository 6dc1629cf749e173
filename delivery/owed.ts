/**
 * Which letters are owed: for each act its last line in the outbox, to each of those whom it tells, by each way in which they can
 * be reached, unless that line or one that says the same has gone out to them. An act that was withdrawn before anyone
 * was told is nobody's matter; after that, those who were told are told. Besides, what sets a calendar right.
 */
import type { Instant } from '../clauses/calendar.ts';
import type { Recipient } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { DeliveryLine, OutboxLine, Way } from '../register/types.ts';
import { wordings, type Wording } from '../wording/index.ts';
import { say } from '../wording/statements.ts';
import { tells } from './calendar-entry.ts';
import { calendarsOwed } from './calendars-owed.ts';

export interface LetterOwed {
  /** The line of the outbox that it tells. */
  outbox: number;
  recipient: string;
  way: Way;
  /** What it is about, for the log and the Temporal UI, which shows `summary`. */
  about: string;
}

export type LetterShown = LetterOwed & { summary: string };

/** Older than this, a letter would only confuse: the outbox and the log have it. In milliseconds. */
const freshness = 7 * 86_400_000;

export interface Post {
  outbox: readonly OutboxLine[];
  deliveries: readonly DeliveryLine[];
  recipients: readonly Recipient[];
  now: Instant;
}

export function lettersOwed({ outbox, deliveries, recipients, now }: Post, w: Wording = wordings.en): LetterShown[] {
  const lines = new Map(outbox.map(line => [line.seq, line]));
  const last = new Map(outbox.map(line => [line.act, line]));
  const isOwed = (line: OutboxLine, recipient: string, way: Way): boolean => {
    const told = deliveries.filter(d => d.recipient === recipient && d.way === way && lines.get(d.outbox)?.act === line.act);
    if (told.some(d => d.outbox === line.seq)) return false;
    // What may have arrived is taken back as what has; what is to be known is told once more where it may not have arrived.
    const last = told.findLast(d => d.became !== 'failed');
    const wasPerformed = last && lines.get(last.outbox)!.step === 'performed';
    return line.step === 'withdrawn' ? wasPerformed === true : !wasPerformed || last.became === 'unknown';
  };
  const fresh = [...last.values()]
    .filter(line => line.step !== 'history' && isForPeople(line.body) && now - line.at <= freshness)
    .sort((a, b) => a.seq - b.seq);
  return recipients
    .flatMap(r =>
      waysOf(r).flatMap(way => {
        const linesFor = fresh.filter(line => tells(line.body, r));
        const owed = linesFor.filter(line => isOwed(line, r.id, way));
        const gone = deliveries.filter(d => d.recipient === r.id && d.way === way && d.became !== 'failed').map(d => d.outbox);
        const isTold = (line: OutboxLine): boolean => owed.includes(line) || gone.includes(line.seq);
        const calendars = way === 'email' ? calendarsOwed(linesFor, outbox, r, isTold) : [];
        return [...owed, ...calendars].map(line => {
          const about = aboutOf(line, w);
          return { outbox: line.seq, recipient: r.id, way, about, summary: say('letterTo', { recipient: r.id, way, about }, w) };
        });
      }),
    )
    .sort((a, b) => a.outbox - b.outbox);
}

/** Reminders, escalations, outcomes and announcements go out; what only the register keeps stays there. */
const isForPeople = ({ kind, what }: Act): boolean => kind === 'remind' || kind === 'announce' || what === 'decisionOutcome';

const waysOf = ({ email, webhook }: Recipient): Way[] => [
  ...(email ? (['email'] as const) : []),
  ...(webhook ? (['webhook'] as const) : []),
];

const aboutOf = ({ step, body: { what, on } }: OutboxLine, w: Wording): string =>
  say('letterAbout', { isWithdrawn: step === 'withdrawn', what: w.locale === 'en-GB' ? what : w.letter.acts[what], on }, w);
