/** Notices of termination that cannot work, change nothing, or take effect only after several further renewals. VCLT art. 54. */
import { addDays, after, dayAfter, daysBetween, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { combinations, type Reading } from '../../clauses/reading.ts';
import { lastDayOfBar } from '../../clauses/termination.ts';
import type { TerminationClause } from '../../clauses/terms.ts';
import type { Finding, FindingName } from './finding.ts';
import { endOn, familyOn, noticeOn, noticeTaken, periodsOf, type Walk } from './walk.ts';

/** Tries a notice on the days of the first periods that a clause could distinguish, and on some later ones. */
export function noticeFindings(walk: Walk): Finding[] {
  const { termination } = walk.agreement.clauses;
  if (!termination) return [];
  const found = withoutEffect(walk, termination) ?? nothingChanged(walk, termination);
  if (found) return [found];
  return [beyondPeriods(walk, termination), endless(walk, termination)].flatMap(f => f ?? []);
}

function daysToTry(walk: Walk): CalendarDate[] {
  const { periods, then, next } = periodsOf(walk);
  const days = [...periods.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]), ...afterTheBar(walk)];
  return then === 'over' ? days : [...days, next, after(next, 'P1Y' as Length)];
}

/** The first day on which a notice may be given, or have effect: it may be in the middle of a period. */
function afterTheBar({ agreement: { clauses, reading }, inForce }: Walk): CalendarDate[] {
  const { termination } = clauses;
  const barredFor = termination?.when === 'afterFirstPeriod' ? termination.barredFor : undefined;
  return barredFor ? [dayAfter(lastDayOfBar(inForce, barredFor, reading))] : [];
}

/** Some bars last longer than the first periods. */
const muchLater = ({ inForce }: Walk): CalendarDate[] => ['P10Y', 'P30Y', 'P100Y'].map(l => after(inForce, l as Length));

/** Every reading of the questions that a notice raises. */
const readingsOf = ({ agreement }: Walk): Reading[] => combinations(['periodEnd', 'effect', 'waysOut'], agreement.reading);

function withoutEffect(walk: Walk, termination: TerminationClause): Finding | undefined {
  const works = (day: CalendarDate): boolean => readingsOf(walk).some(r => noticeTaken(walk, day, r) !== undefined);
  const [first, ...others] = daysToTry(walk);
  if ([first!, ...others, ...muchLater(walk)].some(works)) return undefined;
  return found('noticeWithoutEffect', 'error', walk, termination, first!, {});
}

/** The agreement ends on the same day whatever notice is given. A notice that only prevents renewals is left to the period findings. */
function nothingChanged(walk: Walk, termination: TerminationClause): Finding | undefined {
  if (termination.when === 'endOfPeriod' || periodsOf(walk).then !== 'over') return undefined;
  const changes = (day: CalendarDate): boolean =>
    readingsOf(walk).some(r => endOn(walk, day, [noticeOn(walk, day)], r) !== endOn(walk, day, [], r));
  const days = daysToTry(walk);
  if (days.some(changes) || periodsOf(walk, undefined, true).periods.length > 1) return undefined;
  const [first] = days as [CalendarDate];
  return found('noticeChangesNothing', 'warning', walk, termination, first, { lastDay: endOn(walk, first, [])! });
}

/** A late notice ends the agreement only after at least one whole further period. */
function beyondPeriods(walk: Walk, termination: TerminationClause): Finding | undefined {
  const { periods, then } = periodsOf(walk);
  if (then !== 'renewed') return undefined;
  const longest = Math.max(...periods.map(p => daysBetween(p.firstDay, p.lastDay) + 1));
  const late = periods.map(p => (p.lastDayForNotice && p.lastDayForNotice >= p.firstDay ? dayAfter(p.lastDayForNotice) : p.firstDay));
  const isBeyond = (day: CalendarDate): boolean => (endOn(walk, day, [noticeOn(walk, day)]) ?? day) > addDays(day, longest + 1);
  if (termination.when === 'endOfPeriod' || !late.every(isBeyond)) return undefined;
  const [day] = late;
  return found('noticeBeyondPeriods', 'warning', walk, termination, day!, {
    periodEnd: periods[0]!.lastDay,
    lastDay: endOn(walk, day!, [noticeOn(walk, day!)])!,
  });
}

/** The agreement continues without limit, and no notice can end it from then on. */
function endless(walk: Walk, termination: TerminationClause): Finding | undefined {
  const { then, next } = periodsOf(walk);
  if (then !== 'withoutLimit' || [next, ...muchLater(walk)].some(day => noticeTaken(walk, day))) return undefined;
  return found('endlessAfterFirstPeriod', 'warning', walk, termination, next, { withoutLimitFrom: next });
}

function found(
  name: FindingName,
  severity: Finding['severity'],
  walk: Walk,
  { article }: TerminationClause,
  day: CalendarDate,
  dates: Readonly<Record<string, CalendarDate>>,
): Finding {
  const why = familyOn(walk, day, [noticeOn(walk, day)]).withoutEffect.find(w => w.fact === 't1')?.reason;
  return {
    name,
    severity,
    article,
    path: ['clauses', 'termination'],
    values: {},
    ...(why ? { why } : {}),
    story: { facts: [...walk.facts, noticeOn(walk, day)], asOf: day, dates: { received: day, ...dates } },
  };
}
