/**
 * Tests the promise of the safe day: our own notice on any day up to it prevents the next renewal, on every reading, and on the day after
 * fails on at least one. Random agreements with many kinds of clauses, whose protocols are about to change them.
 */
import fc from 'fast-check';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, after, dayAfter, dayBefore, daysBetween, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { combinations, type Reading } from '../../clauses/reading.ts';
import { dateOf, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import type { Plan } from '../../machines/plan-types.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { safeWindow } from '../../machines/safe-window.ts';
import { standing } from '../../machines/standing.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { d, given } from './setup.ts';

const article = 'art. 1';
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 1 });
const length = fc.constantFrom('P6M', 'P1Y', 'P18M', 'P2Y', 'P3Y', 'P5Y', 'P400D');
const notice = fc.constantFrom('P1M', 'P30D', 'P3M', 'P6M', 'P9M', 'P1Y');
const entries = ['2021-03-10', '2020-02-29', '2019-08-31', '2020-12-31', '2021-01-01', '2019-11-30'].map(d);

const anAgreement: fc.Arbitrary<Agreement> = fc
  .record({
    first: fc.oneof(
      { weight: 4, arbitrary: length },
      { weight: 1, arbitrary: fc.constantFrom<object>({ until: '2022-12-31' }, { until: '2024-06-30' }) },
    ),
    countedFrom: fc.constantFrom(undefined, undefined, undefined, 'signature', '2019-07-01', '2022-01-01'),
    counts: fc.constantFrom(undefined, undefined, 'received', 'dispatched', 'dated'),
    renewal: fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('automatic'), length }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('automatic'), length, times: fc.constantFrom(1, 2) }) },
      { weight: 1, arbitrary: fc.constantFrom<object>({ kind: 'withoutLimit' }, { kind: 'none' }, { kind: 'byAgreement', length: 'P2Y' }) },
    ),
    noticeBefore: fc.oneof({ weight: 3, arbitrary: notice }, { weight: 1, arbitrary: fc.record({ first: notice, later: notice }) }),
    when: fc.constantFrom('anyTime', 'anyTime', 'endOfPeriod', 'afterFirstPeriod', 'onFixedDays'),
    bars: fc.constantFrom<object>({}, { bars: 'giving' }, { bars: 'giving', barredFor: 'P18M' }, { bars: 'effect', barredFor: 'P3Y' }),
    notice,
    then: fc.constantFrom<unknown>('sameDay', 'sameDay', { days: 60 }, { days: 60, expired: true }, { firstDayOfMonth: 2 }),
    reading: fc.constantFrom({}, {}, { periodEnd: 'sameNumberedDay' }, { noticeCount: 'forward' }),
  })
  .map(({ first, countedFrom, counts, renewal, noticeBefore, when, bars, notice: n, then, reading }) =>
    given(
      {
        duration: {
          kind: 'periods',
          article,
          first,
          countedFrom,
          renewal,
          ...(when === 'onFixedDays' ? {} : { counts, noticeBefore }),
        },
        termination: {
          when,
          article,
          ...(when === 'endOfPeriod' ? {} : { notice: n }),
          ...(when === 'afterFirstPeriod' ? bars : {}),
          ...(when === 'onFixedDays' ? { counts, days: ['12-31', '02-28'] } : {}),
        },
        amendment: { article, by: 'protocol', entryIntoForce: { on: 'lastNotification', article, then } },
      },
      { reading },
    ),
  );

/** Days that are awkward to count from: monthly anniversaries of entry into force, and days around them. */
const aDayFrom = fc.record({ months: fc.integer({ min: 0, max: 84 }), off: fc.constantFrom(-1, 0, 0, 1, 17) }).map(
  ({ months, off }) =>
    (entry: CalendarDate): CalendarDate =>
      addDays(months ? after(entry, `P${months}M` as Length) : entry, off),
);

