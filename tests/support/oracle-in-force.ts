/** The oracle's account of an agreement in force: notices, revocations, agreed ends, a successor, suspension, day by day. */
import { Grid, later, next, order, plusMonths, previous, sooner, type Day } from './oracle-calendar.ts';
import { byDay, dayOf, type OracleAnswer, type OracleFact, type OracleNotice, type OracleReading } from './oracle-facts.ts';

/** The order of events within one day. */
const kinds = [
  'suspension.agreed',
  'resumption.agreed',
  'termination.dispatched',
  'termination.notified',
  'termination.agreed',
  'termination.revoked',
  'termination.revocationConsented',
  'superseded',
];

type Notice = OracleNotice & { prevents: number | undefined };

export class InForce {
  private readonly grid: Grid;
  private readonly notices = new Map<string, Notice>();
  private readonly dispatchedIn = new Map<string, number | undefined>();
  private readonly revokedAhead = new Set<string>();
  private readonly revocations = new Set<string>();
  private readonly waiting = new Map<string, Notice[]>();
  private readonly consented = new Set<string>();
  private agreedEnd: { last: Day; left: Day } | undefined;
  private successor: Day | undefined;
  private suspension: { from: Day; until: Day | undefined } | undefined;

  constructor(
    private readonly entry: Day,
    private readonly r: OracleReading,
    private readonly withoutEffect: Set<string>,
  ) {
    this.grid = new Grid(entry, r);
  }

  /** `onTheirWay`: notices dispatched by the day asked about and received after it. */
  live(facts: readonly OracleFact[], onTheirWay: readonly OracleFact[]): void {
    const left = [...facts, ...onTheirWay].filter(
      f =>
        this.r.notifies === 'dispatched' && f.type === 'termination.notified' && f.dispatched! >= this.entry && f.dispatched! < f.received!,
    );
    const steps = [
      ...facts.map(f => ({ day: dayOf(f), type: f.type, f })),
      ...left.map(f => ({ day: f.dispatched!, type: 'termination.dispatched', f })),
    ];
    steps.sort((a, b) => order(a.day, b.day) || kinds.indexOf(a.type) - kinds.indexOf(b.type) || byDay(a.f, b.f));
    let isOver = false;
    for (const { day, type, f } of steps) {
      isOver ||= this.isOver(day);
      if (type === 'termination.dispatched') {
        if (!isOver) this.dispatch(f, day);
      } else if (isOver ? !this.notices.has(f.id) : this.isOfNothing(f) || !this.take(f, day)) this.withoutEffect.add(f.id);
      isOver ||= this.isOver(day);
    }
  }

  on(asOf: Day): Pick<OracleAnswer, 'status' | 'period' | 'end' | 'notices'> {
    const notices = [...this.notices.values()].map(({ prevents: _, ...shown }) => shown);
    const end = this.end();
    if (this.isOver(asOf)) {
      for (const [id, bound] of this.waiting) if (bound.some(isRunning)) this.withoutEffect.add(id);
      return { status: end!.cause === 'supersession' ? 'superseded' : 'terminated', period: undefined, end, notices };
    }
    const k = this.periodOn(asOf);
    const suspended = this.suspension && this.suspension.from <= asOf && !this.isResumed(asOf);
    return { status: suspended ? 'suspended' : 'inForce', period: k === undefined ? undefined : this.grid.period(k), end, notices };
  }

  private end(): { cause: string; lastDayInForce: Day } | undefined {
    const ends = [
      ...(this.agreedEnd ? [{ cause: 'agreement', lastDayInForce: this.agreedEnd.last }] : []),
      ...this.running().map(n => ({ cause: 'notice', lastDayInForce: n.lastDayInForce })),
      ...(this.successor ? [{ cause: 'supersession', lastDayInForce: previous(this.successor) }] : []),
    ];
    return ends.sort((a, b) => order(a.lastDayInForce, b.lastDayInForce))[0]; // a stable sort: termination stays before supersession
  }

  private isOver = (day: Day): boolean => (this.end()?.lastDayInForce ?? '9999') < day;
  private running = (): Notice[] => [...this.notices.values()].filter(isRunning);
  private isResumed = (day: Day): boolean => this.suspension?.until !== undefined && this.suspension.until <= day;
  private isOfNothing = ({ of }: OracleFact): boolean => of !== undefined && this.withoutEffect.has(of);

