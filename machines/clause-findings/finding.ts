/**
 * Clauses of an agreement that make no sense. Each finding has a name, the article, and the shortest story that shows it. It is an error if
 * no date can follow from the clause, otherwise a warning.
 */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Fact } from '../facts.ts';
import type { NoEffectReason } from '../no-effect-reasons.ts';

export const findingNames = [
  'fixedDateBeforeSignature',
  'fixedEndBeforeEntry',
  'neverAppliedProvisionally',
  'noticeLongerThanPeriod',
  'noticeLongerThanSomePeriods',
  'noticeAsLongAsPeriod',
  'noRenewalToPrevent',
  'limitNeverReached',
  'daysAgainstYears',
  'transitLongerThanPeriod',
  'noticeWithoutEffect',
  'noticeChangesNothing',
  'noticeBeyondPeriods',
  'endlessAfterFirstPeriod',
  'amendmentNeverMet',
  'amendmentDatePassed',
  'readingNeverDiffers',
] as const;
export type FindingName = (typeof findingNames)[number];

/** Facts that cause it, and the day to look at. `dates`: the dates of the story, by name. */
export interface Story {
  facts: readonly Fact[];
  asOf: CalendarDate;
  dates: Readonly<Record<string, CalendarDate>>;
}

export interface Finding {
  name: FindingName;
  severity: 'error' | 'warning';
  article: string;
  /** The path of the value in the agreement's file. */
  path: readonly string[];
  /** The value in the file, and other values for the sentence. */
  values: Readonly<Record<string, string>>;
  /** Why a notice has no effect, if the finding is that none has. */
  why?: NoEffectReason;
  story: Story;
}
