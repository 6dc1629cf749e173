/**
 * Draws agreements with events from a seed: protocols that change periods and notices, at once or later, and notices of both Parties, revoked or
 * not, near the days on which it matters. Gives the same facts in the form of the register and in the form of the oracle.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import type { Fact } from '../../machines/facts.ts';
import { d, given } from '../law/setup.ts';
import type { Chance } from './chance.ts';
import { OracleCourse, type CourseEvent } from './oracle-course.ts';

export interface Story {
  agreement: Agreement;
  entry: CalendarDate;
  signed: CalendarDate;
  facts: Fact[];
  events: CourseEvent[];
}

const article = 'art. 5';
const lengths = ['P6M', 'P1Y', 'P2Y', 'P3Y', 'P18M'];
const notices = ['P1M', 'P3M', 'P6M', 'P9M', 'P1Y'];
/** Counting months or years from these days leads to days that some months lack. */
const entryDays = ['2020-02-29', '2019-08-31', '2020-12-31', '2021-03-10', '2019-11-30', '2021-01-31'];

export function drawStory(c: Chance): Story {
  const entry = d(c.one(entryDays));
  const agreement = given(drawClauses(c));
  return new Teller(c, agreement, entry).told();
}

function drawClauses(c: Chance): object {
  const when = c.one(['anyTime', 'anyTime', 'afterFirstPeriod', 'endOfPeriod', 'endOfPeriod', 'onFixedDays']);
  const hasNotice = when === 'endOfPeriod' || (when !== 'onFixedDays' && c.in100(85));
  const noticeBefore = c.in100(15) ? { first: c.one(notices), later: c.one(notices) } : c.one([...notices, 'P30D']);
  const counts = c.one([undefined, undefined, 'received', 'dispatched']);
  const renewals = [
    ...[0, 1, 2].map(() => ({ kind: 'automatic', length: c.one(lengths) })),
    { kind: 'automatic', length: c.one(lengths), times: c.one([1, 2]) },
    { kind: 'withoutLimit' },
  ];
  const barred = c.one<object>([{}, { bars: 'giving' }, { barredFor: 'P30M' }, { bars: 'giving', barredFor: 'P18M' }]);
  return {
    duration: {
      kind: 'periods',
      article,
      first: c.in100(15) ? { until: c.one(['2022-12-31', '2023-06-30', '2022-02-28']) } : c.one(lengths),
      renewal: c.one(renewals),
      ...(hasNotice ? { noticeBefore, ...(counts ? { counts } : {}) } : {}),
      ...(c.in100(25) ? { countedFrom: 'signature' } : {}),
    },
    termination: {
      when,
      article,
      ...(when === 'endOfPeriod' ? {} : { notice: c.one([...notices, 'P90D']) }),
      ...(when === 'onFixedDays' ? { days: c.one([['12-31'], ['06-30', '12-31'], ['02-28']]) } : {}),
      ...(when === 'afterFirstPeriod' ? barred : {}),
      ...(c.in100(15) ? { withdrawal: 'byConsent' } : {}),
    },
  };
}

class Teller {
  private readonly story: Story;

  constructor(
    private readonly c: Chance,
    agreement: Agreement,
    entry: CalendarDate,
  ) {
    const signed = addDays(entry, -60);
    const facts = [
      { id: 's', type: 'signed', on: signed },
      { id: 'e', type: 'entry.agreed', on: entry, date: entry, published: true },
    ] as Fact[];
    this.story = { agreement, entry, signed, facts, events: [] };
  }

  told(): Story {
    const { c } = this;
    for (let i = c.below(3); i > 0; i -= 1) this.protocol(`p${i}`);
    for (let i = c.one([0, 1, 1, 2]); i > 0; i -= 1) this.notice(`t${i}`);
    if (c.in100(15)) this.agreedEnd();
    return this.story;
  }

  private add(facts: readonly object[], event: CourseEvent): void {
    this.story.facts.push(...(facts as Fact[]));
    this.story.events.push(event);
  }

