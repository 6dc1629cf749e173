/** Which protocol set the running period's length, and which its notice before the end; answers cite them. Here art. 10. */
import { isFixed, lastDayForNoticeReckoned, periodEndReckoned, type Cycle, type Period } from '../../clauses/periods.ts';
import type { Reckoning } from '../../clauses/reckoning.ts';
import type { AgreementContext, Amendment } from './context.ts';

type Running = Pick<AgreementContext, 'amendments' | 'terms' | 'reading'> & { period: Period; cycle: Cycle };

/** The context while a period runs. */
export const inPeriod = (c: AgreementContext): Running => ({ ...c, period: c.period!, cycle: c.cycle! });

/** Returns the last day of the period, with its reason. */
export const periodEndOf = (c: Running): Reckoning =>
  periodEndReckoned(c.period, c.cycle, c.terms.duration.article, c.reading, lengthAmendedBy(c));

/** Returns the period's last day for notice, with its reason; undefined if it has none. */
export const lastDayForNoticeOf = (c: Running): Reckoning | undefined =>
  lastDayForNoticeReckoned(c.period, c.terms.duration.article, c.reading, noticeAmendedBy(c) ?? null);

/**
 * Returns the last protocol that set a length, if it applies to this period. A protocol applies to the period running at its entry into
 * force only if it says so.
 */
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

/** A changed notice applies to the running period only if its new last day was still ahead: then it is the one the period has. */
function noticeAmendedBy({ amendments, period }: Running): string | undefined {
  const last = amendments.findLast(({ changes }) => changes.noticeBefore);
  return last && last.changes.noticeBefore === period.noticeBefore ? last.id : undefined;
}
