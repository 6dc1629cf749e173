/** The limits on what the law calculates, and the failure when an answer would exceed them. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { OwnFailure } from './own-failure.ts';

/** Entries of one agreement, including corrections, strikes and what they struck: more than a century of a busy desk. */
const entriesLimit = 10_000;

/** Input larger than any real agreement's, with the limit it exceeds. */
export type LimitFault =
  | { code: 'tooManyEntries'; entries: number; most: number }
  | { code: 'tooManyFacts'; facts: number; most: number }
  | { code: 'tooManyCorrections'; of: string; corrections: number; most: number }
  | { code: 'tooManySteps'; most: number }
  /** Of one fold, up to a day. */
  | { code: 'foldTooLong'; day: CalendarDate; most: number }
  | { code: 'boundsTooWide'; notBefore: CalendarDate; notAfter: CalendarDate }
  | { code: 'tooManyDeadlines'; agreement: string; most: number };

/** Thrown before an answer runs out of time or memory. The input is at fault, so a retry cannot succeed. */
export class BeyondLimit extends OwnFailure<LimitFault> {
  override readonly name = 'BeyondLimit';
}

/** Checks the number of an agreement's entries. @throws BeyondLimit */
export function checkEntries(n: number): void {
  if (n > entriesLimit) throw new BeyondLimit({ code: 'tooManyEntries', entries: n, most: entriesLimit });
}
