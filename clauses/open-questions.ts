/** The questions that an agreement's clauses leave open. Any other question makes no difference, whatever the facts. */
import { asksDayCount } from './interval.ts';
import type { Question } from './reading.ts';
import type { EntryIntoForceClause, Terms } from './terms.ts';

export function questionsLeftOpen({ entryIntoForce, duration, termination, amendment, survivals }: Terms): Record<Question, boolean> {
  const periods = duration.kind === 'periods';
  const ends = termination?.when;
  const barred = termination?.when === 'afterFirstPeriod' ? termination : undefined;
  return {
    periodEnd: periods || barred?.barredFor !== undefined || (survivals ?? []).some(s => s.length !== undefined),
    noticeCount: (periods && termination !== undefined) || ends === 'onFixedDays',
    effect: ends === 'anyTime' || barred !== undefined,
    waysOut: periods && ends === 'anyTime',
    notifies: periods && !duration.counts,
    revocation: periods && termination !== undefined && termination.withdrawal !== 'byConsent',
    namedDate: ends !== undefined && ends !== 'endOfPeriod',
    dayCount: isDayCountOpen(entryIntoForce) || isDayCountOpen(amendment?.entryIntoForce),
    premature: barred?.bars === 'giving',
  };
}

/** Returns the questions that this text answers and others leave open, each with its article. */
export function questionsSettled({ duration, termination }: Terms): Partial<Record<Question, string>> {
  if (duration.kind !== 'periods') return {};
  return {
    ...(duration.counts ? { notifies: duration.article } : {}),
    ...(termination?.withdrawal === 'byConsent' ? { revocation: termination.article } : {}),
  };
}

/** Returns whether a clause makes entry into force depend on the expiry of days. */
export const isDayCountOpen = (clause: EntryIntoForceClause | undefined): boolean =>
  clause !== undefined && 'then' in clause && asksDayCount(clause.then);
