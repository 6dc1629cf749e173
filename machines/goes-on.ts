/**
 * The reading on which a decision is still owed: the agreement's own, unless a notice ends it there while on another no notice does, since
 * its revocation is disputed, it was given too early, or it came before entry into force. Whoever may still be bound is still reminded.
 */
import type { Agreement } from '../clauses/agreement.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { combinations, type Question } from '../clauses/reading.ts';
import { comingEnd, runningNotices } from './agreement/context.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import { factsThatCount } from './reaching-back.ts';
import { liveQuestions } from './readings.ts';
import type { TreatyState } from './treaty-state.ts';

/** They say whether a notice ends the agreement at all; the others only when it does. */
const ofNotices: readonly Question[] = ['revocation', 'premature', 'dayCount'];

/** `family`: the facts folded through the day on the agreement's own reading; returned itself where no other is needed. */
export function stillInForce(agreement: Agreement, facts: readonly Fact[], family: TreatyState, day: CalendarDate): TreatyState {
  if (!runningNotices(family.agreement.snapshot.context).length) return family;
  const live = liveQuestions(agreement, factsThatCount(family));
  if (!live.some(q => ofNotices.includes(q))) return family;
  // whether a notice is early hangs on the end of the first period
  const of = live.filter(q => ofNotices.includes(q) || q === 'periodEnd');
  for (const reading of combinations(of, agreement.reading).slice(1)) {
    const other = fold(agreement, facts, reading, day);
    if (goesOn(other)) return other;
  }
  return family;
}

const goesOn = ({ history, agreement }: TreatyState): boolean =>
  history.at(-1)?.phase === 'inForce' && comingEnd(agreement.snapshot.context) === undefined;
