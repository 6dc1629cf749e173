/** The course of an agreement carried on from a day, without new facts, under each reading that may take its own. */
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, after, date, latest, type CalendarDate } from '../clauses/calendar.ts';
import { isFixed, type Cycle, type Period } from '../clauses/periods.ts';
import { combinations, type Question, type Reading } from '../clauses/reading.ts';
import type { AgreementContext } from './agreement/context.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { StateAt } from './treaty-state.ts';
import { liveQuestions } from './readings.ts';
import { ourNotice } from './our-notice.ts';

/** The family carried on, without new facts, from the day through which its facts are known; it answers for that day and later ones. */
export interface CarriedOn {
  agreement: Agreement;
  /** Without notices. */
  facts: readonly Fact[];
  from: CalendarDate;
  through: CalendarDate;
  readings: Readings;
  /** On the default reading, through `through`. */
  history: readonly StateAt[];
  /** Each reading that may take its own course, the default one first. */
  trails: readonly { reading: Reading; history: readonly StateAt[] }[];
}

/**
 * Carries the family on. `facts`: those known that had happened by `from`. `history`: of their fold through that day on the default
 * reading.
 */
export function carriedOn(agreement: Agreement, facts: readonly Fact[], from: CalendarDate, history?: readonly StateAt[]): CarriedOn {
  const own = facts.filter(f => !isOfNotices(f));
  const readings = readingsOf(agreement, own);
  const carried = { agreement, facts: own, from, readings };
  if (!readings.differ && history) return { ...carried, through: from, history, trails: [{ reading: agreement.reading, history }] };
  const through = farEnough(agreement, own, from);
  const trails = readings.folded.map(reading => ({ reading, history: fold(agreement, own, reading, through).history }));
  return { ...carried, through, history: trails[0]!.history, trails };
}

const isOfNotices = ({ type }: Fact): boolean =>
  type === 'termination.notified' || type === 'termination.revoked' || type === 'termination.revocationConsented';

/** Not live for a notice of our own: it is received on its day of dispatch, names no day and is not revoked. */
const notOfOwnNotice: readonly Question[] = ['notifies', 'revocation', 'namedDate'];

/** These decide when a notice takes effect, not whether it is in time. */
export const ofEffect: readonly Question[] = ['effect', 'waysOut'];

interface Readings {
  /** The readings to fold, the default one first. */
  folded: Reading[];
  /** Their courses may differ by more than the count of the running period. */
  differ: boolean;
  /** Questions that do not change the course: the last day for notice is counted under all their readings. */
  ofCount: readonly Question[];
  live: readonly Question[];
}

/**
 * How a notice is counted back does not change the course, unless a protocol changes the notice: it decides whether the change applies to
 * the running period.
 */
function readingsOf(agreement: Agreement, facts: readonly Fact[]): Readings {
  const withOurs = [...facts, ourNotice(agreement, date('2000-01-01'))]; // the day does not matter
  const live = liveQuestions(agreement, withOurs).filter(q => !notOfOwnNotice.includes(q) && !ofEffect.includes(q));
  const differ = facts.some(f => 'protocol' in f || f.type === 'superseded') || live.some(q => q !== 'periodEnd' && q !== 'noticeCount');
  const isNoticeChanged = facts.some(f => f.type === 'protocol.signed' && f.changes?.noticeBefore !== undefined);
  const [courseQuestions, countQuestions] = isNoticeChanged
    ? [live, []]
    : [live.filter(q => q !== 'noticeCount'), live.filter(q => q === 'noticeCount')];
  return {
    folded: differ ? combinations(courseQuestions, agreement.reading) : [agreement.reading],
    differ,
    ofCount: countQuestions,
    live,
  };
}

/**
 * Returns a day beyond the next renewal or way out: the longest period and notice in the clauses, a protocol or an agreed renewal, plus a
 * margin.
 */
function farEnough({ clauses: { duration, termination } }: Agreement, facts: readonly Fact[], day: CalendarDate): CalendarDate {
  const changes = facts.flatMap(f => (f.type === 'protocol.signed' && f.changes ? [f.changes] : []));
  const renewals = [duration.kind === 'periods' ? duration.renewal : undefined, ...changes.map(c => c.renewal)];
  const spans = [
    ...(duration.kind === 'periods' ? [duration.first] : []),
    ...renewals.flatMap(r => (r && 'length' in r && r.length ? [r.length] : [])),
    ...changes.flatMap(c => [c.periodLength ?? [], c.noticePeriod ?? []].flat()),
    ...(termination?.when === 'onFixedDays' ? [termination.notice] : []),
    ...facts.flatMap(f => (f.type === 'renewal.agreed' ? [f.length ?? (f.until && { until: f.until })] : [])),
  ].filter(span => span !== undefined);
  const later = changes.flatMap(c => [c.from, c.provisionallyFrom].filter(d => d !== undefined));
  return latest(day, ...later, ...spans.map(span => addDays(isFixed(span) ? span.until : after(day, span, span), 400)));
}

export type Running = AgreementContext & { period: Period; cycle: Cycle };

/** Returns the context on a day on which a period is running. */
export function runningOn(history: readonly StateAt[], day: CalendarDate): Running | undefined {
  const moment = history.findLast(m => m.day <= day);
  if (moment?.phase !== 'inForce') return undefined;
  const { period, cycle } = moment.context;
  return period && cycle && { ...moment.context, period, cycle };
}
