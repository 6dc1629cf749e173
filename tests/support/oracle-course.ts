/**
 * A second, independent implementation of an agreement's course, day by day: protocols change periods and notice lengths while notices of both
 * Parties run and are revoked. Written from the rules on counting, sentence by sentence, without XState or `clauses/`.
 */
import { later, next, order, plusMonths, previous, sooner, type Day } from './oracle-calendar.ts';
import type { OracleChoices, OracleClauses, OracleDates } from './oracle-clauses.ts';
import { OracleCount, oracleLastDayForNotice, plusDays, read, type OracleSpan } from './oracle-periods.ts';

export interface CourseChanges {
  periodLength?: string;
  renewal?: { kind: string; length?: string; times?: number };
  noticeBefore?: string;
  noticePeriod?: string;
  appliesTo?: string;
  restartsPeriods?: boolean;
}

/** An event of a day; events of one day are in legal order. */
export type CourseEvent = { id: string; on: Day } & (
  | { what: 'changes'; changes: CourseChanges; known: Day }
  | { what: 'notice'; by: string; dates: OracleDates }
  | { what: 'end'; firstDayOut: Day }
  | { what: 'revocation'; by: string; of: string }
  | { what: 'consent'; of: string }
  | { what: 'successor'; firstDayOut: Day }
);
const inOrder = ['changes', 'notice', 'end', 'revocation', 'consent', 'successor'];

type Which = keyof OracleDates;

export interface CoursePeriod {
  number: number;
  firstDay: Day;
  lastDay: Day;
  lastDayForNotice: Day | undefined;
}

export interface CourseNotice {
  id: string;
  by: string;
  inTime: boolean;
  /** The last day for notice of the period whose renewal it prevents. */
  prevents: Day | undefined;
  lastDayInForce: Day;
  isRunning: boolean;
}

export interface CourseDay {
  period: CoursePeriod | undefined;
  notices: readonly CourseNotice[];
  /** The end that has come or, as far as is known, is coming. */
  end: Day | undefined;
  isOver: boolean;
  /** The first days of the periods so far, without the first. */
  renewals: readonly Day[];
}

type Running = CoursePeriod & { notice: string | undefined };

export class OracleCourse {
  private duration: OracleClauses['duration'];
  private termination: OracleClauses['termination'];
  private anchor: Day;
  private spans: OracleSpan[] = [];
  private period: Running | undefined;
  private firstPeriodEnds: Day | undefined;
  private notices: CourseNotice[] = [];
  /** The period running on the day from which a notice counts, if that is before its receipt. */
  private readonly ranOn = new Map<string, Running | undefined>();
  private readonly waiting = new Map<string, CourseNotice[]>();
  private readonly consented = new Set<string>();
  private agreedEnd: Day | undefined;
  private successor: Day | undefined;
  private over: Day | undefined;
  private readonly renewals: Day[] = [];

  constructor(
    clauses: OracleClauses & { termination: { withdrawal?: string } },
    private readonly reading: OracleChoices & { revocation: string },
    private readonly entry: Day,
    signed: Day,
    private readonly events: readonly CourseEvent[],
  ) {
    this.duration = clauses.duration;
    this.termination = clauses.termination;
    const from = clauses.duration.countedFrom;
    this.anchor = from === 'signature' ? signed : from && from !== 'entryIntoForce' ? from : entry;
  }

  /** The state on a day after its events and before its ends; then the end ahead if nothing else happens. */
  on(asOf: Day): CourseDay {
    if (this.duration.kind === 'periods') {
      this.begin([this.duration.first!], this.entry);
      this.firstPeriodEnds = this.count([this.duration.first!]);
    }
    let day = this.entry;
    for (; day < asOf && !this.over; day = next(day)) {
      this.takeFactsOf(day);
      this.takeEndsOf(day);
    }
    if (!this.over) this.takeFactsOf(day);
    const { period, notices } = this;
    const stands = { period: this.over ? undefined : period, notices: notices.map(n => ({ ...n })), isOver: this.over !== undefined };
    const renewed = this.renewals.length;
    for (; !this.over && this.period && this.renewals.length === renewed; day = next(day)) {
      if (day > asOf) this.takeChangesOf(day); // what is received later is not known yet
      this.takeEndsOf(day);
    }
    return { ...stands, end: this.over ?? this.endOf(), renewals: this.renewals.slice(0, renewed) };
  }

