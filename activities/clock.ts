/** A step uses its workflow's clock, so that the law follows skipped time; a real agreement must not be ahead of the worker's. */
import { Context } from '@temporalio/activity';
import { clocksApart } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { wordings } from '../wording/index.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { refusal } from './refusal-failures.ts';

export interface Clock {
  /** Whether the worker is configured for a server that skips time. */
  timeSkipping?: boolean | undefined;
  /** The language in which the Temporal UI shows why a step waits. */
  language?: Language;
}

/**
 * Nothing dated in the future is recorded for a real agreement. A request is refused; a due timer waits, because the worker's clock may be
 * wrong and must not end a workflow. @throws ApplicationFailure of type Refused; AheadOfClock, to be retried
 */
export function assertReached(
  now: Instant,
  { rehearsal, isAsked }: { rehearsal: boolean; isAsked: boolean },
  { timeSkipping, language = 'en' }: Clock,
): void {
  if (typeof now === 'number' && (rehearsal || timeSkipping || now <= Date.now() + clocksApart)) return;
  const refused = refusalOf('timeAhead', { now: formatInstant(now), clock: formatInstant(Date.now()) });
  throw isAsked ? refusal(refused) : new AheadOfClock(refusalSentence(refused, wordings[language]));
}

class AheadOfClock extends Error {
  override readonly name = 'AheadOfClock';
}

const formatInstant = (now: Instant): string =>
  Number.isFinite(now) ? new Date(now).toISOString().slice(0, 16).replace('T', ' ') : String(now);

/** The clock for work without a workflow's time: the worker's own, or that of the time-skipping server. */
export function clockOf(timeSkipping: boolean | undefined): () => Instant {
  if (!timeSkipping) return Date.now;
  const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
  const begun = performance.now();
  return () => scheduled + Math.round(performance.now() - begun); // timers fire while the activity runs
}