  /** Undefined once an agreed end has carried the agreement over the end of a period. */
  private periodOn(day: Day): number | undefined {
    return this.agreedEnd && day > this.agreedEnd.left ? undefined : this.grid.at(day);
  }

  private dispatch({ id, by, received }: OracleFact, day: Day): void {
    const k = this.periodOn(day);
    this.dispatchedIn.set(id, k);
    if (!k || received! <= this.grid.endOf(k) || day > this.grid.lastDayForNotice(k)) return;
    this.notices.set(id, { id, by: by!, inTime: true, lastDayInForce: this.grid.endOf(k), revoked: false, replaced: false, prevents: k });
  }

  /** Whether the law has a use for it. */
  private take(f: OracleFact, day: Day): boolean {
    switch (f.type) {
      case 'termination.notified':
        if (!this.notices.has(f.id)) this.notices.set(f.id, this.notice(f, day));
        return true;
      case 'termination.revoked':
        return this.revoke(f, day);
      case 'termination.revocationConsented':
        return this.consent(f.of!);
      case 'termination.agreed':
        return this.agreeEnd(f.firstDayOut!, day);
      case 'superseded':
        if (this.successor) return false;
        this.successor = f.firstDayOut ?? day;
        return true;
      case 'suspension.agreed':
        if (this.suspension && !this.isResumed(day)) return false;
        this.suspension = { from: f.from ?? day, until: undefined };
        return true;
      case 'resumption.agreed':
        return this.resume(f.from ?? day, day);
      default:
        throw new TypeError(`The oracle does not know the fact type ${f.type}`);
    }
  }

  private notice({ id, by, dispatched, names }: OracleFact, day: Day): Notice {
    const counts = this.r.notifies === 'dispatched' ? (dispatched ?? day) : day;
    const k = this.dispatchedIn.has(id) ? this.dispatchedIn.get(id) : this.periodOn(day);
    const inTime = k === undefined || counts <= this.grid.lastDayForNotice(k);
    const sixMonths = plusMonths(day, 6);
    const clause = this.r.effect === 'sameNumberedDay' ? sixMonths : next(sixMonths);
    const byNotice = previous(this.r.namedDate === 'named' && names ? later(clause, names.firstDayOut) : clause);
    const prevents = inTime ? k : undefined;
    const end = prevents && this.grid.endOf(prevents);
    const lastDayInForce = !end ? byNotice : this.r.waysOut === 'endOfPeriod' ? end : sooner(end, byNotice);
    return { id, by: by!, inTime, lastDayInForce, revoked: this.revokedAhead.has(id), replaced: false, prevents };
  }

  private revoke({ id, by, of }: OracleFact, day: Day): boolean {
    if (of && !this.notices.has(of)) this.revokedAhead.add(of);
    const meant = this.running().filter(n => (of ? n.id === of : n.by === by));
    if (!meant.length && !(of && this.revokedAhead.has(of) && !this.notices.has(of))) return false;
    this.revocations.add(id);
    const bound = meant.filter(n => this.needsConsent(n, day) && !this.consented.has(id));
    for (const n of meant) if (!bound.includes(n)) n.revoked = true;
    if (bound.length) this.waiting.set(id, bound);
    return true;
  }

  private needsConsent({ prevents }: Notice, day: Day): boolean {
    return this.r.revocation === 'needsConsent' && prevents !== undefined && day > this.grid.lastDayForNotice(prevents);
  }

  private consent(revocation: string): boolean {
    if (this.r.revocation !== 'needsConsent') return false;
    const bound = this.waiting.get(revocation);
    const isNew = bound ? bound.some(isRunning) : !this.revocations.has(revocation) && !this.consented.has(revocation);
    if (bound) for (const n of bound) n.revoked = true;
    else if (isNew) this.consented.add(revocation);
    return isNew;
  }

  private agreeEnd(firstDayOut: Day, day: Day): boolean {
    if (firstDayOut <= this.entry) return false;
    for (const n of this.running()) n.replaced = true;
    this.agreedEnd = { last: previous(firstDayOut), left: this.agreedEnd?.left ?? this.grid.endOf(this.grid.at(day)) };
    return true;
  }

  private resume(until: Day, day: Day): boolean {
    if (!this.suspension || this.isResumed(day)) return false;
    const { from } = this.suspension;
    this.suspension = from > day && until <= from ? undefined : { from, until };
    return true;
  }
}

const isRunning = (n: Notice): boolean => !n.revoked && !n.replaced;