  private takeFactsOf(day: Day): void {
    const counts = (this.duration.counts ?? this.reading.notifies) as Which;
    const left = this.events.filter(e => e.what === 'notice' && e.on > day && e.dates[counts] === day);
    const today = this.events.filter(e => e.on === day);
    if (!left.length && !today.length) return;
    today.sort((a, b) => inOrder.indexOf(a.what) - inOrder.indexOf(b.what) || order(a.id, b.id));
    this.takeChangesOf(day);
    for (const e of left) if (e.what === 'notice') this.sendOff(e, day);
    for (const e of today) {
      if (e.what === 'notice') this.receive(e, day, counts);
      if (e.what === 'end') {
        for (const n of this.notices) n.isRunning = false;
        this.agreedEnd = previous(e.firstDayOut);
      }
      if (e.what === 'revocation') this.revoke(e.id, e.of, day);
      if (e.what === 'consent') this.consent(e.of);
      if (e.what === 'successor') this.successor ??= e.firstDayOut;
    }
  }

  private takeChangesOf(day: Day): void {
    const today = this.events.filter(e => e.on === day).sort((a, b) => order(a.id, b.id));
    for (const e of today) if (e.what === 'changes') this.change(e.changes, day);
  }

  /** A copy that continues with these events only, with no notice and no end so far. */
  private aside(events: readonly CourseEvent[]): OracleCourse {
    const ahead = Object.create(OracleCourse.prototype) as OracleCourse;
    Object.assign(ahead, this, { events, notices: [], renewals: [], agreedEnd: undefined, successor: undefined, over: undefined });
    return ahead;
  }

  /** Whether, as far as is known on a day, no renewal lies ahead that a notice could prevent. */
  private isLastPeriod(day: Day): boolean {
    const ahead = this.aside(this.events.filter(e => e.what === 'changes' && e.known <= day));
    for (let d = day; !ahead.over && ahead.period && !ahead.renewals.length; d = next(d)) {
      if (d > day) ahead.takeChangesOf(d);
      ahead.takeEndsOf(d);
    }
    return ahead.over !== undefined;
  }

  private endOf(): Day | undefined {
    const ends = [...(this.agreedEnd ? [this.agreedEnd] : []), ...this.notices.filter(n => n.isRunning).map(n => n.lastDayInForce), ...(this.successor ? [previous(this.successor)] : [])]; // prettier-ignore
    return ends.length ? ends.reduce(sooner) : undefined;
  }

  private takeEndsOf(day: Day): void {
    const end = this.endOf();
    if (end !== undefined && end <= day) this.over = end;
    if (this.over || !this.period || day < this.period.lastDay) return;
    if (this.agreedEnd) return void (this.period = undefined);
    const { renewal } = this.duration;
    const length = this.lengthAfter(this.spans.length);
    if (length && this.begin([...this.spans, length], next(day))) return void this.renewals.push(next(day));
    if (renewal!.kind === 'withoutLimit') this.renewals.push(next(day));
    if (renewal!.kind !== 'withoutLimit') this.over = day;
    this.period = undefined;
  }

  private lengthAfter(number: number): string | undefined {
    const { renewal } = this.duration;
    return renewal!.kind === 'automatic' && (renewal!.times === undefined || number <= renewal!.times) ? renewal!.length : undefined;
  }

  /** The last day of the newest of these periods; lengths are added in chronological order. */
  private count(spans: readonly OracleSpan[]): Day {
    const count = new OracleCount(this.anchor, this.reading.periodEnd);
    return spans.map(span => count.lastDayOf(span)).at(-1)!;
  }

