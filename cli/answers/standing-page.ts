/** A standing for people: what holds, since when, until when, and what is not certain. */
import type { Agreement } from '../../clauses/agreement.ts';
import { latest, type CalendarDate } from '../../clauses/calendar.ts';
import { endsWith } from '../../clauses/terms.ts';
import type { Condition } from '../../clauses/reading.ts';
import type { Answer } from '../../wording/answer.ts';
import { isRunning } from '../../machines/revocable.ts';
import { safeWayOut } from '../../machines/safe-window.ts';
import { isOver } from '../../machines/view.ts';
import { textIn } from '../../wording/forms.ts';
import { labelled, lineOn, table, wrapped, type Labelled } from '../page.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';
import { formatSafeBy } from './safe-day-words.ts';

type LastDayForNotice = NonNullable<NonNullable<Answer['period']>['lastDayForNotice']>;

export function standingPage(s: Answer, agreement: Agreement, page: Page): string {
  const { style, words } = page;
  const { m, say, day } = words;
  const values = {
    agreement: s.agreement,
    rehearsal: String(agreement.rehearsal),
    day: day(s.asOf),
    knownOn: s.knownOn ? day(s.knownOn) : 'none',
  };
  return [
    ...wrapped(style.strong(textIn(agreement.title, words.language)), lineOn(page)),
    style.faint(say(m.standing.heading, values)),
    '',
    labelled(new StandingLines(s, agreement, words).all(), page),
  ].join('\n');
}

/** The lines of the page, in order. */
class StandingLines {
  private readonly texts: Words['m']['standing'];
  private readonly say: Words['say'];
  private readonly day: Words['day'];

  constructor(
    private readonly s: Answer,
    private readonly agreement: Agreement,
    private readonly words: Words,
  ) {
    this.texts = words.m.standing;
    this.say = words.say;
    this.day = words.day;
  }

  all(): Labelled[] {
    const { labels } = this.texts;
    return [
      [labels.status, this.status()],
      ...this.entry(),
      ...this.periods(),
      ...this.wayOut(),
      [labels.notices, this.s.notices.map(n => this.notice(n))],
      ...this.end(),
      ...this.application(),
      ...this.survivals(),
      [labels.protocols, this.s.protocols.map(p => this.protocol(p))],
      [labels.withoutEffect, this.s.withoutEffect.map(w => this.withoutEffect(w))],
      [labels.notes, this.s.notes],
    ];
  }

  /** A day, with the number of days left if it is ahead. */
  private left = (day: CalendarDate): string => this.words.withDaysLeft(day, this.s.asOf);

  private between = ({ notBefore, notAfter }: { notBefore: CalendarDate; notAfter: CalendarDate }): string =>
    this.say(this.texts.between, { from: this.day(notBefore), to: this.left(notAfter) });

  /** A day with its article and how it is counted. */
  private dated = (day: string, { basis, how }: { basis: string; how: string }): string =>
    this.say(this.texts.dated, { day, basis: this.words.basis(basis), how });

  private status(): string[] {
    const { status, statusAlternatives, within, certain } = this.s;
    const { m } = this.words;
    if (within && !certain) {
      const statuses = within.statuses.map(this.words.status).join(m.words.or);
      return [this.say(this.texts.statusUnsure, { statuses })];
    }
    const others = statusAlternatives.map(a =>
      this.say(this.texts.otherDate, { day: this.words.status(a.status), conditions: this.words.conditions(a.when) }),
    );
    return [this.words.status(status), ...others];
  }

  private entry(): Labelled[] {
    const { entryIntoForce: e, status, asOf, within } = this.s;
    const { labels, entryKnown, entryUnknown } = this.texts;
    const label = (day: CalendarDate): string =>
      day > asOf ? labels.inForceFrom : isOver(status) ? labels.wasInForceFrom : labels.inForceSince;
    const values = { how: e.how, basis: this.words.basis(e.basis) };
    if (!e.date && e.notBefore && e.notAfter)
      return [[label(e.notBefore), [this.dated(this.between({ notBefore: e.notBefore, notAfter: e.notAfter }), e)]]];
    if (!e.date && within) return [[labels.entry, [this.say(entryKnown, values)]]];
    if (!e.date) return [[labels.entry, status === 'negotiated' ? [] : [this.say(e.notBefore ? entryKnown : entryUnknown, values)]]];
    return [[label(e.date), [this.dated(this.left(e.date), e), ...otherDates(e.alternatives, this.words)]]];
  }

