/**
 * The safe day, by its promise: the last day D such that our own notice, dated, dispatched and received on any one day from the day asked
 * about to D, is in time and prevents the next renewal on every reading. Found on the fold carried on from that day with everything known,
 * ignoring running notices, since they can be revoked (VCLT art. 68). This is the only code that finds a safe day.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { addDays, after, date, dayAfter, dayBefore, earliest, latest, type CalendarDate } from '../clauses/calendar.ts';
import { isFixed, lastDayOfPeriod, type Cycle, type Period } from '../clauses/periods.ts';
import { combinations, type Condition, type Question, type Reading } from '../clauses/reading.ts';
import { expiresAfter, isRenewedAfter, lastBarredDay, type AgreementContext } from './agreement/context.ts';
import type { Fact } from './facts.ts';
import { fold } from './fold.ts';
import type { StateAt } from './treaty-state.ts';
import { lastDayFor, noticeOfPeriod, periodRunOn, type PeriodRun, type PeriodStretch } from './period-runs.ts';
import { alternatives, liveQuestions, type Answers } from './readings.ts';

/** Days from `from` to `to`, both inclusive. */
export interface DaySpan {
  from: CalendarDate;
  to: CalendarDate;
}

export interface SafeDay {
  /** The safe day; null if a notice on the day asked about already fails on some reading. */
  date: CalendarDate | null;
  /**
   * If `date` is null: the last day on which a notice did not fail, otherwise the earliest last day for notice over all readings. Also null
   * if no notice has been effective yet but one will be.
   */
  passed: CalendarDate | null;
  /** If `date` is null and a known change makes a notice effective again before the period ends: the days on which it is. */
  reopens: DaySpan | null;
  /** If a notice is effective on the day asked about: the last day on which it is, on each reading. */
  lasts: Answers<CalendarDate> | undefined;
  /** Protocols whose changes apply after the day asked about and before the period ends. */
  changes: readonly { protocol: string; on: CalendarDate }[];
  /** The last day of the running period, the latest over all readings. */
  latestEnd: CalendarDate;
}

/** One reading: the days on which our notice prevents the next renewal on it. */
interface ReadingWindow {
  reading: Reading;
  days: readonly DaySpan[];
  /** Its last day for notice under the clauses in effect on the day asked about. */
  lastDay: CalendarDate;
  end: CalendarDate;
  run?: PeriodRun;
}

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

/** Returns the safe day on a day not before `carried.from`; undefined if no notice could prevent a renewal, or there is none to prevent. */
export const safeDayOn = (carried: CarriedOn, day: CalendarDate): SafeDay | undefined =>
  carried.readings.differ ? safeDayByFolding(carried, day) : safeDayByCounting(carried, day);

/** Returns the earliest last day in force over all readings if the running period ends without renewal; otherwise undefined. */
export const expiryOn = (carried: CarriedOn, day: CalendarDate): CalendarDate | undefined =>
  carried.readings.differ ? earliestExpiry(carried, day) : expiryByCounting(carried, day);

/** Returns the readings that make the safe day this early; empty if the default is among them. */
export const readingsOfSafeDay = ({ date: day, lasts }: SafeDay): Condition[] =>
  (lasts && alternatives(lasts, last => last).find(a => a.value === day)?.when) ?? [];

const isOfNotices = ({ type }: Fact): boolean =>
  type === 'termination.notified' || type === 'termination.revoked' || type === 'termination.revocationConsented';

/** Not live for a notice of our own: it is received on its day of dispatch, names no day and is not revoked. */
const notOfOwnNotice: readonly Question[] = ['notifies', 'revocation', 'namedDate'];
/** These decide when a notice takes effect, not whether it is in time. */
const ofEffect: readonly Question[] = ['effect', 'waysOut'];

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

/** Without protocols, all readings count the same period, each to its own end. */
function safeDayByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): SafeDay | undefined {
  const running = runningOn(history, day);
  const notice = running && noticeOfPeriod(running);
  if (!notice || !isRenewedAfter(running, running.period.lastDay)) return undefined;
  const { period, cycle } = running;
  const each = combinations(['periodEnd', 'noticeCount'], reading).map((r): ReadingWindow => {
    const end = lastDayOfPeriod(cycle, r);
    const lastDay = lastDayFor(notice, end, r);
    return { reading: r, days: lastDay < period.firstDay ? [] : [{ from: period.firstDay, to: lastDay }], lastDay, end };
  });
  return combineReadings(['periodEnd', 'noticeCount'], each, day);
}

