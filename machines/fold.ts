/**
 * The law as a fold: applies the facts of a family (an agreement and its protocols) to their machines in the order of legal days. A day's
 * facts come before what falls due at its end; the order in which facts were entered never matters.
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

/** Folds all known facts, including those of later days. @throws BeyondLimit if the fold takes more steps than any real agreement needs */
export function fold(agreement: Agreement, facts: readonly Fact[], reading: Reading, asOf: CalendarDate): TreatyState {
  if (facts.length > factsLimit) throw new BeyondLimit({ code: 'tooManyFacts', facts: facts.length, most: factsLimit });
  const input = { agreement, facts: [...facts].sort(byDate), reading };
  return foldToFixpoint(input, asOf, hindsightOn(input, asOf));
}

/** Sorts the facts so that even the order of remarks does not depend on the order of the list. */
const byDate = (a: Fact, b: Fact): number => byText(dateOf(a), dateOf(b)) || byText(recordedOn(a), recordedOn(b)) || byText(a.id, b.id);
