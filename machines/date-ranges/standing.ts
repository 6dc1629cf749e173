/**
 * The answer if a day is known only within bounds: what holds on every possible day, and ranges for the rest. "If it is in force, the
 * earliest safe day is …": over all possible days and all readings. Decision 18.
 */
import { before, byText, earliest, latest, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import type { Bounds } from '../../clauses/bounds.ts';
import { unsureFact, type Possible, type Unsure } from './bounded.ts';
import type { Reason } from '../../clauses/reason.ts';
import { reasonWithin, type ReckonedStep } from '../reckoning.ts';
import { labelUntil, withoutDates } from '../labels.ts';
import type { Note } from '../notes.ts';
import { hindsightNotes, hindsightWithin } from '../hindsight-lines.ts';
import { byKey, withoutEffectWithin } from './merged.ts';
import { possibleFamilies } from './families.ts';
import { safeDayWithin } from './safe-day.ts';
import type { DateLine, NoticeLine, StandingQuestion, Standing, SurvivalLine, Within } from '../standing-types.ts';
import type { WithoutEffect } from '../treaty-state.ts';
import { exactStanding } from '../exact-standing.ts';

export function standingWithin(q: StandingQuestion, possible: Possible, spoilt: readonly WithoutEffect[]): Standing {
  const stretches = possibleFamilies(q.agreement, possible, q.asOf);
  // the first and last day of each stretch of possible days bound the days between
  const ends = new Map(stretches.flatMap(({ days, first, last }) => [[days.notBefore, first] as const, [days.notAfter, last] as const]));
  const all = [...ends].map(([day, family]) => exactStanding(q, possible.on(day), spoilt, family));
  const base = all.at(-1)!;
  const same = (key: keyof Standing): boolean => all.every(s => isSame(s[key], base[key]));
  const statuses = [
    ...new Set(
      [...all, exactStanding(q, possible.apart, spoilt)].flatMap(s => [
        s.status,
        ...s.statusAlternatives.map(a => a.status as Standing['status']),
      ]),
    ),
  ];
  const safe = safeDayWithin(q.agreement, possible, q.asOf, stretches);
  const within: Within = {
    unsure: possible.unsure,
    statuses,
    entryIntoForce: rangeOf(all.map(s => s.entryIntoForce.date)),
    periods: periodsOf(all),
    safeDay: safe.day && { ...safe.day, sendBy: before(safe.day.date, q.agreement.transit), basis: q.agreement.clauses.duration.article },
    safeDayReason: safe.reason,
    safeDayMissing: safe.missing,
    lastDayInForce: rangeOf(all.map(s => s.termination?.lastDayInForce ?? null)),
  };
  const { provisionalApplication: applied, survivals, suspensions, nextWayOut, noticeFrom, lateNotice, ahead, ...rest } = base;
  const hindsight = hindsightWithin(all.map(s => s.hindsight));
  const notes = base.notes.filter(n => all.every(s => has(s.notes, n)));
  return {
    ...rest,
    ...(applied && same('provisionalApplication') ? { provisionalApplication: applied } : {}),
    ...(nextWayOut && same('nextWayOut') ? { nextWayOut } : {}),
    ...(noticeFrom && same('noticeFrom') ? { noticeFrom } : {}),
    ...(lateNotice && same('lateNotice') ? { lateNotice } : {}),
    ...(ahead && same('ahead') ? { ahead } : {}),
    ...(suspensions && same('suspensions') ? { suspensions } : {}),
    ...(survivals ? { survivals: same('survivals') ? survivals : survivals.map(withoutDay) } : {}),
    answer: { code: 'dependsOnUnsureDay', args: { possible: statuses } },
    certain: statuses.length === 1,
    entryIntoForce: same('entryIntoForce') ? base.entryIntoForce : entryWithin(base, within),
    period: same('period') ? base.period : null,
    periods: same('periods') ? base.periods : [],
    readings: same('readings') ? base.readings : [],
    admitted: same('admitted') ? base.admitted : [],
    decision: same('decision') ? base.decision : null,
    notices: noticesOf(all),
    notice: same('notice') ? base.notice : null,
    termination: same('termination') ? base.termination : terminationOf(all),
    otherEnds: distinct(all.flatMap(s => s.otherEnds)),
    protocols: protocolsOf(all),
    dates: datesOf(all, q.asOf),
    reckoning: reckoningWithin(all, q.agreement.transit, within),
    withoutEffect: withoutEffectWithin(all.map(s => s.withoutEffect)),
    hindsight,
    notes: [...notes, ...hindsightNotes(hindsight).filter(n => !has(notes, n)), ...possible.unsure.map(findOut)],
    within,
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const has = (notes: readonly Note[], note: Note): boolean => notes.some(n => isSame(n, note));

/** The survival of an end that is not exactly known. */
const withoutDay = (s: SurvivalLine): SurvivalLine => ({
  ...s,
  lastDay: null,
  reason: { code: 'survivesUnsureEnd', args: {} },
  certain: false,
  alternatives: [],
});

/** Returns each step on the first of its days; a step with several days has no single count. */
function reckoningWithin(
  all: readonly Standing[],
  transit: Length,
  { unsure, safeDay, safeDayReason, entryIntoForce }: Within,
): ReckonedStep[] {
  const merged = byKey(all.map(s => new Map(s.reckoning.map(r => [r.id, r])))).map((same): ReckonedStep => {
    const [first] = same as [ReckonedStep];
    if (same.length === all.length && same.every(r => r.date === first.date)) return first;
    const bounds = { unsure: unsure.map(unsureFact) };
    const reason: Reason = first.id === 'entryIntoForce' ? { code: 'withinBounds', args: bounds } : reasonWithin(bounds.unsure);
    return { ...first, date: earliest(...same.map(r => r.date)), reason, certain: false, alternatives: [], otherCounts: [] };
  });
  const others = merged.filter(r => r.id !== 'safeDay' && r.id !== 'sendBy');
  if (!safeDay) return others;
  const { date: safe, sendBy, basis } = safeDay;
  const common = {
    basis,
    certain: true,
    alternatives: [],
    otherCounts: [],
    restsOn: unsure.map(u => u.fact),
    follows: entryIntoForce ? ['entryIntoForce'] : [],
  };
  return [
    ...others,
    { ...common, id: 'safeDay', date: safe, reason: safeDayReason },
    { ...common, id: 'sendBy', date: sendBy, reason: { code: 'byTransit', args: { transit, safe } }, follows: ['safeDay'] },
  ];
}

/** Null if any of them is null. */
function rangeOf(days: readonly (CalendarDate | null)[]): Bounds | null {
  const known = days.filter(d => d !== null);
  return known.length && known.length === days.length ? { notBefore: earliest(...known), notAfter: latest(...known) } : null;
}

function entryWithin({ entryIntoForce: e }: Standing, { entryIntoForce: range, unsure }: Within): Standing['entryIntoForce'] {
  const reason: Reason = { code: 'withinBounds', args: { unsure: unsure.map(unsureFact) } };
  return {
    date: null,
    notBefore: range?.notBefore ?? null,
    ...(range ? { notAfter: range.notAfter } : {}),
    basis: e.basis,
    reason,
    certain: false,
    alternatives: [],
  };
}

const findOut = (u: Unsure): Note => ({ code: 'dateToFind', args: { fact: u.fact, unsure: unsureFact(u) } });

function periodsOf(all: readonly Standing[]): Within['periods'] {
  const running = all.flatMap(s => s.period ?? []);
  if (!running.length) return null;
  const numbers = running.map(p => p.number);
  return {
    first: Math.min(...numbers),
    last: Math.max(...numbers),
    lastDay: rangeOf(running.map(p => p.lastDay))!,
    lastDayForNotice: rangeOf(running.map(p => p.lastDayForNotice?.date ?? null)),
  };
}

/** Returns the end if all days give the same one; other readings' ends may still differ from day to day. */
function terminationOf(all: readonly Standing[]): Standing['termination'] {
  const [first, ...others] = all.map(s => s.termination);
  const isSame = others.every(t => t?.cause === first?.cause && t?.lastDayInForce === first?.lastDayInForce);
  return first && isSame
    ? {
        ...first,
        certain: false,
        alternatives: first.alternatives.filter(a => others.every(t => t!.alternatives.some(b => b.firstDayOut === a.firstDayOut))),
      }
    : null;
}

/**
 * Keeps every notice with an effect on some possible day. One that is in time only on some days, or without effect on others, is disputed;
 * its earliest last day in force is shown.
 */
function noticesOf(all: readonly Standing[]): NoticeLine[] {
  return byKey(all.map(s => new Map(s.notices.map(n => [n.id, n])))).map(same => {
    const last = same.at(-1)!;
    const isAlike = same.length === all.length && same.every(other => other.inTime === last.inTime);
    const lastDayInForce = earliest(...same.map(n => n.lastDayInForce));
    const isOneDay = same.length === all.length && same.every(other => other.lastDayInForce === lastDayInForce);
    return {
      ...last,
      inTime: isAlike ? last.inTime : 'disputed',
      lastDayInForce,
      consent: same.flatMap(n => n.consent ?? []).sort((a, b) => byText(a.from, b.from))[0] ?? null,
      ...(isOneDay ? {} : { certain: false, alternatives: [] }),
    };
  });
}

/** Keeps every possible status, and the entry into force if all days give the same. */
function protocolsOf(all: readonly Standing[]): Standing['protocols'] {
  return byKey(all.map(s => new Map(s.protocols.map(p => [p.id, p])))).map(same => {
    const last = same.at(-1)!;
    const statuses = [...new Set(same.flatMap(p => p.statuses ?? [p.status]))];
    const isAlike = same.every(p => p.entryIntoForce.date === last.entryIntoForce.date);
    return {
      ...last,
      ...(statuses.length > 1 ? { statuses } : {}),
      entryIntoForce: isAlike
        ? last.entryIntoForce
        : { ...last.entryIntoForce, date: null, reason: null, certain: false, alternatives: [] },
    };
  });
}

/** Removes duplicates: an end on some reading and possible day is never hidden. */
const distinct = (ends: Standing['otherEnds']): Standing['otherEnds'] =>
  ends.filter((end, i) => ends.findIndex(other => isSame(other, end)) === i);

/** Merges the lines of all answers, each with the first and last day on which it may fall. */
function datesOf(all: readonly Standing[], asOf: CalendarDate): DateLine[] {
  const merged = byKey(all.map(s => new Map(numbered(s.dates)))).map((found): DateLine => {
    const [first, last] = [found[0]!, found.at(-1)!];
    const notAfter = found.length < all.length ? null : last.date;
    const label = isSame(first.label, last.label) ? first.label : labelUntil(first.label, last.label);
    const unsure = notAfter === first.date ? {} : { notAfter, certain: false, alternatives: [] };
    return { ...first, label, past: notAfter !== null && notAfter < asOf, ...unsure };
  });
  return merged.sort((a, b) => byText(a.date, b.date));
}

/** Keys each line by its kind and count: the third last day for notice, on whatever day it falls. */
function numbered(lines: readonly DateLine[]): [string, DateLine][] {
  const seen = new Map<string, number>();
  return lines.map(line => {
    const what = `${line.what} ${withoutDates(line.label)}`;
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return [`${what} ${count}`, line];
  });
}
