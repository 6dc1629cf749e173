/**
 * What makes no sense in the clauses of an agreement: each finding with its name, the article, and the shortest story that shows it.
 * An error where no date can follow from the clause, a warning where one can.
 */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Fact } from '../facts.ts';
import type { WhyNot } from '../why-not.ts';

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

/** Facts that bring it about, and the day on which to look. `dates` are what the story shows, by what each is. */
export interface Story {
  facts: readonly Fact[];
  asOf: CalendarDate;
  dates: Readonly<Record<string, CalendarDate>>;
}

export interface Finding {
  name: FindingName;
  severity: 'error' | 'warning';
  article: string;
  /** Of the value in the agreement's file. */
  path: readonly string[];
  /** What the file says there, and what else the sentence needs. */
  values: Readonly<Record<string, string>>;
  /** Why a notice has no effect, where the finding is that none has. */
  why?: WhyNot;
  story: Story;
}
