/** What is beyond a limit of the law's reckoning: an answer that would take too much. */
import type { CalendarDate } from '../clauses/calendar.ts';
import { OwnFailure } from './own-failure.ts';

/** In entries of an agreement, those that were struck and what strikes and corrects among them: more than a century of a busy desk. */
const entriesLimit = 10_000;

/** What is more than any agreement has or takes, and how much is read or answered at most. */
export type LimitFault =
  | { code: 'tooManyEntries'; entries: number; most: number }
  | { code: 'tooManyFacts'; facts: number; most: number }
  | { code: 'tooManyCorrections'; of: string; corrections: number; most: number }
  | { code: 'tooManySteps'; most: number }
  /** Of one fold, by a day. */
  | { code: 'foldTooLong'; day: CalendarDate; most: number }
  | { code: 'boundsTooWide'; notBefore: CalendarDate; notAfter: CalendarDate }
  | { code: 'tooManyDeadlines'; agreement: string; most: number };

/** What would take more than an answer may: said before time or memory runs out. Of the input, never to be tried again. */
export class BeyondLimit extends OwnFailure<LimitFault> {
  override readonly name = 'BeyondLimit';
}

/** Of an agreement: @throws BeyondLimit */
export function checkEntries(n: number): void {
  if (n > entriesLimit) throw new BeyondLimit({ code: 'tooManyEntries', entries: n, most: entriesLimit });
}
