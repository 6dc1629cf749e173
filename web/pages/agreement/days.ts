/** A day as a link to its reckoning. A day without one is said as it is. */
import type { CalendarDate } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { html, type Html } from '../../html.ts';
import { address, agreementPath } from '../../request.ts';
import type { Words } from '../../words.ts';

/** As of which day, as known on which day a page is shown. */
export interface Asked {
  asOf?: string | undefined;
  knownOn?: string | undefined;
}

export class Days {
  constructor(
    private readonly s: Pick<AgreementStanding, 'agreement' | 'reckoning' | 'dates'>,
    private readonly words: Words,
    private readonly asked: Asked,
  ) {}

  /** `step`: of which step it is, where that is known; else the first that gives this day, on any reading. */
  link(day: CalendarDate, step?: string): Html {
    const id = step ?? this.stepOf(day);
    const said = this.words.day(day);
    return id ? html`<a href="${this.to(id)}">${said}</a>` : html`${said}`;
  }

  to = (step: string): string =>
    `${address(agreementPath(this.s.agreement, '/reckoning'), { 'as-of': this.asked.asOf, 'known-on': this.asked.knownOn })}#${anchorOf(step)}`;

  /** A line of the ledger. */
  toEntry = (id: string): string => `${agreementPath(this.s.agreement)}#entry-${id}`;

  stepOf = (day: CalendarDate): string | undefined =>
    (this.s.reckoning.find(r => r.date === day) ?? this.s.reckoning.find(r => r.alternatives.some(a => a.date === day)))?.id;

  /** Of what is listed, such as the end of the running period. */
  stepNamed = (what: string, day: CalendarDate): string | undefined =>
    this.s.dates.find(d => d.what === what && d.date === day)?.step ??
    this.s.reckoning.find(r => r.id.startsWith(`${what}/`) && r.date === day)?.id;

  /** Days of one step as one link: 14 or 15 Sep 2029. */
  together = (days: readonly CalendarDate[], step: string | undefined): Html =>
    step ? html`<a href="${this.to(step)}">${this.words.days(days)}</a>` : html`${this.words.days(days)}`;

  links = (days: readonly CalendarDate[], step?: string): Html => this.words.listed(days.map(d => this.link(d, step)));
}

export const anchorOf = (step: string): string => `step-${step}`;
