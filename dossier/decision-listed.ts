/** The decision about the current period, the same in every list, answer, tool and page. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { OpenDecision } from '../machines/decisions.ts';
import type { Answer } from '../wording/answer.ts';
import type { Known } from './known.ts';
import { missedOf } from './missed-deadline.ts';

/** What was decided; `undecided` from the first day of the period, and if it was missed until the renewal; null if nothing is to decide. */
export type DecisionListed = OpenDecision['state'] | null;

export function decisionListed(known: Known): DecisionListed {
  const { standing: s, owed } = known;
  if (owed) return owed.state;
  return isOwedWithin(s) ? 'undecided' : (missedOf(known)?.state ?? null);
}

/** With a day known only within bounds: no safe day can be given, or the last day for notice may be past and may be ahead. */
const isOwedWithin = (s: Answer): boolean => Boolean(s.within?.periods && (s.within.safeDayMissing || lastDayAtLatest(s)));

/** The last possible day for notice in the current period, if the next certain safe day is that of a later one; else undefined. */
export function lastDayAtLatest({ within, termination, asOf }: Answer): CalendarDate | undefined {
  const latest = within?.periods?.lastDayForNotice?.notAfter;
  const mayEnd = termination?.lastDayInForce ?? within?.lastDayInForce?.notBefore;
  return !mayEnd && within?.safeDay && within.safeDay.from > asOf && latest && latest >= asOf ? latest : undefined;
}