  /** Periods already over before the day count but have no day; false if no period with a day is left. */
  private begin(spans: OracleSpan[], day: Day): boolean {
    this.spans = [...spans];
    let lastDay = this.count(this.spans);
    for (let again = this.lengthAfter(this.spans.length); lastDay < day && again; again = this.lengthAfter(this.spans.length)) {
      this.spans.push(again);
      lastDay = this.count(this.spans);
    }
    const number = this.spans.length;
    if (lastDay < day) return false;
    this.period = this.noticed({ number, firstDay: day, lastDay }, this.noticeOf(number));
    return true;
  }

  private noticeOf(number: number): string | undefined {
    const { noticeBefore } = this.duration;
    return typeof noticeBefore === 'object' ? noticeBefore[number === 1 ? 'first' : 'later'] : noticeBefore;
  }

  private noticed(p: Omit<Running, 'lastDayForNotice' | 'notice'>, notice: string | undefined): Running {
    return { number: p.number, firstDay: p.firstDay, lastDay: p.lastDay, notice, lastDayForNotice: notice && oracleLastDayForNotice(p.lastDay, notice, this.reading.noticeCount) }; // prettier-ignore
  }

  private change({ periodLength, renewal, noticeBefore, noticePeriod, appliesTo, restartsPeriods }: CourseChanges, day: Day): void {
    const { duration, termination } = this;
    const again = renewal ?? (periodLength && duration.renewal?.length ? { ...duration.renewal, length: periodLength } : duration.renewal);
    this.duration = { ...duration, ...(periodLength ? { first: periodLength } : {}), ...(again ? { renewal: again } : {}), ...(noticeBefore ? { noticeBefore } : {}) }; // prettier-ignore
    if (noticePeriod && termination.when !== 'endOfPeriod') this.termination = { ...withoutThen(termination), notice: noticePeriod };
    if (duration.kind !== 'periods' || (this.agreedEnd && !this.period)) return;
    if (restartsPeriods) {
      this.anchor = day;
      return void this.begin([this.duration.first!], day);
    }
    if (!this.period) return;
    const isFirst = this.period.lastDay === this.firstPeriodEnds;
    let { lastDay } = this.period;
    if (periodLength && appliesTo === 'runningPeriod') {
      this.spans = [...this.spans.slice(0, -1), periodLength];
      lastDay = later(this.count(this.spans), day);
    }
    const changed = this.noticed({ ...this.period, lastDay }, noticeBefore ?? this.period.notice);
    const isTooLate = noticeBefore !== undefined && changed.lastDayForNotice! < day;
    this.period = isTooLate ? this.noticed({ ...this.period, lastDay }, this.period.notice) : changed;
    if (isFirst) this.firstPeriodEnds = lastDay;
  }

  private sendOff({ id, by, on: received }: CourseEvent & { by: string }, day: Day): void {
    const { period } = this;
    this.ranOn.set(id, period);
    const lastFor = period?.lastDayForNotice;
    if (!period || lastFor === undefined || received <= period.lastDay || day > lastFor || this.isLastPeriod(day)) return;
    this.notices.push({ id, by, inTime: true, prevents: lastFor, lastDayInForce: period.lastDay, isRunning: true });
  }

  private receive({ id, by, dates }: CourseEvent & { by: string; dates: OracleDates }, day: Day, counts: Which): void {
    if (this.notices.some(n => n.id === id)) return;
    const barred = this.lastBarred();
    const isPremature = this.termination.bars === 'giving' && dates[this.termination.counts ?? 'received'] <= barred;
    if (isPremature && this.reading.premature === 'noEffect') return;
    if (isPremature) return this.receiveOnFirstDay({ id, by }, day, next(barred), counts);
    const run = this.ranOn.has(id) ? this.ranOn.get(id) : this.period;
    const lastFor = run?.lastDayForNotice;
    const inTime = lastFor === undefined || dates[counts] <= lastFor;
    const prevents = inTime ? lastFor : undefined;
    const isBound = prevents !== undefined && (run!.firstDay !== this.period?.firstDay || !this.isLastPeriod(day));
    const lastDayInForce = this.endWith(dates, day, run, inTime, prevents !== undefined);
    if (lastDayInForce) this.notices.push({ id, by, inTime, prevents: isBound ? prevents : undefined, lastDayInForce, isRunning: true });
  }

