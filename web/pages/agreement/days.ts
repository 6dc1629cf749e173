/** Links from days to their reckonings. A day without a reckoning is plain text. */
import { dayBefore, type CalendarDate } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { html, type Html } from '../../html.ts';
import { address, agreementPath } from '../../request.ts';
import { rowsOfPage } from '../paged.ts';
import { withDays } from '../../days-in-text.ts';
import type { Words } from '../../words.ts';

/** The as-of and known-on days of a page. */
export interface DayQuery {
  asOf?: string | undefined;
  knownOn?: string | undefined;
  /** Lists dates up to this day, beyond those that are pending. */
  until?: string | undefined;
}

export class Days {
  constructor(
    private readonly s: Pick<AgreementStanding, 'agreement' | 'reckoning' | 'dates' | 'protocols' | 'entries'>,
    private readonly words: Words,
    private readonly asked: DayQuery,
  ) {}

  /** `step`: the step of the day, if known; otherwise the first step that gives this day on any reading. */
  link(day: CalendarDate, step?: string): Html {
    const id = step ?? this.stepOf(day);
    return this.linked(day, this.words.day(day), id && this.to(id, day));
  }

  /** A day that was asked for, or on which an entry was made: it has no reckoning. */
  plain = (day: CalendarDate): Html => this.linked(day, this.words.day(day), undefined);

  /** A step's day, or the first and the last of those possible. */
  possible = (day: CalendarDate, step: string): Html => {
    const last = this.s.dates.find(d => d.step === step && d.date === day)?.notAfter;
    const first = this.link(day, step);
    return last ? this.words.rich(this.words.m.dates.until, { day: first, last: this.link(last, step) }) : first;
  };

  /** A sentence with each of its days as a link. */
  said = (text: string): Html => withDays(text, this.words, (day, said) => this.linked(day, said, this.toDay(day)));

  /** The same in a drawing, where a day without a reckoning stays text. */
  drawn = (text: string): Html =>
    withDays(text, this.words, (day, said) => {
      const to = this.toDay(day);
      return to ? html`<a href="${to}">${said}</a>` : html`${said}`;
    });

  /** A day without a reckoning, such as one asked for or a day of entry, is marked as a date only. */
  private readonly linked = (day: CalendarDate, said: string, to: string | undefined): Html =>
    to ? html`<a href="${to}">${said}</a>` : html`<time datetime="${day}">${said}</time>`;

  /** `day`: the step's day on another reading, to link to how that reading counts it. */
  to = (step: string, day?: CalendarDate): string =>
    `${address(agreementPath(this.s.agreement, '/reckoning'), { 'as-of': this.asked.asOf, 'known-on': this.asked.knownOn, until: this.asked.until })}#${anchorOf(step, day && this.otherDayOf(step, day))}`;

  private readonly toDay = (day: CalendarDate): string | undefined => {
    const step = this.stepOf(day);
    return step && this.to(step, day);
  };

  /** The day after an end links to the reckoning of that end, on other readings too. */
  private otherDayOf(step: string, day: CalendarDate): CalendarDate | undefined {
    const found = this.s.reckoning.find(r => r.id === step);
    const days = found && found.date !== day ? found.otherCounts.map(o => o.date) : [];
    const isAfter = isOfEnd({ id: step }) && found?.date !== dayBefore(day);
    return days.find(d => d === day) ?? (isAfter ? days.find(d => d === dayBefore(day)) : undefined);
  }

  /** What a date rests on: a line of the ledger, or a protocol. */
  source = (id: string): Html => {
    const { agreement, protocols } = this.s;
    return protocols.some(p => p.id === id)
      ? html`<a href="${agreementPath(agreement, `/protocols/${encodeURIComponent(id)}`)}">${this.words.say(this.words.m.lifeline.protocol, { id })}</a>`
      : html`<a href="${entryPath(this.s, id)}">${this.words.say(this.words.m.reckoning.facts, { ids: id })}</a>`;
  };

  /**
   * The first day of a period has the reckoning of the end of the period before it, and the first day out that of the end; the last of a range
   * of days has that of the first.
   */
  stepOf = (day: CalendarDate): string | undefined =>
    this.stepGiving(day) ?? this.stepGiving(dayBefore(day), isOfEnd) ?? this.s.dates.find(d => d.notAfter === day)?.step;

  private readonly stepGiving = (
    day: CalendarDate,
    isOf: (step: AgreementStanding['reckoning'][number]) => boolean = () => true,
  ): string | undefined => {
    const steps = this.s.reckoning.filter(isOf);
    const onDay = steps.filter(r => r.date === day);
    // If several steps give the day, prefer the one that counts for whoever must act.
    return (onDay.find(r => r.id === 'safeDay') ?? onDay[0] ?? steps.find(r => r.alternatives.some(a => a.date === day)))?.id;
  };

  /** The step of a listed date, such as the end of the current period. */
  stepNamed = (what: string, day: CalendarDate): string | undefined =>
    this.s.dates.find(d => d.what === what && d.date === day)?.step ??
    this.s.reckoning.find(r => r.id.startsWith(`${what}/`) && r.date === day)?.id;

  /** Days of one step as one link: 14 or 15 Sep 2029. */
  together = (days: readonly CalendarDate[], step: string | undefined): Html =>
    step ? html`<a href="${this.to(step)}">${this.words.days(days)}</a>` : html`${this.words.days(days)}`;

  links = (days: readonly CalendarDate[], step?: string): Html => this.words.listed(days.map(d => this.link(d, step)));
}

/** The line of an entry in the ledger, on the page that has it if the ledger is long. */
export const entryPath = ({ agreement, entries }: Pick<AgreementStanding, 'agreement' | 'entries'>, id: string): string =>
  `${address(agreementPath(agreement), { entry: entries.length > rowsOfPage ? id : undefined })}#entry-${id}`;

const isOfEnd = ({ id }: { id: string }): boolean => /^(?:termination$|(?:periodEnd|notice|fixedDay)\/)/.test(id);

export const anchorOf = (step: string, otherDay?: CalendarDate): string => `step-${step}${otherDay ? `-${otherDay}` : ''}`;
