/** Clauses in a file that make no sense, in English. `{years}` and `{transit}` are lengths; `{written}` is one as written in the file. */
import type { FindingMessages } from './messages.ts';

export const findings: FindingMessages = {
  fixedDateBeforeSignature:
    'the text fixes entry into force on {date}, before signature on {signed}; entry into force then counts from {inForce}. Give the date that the text names.',
  fixedEndBeforeEntry: 'the first period ends on {lastDay}, before the agreement enters into force on {inForce}.',
  neverAppliedProvisionally: 'it is never applied provisionally: that would begin on {from}, and the agreement is in force from {inForce}.',
  noticeLongerThanPeriod:
    'no notice can ever be in time: the last day for notice of period {period} is {lastDayForNotice}, and the period begins only on {firstDay} (to {lastDay}).',
  noticeLongerThanSomePeriods:
    'no notice can be in time for period {period}: it begins on {firstDay}, and its last day for notice is {lastDayForNotice}.',
  noticeAsLongAsPeriod:
    'the notice is as long as the period: period {period} begins on {firstDay}, its last day for notice is {lastDayForNotice}. Only a notice received on the first day, if any, is in time.',
  noRenewalToPrevent:
    'there is no renewal to prevent: the agreement expires on {lastDay} with or without a notice by {lastDayForNotice}. Leave noticeBefore out, or say how the agreement is renewed.',
  limitNeverReached:
    '{times} renewals are no real limit: after the period that ends on {lastDay}, those left run for more than two hundred years.',
  daysAgainstYears:
    'the first period is counted in days and the later ones in months or years: it ends on {lastDay}, whereas {years} would end on the day before {byYears}. Write {written} if years are meant.',
  transitLongerThanPeriod:
    'a notice sent on {firstDay}, when the period begins, arrives on {arrival}, after it has ended on {lastDay} (transit {transit}).',
  noticeWithoutEffect: 'no notice can have an effect. One received on {received}: {why}',
  noticeChangesNothing:
    'a notice changes nothing: received on {received} or later, it ends the agreement on {lastDay}, when it would expire without one.',
  noticeBeyondPeriods:
    'the notice period is longer than any period of the agreement: a notice received on {received}, too late for the period to {periodEnd}, ends the agreement only on {lastDay}, after further renewals.',
  endlessAfterFirstPeriod:
    'from {withoutLimitFrom} the agreement is in force without limit, and a notice can end it only at the end of a period, so no notice can end it any more.',
  amendmentNeverMet:
    'no protocol can enter into force: one signed on {signed}, with both notifications received on {notified}, never does.',
  amendmentDatePassed:
    '{date} is past before any protocol is signed: one signed on {signed} enters into force on {entry}. Say how each protocol enters into force.',
  readingNeverDiffers:
    '{question}: {choice} makes no difference under these clauses; no date depends on it. {question, select, revocation {Where a notice is withdrawn only by consent, write termination.withdrawal: byConsent.} other {Leave it out, or look at the clause that it is meant for.}}',
};
