/**
 * Which letters are owed: for each act its last outbox line, to each of its recipients, by each way in which they can be reached, unless
 * that line or an equivalent one was sent to them. An act withdrawn before anyone was informed needs no letter; after that, those informed
 * of it are informed of its withdrawal. Letters that set a calendar right are added.
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
  /** The outbox line that it reports. */
  outbox: number;
  recipient: string;
  way: Way;
  /** Its subject, for the log and for the Temporal UI, which displays `summary`. */
  about: string;
}

export type LetterShown = LetterOwed & { summary: string };

/** An older letter would only confuse; the outbox and the log still have it. In milliseconds. */
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
    // An act that may have arrived is withdrawn as if it had; an act that may not have arrived is sent once more.
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

/** Reminders, escalations, outcomes and announcements are sent; the rest stays in the register. */
const isForPeople = ({ kind, what }: Act): boolean => kind === 'remind' || kind === 'announce' || what === 'decisionOutcome';

const waysOf = ({ email, webhook }: Recipient): Way[] => [
  ...(email ? (['email'] as const) : []),
  ...(webhook ? (['webhook'] as const) : []),
];

const aboutOf = ({ step, body: { what, on } }: OutboxLine, w: Wording): string =>
  say('letterAbout', { isWithdrawn: step === 'withdrawn', what: w.locale === 'en-GB' ? what : w.letter.acts[what], on }, w);
