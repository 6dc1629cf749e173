/**
 * How protocols amend the agreement: the clauses now in effect, and their consequences for the running period. A protocol amends on its
 * entry into force, or on the days it names. VCLT art. 25, 28, 39; here art. 10.
 */
import { byText, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { amendedPeriod, noticeBeforeIn, runningOn, type Cycle, type Period, type PeriodExtent } from '../../clauses/periods.ts';
import type { Changes, PeriodsClause, Terms } from '../../clauses/terms.ts';
import {
  expiresAfter,
  continuesAfterPeriod,
  isRenewedAfter,
  lengthByClause,
  type AgreementContext,
  type AgreementEvent,
  type Amendment,
  type At,
  type ChangesAhead,
} from './context.ts';
import { begin, dispatchNoted, noticeTaken, type ContextPatch } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

/** Records a protocol in force, and applies its changes unless they take effect on days of their own. */
export function enterProtocol(c: AgreementContext, e: EventOf<'protocol.enteredIntoForce'>): ContextPatch {
  const protocols = [...c.protocols, { id: e.protocol, on: e.at }];
  return { protocols, ...(e.changes ? amend(c, e, e.changes, 'entryIntoForce') : {}) };
}

/** Applies a protocol's changes from the day it names. */
export const applyChanges = (c: AgreementContext, e: EventOf<'protocol.changesApplied'>): ContextPatch => amend(c, e, e.changes, e.how);

/** Returns the agreement as it will be at the end of its running period, with every change known today. */
export function atEndOfPeriod(c: AgreementContext): AgreementContext {
  const next = nextChange(c);
  return next ? atEndOfPeriod(changed(c, next)) : c;
}

/**
 * Returns the agreement as it will be on the next last day for notice of its running period, with every change known to apply by then.
 * Once that day is past, a later change may make a notice effective again; if none does, the day that is past remains.
 */
export function onLastDayForNotice(c: AgreementContext): AgreementContext {
  const next = nextChange(c);
  const isAhead = isNoticeAhead(c);
  if (!next || (isAhead && c.period!.lastDayForNotice! < next.on)) return c;
  const then = onLastDayForNotice(changed(c, next));
  return isAhead || isNoticeAhead(then) ? then : c;
}

/**
 * Returns whether the last day for notice of the running period is not past. One that a change counts back to before its own day never
 * falls due: until then the old clauses govern, from then on it is past.
 */
export const isNoticeAhead = ({ period, today, amendments }: AgreementContext): boolean =>
  period?.lastDayForNotice !== undefined && [today, ...amendments.map(a => a.on)].every(day => day <= period.lastDayForNotice!);

/** Returns the first change known to apply by the end of the running period. */
function nextChange({ changesAhead, amendments, period, today }: AgreementContext): ChangesAhead | undefined {
  const [next] = changesAhead
    .filter(a => a.on >= today && !amendments.some(({ id }) => id === a.id))
    .sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id));
  return next && period && next.on <= period.lastDay ? next : undefined;
}

const changed = (c: AgreementContext, { id, on, changes, how }: ChangesAhead): AgreementContext => ({
  ...c,
  ...amend(c, { protocol: id, at: on }, changes, how),
});

/** Returns whether the running period will be followed automatically by another, or by time without limit, as known today. */
export function isToBeRenewed(c: AgreementContext): boolean {
  const end = atEndOfPeriod(c);
  return isRenewedAfter(end, end.period!.lastDay);
}

/** A notice may prevent the renewal if, as far as is known today, one lies ahead. */
export const takeNotice = (c: AgreementContext, e: EventOf<'termination.notified'>): ContextPatch => noticeTaken(c, e, isRenewalAhead(c));
export const noteDispatch = (c: AgreementContext, e: EventOf<'termination.dispatched'>): ContextPatch =>
  dispatchNoted(c, e, isRenewalAhead(c));
const isRenewalAhead = (c: AgreementContext): boolean => continuesAfterPeriod(atEndOfPeriod(c));

/** Returns whether the running period is the last one, as known today. */
export function isToExpire(c: AgreementContext): boolean {
  const end = atEndOfPeriod(c);
  return end.period!.lastDay === c.period!.lastDay && expiresAfter(end, end.period!.lastDay);
}

function amend(c: AgreementContext, e: At<{ protocol: string }>, changes: Changes, how: Amendment['how']): ContextPatch {
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

const lengthOfRunning = ({ appliesTo, periodLength }: Changes): Length | undefined =>
  appliesTo === 'runningPeriod' ? periodLength : undefined;

/** Returns the length that the running period had before all its amendments. */
function unamended({ amendments, cycle, period: { firstDay, agreedBy } }: InPeriod): Amendment['replaced'] {
  const before = amendments.at(-1)?.replaced;
  return before?.firstDay === firstDay ? before : { firstDay, span: cycle.lengths.at(-1)!, agreedBy };
}

/** The agreement while a period runs. */
type InPeriod = AgreementContext & { cycle: Cycle; period: Period };
const isInPeriod = (c: AgreementContext): c is InPeriod => c.period !== undefined;

/** Begins a new first period. If the text fixes the end of the first period and that day is past, the next ones are counted from it. */
function restarted(c: AgreementContext, duration: PeriodsClause, day: CalendarDate): ContextPatch {
  const cycle = runningOn(day, { anchor: day, lengths: [duration.first] }, c.reading, lengthByClause(duration));
  return cycle ? begin(cycle, day, c) : {};
}

interface Recount {
  /** The running period's length, if it changes. */
  length?: PeriodExtent | undefined;
  /** The notice that governs the running period, if its last day has not passed. */
  noticeBefore: Length | undefined;
  protocol: string;
  /** The fact by which the Parties had agreed on that length. */
  agreedBy?: string | undefined;
}

function recount(c: InPeriod, { length, noticeBefore, protocol, agreedBy }: Recount, day: CalendarDate): ContextPatch {
  const cycle = length ? { ...c.cycle, lengths: [...c.cycle.lengths.slice(0, -1), length] } : c.cycle;
  const amended = amendedPeriod(c.period, cycle, { lengthChanged: length !== undefined, noticeBefore, protocol }, day, c.reading);
  const period = agreedBy ? { ...amended, agreedBy } : amended;
  return { cycle, period, ...(c.period.lastDay === c.firstPeriodLastDay ? { firstPeriodLastDay: period.lastDay } : {}) };
}

/**
 * Ends provisional application: a Party no longer intends to become a party (VCLT art. 25(2)). The clauses revert to those of the other
 * instruments, and a running period whose length the changes altered is counted by its own length again.
 */
export function endApplication(c: AgreementContext, e: EventOf<'protocol.applicationEnded'>): ContextPatch {
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
