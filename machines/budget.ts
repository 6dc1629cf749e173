/**
 * What an answer may take, counted in steps and never in time: facts, dues and readings multiply, and a ledger within every other limit
 * could be folded for hours. The law is computed in one go, so that one answer is counted at a time.
 */
import { BeyondLimit } from './beyond-limit.ts';

/** In parts of a step: see `spend`. Real agreements take up to ten thousand; these take some seconds. */
export const answerLimit = 1_000_000;

let left: number | undefined;

/** One answer: a standing or a plan. What it asks within is part of it. `limit`: where not all may be spent on it. @throws BeyondLimit */
export function withinBudget<T>(answer: () => T, limit = answerLimit): T {
  if (left !== undefined) return answer();
  left = limit;
  try {
    return answer();
  } finally {
    left = undefined;
  }
}

/** A step of a fold is ten, and one for each notice and protocol that it carries along. @throws BeyondLimit */
export function spend(parts: number): void {
  if (left === undefined) return;
  left -= parts;
  if (left < 0) throw new BeyondLimit({ code: 'tooManySteps', most: answerLimit / 10 });
}