  private endWith(dates: OracleDates, day: Day, run: Running | undefined, inTime: boolean, prevents: boolean): Day | undefined {
    const { termination, reading } = this;
    if (termination.when === 'endOfPeriod') {
      if (!this.period) return undefined;
      if (inTime) return run!.lastDay;
      if (run!.firstDay !== this.period.firstDay) return this.period.lastDay;
      if (this.duration.renewal!.kind === 'withoutLimit') return undefined;
      return this.lastDayAfter(run!) ?? run!.lastDay;
    }
    if (prevents && termination.when === 'anyTime' && reading.waysOut === 'endOfPeriod') return run!.lastDay;
    if (termination.when === 'onFixedDays') return this.fixedDay(dates[termination.counts ?? 'received'], day);
    const { months, days } = read(termination.notice!);
    const counted = plusDays(plusMonths(dates[termination.counts ?? 'received'], months), days);
    const out = reading.effect === 'dayAfter' ? next(counted) : counted;
    const by = later(later(previous(out), day), this.lastBarred());
    return prevents ? sooner(by, run!.lastDay) : by;
  }

  private fixedDay(from: Day, received: Day): Day {
    const { days, notice } = this.termination;
    for (let year = Number(received.slice(0, 4)); ; year += 1)
      for (const fixed of [...days!].sort()) {
        const last = `${year}-${fixed}`;
        if (last >= received && oracleLastDayForNotice(last, notice!, this.reading.noticeCount) >= from) return last;
      }
  }

  /** The last day on which a notice, or its effect, is barred. */
  private lastBarred(): Day {
    const { when, barredFor } = this.termination;
    if (when !== 'afterFirstPeriod') return '0000';
    if (!barredFor) return this.firstPeriodEnds!;
    const { months, days } = read(barredFor);
    const over = plusDays(plusMonths(this.entry, months), days);
    return this.reading.periodEnd === 'dayBefore' ? previous(over) : over;
  }

  /** Treats it as received on the first day on which it may be given, in the period running then. */
  private receiveOnFirstDay({ id, by }: { id: string; by: string }, day: Day, first: Day, counts: Which): void {
    const ahead = this.aside([]);
    for (let d = day; d < first && !ahead.over; d = next(d)) ahead.takeEndsOf(d);
    const run = ahead.over ? undefined : ahead.period;
    const received = later(first, day);
    const dates = { dated: first, dispatched: first, received };
    const lastFor = run?.lastDayForNotice;
    const inTime = lastFor === undefined || dates[counts] <= lastFor;
    const prevents = inTime ? lastFor : undefined;
    const lastDayInForce = this.endWith(dates, received, run, inTime, prevents !== undefined);
    if (lastDayInForce) this.notices.push({ id, by, inTime, prevents, lastDayInForce, isRunning: true });
  }

  private lastDayAfter({ lastDay }: Running): Day | undefined {
    const length = this.lengthAfter(this.spans.length);
    if (!length) return undefined;
    const spans = [...this.spans, length];
    while (this.count(spans) <= lastDay) spans.push(length);
    return this.count(spans);
  }

  private revoke(id: string, of: string, day: Day): void {
    for (const n of this.notices.filter(n => n.isRunning && n.id === of)) {
      const isBound = this.isByConsent() || (this.reading.revocation === 'needsConsent' && n.prevents !== undefined && day > n.prevents);
      if (isBound && !this.consented.has(id)) this.waiting.set(id, [n]);
      else n.isRunning = false;
    }
  }

  private isByConsent = (): boolean => (this.termination as { withdrawal?: string }).withdrawal === 'byConsent';

  private consent(of: string): void {
    const bound = this.waiting.get(of);
    if (!bound) return void this.consented.add(of);
    for (const n of bound) n.isRunning = false;
  }
}

const withoutThen = ({ then: _, ...kept }: OracleClauses['termination']): OracleClauses['termination'] => kept;
