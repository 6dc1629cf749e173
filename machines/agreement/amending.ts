/**
 * How protocols amend the agreement: the clauses as they stand, and what they make of the running period. A protocol amends on its
 * entry into force, or on the days that it names. VCLT art. 25, 28, 39; here art. 10.
 */
import type { CalendarDate, Length } from '../../clauses/calendar.ts';
import { amendedPeriod } from '../../clauses/periods.ts';
import type { Changes, Terms } from '../../clauses/terms.ts';
import type { AgreementContext, AgreementEvent, Amendment, At } from './context.ts';
import { begin, type Step } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;
type Amending = EventOf<'protocol.enteredIntoForce'> | EventOf<'protocol.changesApplied'>;

/** A protocol in force; its changes with it, unless it names days of its own for them. */
export function enterProtocol(c: AgreementContext, e: EventOf<'protocol.enteredIntoForce'>): Step {
  const protocols = [...c.protocols, { id: e.protocol, on: e.at }];
  return { protocols, ...(e.changes ? amend(c, e, e.changes, 'entryIntoForce') : {}) };
}

/** The changes of a protocol hold from the day that it names. */
export const applyChanges = (c: AgreementContext, e: EventOf<'protocol.changesApplied'>): Step => amend(c, e, e.changes, e.how);

function amend(c: AgreementContext, e: Amending, changes: Changes, how: Amendment['how']): Step {
  const terms = amendedTerms(c.terms, changes);
  const amendments = [...c.amendments, { id: e.protocol, on: e.at, changes, how }];
  return { terms, amendments, ...amendedPeriods({ ...c, terms }, e, changes) };
}

function amendedPeriods(c: AgreementContext, e: At<{ protocol: string }>, changes: Changes): Step {
  const { duration } = c.terms;
  if (duration.kind !== 'periods' || (c.agreedEnd && !c.period)) return {};
  if (changes.restartsPeriods) return begin({ anchor: e.at, lengths: [duration.first] }, e.at, c);
  const lengthChanged = changes.periodLength !== undefined && changes.appliesTo === 'runningPeriod';
  const length = lengthChanged ? changes.periodLength : undefined;
  return recount(c, { length, noticeBefore: c.terms.termination && changes.noticeBefore, instrument: `protocol ${e.protocol}` }, e.at);
}

interface Recount {
  /** The running period's length, where it is another. */
  length: Changes['periodLength'];
  noticeBefore: Changes['noticeBefore'];
  instrument: string;
}

function recount(c: AgreementContext, { length, noticeBefore, instrument }: Recount, day: CalendarDate): Step {
  if (!c.cycle || !c.period) return {};
  const cycle = length ? { ...c.cycle, lengths: [...c.cycle.lengths.slice(0, -1), length] } : c.cycle;
  const period = amendedPeriod(c.period, cycle, { lengthChanged: length !== undefined, noticeBefore, instrument }, day, c.reading);
  return { cycle, period, ...(c.period.lastDay === c.firstPeriodLastDay ? { firstPeriodLastDay: period.lastDay } : {}) };
}

/**
 * Provisional application ends with the intention to become a party (VCLT art. 25(2)): the clauses are again those of the other
 * instruments. A running period that its changes had lengthened or shortened is counted again by its own length.
 */
export function endApplication(c: AgreementContext, e: EventOf<'protocol.applicationEnded'>): Step {
  const ended = c.amendments.find(a => a.id === e.protocol)!;
  const amendments = c.amendments.filter(a => a !== ended);
  const terms = amendments.reduce((t, a) => amendedTerms(t, a.changes), c.concluded);
  const { duration } = terms;
  if (duration.kind !== 'periods') return { terms, amendments };
  const reached = ended.changes.appliesTo === 'runningPeriod' && c.cycle?.lengths.at(-1) === ended.changes.periodLength;
  const own = c.period?.number !== 1 && 'length' in duration.renewal ? duration.renewal.length : duration.first;
  const length = reached ? own : undefined;
  const noticeBefore = ended.changes.noticeBefore && duration.noticeBefore;
  return { terms, amendments, ...recount({ ...c, terms }, { length, noticeBefore, instrument: `protocol ${e.protocol}` }, e.at) };
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

type Periods = Extract<Terms['duration'], { kind: 'periods' }>;

/** A changed length is that of every later period; a changed renewal has its own. */
function amendedDuration(
  duration: Periods,
  { periodLength, renewal, noticeBefore }: Pick<Changes, 'periodLength' | 'renewal' | 'noticeBefore'>,
): Periods {
  const old = duration.renewal;
  const same = periodLength && 'length' in old ? { ...old, length: periodLength } : old;
  return {
    ...duration,
    first: periodLength ?? duration.first,
    renewal: renewal ?? same,
    ...(noticeBefore ? { noticeBefore } : {}),
  };
}