  private periods(): Labelled[] {
    const { period: p, status, within, nextWayOut, notice } = this.s;
    const { labels, periodNumber, period, renewalAgreed } = this.texts;
    if (within?.periods && !p) return this.periodsWithin(within);
    if (!p) return [[labels.period, status === 'inForce' || status === 'suspended' ? [this.noPeriod(), ...this.noticeFrom()] : []]];
    const { agreedRenewal: agreed } = p;
    const range = (from: CalendarDate, to: string, basis: string): Record<string, string> => ({
      from: this.day(from),
      to,
      basis: this.words.basis(basis),
    });
    return [
      [this.say(periodNumber, { first: p.number, last: 'none' }), [this.say(period, range(p.firstDay, this.left(p.lastDay), p.basis))]],
      [labels.lastDayForNotice, !p.lastDayForNotice && nextWayOut ? [] : this.lastDay(p, notice)],
      [
        labels.renewalAgreed,
        agreed ? [this.say(renewalAgreed, { ...range(agreed.firstDay, this.day(agreed.lastDay), agreed.basis), how: agreed.how })] : [],
      ],
    ];
  }

  private noPeriod(): string {
    const { duration } = this.agreement.clauses;
    const condition = endsWith({ duration })?.what;
    if (duration.kind === 'indefinite' && duration.unseen) return this.texts.noPeriodUnseen;
    return condition ? this.say(this.texts.noPeriodCondition, { condition }) : this.texts.noPeriod;
  }

  /** The first day on which a notice may be given on every reading, while the clause bars giving one. */
  private noticeFrom(): string[] {
    const { noticeFrom: n } = this.s;
    if (!n) return [];
    const day = latest(n.date, ...n.alternatives.flatMap(a => a.date ?? []));
    const values = { renewed: 'false', day: this.left(day), basis: this.words.basis(n.basis) };
    return [this.say(this.words.wording.client.late.noticeFrom, values)];
  }

  /** For notices that end the agreement only on fixed days: the last day for notice for the next of them. */
  private wayOut(): Labelled[] {
    const { nextWayOut: next } = this.s;
    if (!next) return [];
    const { duration } = this.agreement.clauses;
    const { lastDayForNotice, lastDayInForce, basis, alternatives, otherWaysOut } = next;
    const safely = safeWayOut(next);
    const renewed = duration.kind === 'periods' && duration.renewal.kind === 'automatic';
    const values = {
      day: this.left(lastDayForNotice),
      basis: this.words.basis(basis),
      end: this.day(lastDayInForce),
      silence: String(!renewed),
    };
    const safeLines = safely
      ? [
          this.say(this.texts.wayOutSafe, { day: this.left(safely.safe), end: this.day(safely.lastDayInForce) }),
          this.say(this.texts.sendBy, { day: this.left(safely.sendBy) }),
        ]
      : [];
    const others = otherWaysOut.flatMap(({ lastDayForNotice: last, lastDayInForce: end, when }) =>
      last && end
        ? [this.say(this.texts.otherWayOut, { day: this.day(last), end: this.day(end), conditions: this.words.conditions(when) })]
        : [],
    );
    const lines = [...safeLines, this.say(this.texts.wayOut, values), ...otherDates(alternatives, this.words), ...others];
    return [[this.texts.labels.lastDayForNotice, lines]];
  }

  private application(): Labelled[] {
    const { provisionalApplication: p, entryIntoForce } = this.s;
    if (!p || (entryIntoForce.date && entryIntoForce.date <= p.from)) return [];
    const values = {
      day: this.left(p.from),
      basis: this.words.basis(p.basis),
      how: p.how,
      ended: p.ended?.notice ?? 'none',
      by: p.ended?.by ?? 'none',
      on: p.ended ? this.day(p.ended.on) : 'none',
    };
    return [[this.texts.labels.appliedProvisionally, [this.say(this.texts.applied, values)]]];
  }

