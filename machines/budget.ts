/**
 * Limits the cost of an answer, counted in steps and never in time: facts, due dates and readings multiply, and a ledger within every other
 * limit could take hours to fold. The law is synchronous, so only one answer is counted at a time.
 */
import { BeyondLimit } from './beyond-limit.ts';

/** In tenths of a step: see `spend`. Real agreements take up to ten thousand; this many take a few seconds. */
export const answerLimit = 1_000_000;

let left: number | undefined;

/** Runs one answer (a standing or a plan) within a budget; nested answers share it. `limit`: a smaller budget. @throws BeyondLimit */
export function withinBudget<T>(answer: () => T, limit = answerLimit): T {
  if (left !== undefined) return answer();
  left = limit;
  try {
    return answer();
  } finally {
    left = undefined;
  }
}

/** Spends budget: ten for a step of a fold, plus one for each notice and protocol it carries along. @throws BeyondLimit */
export function spend(parts: number): void {
  if (left === undefined) return;
  left -= parts;
  if (left < 0) throw new BeyondLimit({ code: 'tooManySteps', most: answerLimit / 10 });
}
