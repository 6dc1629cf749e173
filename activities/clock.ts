/** Whose time counts: a step takes its workflow's, so that skipped time is skipped for the law; but nobody's that a real agreement has not reached. */
import { Context } from '@temporalio/activity';
import { clocksApart } from '../identity/shapes.ts';
import type { Instant } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { refuse as refusalOf } from '../machines/refusal.ts';
import { wordings } from '../wording/index.ts';
import { refusalSentence } from '../wording/refusals/sentence.ts';
import { refusal } from './refusing.ts';

export interface Clock {
  /** Whether the worker's own configuration says that its server skips time. */
  timeSkipping?: boolean | undefined;
  /** In which the Temporal UI shows why a step waits. */
  language?: Language;
}

/**
 * What is entered of a real agreement is of no time to come. A request is refused; what falls due waits: where it is the worker's clock that is
 * wrong, no workflow must end of it. @throws ApplicationFailure of type Refused, or AheadOfClock, to be tried again
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

/** For what no workflow gives a time to: the worker's own clock, or that of the server that skips. */
export function clockOf(timeSkipping: boolean | undefined): () => Instant {
  if (!timeSkipping) return Date.now;
  const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
  const begun = performance.now();
  return () => scheduled + Math.round(performance.now() - begun); // timers fire while it is looked at
}
