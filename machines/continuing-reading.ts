/**
 * The reading on which a decision is still owed: the agreement's own, unless a notice ends it there but not on another reading, because its
 * revocation is disputed, it was given too early, or it came before entry into force. A Party that may still be bound is still reminded.
 */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { combinations, type Question } from '../clauses/reading.ts';
import { comingEnd, runningNotices } from './agreement/context.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import { factsThatCount } from './later-facts.ts';
import { liveQuestions } from './readings.ts';
import type { TreatyState } from './treaty-state.ts';

/** The questions that decide whether a notice ends the agreement at all; the others only decide when. */
const ofNotices: readonly Question[] = ['revocation', 'premature', 'dayCount'];

/** `family`: the facts folded through the day on the agreement's own reading; returned unchanged if no other reading is needed. */
export function stateStillInForce(agreement: Agreement, facts: readonly Fact[], family: TreatyState, day: CalendarDate): TreatyState {
  if (!runningNotices(family.agreement.snapshot.context).length) return family;
  const live = liveQuestions(agreement, factsThatCount(family));
  if (!live.some(q => ofNotices.includes(q))) return family;
  // whether a notice is early depends on the end of the first period
  const of = live.filter(q => ofNotices.includes(q) || q === 'periodEnd');
  for (const reading of combinations(of, agreement.reading).slice(1)) {
    const other = fold(agreement, facts, reading, day);
    if (isStillInForce(other)) return other;
  }
  return family;
}

const isStillInForce = ({ history, agreement }: TreatyState): boolean =>
  history.at(-1)?.phase === 'inForce' && comingEnd(agreement.snapshot.context) === undefined;