function expiryByCounting({ agreement: { reading }, history }: CarriedOn, day: CalendarDate): CalendarDate | undefined {
  const running = runningOn(history, day);
  if (!running || !expiresAfter(running, running.period.lastDay)) return undefined;
  return earliest(...combinations(['periodEnd'], reading).map(r => lastDayOfPeriod(running.cycle, r)));
}

/** Returns the context on a day on which a period is running. */
function runningOn(history: readonly StateAt[], day: CalendarDate): (AgreementContext & { period: Period; cycle: Cycle }) | undefined {
  const moment = history.findLast(m => m.day <= day);
  if (moment?.phase !== 'inForce') return undefined;
  const { period, cycle } = moment.context;
  return period && cycle && { ...moment.context, period, cycle };
}

/** If the period ends without renewal on the default reading: the earliest end over the readings that agree. */
function earliestExpiry({ trails }: CarriedOn, day: CalendarDate): CalendarDate | undefined {
  const runs = trails.map(({ history }) => periodRunOn(history, day)).filter(run => run?.expires);
  return periodRunOn(trails[0]!.history, day)?.expires ? earliest(...runs.map(run => run!.end)) : undefined;
}

/** Each reading takes its own course: the days before its next renewal, whatever number that period has on it. */
function safeDayByFolding(ask: CarriedOn, day: CalendarDate): SafeDay | undefined {
  const byDefault = periodRunOn(ask.trails[0]!.history, day);
  const hasJustBegun = byDefault?.firstDay === day && day === ask.from;
  const each = ask.trails.flatMap(({ reading, history }, i): ReadingWindow[] => {
    const found = periodRunOn(history, day);
    // a period that ends on the day asked about counts as over if the default reading is already in the next
    const isOver = i > 0 && hasJustBegun && found?.end === day;
    const run = isOver ? periodRunOn(history, dayAfter(day)) : found;
    if (!run?.isRenewed) return [];
    const at = run.stretches.findLast(s => s.from <= day) ?? run.stretches[0]!;
    return combinations(ask.readings.ofCount, reading).map(r => ({
      reading: r,
      days: daysOf(ask, r, run, history).map(s => (isOver && s.from === dayAfter(day) ? { ...s, from: day } : s)),
      lastDay: lastDayIn(at, r) ?? dayBefore(run.firstDay),
      end: run.end,
      run,
    }));
  });
  const hasNotice = each.some(e => e.run!.stretches.some(s => s.notice !== undefined));
  if (!hasNotice) return undefined;
  const isNeverGiven = isBarred(ask.agreement) && !each.map(e => e.days).reduce(intersection).length;
  return isNeverGiven ? undefined : combineReadings(ask.readings.live, each, day);
}

/**
 * A timely notice ends the agreement no later than its period; a later change that shortens the period may renew it first, so those days
 * are tested.
 */
function daysOf(ask: CarriedOn, reading: Reading, { stretches }: PeriodRun, history: readonly StateAt[]): DaySpan[] {
  const found = stretches.flatMap((stretch, i) => {
    const { from, to, end } = stretch;
    const last = lastDayIn(stretch, reading);
    if (last === undefined || last < from) return [];
    const days = notBarred({ from, to: earliest(to, last) }, history);
    const isCutLater = stretches.slice(i + 1).some(later => later.end < end);
    return isCutLater ? days.flatMap(d => effectiveDays(ask, reading, d)) : days;
  });
  return found.reduce<DaySpan[]>(joined, []);
}

const lastDayIn = ({ end, notice }: PeriodStretch, reading: Reading): CalendarDate | undefined =>
  notice && lastDayFor(notice, end, reading);

/** Joins consecutive days into one run. */
function joined(all: readonly DaySpan[], next: DaySpan): DaySpan[] {
  const last = all.at(-1);
  return last && dayAfter(last.to) === next.from ? [...all.slice(0, -1), { from: last.from, to: next.to }] : [...all, next];
}

