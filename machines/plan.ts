/**
 * The plan as data: which timers to arm and which acts to perform. The workflow arms exactly this plan and decides nothing itself, so a
 * corrected law never breaks a recorded history.
 */
import { combinations } from '../clauses/reading.ts';
import { answerLimit, withinBudget } from './budget.ts';
import { planInputs, planFrom } from './exact-plan.ts';
import { fold } from './fold.ts';
import { factsKnown, type KnownFacts } from './ledger.ts';
import { liveQuestions } from './readings.ts';
import type { Circumstances, Plan } from './plan-types.ts';
import { planWithin } from './date-ranges/plan.ts';

export function planOf(c: Circumstances): Plan {
  const known = factsKnown(c.entries, undefined, c.agreement.clauses);
  const readings = combinations(liveQuestions(c.agreement, known.facts), c.agreement.reading).length;
  // A plan folds one reading, an answer all of them: refuse to record anything that would make the answer impossible to calculate.
  return withinBudget(() => made(c, known), answerLimit / (2 * readings));
}

function made(c: Circumstances, { facts, spoilt, possible }: KnownFacts): Plan {
  const { agreement, today } = c;
  if (possible) return planWithin(c, possible, spoilt);
  return planFrom(c, planInputs(c, facts, fold(agreement, facts, agreement.reading, today)), spoilt);
}
