/** The end of a protocol's provisional application: what it had changed is counted again without it. VCLT art. 25(2). */
import { noticeBeforeIn, type PeriodExtent } from '../../clauses/periods.ts';
import type { PeriodsClause, Terms } from '../../clauses/terms.ts';
import { amendedTerms, isInPeriod, lengthOfRunning, recount, type InPeriod, type Recount } from './amending.ts';
import type { AgreementContext, AgreementEvent, Amendment } from './context.ts';
import type { ContextPatch } from './steps.ts';

/**
 * Ends provisional application: a Party no longer intends to become a party (VCLT art. 25(2)). The clauses revert to those of the other
 * instruments, and a running period whose length the changes altered is counted by its own length again.
 */
export function endApplication(c: AgreementContext, e: Extract<AgreementEvent, { type: 'protocol.applicationEnded' }>): ContextPatch {
  const ended = c.amendments.find(a => a.id === e.protocol)!;
  const amendments = c.amendments.filter(a => a !== ended);
  const terms = termsWith(amendments, c.concluded);
  if (!isInPeriod(c)) return { terms, amendments };
  const without = { ...c, amendments: withoutLengthOf(ended, { ...c, amendments }) };
  const recounted: Recount = {
    ...ownLength(without, ended),
    noticeBefore: ended.changes.noticeBefore ? noticeBeforeIn(terms.duration as PeriodsClause, c.period.number) : c.period.noticeBefore,
    protocol: e.protocol,
  };
  return { terms, amendments: without.amendments, ...recount(c, recounted, e.at) };
}

/** Returns the running period's length without these changes; undefined if it is not theirs. */
function ownLength(c: InPeriod, { changes, replaced }: Amendment): Pick<Recount, 'length' | 'agreedBy'> | undefined {
  const { amendments, cycle, period } = c;
  if (cycle.lengths.at(-1) !== lengthOfRunning(changes) || period.agreedBy) return undefined;
  if (replaced?.firstDay !== period.firstDay) return { length: lengthAtBeginning(c) };
  const other = amendments.findLast(a => a.replaced?.firstDay === period.firstDay && lengthOfRunning(a.changes));
  return other ? { length: lengthOfRunning(other.changes) } : { length: replaced.span, agreedBy: replaced.agreedBy };
}

/** The running period may have begun with a length that now ends, and that other changes have replaced: they no longer give way to it. */
function withoutLengthOf({ changes, replaced }: Amendment, c: InPeriod): Amendment[] {
  const { firstDay } = c.period;
  const beganWithIt = replaced?.firstDay !== firstDay && lengthOfRunning(changes);
  return c.amendments.map(a =>
    a.replaced?.firstDay === firstDay && !a.replaced.agreedBy && a.replaced.span === beganWithIt
      ? { ...a, replaced: { firstDay, span: lengthAtBeginning(c) } }
      : a,
  );
}

/** Returns the length that the running period has by the clauses in effect when it began. */
function lengthAtBeginning({ amendments, concluded, period: { number, firstDay } }: InPeriod): PeriodExtent {
  const before = amendments.filter(({ on, changes }) => on < firstDay || (changes.restartsPeriods && on === firstDay));
  const { first, renewal } = termsWith(before, concluded).duration as PeriodsClause;
  return number > 1 && 'length' in renewal && renewal.length ? renewal.length : first;
}

const termsWith = (amendments: readonly Amendment[], concluded: Terms): Terms =>
  amendments.reduce((terms, a) => amendedTerms(terms, a.changes), concluded);