  private survivals(): Labelled[] {
    const lines = (this.s.survivals ?? []).flatMap(({ what, lastDay, basis, how, alternatives }) => [
      this.say(this.texts.survival, { what, lastDay: lastDay ? this.left(lastDay) : 'none', basis: this.words.basis(basis), how }),
      ...(lastDay ? otherDates(alternatives, this.words) : []),
    ]);
    return [[this.texts.labels.survives, lines]];
  }

  /** For a day known only within bounds: the ranges, and the safe day across all of them. */
  private periodsWithin({ periods, safeDay, safeDayHow, statuses }: NonNullable<Answer['within']>): Labelled[] {
    const { labels, periodNumber, endsWithin, safeWithin, sendBy, lastWithin } = this.texts;
    const { first, last, lastDay, lastDayForNotice } = periods!;
    const safeLines = (safe: NonNullable<typeof safeDay>): string[] => [
      this.say(safeWithin, {
        condition: String(statuses.some(s => s !== 'inForce' && s !== 'suspended')),
        day: this.left(safe.date),
        from: safe.from > this.s.asOf ? this.day(safe.from) : 'none',
        basis: this.words.basis(safe.basis),
        how: safeDayHow,
      }),
      this.say(sendBy, { day: this.left(safe.sendBy) }),
    ];
    return [
      [this.say(periodNumber, { first, last: first === last ? 'none' : last }), [this.say(endsWithin, { range: this.between(lastDay) })]],
      [
        labels.lastDayForNotice,
        [
          ...(safeDay ? safeLines(safeDay) : [safeDayHow]),
          ...(lastDayForNotice ? [this.say(lastWithin, { range: this.between(lastDayForNotice) })] : []),
        ],
      ],
    ];
  }

  /** First what is safe under every reading, then the day itself, then the readings that count otherwise. */
  private lastDay({ lastDayForNotice: last, settled, number }: NonNullable<Answer['period']>, running: Answer['notice']): string[] {
    if (!last) return [this.texts.noLastDay, ...this.noticeFrom()];
    const others = otherDates(last.alternatives, this.words);
    if (last.reopens) return [...this.reopened(last), ...others];
    const values = { day: this.day(last.date), basis: this.words.basis(last.basis) };
    if (settled) return [this.say(this.texts.settled, { ...values, period: number }), ...others];
    const { safe, sendBy } = { safe: last.safe!, sendBy: last.sendBy! }; // both exist unless the last day reopens
    if (running) {
      const ids = this.s.notices.filter(isRunning).map(n => n.id);
      const said = { ...values, notice: this.words.and(ids), count: ids.length, sendBy: this.day(sendBy), safe: this.day(safe) };
      return [this.say(this.texts.running, said), ...others];
    }
    return [
      this.say(this.texts.safe, { day: this.left(safe), why: this.safe(last, safe) }),
      this.say(this.texts.sendBy, { day: this.left(sendBy) }),
      this.dated(this.left(last.date), last),
      ...others,
    ];
  }

  private safe = (last: LastDayForNotice, safe: CalendarDate): string =>
    safe >= this.s.asOf ? [this.texts.safeAhead, ...formatSafeBy(last, this.words)].join('; ') : this.texts.safePast;

  private reopened(last: LastDayForNotice): string[] {
    const { from, safe: to, sendBy } = last.reopens!;
    const values = { from: this.day(from), to: this.left(to), sendBy: this.day(sendBy) };
    return [
      ...(last.safe
        ? [this.say(this.texts.safeDayPast, { day: this.day(last.safe) }), this.say(this.texts.reopened, values)]
        : [this.say(this.texts.opensLater, values)]),
      this.dated(this.left(last.date), last),
    ];
  }

  private notice(n: Answer['notices'][number]): string {
    const { revoked, replaced, endByIt, notice } = this.texts;
    const fate = n.revoked
      ? this.say(revoked, { day: this.day(n.revoked) })
      : n.replacedBy
        ? this.say(replaced, { by: n.replacedBy })
        : this.say(endByIt, { day: this.left(n.lastDayInForce) });
    const inTime = this.words.inTime(n.preventsNothing ? 'none' : n.inTime, this.s.within !== undefined);
    return this.say(notice, { id: n.id, by: n.by, day: this.day(n.received), inTime, fate });
  }

