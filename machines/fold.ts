/**
 * The law as a fold: the facts of a family, an agreement and its protocols, taken through their machines in the order of
 * legal days. Facts of a day come before what falls due at its end; the order in which they were entered never matters.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Reading } from '../clauses/reading.ts';
import { dateOf, recordedOn, type Fact } from './facts.ts';
import type { TreatyState } from './treaty-state.ts';
import { foldToFixpoint } from './protocol-effects.ts';
import { hindsightOn } from './hindsight.ts';
import { BeyondLimit } from './beyond-limit.ts';
import { factsLimit } from './limits.ts';

/** From all facts that are known, also those of later days. @throws BeyondLimit when it would take more steps than any agreement does */
export function fold(agreement: Agreement, facts: readonly Fact[], reading: Reading, asOf: CalendarDate): TreatyState {
  if (facts.length > factsLimit) throw new BeyondLimit({ code: 'tooManyFacts', facts: facts.length, most: factsLimit });
  const input = { agreement, facts: [...facts].sort(byDate), reading };
  return foldToFixpoint(input, asOf, hindsightOn(input, asOf));
}

/** So that not even the order of remarks is that of the list. */
const byDate = (a: Fact, b: Fact): number => byText(dateOf(a), dateOf(b)) || byText(recordedOn(a), recordedOn(b)) || byText(a.id, b.id);
