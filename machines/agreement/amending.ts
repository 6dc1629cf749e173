/**
 * How protocols amend the agreement: the clauses now in effect, and their consequences for the running period. A protocol amends on its
 * entry into force, or on the days it names. VCLT art. 25, 28, 39; here art. 10.
 */
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import { amendedPeriod, runningOn, type Cycle, type Period, type PeriodExtent } from '../../clauses/periods.ts';
import type { Changes, PeriodsClause, Terms } from '../../clauses/terms.ts';
import { lengthByClause, type AgreementContext, type AgreementEvent, type Amendment, type At } from './context.ts';
import { begin, type ContextPatch } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

/** Records a protocol in force, and applies its changes unless they take effect on days of their own. */
export function enterProtocol(c: AgreementContext, e: EventOf<'protocol.enteredIntoForce'>): ContextPatch {
  const protocols = [...c.protocols, { id: e.protocol, on: e.at }];
  return { protocols, ...(e.changes ? amend(c, e, e.changes, 'entryIntoForce') : {}) };
}

/** Applies a protocol's changes from the day it names. */
export const applyChanges = (c: AgreementContext, e: EventOf<'protocol.changesApplied'>): ContextPatch => amend(c, e, e.changes, e.how);

/** Returns the agreement with these changes, from this day. */
export function amend(c: AgreementContext, e: At<{ protocol: string }>, changes: Changes, how: Amendment['how']): ContextPatch {
  const terms = amendedTerms(c.terms, changes);
  const { replaced, ...periods } = amendedPeriods({ ...c, terms }, e, changes);
  const amendments = [...c.amendments, { id: e.protocol, on: e.at, changes, how, replaced }];
  return { terms, amendments, ...periods };
}

function amendedPeriods(c: AgreementContext, e: At<{ protocol: string }>, changes: Changes): ContextPatch & Pick<Amendment, 'replaced'> {
  const { duration, termination } = c.terms;
  if (duration.kind !== 'periods') return {};
  if (changes.restartsPeriods) return c.agreedEnd && !c.period ? {} : restarted(c, duration, e.at);
  if (!isInPeriod(c)) return {};
  const recounted: Recount = {
    length: lengthOfRunning(changes),
    noticeBefore: (termination && changes.noticeBefore) ?? c.period.noticeBefore,
    protocol: e.protocol,
  };
  return { ...recount(c, recounted, e.at), replaced: unamended(c) };
}

export const lengthOfRunning = ({ appliesTo, periodLength }: Changes): Length | undefined =>
  appliesTo === 'runningPeriod' ? periodLength : undefined;

/** Returns the length that the running period had before all its amendments. */
function unamended({ amendments, cycle, period: { firstDay, agreedBy } }: InPeriod): Amendment['replaced'] {
  const before = amendments.at(-1)?.replaced;
  return before?.firstDay === firstDay ? before : { firstDay, span: cycle.lengths.at(-1)!, agreedBy };
}

/** The agreement while a period runs. */
export type InPeriod = AgreementContext & { cycle: Cycle; period: Period };
export const isInPeriod = (c: AgreementContext): c is InPeriod => c.period !== undefined;

/** Begins a new first period. If the text fixes the end of the first period and that day is past, the next ones are counted from it. */
function restarted(c: AgreementContext, duration: PeriodsClause, day: CalendarDate): ContextPatch {
  const cycle = runningOn(day, { anchor: day, lengths: [duration.first] }, c.reading, lengthByClause(duration));
  return cycle ? begin(cycle, day, c) : {};
}

export interface Recount {
  /** The running period's length, if it changes. */
  length?: PeriodExtent | undefined;
  /** The notice that governs the running period, if its last day has not passed. */
  noticeBefore: Length | undefined;
  protocol: string;
  /** The fact by which the Parties had agreed on that length. */
  agreedBy?: string | undefined;
}

export function recount(c: InPeriod, { length, noticeBefore, protocol, agreedBy }: Recount, day: CalendarDate): ContextPatch {
  const cycle = length ? { ...c.cycle, lengths: [...c.cycle.lengths.slice(0, -1), length] } : c.cycle;
  const amended = amendedPeriod(c.period, cycle, { lengthChanged: length !== undefined, noticeBefore, protocol }, day, c.reading);
  const period = agreedBy ? { ...amended, agreedBy } : amended;
  return { cycle, period, ...(c.period.lastDay === c.firstPeriodLastDay ? { firstPeriodLastDay: period.lastDay } : {}) };
}

export function amendedTerms(terms: Terms, { periodLength, renewal, noticeBefore: before, noticePeriod, amendment }: Changes): Terms {
  const { duration, termination } = terms;
  return {
    ...terms,
    duration:
      duration.kind === 'periods' ? amendedDuration(duration, { periodLength, renewal, noticeBefore: termination && before }) : duration,
    ...(termination
      ? { termination: noticePeriod && termination.when !== 'endOfPeriod' ? renoticed(termination, noticePeriod) : termination }
      : {}),
    ...(amendment
      ? { amendment: { article: terms.amendment?.article ?? amendment.article, by: 'protocol' as const, entryIntoForce: amendment } }
      : {}),
  };
}

type WithNotice = Exclude<Terms['termination'], { when: 'endOfPeriod' } | undefined>;

/** A changed time from notice to effect also replaces a first day of a month. */
function renoticed(termination: WithNotice, notice: Length): WithNotice {
  const { then: _, ...kept } = { then: undefined, ...termination };
  return { ...kept, notice };
}

/** A changed length applies to every later period; a changed renewal has its own length. */
function amendedDuration(
  duration: PeriodsClause,
  { periodLength, renewal, noticeBefore }: Pick<Changes, 'periodLength' | 'renewal' | 'noticeBefore'>,
): PeriodsClause {
  const old = duration.renewal;
  const same = periodLength && 'length' in old ? { ...old, length: periodLength } : old;
  return {
    ...duration,
    first: periodLength ?? duration.first,
    renewal: renewal ?? same,
    ...(noticeBefore ? { noticeBefore } : {}),
  };
}
