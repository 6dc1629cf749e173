/** Lines of the answer about later facts that changed it for the day asked about. The law is in `hindsight.ts`. */
import type { Agreement } from '../clauses/agreement.ts';
import { earliest, type CalendarDate } from '../clauses/calendar.ts';
import { dateOf } from './facts.ts';
import type { LaterFact } from './treaty-state.ts';
import type { HindsightReason, Note } from './notes.ts';
import { labelOfFact, labelOfTiming } from './labels.ts';

export interface HindsightLine {
  fact: string;
  /** Its own date, after the day asked about. */
  on: CalendarDate;
  /** The day from which it takes effect, not after the day asked about. */
  from: CalendarDate;
  basis: string;
  reason: HindsightReason;
}

export function hindsightLine({ fact, from, how }: LaterFact, agreement: Agreement): HindsightLine {
  return { fact: fact.id, on: dateOf(fact), from, ...reasonFor(fact, how, agreement) };
}

function reasonFor(
  fact: LaterFact['fact'],
  how: LaterFact['how'],
  { clauses: { amendment, duration, entryIntoForce } }: Agreement,
): Pick<HindsightLine, 'basis' | 'reason'> {
  switch (how) {
    case 'agreedEntry':
    case 'datedBack': {
      const { label, basis } = labelOfFact(fact);
      return { basis, reason: label };
    }
    case 'retroactive': {
      const { label, basis } = labelOfTiming({ protocol: (fact as { protocol: string }).protocol, how });
      return { basis, reason: label };
    }
    case 'dated': {
      if (fact.type === 'termination.notified') return { basis: duration.article, reason: { code: 'noticeCountsEarlier', args: {} } };
      const isOfProtocol = fact.type === 'protocol.completion.notified';
      const basis = (isOfProtocol && amendment?.article) || entryIntoForce.article;
      return { basis, reason: { code: 'notificationCountsByDate', args: {} } };
    }
    case 'dispatched':
      return { basis: duration.article, reason: { code: 'dispatchCountsOnOneReading', args: {} } };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return how satisfies never;
  }
}

/** Merges the lines of several possible days: one per fact, from the earliest day. */
export function hindsightWithin(all: readonly (readonly HindsightLine[])[]): HindsightLine[] {
  const lines = all.flat();
  const facts = [...new Set(lines.map(l => l.fact))];
  return facts.map(id => {
    const same = lines.filter(l => l.fact === id);
    return { ...same[0]!, from: earliest(...same.map(l => l.from)) };
  });
}

/** Turns each line into a note for the officer. */
export const hindsightNotes = (lines: readonly HindsightLine[]): Note[] =>
  lines.map(({ fact, on, from, basis, reason: why }) => ({ code: 'knownSince', args: { fact, on, from, basis, why } }));