const aProtocol = fc.record({
  signed: fc.integer({ min: 30, max: 900 }),
  inForce: aDayFrom,
  changes: fc.record({
    periodLength: maybe(length),
    noticeBefore: maybe(notice),
    noticePeriod: maybe(notice),
    renewal: fc.option(fc.constantFrom<object>({ kind: 'none' }, { kind: 'withoutLimit' }, { kind: 'automatic', length: 'P1Y' }), {
      nil: undefined,
      freq: 5,
    }),
    appliesTo: fc.constantFrom('nextPeriod', 'runningPeriod'),
    restartsPeriods: fc.constantFrom(false, false, false, true),
  }),
  timing: fc.constantFrom('none', 'none', 'from', 'from', 'retroactive', 'provisionallyFrom'),
  day: aDayFrom,
  abandoned: fc.option(aDayFrom, { nil: undefined, freq: 1 }),
});

/** What the Parties may agree, or another treaty cause, in addition to protocols. */
const anEvent = fc.record({
  type: fc.constantFrom('renewal.agreed', 'renewal.agreed', 'superseded', 'suspension.agreed'),
  on: aDayFrom,
  length: maybe(length),
  until: maybe(aDayFrom),
});

export interface Family {
  agreement: Agreement;
  facts: Fact[];
  asked: CalendarDate;
}

export const aFamily: fc.Arbitrary<Family> = fc
  .record({
    agreement: anAgreement,
    entry: fc.constantFrom(...entries),
    protocols: fc.array(aProtocol, { minLength: 0, maxLength: 3 }),
    others: fc.array(fc.record({ by: fc.constantFrom('KZ', 'AZ'), on: aDayFrom, revoked: maybe(fc.integer({ min: 1, max: 60 })) }), {
      maxLength: 1,
    }),
    events: fc.array(anEvent, { maxLength: 1 }),
    asked: aDayFrom,
  })
  .map(({ agreement, entry, protocols, others, events, asked }) => ({
    agreement,
    asked: asked(entry),
    facts: [
      { id: 's', type: 'signed', on: addDays(entry, -60) },
      { id: 'n1', type: 'completion.notified', by: 'KZ', received: addDays(entry, -30) },
      { id: 'n2', type: 'completion.notified', by: 'AZ', received: entry },
      ...protocols.flatMap((p, i) => protocolFacts(p, `p${i}`, entry)),
      ...events.map(e => eventFact(e, entry)),
      ...others.flatMap(({ by, on, revoked }, i) => [
        { id: `t${i}`, type: 'termination.notified', by, received: on(entry) },
        ...(revoked ? [{ id: `r${i}`, type: 'termination.revoked', by, of: `t${i}`, received: addDays(on(entry), revoked) }] : []),
      ]),
    ] as Fact[],
  }));

function eventFact({ type, on, length: of, until }: typeof anEvent extends fc.Arbitrary<infer T> ? T : never, entry: CalendarDate): object {
  const fact = { id: 'e', type, on: on(entry) };
  if (type === 'renewal.agreed') return { ...fact, ...(of ? { length: of } : until ? { until: until(entry) } : {}) };
  return type === 'superseded' ? { ...fact, laterTreaty: 'another', ...(until ? { firstDayOut: until(entry) } : {}) } : fact;
}

function protocolFacts(p: typeof aProtocol extends fc.Arbitrary<infer T> ? T : never, protocol: string, entry: CalendarDate): object[] {
  const last = p.inForce(entry);
  const day = p.day(entry);
  const timing =
    p.timing === 'none'
      ? {}
      : p.timing === 'provisionallyFrom'
        ? { provisionallyFrom: day, restartsPeriods: false }
        : { from: day, ...(p.timing === 'retroactive' ? { retroactive: true } : {}) };
  return [
    { id: `${protocol}s`, type: 'protocol.signed', protocol, on: addDays(last, -p.signed), changes: { ...p.changes, ...timing } },
    { id: `${protocol}a`, type: 'protocol.completion.notified', protocol, by: 'KZ', received: addDays(last, -20) },
    { id: `${protocol}b`, type: 'protocol.completion.notified', protocol, by: 'AZ', received: last },
    ...(p.abandoned ? [{ id: `${protocol}x`, type: 'protocol.abandoned', protocol, on: p.abandoned(entry) }] : []),
  ];
}

export interface Tried {
  /** How many days our notice was tried on. */
  upTo: number;
  beyond: number;
  /** What broke the promise; undefined if it holds. */
  broken: string | undefined;
}