  private protocol(protocol: string): void {
    const { c } = this;
    const known = someDay(this.story, c);
    const { termination, duration } = this.story.agreement.clauses;
    const signed = addDays(known, -30) > this.story.entry ? addDays(known, -30) : this.story.entry;
    const from = c.in100(40) ? addDays(known, c.one([10, 40, 200, 400])) : undefined;
    const changes = {
      ...(c.in100(55) ? { periodLength: c.one(lengths) } : {}),
      ...(c.in100(55) && termination!.when !== 'onFixedDays' ? { noticeBefore: c.one(notices) } : {}),
      ...(c.in100(20) && termination!.when !== 'endOfPeriod' ? { noticePeriod: c.one(['P3M', 'P1Y']) } : {}),
      ...(c.in100(10) && 'noticeBefore' in duration ? { renewal: c.one([{ kind: 'none' }, { kind: 'withoutLimit' }]) } : {}),
      appliesTo: c.one(['nextPeriod', 'runningPeriod']),
      restartsPeriods: c.in100(10),
    };
    const type = 'protocol.completion.notified';
    this.add(
      [
        { id: `${protocol}s`, type: 'protocol.signed', protocol, on: signed, changes: { ...changes, ...(from ? { from } : {}) } },
        { id: `${protocol}a`, type, protocol, by: 'KZ', received: signed },
        { id: `${protocol}b`, type, protocol, by: 'AZ', received: known },
      ],
      { id: protocol, on: from ?? known, what: 'changes', changes, known },
    );
  }

  private notice(id: string): void {
    const { c } = this;
    const received = someDay(this.story, c);
    const [by, other] = c.one([['KZ', 'AZ'], ['AZ', 'KZ']] as const); // prettier-ignore
    const left = addDays(received, -c.one([0, 0, 3, 20, 100]));
    const dispatched = left > this.story.entry ? left : received;
    const dates = { dated: dispatched, dispatched, received };
    this.add([{ id, type: 'termination.notified', by, ...dates }], { id, on: received, what: 'notice', by, dates });
    if (!c.in100(40)) return;
    const on = addDays(received, c.one([1, 30, 150, 200]));
    this.add([{ id: `r${id}`, type: 'termination.revoked', by, of: id, received: on }], {
      id: `r${id}`,
      on,
      what: 'revocation',
      by,
      of: id,
    });
    if (!c.in100(50)) return;
    const then = addDays(on, c.one([0, 5, 60]));
    const consent = { id: `c${id}`, type: 'termination.revocationConsented', by: other, of: `r${id}`, received: then };
    this.add([consent], { id: `c${id}`, on: then, what: 'consent', of: `r${id}` });
  }

  private agreedEnd(): void {
    const { c } = this;
    const on = someDay(this.story, c);
    const firstDayOut = addDays(on, c.one([1, 30, 400]));
    if (c.in100(50)) this.add([{ id: 'x', type: 'termination.agreed', on, firstDayOut }], { id: 'x', on, what: 'end', firstDayOut });
    else
      this.add([{ id: 'x', type: 'superseded', on, laterTreaty: 'the next', firstDayOut }], {
        id: 'x',
        on,
        what: 'successor',
        firstDayOut,
      });
  }
}

/** The events known on a day; a notice is known once it has been dispatched. */
export const eventsKnown = ({ events }: Story, day: CalendarDate): CourseEvent[] =>
  events.filter(e => (e.what === 'changes' ? e.known : e.what === 'notice' ? e.dates.dispatched : e.on) <= day);

export const courseOf = ({ agreement, entry, signed }: Story, reading: unknown, events: readonly CourseEvent[]): OracleCourse =>
  new OracleCourse(agreement.clauses as never, reading as never, entry, signed, events);

/** A critical day: near the end of a period or its last day for notice, as far as the course goes. */
export function someDay(story: Story, c: Chance): CalendarDate {
  const at = addDays(story.entry, c.below(1600));
  const { period } = courseOf(story, story.agreement.reading, story.events).on(at);
  const last = period?.lastDayForNotice ?? at;
  const near = period ? c.one([at, period.lastDay, last, last, period.firstDay]) : at;
  const day = addDays(d(near), c.one([-1, 0, 0, 1, 2, -40]));
  return day > story.entry ? day : addDays(story.entry, 1);
}
