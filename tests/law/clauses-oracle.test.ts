/**
 * Every kind of clause compared with an independent statement of it (`support/oracle-clauses.ts`): on the awkward days of a period, and for
 * a notice received on them, on every reading. Answer, plan, timers, deadlines and explanation name the same days. Also the clauses of
 * every agreement, as if nothing had been done under them.
 */
import { describe, expect, it } from 'vitest';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { latestDay } from '../../clauses/bounds.ts';
import { addDays, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { combinations, type Question } from '../../clauses/reading.ts';
import { explanationsOf } from '../../client/explanations.ts';
import { deadlinesOf } from '../../dossier/upcoming.ts';
import { fold } from '../../machines/fold.ts';
import { planOf } from '../../machines/plan.ts';
import { safeWayOut, safeWindow } from '../../machines/safe-window.ts';
import { viewOf } from '../../machines/view.ts';
import { wordings } from '../../wording/index.ts';
import { backBy, OracleLife, type OracleClauses, type OracleDates } from '../support/oracle-clauses.ts';
import { later, next, sooner, type Day } from '../support/oracle-calendar.ts';
import { d, entries, facts, given, on } from './setup.ts';

const article = 'art. 5';
const indefinite = { kind: 'indefinite', article };
const periods = (first: unknown, renewal: object, noticeBefore?: unknown, more: object = {}) => ({
  kind: 'periods',
  article,
  first,
  renewal,
  ...(noticeBefore ? { noticeBefore } : {}),
  ...more,
});
const automatic = (length: string, times?: number) => ({ kind: 'automatic', length, ...(times ? { times } : {}) });
const withoutLimit = { kind: 'withoutLimit' };
const anyTime = (more: object) => ({ when: 'anyTime', article, ...more });
const afterFirst = (more: object) => ({ when: 'afterFirstPeriod', article, ...more });
const fixedDays = (days: string[], notice: string, more: object = {}) => ({ when: 'onFixedDays', article, days, notice, ...more });
const endOfPeriod = { when: 'endOfPeriod', article };

const kinds: [kind: string, duration: object, termination: object][] = [
  ['months after receipt', indefinite, anyTime({ notice: 'P6M' })],
  ['days after receipt', indefinite, anyTime({ notice: 'P90D' })],
  ['months after dispatch', indefinite, anyTime({ notice: 'P6M', counts: 'dispatched' })],
  ['a year after the date of the notice', indefinite, anyTime({ notice: 'P12M', counts: 'dated' })],
  ['the first of a month after months', indefinite, anyTime({ then: { months: 3, firstDayOfMonth: 1 } })],
  ['1 January of the second year after', indefinite, anyTime({ then: { firstDayOfYear: 2 } })],
  ['the end of a calendar year', indefinite, fixedDays(['12-31'], 'P6M')],
  ['the end of a half-year', indefinite, fixedDays(['06-30', '12-31'], 'P3M')],
  ['the end of a month, counted from dispatch', indefinite, fixedDays(['02-28', '08-31'], 'P6M', { counts: 'dispatched' })],
  ['no end in the first years', indefinite, afterFirst({ notice: 'P6M', barredFor: 'P3Y' })],
  ['no notice in the first years', indefinite, afterFirst({ notice: 'P6M', barredFor: 'P3Y', bars: 'giving' })],
  ['a first period, then no limit, no end in it', periods('P4Y', withoutLimit, 'P6M'), afterFirst({ notice: 'P6M' })],
  ['a first period, then no limit, no notice in it', periods('P4Y', withoutLimit), afterFirst({ notice: 'P6M', bars: 'giving' })],
  ['a first period, then no limit, at any time', periods('P4Y', withoutLimit, 'P6M'), anyTime({ notice: 'P3M' })],
  ['a first period, then no limit, only with its end', periods('P4Y', withoutLimit, 'P6M'), endOfPeriod],
  ['tacit renewal, only with a period', periods('P5Y', automatic('P5Y'), 'P6M'), endOfPeriod],
  ['years, then months, another notice for the first', periods('P3Y', automatic('P6M'), { first: 'P1Y', later: 'P30D' }), endOfPeriod],
  ['one renewal', periods('P2Y', automatic('P2Y', 1), 'P3M'), endOfPeriod],
  ['renewal counts the dispatch', periods('P2Y', automatic('P1Y'), 'P3M', { counts: 'dispatched' }), endOfPeriod],
  ['tacit renewal, and a notice at any time', periods('P5Y', automatic('P5Y'), 'P6M'), anyTime({ notice: 'P6M' })],
  ['a longer notice than before the end', periods('P1Y', automatic('P1Y'), 'P3M'), anyTime({ notice: 'P9M' })],
  ['the first of a month, in periods', periods('P2Y', automatic('P1Y'), 'P3M'), anyTime({ then: { months: 2, firstDayOfMonth: 1 } })],
  ['renewal that no notice prevents', periods('P2Y', automatic('P2Y')), anyTime({ notice: 'P3M' })],
  ['no end in the first period, then tacit renewal', periods('P2Y', automatic('P1Y'), 'P3M'), afterFirst({ notice: 'P6M' })],
  ['no notice in the first period', periods('P2Y', automatic('P1Y'), 'P3M'), afterFirst({ notice: 'P6M', bars: 'giving' })],
  ['until a fixed day, then years', periods({ until: '2022-12-31' }, automatic('P1Y'), 'P6M'), anyTime({ notice: 'P6M' })],
  ['until the end of June, then months', periods({ until: '2022-06-30' }, automatic('P6M'), 'P1M'), endOfPeriod],
  ['fixed days, in periods', periods('P2Y', automatic('P2Y')), fixedDays(['06-30', '12-31'], 'P3M')],
  ['fixed days, in a period that ends', periods('P3Y', { kind: 'none' }), fixedDays(['12-31'], 'P3M')],
  ['renewal by agreement', periods('P3Y', { kind: 'byAgreement', length: 'P3Y' }), anyTime({ notice: 'P3M' })],
  ['weeks', periods('P60W', automatic('P60W'), 'P8W'), endOfPeriod],
  ['mixed lengths', periods('P1Y6M', automatic('P1Y2M10D'), 'P1M15D'), anyTime({ notice: 'P2M' })],
  ['periods counted from signature', periods('P2Y', automatic('P1Y'), 'P6M', { countedFrom: 'signature' }), endOfPeriod],
  ['periods counted from a day', periods('P2Y', automatic('P1Y'), 'P6M', { countedFrom: '2019-07-01' }), anyTime({ notice: 'P6M' })],
]; // prettier-ignore

/** The questions that such a clause leaves open for a notice dated, sent and received on one day. */
const openIn = ({ duration, termination }: OracleClauses): Question[] => [
  ...(duration.kind === 'periods' || termination.barredFor ? (['periodEnd'] as const) : []),
  ...(duration.noticeBefore || termination.when === 'onFixedDays' ? (['noticeCount'] as const) : []),
  ...(termination.when === 'anyTime' || termination.when === 'afterFirstPeriod' ? (['effect'] as const) : []),
  ...(termination.when === 'anyTime' && duration.noticeBefore ? (['waysOut'] as const) : []),
  ...(termination.bars === 'giving' ? (['premature'] as const) : []),
];
const entryDays = ['2020-02-29', '2019-08-31', '2020-12-31', '2021-03-10'];

/** An agreement in force from a day on, under which nothing is done; and its clauses as the oracle computes them, on each reading. */
class Case {
  readonly lives: OracleLife[];
  readonly list: object[];
  private readonly clauses: OracleClauses;

  constructor(
    readonly agreement: Agreement,
    readonly entry: Day,
    private readonly signed: Day,
  ) {
    this.clauses = agreement.clauses as unknown as OracleClauses;
    this.list = [
      { id: 's', type: 'signed', on: signed },
      { id: 'e', type: 'entry.agreed', on: entry, date: entry, published: true },
    ];
    this.lives = this.livesOn(openIn(this.clauses));
  }

  /**
   * The first and the last day of the first period, and the days around its last day for notice and the next one, also on other readings.
   */
  days(): CalendarDate[] {
    const { days = [], notice } = this.clauses.termination;
    const year = Number(this.entry.slice(0, 4)) + 1;
    const windows = days.map(day => backBy(`${year}-${day}`, notice!));
    const [byDefault, otherwise] = [this.lives[0]!, this.lives.at(-1)!];
    const first = byDefault.runOn(this.entry);
    const again = first && byDefault.runOn(next(first.lastDay));
    const lasts = [first?.lastDayForNotice, otherwise.runOn(this.entry)?.lastDayForNotice, again?.lastDayForNotice].filter(day => day !== undefined);
    const ends = first ? [first.lastDay, next(first.lastDay)] : [next(this.entry), addDays(d(this.entry), 1200)];
    const found = [this.entry, ...[...lasts, ...windows].flatMap(day => [day, next(day)]), ...ends];
    return [...new Set(found)].filter(day => day >= this.entry).sort().map(d);
  } // prettier-ignore

  /** Days ten days before one that counts: a notice dispatched then is received ten days later. */
  lastDays(): CalendarDate[] {
    const run = this.lives[0]!.runOn(this.entry);
    return [run?.lastDayForNotice, run?.lastDay].flatMap(day => (day && run?.then !== 'over' ? [addDays(d(day), -10)] : []));
  }

  notice = (dates: OracleDates): object => ({ id: 't', type: 'termination.notified', by: this.agreement.parties[0].id, ...dates });

  /** The last day in force on each reading, the default first, together with what else is open for a notice in transit for some days. */
  ends(dates: OracleDates): (Day | undefined)[] {
    const open: Question[] = dates.dispatched === dates.received ? [] : ['notifies'];
    return this.livesOn([...openIn(this.clauses), ...open]).map(life => life.endWith(dates));
  }

  private livesOn = (open: readonly Question[]): OracleLife[] =>
    combinations(open, this.agreement.reading).map(r => new OracleLife(this.clauses, r, this.entry, this.signed));

  /** The days on which our notice is in time for the next renewal, on every reading: from the day asked about, or from a later one. */
  window(day: Day): { from: Day; safe: Day; sendBy: Day } | undefined {
    const { termination, duration } = this.clauses;
    const byDefault = this.lives[0]!.runOn(day);
    if (!byDefault) return undefined;
    // on the first day of a period the previous one counts as over, on readings on which it ends that day
    const hasJustBegun = byDefault.firstDay === day && byDefault.number > 1;
    const runs = this.lives.flatMap(life => {
      const found = life.runOn(day);
      const run = found && hasJustBegun && found.number < byDefault.number ? life.runOn(next(day)) : found;
      const last = run && run.then !== 'over' ? life.lastInTime(run) : undefined;
      return run && last ? [{ life, run, last, first: life.firstGiven() }] : [];
    });
    if (!runs.length) return undefined;
    const given = runs.reduce((latest, { first }) => later(latest, first), day);
    const from = hasJustBegun && given === next(day) ? day : given;
    const safe = runs.reduce((earliest, { last }) => sooner(earliest, last), runs[0]!.last);
    if (from > safe) return undefined;
    const works = (received: Day): boolean => runs.every(({ life, run }) => (life.endByNotice(onOneDay(received)) ?? '9999') <= run.lastDay && received <= life.lastInTime(run)!); // prettier-ignore
    const isSo = works(hasJustBegun ? next(from) : from) && works(safe) && !works(next(safe));
    if (!isSo) throw new Error(`${day}: a notice works from ${from} to ${safe} by one sentence, and not by the other`);
    const { counts = 'received' } = termination.when === 'onFixedDays' ? termination : duration;
    return { from, safe, sendBy: counts === 'received' ? backBy(safe, this.agreement.transit) : safe };
  }
}

const onOneDay = (day: Day): OracleDates => ({ dated: day, dispatched: day, received: day });
const each = (days: readonly (string | null | undefined)[]): string[] => [...new Set(days.map(day => day ?? 'none'))].sort();

function checkDay(c: Case, day: CalendarDate): void {
  const { agreement, list } = c;
  const life = c.lives[0]!;
  const run = life.runOn(day);
  const expiry = life.expiry();
  const isOver = expiry !== undefined && day > expiry;
  const s = on(day, list, agreement);
  const plan = planOf({ agreement, description: '', entries: entries(...list), today: day, onboarded: day, reached: undefined, done: [] });
  const timer = (name: string): Day | undefined => plan.timers.find(t => t.name === name)?.day;

  expect(s.status).toBe(isOver ? 'expired' : 'inForce');
  expect(s.period && [s.period.number, s.period.firstDay, s.period.lastDay]).toEqual(run ? [run.number, run.firstDay, run.lastDay] : null);
  expect(timer('periodEnd')).toBe(run?.lastDay);
  expect(plan.timers.filter(t => expiry !== undefined && t.day > next(expiry))).toEqual([]);

  const window = c.window(day);
  const last = s.period?.lastDayForNotice ?? undefined;
  const isByWayOut = agreement.clauses.termination?.when === 'onFixedDays'; // its last day for notice is that of a way out
  expect((last && safeWindow(last, day)) || undefined).toEqual(isByWayOut ? undefined : window);
  expect(timer('safeDay')).toBe(window?.safe);
  if (window) expect(plan.standing.period!.safe).toBe(window.safe);
  if (window && !isByWayOut) {
    expect(last!.date).toBe(run!.lastDayForNotice);
    expect(deadlinesOf({ agreement, description: '', entries: entries(...list) }, day, d(window.safe)).find(l => l.what === 'notice')).toMatchObject({ date: window.safe, sendBy: window.sendBy }); // prettier-ignore
    const explained = explanationsOf(s, wordings.en);
    expect(explained.find(e => e.what === 'safeDay')?.date).toBe(window.safe);
    expect(explained.find(e => e.what === 'sendBy')?.date ?? window.safe).toBe(window.sendBy);
  }
  const { ahead } = plan.standing;
  const later = run && next(run.lastDay);
  const nextOf = later && life.runOn(later) && !s.termination ? c.window(later) : undefined;
  expect(ahead).toEqual(!window && nextOf ? { due: nextOf.safe, sendBy: nextOf.sendBy } : undefined);
  if (timer('lastDayForNotice')) expect([last?.date, timer('lastDayForNotice')]).toEqual([run!.lastDayForNotice, run!.lastDayForNotice]);
  if (s.lateNotice)
    expect(each([s.lateNotice.lastDayInForce, ...s.lateNotice.alternatives.map(a => a.date)])).toEqual(each(c.lives.map(l => l.endByNotice(onOneDay(day))))); // prettier-ignore
  const wayOut = s.nextWayOut && safeWayOut(s.nextWayOut);
  expect(plan.standing.wayOut).toEqual(wayOut && { lastDayInForce: wayOut.lastDayInForce, due: wayOut.safe, sendBy: wayOut.sendBy });
  expect(timer('lastDayForFixedDay')).toBe(s.nextWayOut?.lastDayForNotice);
  if (!isOver) checkNotice(c, onOneDay(day));
}

/** A notice on the day of its receipt: its end on each reading, with the agreement in force on its last day and not on the next. */
function checkNotice(c: Case, dates: OracleDates): void {
  const { agreement } = c;
  const day = d(dates.received);
  const list = [...c.list, c.notice(dates)];
  const s = on(day, list, agreement);
  const [byDefault, ...others] = c.ends(dates);
  const shown = s.termination ? [s.termination.lastDayInForce, ...s.termination.alternatives.map(a => a.firstDayOut && dayBefore(a.firstDayOut))] : [null, ...s.otherEnds.map(a => a.firstDayOut && dayBefore(a.firstDayOut))]; // prettier-ignore
  expect(shown[0] ?? undefined, `received ${day}`).toBe(byDefault);
  expect(each(shown), `received ${day}`).toEqual(each([byDefault, ...others]));
  const { end, timers } = planOf({ agreement, description: '', entries: entries(...list), today: day, onboarded: day, reached: undefined, done: [] }); // prettier-ignore
  expect(end?.lastDayInForce).toBe(byDefault);
  if (!byDefault) return;
  // If a reading gives no end, the timers of that reading continue.
  if (others.every(Boolean)) expect(timers.filter(t => t.day > next(byDefault) && !awaitedIfRevoked.includes(t.name))).toEqual([]);
  const statusOn = (asOf: Day) => viewOf(fold(agreement, facts(...list), agreement.reading, d(asOf)), d(asOf)).status;
  expect([statusOn(byDefault), statusOn(next(byDefault))]).toEqual(['inForce', expect.not.stringMatching('inForce')]);
}

/** They remain pending while a notice can be revoked. */
const awaitedIfRevoked = ['periodEnd', 'lastDayForNotice'];

describe('every kind of clause agrees with the oracle', () => {
  it.each(kinds.map((kind, i) => [...kind, entryDays[i % entryDays.length]!] as const))('%s', (_, duration, termination, entry) => {
    const c = new Case(given({ duration, termination }), entry, addDays(d(entry), -60));
    for (const day of c.days()) checkDay(c, day);
    for (const dispatched of c.lastDays()) checkNotice(c, { dated: dispatched, dispatched, received: addDays(dispatched, 20) });
  });
});

const files = listAgreements().map(({ id, file }) => ({ id, ...loadAgreement(file) }));

describe('the clauses of every agreement agree with the oracle', () => {
  const known = files.flatMap(({ id, agreement, facts: list }) => {
    const signed = list.find(f => f.type === 'signed')!.on;
    return agreement.clauses.termination ? [{ id, agreement, signed: latestDay(signed) }] : [];
  });
  it.each(known)('$id', ({ agreement, signed }) => {
    const c = new Case(agreement, addDays(signed, 100), signed);
    for (const day of c.days().slice(1, 4)) checkDay(c, day);
  });
});