  private end(): Labelled[] {
    const { termination: t, otherEnds: others, asOf, within } = this.s;
    const { labels, endWithin, noEnd, end } = this.texts;
    const bounds = within?.lastDayInForce;
    if (!t && bounds) return [[labels.ends, [this.say(endWithin, { from: this.day(bounds.notBefore), to: this.left(bounds.notAfter) })]]];
    if (!t) return others.length ? [[labels.ends, [noEnd, ...otherEnds(others, this.words)]]] : [];
    const values = {
      cause: this.words.cause(t.cause),
      lastDay: this.left(t.lastDayInForce),
      firstDayOut: this.day(t.firstDayOut),
      basis: this.words.basis(t.basis),
      how: t.how,
    };
    return [[t.firstDayOut > asOf ? labels.ends : labels.ended, [this.say(end, values), ...otherEnds(t.alternatives, this.words)]]];
  }

  private protocol({ id, status, statuses = [status], entryIntoForce }: Answer['protocols'][number]): string {
    const { date, notBefore, alternatives } = entryIntoForce;
    const { protocol, protocolEntry, protocolNotBefore } = this.texts;
    const entry = date
      ? [this.say(protocolEntry, { day: this.left(date) }), ...otherDates(alternatives, this.words)].join('; ')
      : notBefore
        ? this.say(protocolNotBefore, { day: this.day(notBefore) })
        : '';
    return this.say(protocol, { id, statuses: statuses.map(this.words.phase).join(this.words.m.words.or), entry });
  }

  private withoutEffect = ({ fact, why, onSomeReadings }: Answer['withoutEffect'][number]): string =>
    this.say(this.texts.withoutEffect, { fact, why, onSomeReadings: String(onSomeReadings ?? false) });
}

type Alternatives = readonly { date: CalendarDate | null; when: readonly Condition[] }[];

export const otherDates = (alternatives: Alternatives, words: Words): string[] => alternatives.map(a => otherDate(a, words));

export const otherDate = ({ date, when }: Alternatives[number], words: Words): string =>
  words.say(words.m.standing.otherDate, { day: date ? words.day(date) : words.m.words.none, conditions: words.conditions(when) });

export const otherEnds = (alternatives: Answer['otherEnds'], words: Words): string[] =>
  alternatives.map(({ firstDayOut, when }) => {
    const { otherEnd, otherNoEnd } = words.m.standing;
    const conditions = words.conditions(when);
    return firstDayOut ? words.say(otherEnd, { day: words.day(firstDayOut), conditions }) : words.say(otherNoEnd, { conditions });
  });

/** For a day known only within bounds: its latest date, or that it may never come. */
export const until = (notAfter: CalendarDate | null | undefined, { m, say, column }: Words): string =>
  notAfter === undefined ? '' : notAfter ? say(m.dates.until, { day: column(notAfter) }) : m.dates.orLater;

/** All past and future dates, each with its article. */
export function datesPage({ dates, asOf }: Answer, page: Page): string {
  const { style, words } = page;
  const { m, say } = words;
  const row = (d: Answer['dates'][number]): string[] => {
    const cells = [
      `${words.columnWithDaysLeft(d.date, asOf)}${until(d.notAfter, words)}`,
      d.ifStillInForce ? say(m.dates.ifStillInForce, { label: d.label }) : d.label,
      words.columnBasis(d.basis),
    ];
    return d.past ? cells.map(cell => style.faint(cell)) : cells;
  };
  return [table([m.dates.date, m.dates.what, m.dates.article], dates.map(row), page), ...conditionLines(dates, page)].join('\n');
}

/** The readings under which the agreement is still in force after an end that is due. */
export function conditionLines(dates: readonly Pick<Answer['dates'][number], 'ifStillInForce'>[], page: Page): string[] {
  const { words } = page;
  const { m, say } = words;
  const each = dates.flatMap(d => (d.ifStillInForce ? [d.ifStillInForce] : []));
  const said = [...new Set(each.map(when => (when.length ? words.conditions(when) : m.dates.onlyIfRevoked)))];
  return said.length ? ['', ...said.flatMap(when => wrapped(say(m.dates.stillInForce, { when }), lineOn(page)))] : [];
}
