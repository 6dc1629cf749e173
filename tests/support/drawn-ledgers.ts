/** Draws a ledger with facts of every type, for any agreement, near the days on which its periods end and begin. Same seed, same ledger. */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import { conditionOfEntry, endsWith } from '../../clauses/terms.ts';
import { factAsEntered, type Entry } from '../../machines/facts.ts';
import type { Chance } from './chance.ts';
import { d } from '../law/setup.ts';

export interface Drawn {
  entries: Entry[];
  /** Days on which to ask: those of the facts, and later ones. */
  days: CalendarDate[];
}

const first = d('2019-02-28');

/** Drawn after entry into force; what is listed twice is drawn twice as often. */
const types = [
  'termination.notified',
  'termination.notified',
  'termination.revoked',
  'termination.revocationConsented',
  'renewal.agreed',
  'protocol.signed',
  'protocol.signed',
  'protocol.completion.notified',
  'protocol.completion.notified',
  'protocol.abandoned',
  'suspension.agreed',
  'resumption.agreed',
  'termination.agreed',
  'superseded',
  'decision.made',
  'condition.met',
  'note.received',
];

export function drawLedger(agreement: Agreement, c: Chance): Drawn {
  const facts = new LedgerDraw(agreement, c).drawn();
  const corrected = c.one(facts);
  const last = facts.at(-1)!.day;
  const amendment = c.one<object[]>([
    [],
    [],
    [{ id: 'x', type: 'struck', of: corrected.fact.id, recorded: addDays(last, 3), reason: 'entered in error' }],
    [{ id: 'x', type: 'corrected', of: corrected.fact.id, recorded: addDays(last, 3), evidence: 'note 9' }],
  ]);
  const days = [c.one(facts).day, last, addDays(last, 1 + c.below(2_500))];
  return { entries: [...facts.map(f => f.fact), ...amendment] as Entry[], days };
}

interface DatedFact {
  day: CalendarDate;
  fact: { id: string };
}

class LedgerDraw {
  private readonly facts: DatedFact[] = [];
  private day = first;

  constructor(
    private readonly agreement: Agreement,
    private readonly c: Chance,
  ) {}

  drawn(): DatedFact[] {
    this.add({ type: 'signed', on: this.day });
    if (this.c.in100(15)) this.addAny(['provisionalApplication.ended', 'entry.agreed', 'protocol.proposed']);
    this.enter();
    for (let i = 0; i < 7; i += 1) this.addAny(types);
    return this.facts;
  }

  /** What brings the agreement into force, mostly. */
  private enter(): void {
    const { entryIntoForce: clause } = this.agreement.clauses;
    const condition = conditionOfEntry(this.agreement.clauses);
    if (this.c.in100(10)) this.day = addDays(first, -40);
    if (condition) this.add({ type: 'condition.met', on: this.later(60), condition: condition.id });
    if (clause.on === 'exchangeOfInstruments') this.add({ type: 'instruments.exchanged', on: this.later(200) });
    if (clause.on === 'unseen') this.add({ type: 'entry.agreed', on: this.later(30), date: addDays(this.day, 30), published: true });
    for (const by of this.parties()) if (this.c.in100(92)) this.add({ type: 'completion.notified', ...this.communication(by, 120) });
    if (this.c.in100(20)) this.add({ type: 'entry.agreed', on: this.day, date: addDays(this.day, this.c.below(90)) });
  }

  /** An end that leaves no more to happen is drawn less often. */
  private addAny(of: readonly string[]): void {
    const drawn = this.c.one(of);
    const type = ['superseded', 'termination.agreed'].includes(drawn) && this.c.in100(75) ? 'termination.notified' : drawn;
    const [by] = this.parties();
    this.add({ type, ...this.contentOf(type, by!) });
  }