/** Tests the promise for one family on one day; `pick` selects which days in between are tried. */
export function tried({ agreement, facts, asked }: Family, pick: readonly number[]): Tried | undefined {
  const known = facts.filter(f => dateOf(f) <= asked);
  const s = standing({ agreement, description: '', entries: facts, asOf: asked, knownOn: asked });
  const line = s.period?.lastDayForNotice;
  const plan = planOf({ agreement, description: '', entries: known, today: asked, onboarded: asked, reached: asked, done: [] });
  const twofold = saysBoth(s, plan);
  if (twofold) return { upTo: 0, beyond: 0, broken: twofold };
  const planned = plan.standing.period?.safe ?? null;
  const onFixedDay = s.nextWayOut && planned ? { safe: planned, sendBy: planned, reopens: null } : null; // the page gives its last day
  const safeLine = line ?? onFixedDay;
  if (!safeLine) return undefined;
  const window = safeWindow(safeLine, asked);
  const said = window?.safe ?? safeLine.safe;
  if (planned !== said) return { upTo: 0, beyond: 0, broken: `the plan has ${planned}, not ${said}` };
  const left = known.filter(f => !['termination.notified', 'termination.revoked', 'termination.revocationConsented'].includes(f.type));
  const hasJustBegun = s.period!.firstDay === asked;
  const works = worksOn(agreement, left, asked, hasJustBegun);
  if (!window) {
    const fails = !works(hasJustBegun ? dayAfter(asked) : asked);
    return { upTo: 0, beyond: 1, broken: fails ? undefined : `no safe day on ${asked}, although a notice on that day has effect` };
  }
  const { from, safe } = window;
  const width = daysBetween(from, safe);
  const days = [...new Set([from, safe, ...pick.map(n => addDays(from, n % (width + 1)))])];
  const failing = days.find(day => !works(day));
  const beyond = [...(from > asked ? [dayBefore(from)] : []), dayAfter(safe)];
  const working = beyond.find(works);
  return {
    upTo: days.length,
    beyond: beyond.length,
    broken: failing
      ? `a notice of ${failing} fails, the safe day is ${safe}, from ${from}`
      : working && `a notice of ${working} works, the safe day is ${safe}, from ${from}`,
  };
}

/** A period is either renewed or expires: plan and answer must not say both. */
function saysBoth({ period, termination }: Standing, { standing: { decision }, timers }: Plan): string | undefined {
  const expires = termination?.cause === 'expiry' && termination.lastDayInForce === period?.lastDay;
  const waits = timers.some(t => t.name === 'lastDayForNotice');
  if (decision?.question === 'renewal' && expires)
    return `a renewal is to be decided, and the answer ends on ${termination.lastDayInForce}`;
  if (decision?.question !== 'expiry') return undefined;
  return waits || period?.settled
    ? 'an expiry is to be decided, and a last day for notice is waited for or a renewal is settled'
    : undefined;
}

/** Whether our notice on a day is in time and prevents the next renewal after the day asked about, on every reading that has one. */
function worksOn(agreement: Agreement, facts: readonly Fact[], asked: CalendarDate, hasJustBegun: boolean): (day: CalendarDate) => boolean {
  const far = after(asked, 'P11Y' as Length);
  const ours = (day: CalendarDate): Fact => ({
    id: 'ours',
    type: 'termination.notified',
    by: 'KZ',
    dated: day,
    dispatched: day,
    received: day,
  });
  const readings = combinations(liveQuestions(agreement, [...facts, ours(asked)]), agreement.reading);
  const renewals = new Map<Reading, CalendarDate | undefined>(
    readings.map(r => {
      const acts = fold(agreement, facts, r, far).acts.filter(a => a.what === 'renewal');
      // a period that ends on the day asked about, while the default reading is already in the next, counts as over
      const next = acts.find(a => a.on > (hasJustBegun ? dayAfter(asked) : asked));
      return [r, next?.on];
    }),
  );
  return day =>
    readings.every(r => {
      const renewal = renewals.get(r);
      if (!renewal) return true;
      if (hasJustBegun && day === asked) return true;
      if (day >= renewal) return false;
      const { acts, agreement: course } = fold(agreement, [...facts, ours(day)], r, far);
      const taken = course.snapshot.context.notices.find(n => n.id === 'ours');
      return taken?.outcome.inTime === true && !acts.some(a => a.what === 'renewal' && a.on > day);
    });
}
