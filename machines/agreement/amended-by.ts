/** Which protocol gave the running period its length, and which the time of a notice before its end: an answer names it. Here art. 10. */
import { isFixed, lastDayForNoticeReckoned, periodEndReckoned, type Cycle, type Period } from '../../clauses/periods.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import type { AgreementContext, Amendment } from './context.ts';

type Running = Pick<AgreementContext, 'amendments' | 'terms' | 'reading'> & { period: Period; cycle: Cycle };

/** The last day of the period, with why. */
export const periodEndOf = (c: Running): Reckoning =>
  periodEndReckoned(c.period, c.cycle, c.terms.duration.article, c.reading, lengthAmendedBy(c));

/** Its last day for notice, with why; undefined where there is none. */
export const lastDayForNoticeOf = (c: Running): Reckoning | undefined =>
  lastDayForNoticeReckoned(c.period, c.terms.duration.article, c.reading, noticeAmendedBy(c) ?? null);

/** The last one that set a length, where it reached this period: one of the running period only where it says so. */
function lengthAmendedBy({ amendments, period, cycle }: Running): string | undefined {
  const span = cycle.lengths.at(-1)!;
  const last = amendments.findLast(
    ({ changes: { periodLength, renewal } }) => periodLength ?? (renewal && 'length' in renewal && renewal.length),
  );
  if (!last || isFixed(span) || period.agreedBy) return undefined;
  return reaches(last, period, cycle) && lengthIn(last) === span ? last.id : undefined;
}

function lengthIn({ changes: { periodLength, renewal } }: Amendment): string | undefined {
  return renewal && 'length' in renewal && renewal.length ? renewal.length : periodLength;
}

const reaches = ({ on, changes }: Amendment, { firstDay }: Period, { anchor }: Cycle): boolean =>
  on < firstDay || changes.appliesTo === 'runningPeriod' || (changes.restartsPeriods && on === anchor);

/** A changed time is that of the running period where its new last day still lies ahead: then it is the one that the period has. */
function noticeAmendedBy({ amendments, period }: Running): string | undefined {
  const last = amendments.findLast(({ changes }) => changes.noticeBefore);
  return last && last.changes.noticeBefore === period.noticeBefore ? last.id : undefined;
}
