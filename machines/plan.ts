/**
 * The plan: what the keeper of an agreement is to wait for and to do, as plain values. The workflow arms exactly the plan
 * and decides nothing, so that a corrected law never breaks a recorded history.
 */
import { foundFor, planFrom } from './exact-plan.ts';
import { fold } from './fold.ts';
import { factsKnown } from './ledger.ts';
import type { Circumstances, Plan } from './plan-types.ts';
import { planWithin } from './date-ranges/plan.ts';

export function planOf(c: Circumstances): Plan {
  const { agreement, entries, today } = c;
  const { facts, spoilt, possible } = factsKnown(entries, undefined, agreement.clauses);
  if (possible) return planWithin(c, possible, spoilt);
  return planFrom(c, foundFor(c, facts, fold(agreement, facts, agreement.reading, today)), spoilt);
}
