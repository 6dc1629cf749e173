/** Periods that end before a notice can prevent it, and renewals that do not exist. */
import { after, daysBetween, type Length } from '../../clauses/calendar.ts';
import type { Period } from '../../clauses/periods.ts';
import { combinations, type Reading } from '../../clauses/reading.ts';
import type { DurationClause } from '../../clauses/terms.ts';
import type { Finding, FindingName, Story } from './finding.ts';
import { endOn, noticeOn, periodsOf, type Walk } from './walk.ts';

type InPeriods = Extract<DurationClause, { kind: 'periods' }>;

export function periodFindings(walk: Walk): Finding[] {
  const { duration } = walk.agreement.clauses;
  if (duration.kind !== 'periods' || !periodsOf(walk).periods.length) return [];
  return [roomForNotice, renewalToPrevent, limitReached, daysAndYears, roomForTransit].flatMap(look => look(walk, duration) ?? []);
}

interface Seen {
  period: Period;
  /** The number of days in the period on which a notice is in time. */
  room: number;
}

const seenOn = (walk: Walk, reading: Reading): Seen[] =>
  periodsOf(walk, reading).periods.flatMap(period =>
    period.lastDayForNotice ? [{ period, room: daysBetween(period.firstDay, period.lastDayForNotice) + 1 }] : [],
  );

/** In days; no two readings differ by more. */
const enough = 40;

function roomForNotice(walk: Walk, duration: InPeriods): Finding | undefined {
  const byDefault = seenOn(walk, walk.agreement.reading);
  if (byDefault.every(s => s.room > enough)) return undefined;
  const all = combinations(['periodEnd', 'noticeCount'], walk.agreement.reading).flatMap(r => seenOn(walk, r));
  const tightest = byDefault.find(s => s.room < 1) ?? all.find(s => s.room < 2);
  if (!tightest) return undefined;
  const never = (some: readonly Seen[]): boolean => some.length > 0 && some.every(s => s.room < 1);
  const isLater = ({ period }: Seen): boolean => period.number > 1;
  const found = (name: FindingName, severity: Finding['severity'], { period }: Seen): Finding => ({
    name,
    severity,
    article: duration.article,
    path: ['clauses', 'duration', 'noticeBefore'],
    values: { period: String(period.number) },
    story: lateFromTheFirstDay(walk, period),
  });
  if (never(all)) return found('noticeLongerThanPeriod', 'error', tightest);
  if (all.every(s => s.room < 2)) return found('noticeAsLongAsPeriod', 'warning', tightest);
  if (never(all.filter(s => !isLater(s))) || never(all.filter(isLater))) return found('noticeLongerThanSomePeriods', 'warning', tightest);
  return found('noticeAsLongAsPeriod', 'warning', tightest);
}

/** A notice received on the first day of a period: late for it, or the only timely one. */
function lateFromTheFirstDay(walk: Walk, { firstDay, lastDay, lastDayForNotice }: Period): Story {
  return {
    facts: [...walk.facts, noticeOn(walk, firstDay)],
    asOf: firstDay,
    dates: { firstDay, lastDay, lastDayForNotice: lastDayForNotice! },
  };
}

/** A last day for notice needs a renewal after it, under the clause or by agreement. */
function renewalToPrevent(walk: Walk, duration: InPeriods): Finding | undefined {
  const { periods, then } = periodsOf(walk);
  const [period] = periods;
  if (then !== 'over' || !period?.lastDayForNotice || periods.length > 1 || periodsOf(walk, undefined, true).periods.length > 1)
    return undefined;
  const { lastDayForNotice, lastDay } = period;
  const end = endOn(walk, lastDayForNotice, [noticeOn(walk, lastDayForNotice)]);
  return {
    name: 'noRenewalToPrevent',
    severity: end === lastDay && walk.agreement.clauses.termination?.when === 'endOfPeriod' ? 'error' : 'warning',
    article: duration.article,
    path: ['clauses', 'duration', 'noticeBefore'],
    values: {},
    story: {
      facts: [...walk.facts, noticeOn(walk, lastDayForNotice)],
      asOf: lastDayForNotice,
      dates: { lastDayForNotice, lastDay },
    },
  };
}

/** A limit beyond two centuries limits nothing. */
function limitReached(walk: Walk, { renewal, article }: InPeriods): Finding | undefined {
  if (renewal.kind !== 'automatic' || renewal.times === undefined) return undefined;
  const { periods } = periodsOf(walk);
  const [newest] = periods.slice(-1);
  const left = renewal.times + 1 - newest!.number;
  const days = daysBetween(newest!.firstDay, newest!.lastDay) + 1;
  if (left * days <= 200 * 365) return undefined;
  return {
    name: 'limitNeverReached',
    severity: 'warning',
    article,
    path: ['clauses', 'duration', 'renewal', 'times'],
    values: { times: String(renewal.times) },
    story: { facts: walk.facts, asOf: newest!.lastDay, dates: { lastDay: newest!.lastDay } },
  };
}

/** A first period of 365 days and renewals by years lose a day in each leap year, which nobody intends. */
function daysAndYears(walk: Walk, { first, renewal, article }: InPeriods): Finding | undefined {
  const years = typeof first === 'string' ? yearsInDays(first) : undefined;
  if (years === undefined || renewal.kind !== 'automatic' || !/[YM]$/.test(renewal.length)) return undefined;
  const { lastDay } = periodsOf(walk).periods[0]!;
  return {
    name: 'daysAgainstYears',
    severity: 'warning',
    article,
    path: ['clauses', 'duration', 'first'],
    values: { years },
    story: { facts: walk.facts, asOf: walk.inForce, dates: { lastDay, byYears: after(walk.inForce, years) } },
  };
}

function yearsInDays(length: Length): Length | undefined {
  const days = /^P(\d+)D$/.exec(length)?.[1];
  return days && Number(days) % 365 === 0 ? (`P${Number(days) / 365}Y` as Length) : undefined;
}

/** The send-by day precedes the period. */
function roomForTransit(walk: Walk, { article }: InPeriods): Finding | undefined {
  const { transit } = walk.agreement;
  const tooShort = (p: Period): boolean => p.lastDayForNotice !== undefined && after(p.firstDay, transit) > p.lastDay;
  const { periods } = periodsOf(walk);
  if (!periods.every(tooShort)) return undefined;
  const { firstDay, lastDay } = periods[0]!;
  return {
    name: 'transitLongerThanPeriod',
    severity: 'warning',
    article,
    path: ['transit'],
    values: { transit },
    story: { facts: walk.facts, asOf: firstDay, dates: { firstDay, lastDay, arrival: after(firstDay, transit) } },
  };
}
