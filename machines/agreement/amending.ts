/**
 * How protocols amend the agreement: the clauses as they stand, and what they make of the running period. A protocol amends on its
 * entry into force, or on the days that it names. VCLT art. 25, 28, 39; here art. 10.
 */
import { byText, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { amendedPeriod, noticeBeforeIn, runningOn, type Span } from '../../clauses/periods.ts';
import type { Changes, PeriodsClause, Terms } from '../../clauses/terms.ts';
import {
  expiresAfter,
  isRenewedAfter,
  lengthByClause,
  type AgreementContext,
  type AgreementEvent,
  type Amendment,
  type At,
} from './context.ts';
import { begin, type ContextPatch } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

/** A protocol in force; its changes with it, unless it names days of its own for them. */
export function enterProtocol(c: AgreementContext, e: EventOf<'protocol.enteredIntoForce'>): ContextPatch {
  const protocols = [...c.protocols, { id: e.protocol, on: e.at }];
  return { protocols, ...(e.changes ? amend(c, e, e.changes, 'entryIntoForce') : {}) };
}

/** The changes of a protocol hold from the day that it names. */
export const applyChanges = (c: AgreementContext, e: EventOf<'protocol.changesApplied'>): ContextPatch => amend(c, e, e.changes, e.how);

/** The agreement as it will stand at the end of its running period, by every change that is known today. */
export function atEndOfPeriod(c: AgreementContext): AgreementContext {
  const next = [...c.changesAhead]
    .filter(a => a.on >= c.today && !c.amendments.some(({ id }) => id === a.id))
    .sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id))[0];
  if (!next || !c.period || next.on > c.period.lastDay) return c;
  return atEndOfPeriod({ ...c, ...amend(c, { protocol: next.id, at: next.on }, next.changes, next.how) });
}

/** Whether another period, or time without limit, follows on the running one of itself, as far as is known today. */
export function isToBeRenewed(c: AgreementContext): boolean {
  const end = atEndOfPeriod(c);
  return isRenewedAfter(end, end.period!.lastDay);
}

/** Whether the running period is the last one, as far as is known today. */
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
  const { duration } = c.terms;
  if (duration.kind !== 'periods' || (c.agreedEnd && !c.period)) return {};
  if (changes.restartsPeriods) return restarted(c, duration, e.at);
  const lengthChanged = changes.periodLength !== undefined && changes.appliesTo === 'runningPeriod';
  const length = lengthChanged ? changes.periodLength : undefined;
  const step = recount(
    c,
    { length, noticeBefore: c.terms.termination && changes.noticeBefore, instrument: `protocol ${e.protocol}` },
    e.at,
  );
  if (!length || !c.cycle || !c.period) return step;
  return { ...step, replaced: { number: c.period.number, span: c.cycle.lengths.at(-1)!, agreedBy: c.period.agreedBy } };
}

/** A new first period; where the text fixes the day on which the first ends and that is past, it is one as after it. */
function restarted(c: AgreementContext, duration: PeriodsClause, day: CalendarDate): ContextPatch {
  const cycle = runningOn(day, { anchor: day, lengths: [duration.first] }, c.reading, lengthByClause(duration));
  return cycle ? begin(cycle, day, c) : {};
}

interface Recount {
  /** How long the running period is, where that is otherwise. */
  length: Span | undefined;
  noticeBefore: Changes['noticeBefore'];
  instrument: string;
  /** By which fact the Parties had agreed that. */
  agreedBy?: string | undefined;
}

function recount(c: AgreementContext, { length, noticeBefore, instrument, agreedBy }: Recount, day: CalendarDate): ContextPatch {
  if (!c.cycle || !c.period) return {};
  const cycle = length ? { ...c.cycle, lengths: [...c.cycle.lengths.slice(0, -1), length] } : c.cycle;
  const amended = amendedPeriod(c.period, cycle, { lengthChanged: length !== undefined, noticeBefore, instrument }, day, c.reading);
  const period = agreedBy ? { ...amended, agreedBy } : amended;
  return { cycle, period, ...(c.period.lastDay === c.firstPeriodLastDay ? { firstPeriodLastDay: period.lastDay } : {}) };
}

/**
 * Provisional application ends with the intention to become a party (VCLT art. 25(2)): the clauses are again those of the other
 * instruments. A running period that its changes had lengthened or shortened is counted again by its own length.
 */
export function endApplication(c: AgreementContext, e: EventOf<'protocol.applicationEnded'>): ContextPatch {
  const ended = c.amendments.find(a => a.id === e.protocol)!;
  const amendments = c.amendments.filter(a => a !== ended);
  const terms = amendments.reduce((t, a) => amendedTerms(t, a.changes), c.concluded);
  const { duration } = terms;
  if (duration.kind !== 'periods') return { terms, amendments };
  const instrument = `protocol ${e.protocol}`;
  const noticeBefore = ended.changes.noticeBefore && c.period && noticeBeforeIn(duration, c.period.number);
  return { terms, amendments, ...recount({ ...c, terms }, { ...ownLength(c, ended, duration), noticeBefore, instrument }, e.at) };
}

/** How long the running period is without the changes that gave it another length: nothing where they did not. */
function ownLength(
  { cycle, period }: AgreementContext,
  { changes, replaced }: Amendment,
  duration: PeriodsClause,
): Pick<Recount, 'length' | 'agreedBy'> {
  const isReached = changes.appliesTo === 'runningPeriod' && cycle?.lengths.at(-1) === changes.periodLength;
  if (!isReached || !period || period.agreedBy) return { length: undefined };
  if (replaced?.number === period.number) return { length: replaced.span, agreedBy: replaced.agreedBy };
  return { length: period.number > 1 && 'length' in duration.renewal ? duration.renewal.length : duration.first };
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

/** A changed time from a notice to its effect takes the place of a first day of a month too. */
function renoticed(termination: WithNotice, notice: Length): WithNotice {
  const { then: _, ...kept } = { then: undefined, ...termination };
  return { ...kept, notice };
}

/** A changed length is that of every later period; a changed renewal has its own. */
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