  private contentOf(type: string, by: string): object {
    const { c } = this;
    switch (type) {
      case 'termination.notified':
        return { ...this.communication(by), ...(c.in100(20) ? { names: { firstDayOut: addDays(this.day, 100 + c.below(600)) } } : {}) };
      case 'termination.revoked':
      case 'termination.revocationConsented':
        return {
          ...this.communication(by, 90),
          of: this.idOf(type === 'termination.revoked' ? 'termination.notified' : 'termination.revoked'),
        };
      case 'provisionalApplication.ended':
        return this.communication(by);
      case 'protocol.proposed':
      case 'protocol.completion.notified':
        return { ...this.communication(by, 90), protocol: c.one(['p', 'q']) };
      case 'note.received':
        return { ...this.communication(by), subject: 'art. 3' };
      case 'protocol.signed':
        return { on: this.later(500), protocol: c.one(['p', 'q']), changes: this.changes() };
      case 'protocol.abandoned':
        return { on: this.later(300), protocol: c.one(['p', 'q']) };
      case 'entry.agreed':
        return { on: this.later(60), date: addDays(this.day, c.below(90)) };
      case 'renewal.agreed':
        return { on: this.later(900), ...c.one([{}, { length: 'P2Y' }, { until: addDays(this.day, 900) }]) };
      case 'suspension.agreed':
      case 'resumption.agreed':
        return { on: this.later(300), ...(c.in100(50) ? { from: addDays(this.day, 40) } : {}) };
      case 'termination.agreed':
        return { on: this.later(900), firstDayOut: addDays(this.day, c.below(500)) };
      case 'superseded':
        return {
          on: this.later(1_500),
          laterTreaty: 'Treaty of Friendship',
          ...(c.in100(50) ? { firstDayOut: addDays(this.day, 200) } : {}),
        };
      case 'condition.met':
        return { on: this.later(900), condition: endsWith(this.agreement.clauses)?.id ?? 'none' };
      default: {
        const decision = c.one(['renew', 'terminate', 'negotiate', 'lapse']);
        return { on: this.later(900), by, person: 'head', decision, authority: 'minutes 3' };
      }
    }
  }

  private changes(): object {
    const { c } = this;
    const what = c.one<object>([
      { noticeBefore: c.one(['P3M', 'P1Y']) },
      { noticePeriod: c.one(['P3M', 'P1Y']) },
      { periodLength: c.one(['P1Y', 'P3Y']), appliesTo: c.one(['nextPeriod', 'runningPeriod']) },
      {
        renewal: c.one<object>([
          { kind: 'automatic', length: 'P1Y' },
          { kind: 'withoutLimit' },
          { kind: 'automatic', length: 'P1Y', times: 1 },
        ]),
      },
      { text: 'a new article 5' },
      { periodLength: 'P2Y', restartsPeriods: true },
    ]);
    const from = addDays(this.day, c.below(900) - 200);
    const timing =
      'restartsPeriods' in what ? [{}] : [{}, { from }, { from, retroactive: true }, { provisionallyFrom: addDays(this.day, 60) }];
    return { ...what, ...c.one<object>(timing) };
  }

  private communication(by: string, most = 700): object {
    const { c } = this;
    const received = this.later(most);
    const dispatched = addDays(received, -c.below(20));
    return {
      by,
      received,
      ...(c.in100(60) ? { dispatched } : {}),
      ...(c.in100(40) ? { dated: dispatched } : {}),
      ...(c.in100(5) ? { form: 'oral' } : {}),
      ...(c.in100(5) ? { defect: 'unsigned' } : {}),
    };
  }

  private later(most: number): CalendarDate {
    this.day = addDays(this.day, this.c.below(most));
    return this.day;
  }

  /** Both Parties, in either order. */
  private parties(): string[] {
    const ids = this.agreement.parties.map(p => p.id);
    return this.c.in100(50) ? ids : ids.reverse();
  }

  private idOf(type: string): string {
    const found = this.facts.filter(({ fact }) => (fact as { type?: string }).type === type);
    return found.length ? this.c.one(found).fact.id : 'f0';
  }

  private add(content: object): void {
    this.facts.push({ day: this.day, fact: factAsEntered.parse({ id: `f${this.facts.length}`, ...content }) });
  }
}