/** A notice before the first day on which it may be given has no effect on some reading. */
function notBarred(days: DaySpan, history: readonly StateAt[]): DaySpan[] {
  const { context } = history.at(-1)!;
  const barred = isBarred({ clauses: context.terms }) ? lastBarredDay(context) : undefined;
  if (!barred) return [days];
  return days.to > barred ? [{ ...days, from: latest(days.from, dayAfter(barred)) }] : [];
}

const isBarred = ({ clauses: { termination } }: Pick<Agreement, 'clauses'>): boolean =>
  termination !== undefined && 'bars' in termination && termination.bars === 'giving';

/**
 * Returns the part of these days on which our notice prevents the renewal: none, or from the first of them on, since a later notice never
 * ends the agreement sooner. Finds its last day by bisection.
 */
function effectiveDays(ask: CarriedOn, reading: Reading, { from, to }: DaySpan): DaySpan[] {
  const works = (day: CalendarDate): boolean => doesPrevent(ask, reading, day);
  if (works(to)) return [{ from, to }];
  if (!works(from)) return [];
  let [yes, no] = [from, to];
  while (dayAfter(yes) < no) {
    const half = halfway(yes, no);
    if (works(half)) yes = half;
    else no = half;
  }
  return [{ from, to: yes }];
}

const halfway = (a: CalendarDate, b: CalendarDate): CalendarDate =>
  addDays(a, Math.floor((Date.parse(b) - Date.parse(a)) / 86_400_000 / 2));

/** Folds with our notice inserted, on every reading of when it takes effect. */
function doesPrevent({ agreement, facts, through }: CarriedOn, reading: Reading, day: CalendarDate): boolean {
  const ours = ourNotice(agreement, day);
  const withOurs = [...facts, ours];
  const live = liveQuestions(agreement, withOurs).filter(q => ofEffect.includes(q));
  return combinations(live, reading).every(r => {
    const family = fold(agreement, withOurs, r, through);
    const taken = family.agreement.snapshot.context.notices.find(n => n.id === ours.id);
    const counts = agreement.clauses.termination?.when === 'onFixedDays' || taken?.prevents !== undefined;
    return counts && taken?.outcome.inTime === true && !family.acts.some(a => a.what === 'renewal' && a.on > day);
  });
}

/** An id that no entry can have. */
export const ourNoticeId = 'our notice';

/** Our notice, dated, dispatched and received on one day. */
export const ourNotice = ({ parties }: Pick<Agreement, 'parties'>, day: CalendarDate): Fact => ({
  id: ourNoticeId,
  type: 'termination.notified',
  by: parties[0].id,
  dated: day,
  dispatched: day,
  received: day,
});

/** Intersects the days of all readings, and evaluates them for the day asked about. */
function combineReadings(questions: readonly Question[], each: readonly ReadingWindow[], day: CalendarDate): SafeDay {
  const shared = each.map(e => e.days).reduce(intersection);
  const now = shared.find(s => s.from <= day && day <= s.to);
  const before = shared.filter(s => s.to < day).map(s => s.to);
  const later = shared.find(s => s.from > day);
  const ends = each.map(e => e.end);
  const earliestLast = later ? null : earliest(dayBefore(day), ...each.map(e => e.lastDay));
  return {
    date: now?.to ?? null,
    passed: now ? null : before.length ? latest(...before) : earliestLast,
    reopens: now ? null : (later ?? null),
    lasts: now && lastsOf(questions, each, day),
    changes: changesOf(each, day),
    latestEnd: latest(...ends),
  };
}

const intersection = (a: readonly DaySpan[], b: readonly DaySpan[]): DaySpan[] =>
  a.flatMap(x =>
    b.flatMap(y => {
      const both = { from: latest(x.from, y.from), to: earliest(x.to, y.to) };
      return both.from <= both.to ? [both] : [];
    }),
  );

const lastsOf = (of: readonly Question[], each: readonly ReadingWindow[], day: CalendarDate): Answers<CalendarDate> => ({
  of,
  each: each.map(({ reading, days }) => ({ reading, value: days.find(s => s.from <= day && day <= s.to)!.to })),
});

function changesOf(each: readonly ReadingWindow[], day: CalendarDate): SafeDay['changes'] {
  const all = each.flatMap(e => e.run?.changes ?? []).filter(c => c.on > day);
  return all.filter((c, i) => all.findIndex(o => o.protocol === c.protocol && o.on === c.on) === i);
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
