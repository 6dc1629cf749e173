/** The words of the command line in one language: its messages, and the form of days, lengths, articles and legal terms. */
import { date, daysBetween, localDate, type CalendarDate, type Length } from '../clauses/calendar.ts';
import type { Channel, Language } from '../clauses/desk.ts';
import type { Condition } from '../clauses/reading.ts';
import type { NoticeKind } from '../machines/notice/content.ts';
import type { NoticeState } from '../machines/notice/replay.ts';
import type { InTime } from '../machines/standing-types.ts';
import type { ProtocolState } from '../machines/protocol/awaited.ts';
import type { Refusal } from '../machines/refusal.ts';
import { everyParty } from '../machines/rights.ts';
import type { EndCause, Status } from '../machines/view.ts';
import type { ProtocolPhase } from '../machines/without-effect.ts';
import type { CliMessages } from '../wording/cli/en.ts';
import type { HelpMessages } from '../wording/help/en.ts';
import type { InterviewMessages } from '../wording/interview/en.ts';
import { conditionsIn } from '../wording/conditions.ts';
import { articleIn, dayInTable, dayInText, lengthIn, timeInTable, timeInText } from '../wording/forms.ts';
import { message, type Values } from '../wording/message.ts';
import { refusalWithBasis } from '../wording/refusals/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import { allOf, numberFormat, oneOf } from '../wording/intl.ts';

export class Words {
  constructor(
    readonly language: Language,
    readonly wording: Wording,
    /** The messages of the command line. */
    readonly m: CliMessages,
  ) {}

  say = (text: string, values: Values = {}): string => message(text, this.wording.locale, values);

  /** A number of things: `count` selects the form of the word, `n` is the number in the sentence. */
  counted = (text: string, count: number, values: Values = {}): string => this.say(text, { ...values, count, n: `${count}` });

  /** In a sentence: 14 Mar 2029, 14 марта 2029 года. */
  day = (day: CalendarDate): string => dayInText(this.wording, day);

  /** In a column: 14 Mar 2029, 14.03.2029. */
  column = (day: CalendarDate): string => dayInTable(this.wording, day);

  /** An instant: 14 Mar 2029, 07:56 UTC. */
  time = (at: number | string): string => timeInText(this.wording, at);
  columnTime = (at: number | string): string => timeInTable(this.wording, at);

  /** Of an instant only its day, by UTC, in a column. */
  columnDayOf = (at: number): string => this.column(localDate(at, 'UTC'));

  /** today, in 843 days, 3 days ago. */
  daysLeft(left: number): string {
    const { today, inDays, daysAgo } = this.m.words;
    if (left === 0) return today;
    return left > 0 ? this.counted(inDays, left) : this.counted(daysAgo, -left);
  }

  /** A day, with the number of days left if it is ahead. `form`: `day` or `column`. */
  withDaysLeft(day: CalendarDate, today: CalendarDate, form = this.day): string {
    const left = daysBetween(today, day);
    return left < 0 ? form(day) : this.say(this.m.words.dayAnd, { day: form(day), left: this.daysLeft(left) });
  }

  columnWithDaysLeft = (day: CalendarDate, today: CalendarDate): string => this.withDaysLeft(day, today, this.column);

  /** Formats the calendar dates in a text for people; ids that contain a date are unchanged. */
  dates = (text: string): string => text.replace(/(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w-])/g, day => this.day(date(day)));

  number = (n: number): string => numberFormat(this.wording.locale, undefined).format(n);

  length = (length: Length): string => lengthIn(this.wording, length);

  /** An article in the citation form of the language; anything else is unchanged. English uses the short form. */
  basis = (basis: string): string => (this.language === 'en' ? basis : (articleIn(this.wording, basis) ?? this.ownBasis(basis)));

  /** The same for a column. */
  columnBasis(basis: string): string {
    const { article, articles, vienna } = this.m.basis;
    const found = /^(?<vclt>VCLT )?arts?\. (?<n>.+)$/.exec(basis)?.groups;
    if (!found || this.language === 'en') return this.ownBasis(basis);
    const n = found['n']!;
    const said = this.say(/,| and /.test(n) ? articles : article, { n });
    return found['vclt'] ? this.say(vienna, { article: said }) : said;
  }

  private ownBasis = (basis: string): string => (basis === 'register' ? this.m.basis.register : basis);

  status = (status: string): string => this.m.statuses[status as Status];
  phase = (phase: ProtocolPhase): string => this.m.phases[phase];
  cause = (cause: EndCause): string => this.wording.certificate.causes[cause];

  /** In English it has the form of the flags, so that it can be typed. */
  kind = (kind: NoticeKind): string => (this.language === 'en' ? kind : this.wording.kinds[kind]);
  channel = (channel: Channel): string => this.wording.channels[channel];
  noticeState = (state: NoticeState): string => this.wording.refusals.noticeStates[state];
  protocolState = (state: ProtocolState): string => this.wording.refusals.protocolStates[state];

  /** `withinBounds`: a day is known only within bounds, and the answer may depend on it. */
  inTime = (said: InTime | 'none', withinBounds = false): string =>
    this.m.inTime[withinBounds && said === 'disputed' ? 'disputedWithin' : said];

  conditions = (when: readonly Condition[]): string => conditionsIn(when, this.wording);

  refusal = (refusal: Refusal): string => refusalWithBasis(refusal, this.wording);

  /** For whom somebody acts. */
  actsFor = (party: string): string => (party === everyParty ? this.m.identity.everyParty : party);

  and = (items: readonly string[]): string => allOf(this.wording.locale, items);
  or = (items: readonly string[]): string => oneOf(this.wording.locale, items);
}

interface Catalogues {
  wording: () => Promise<Wording>;
  cli: () => Promise<CliMessages>;
  help: () => Promise<HelpMessages>;
  interview: () => Promise<InterviewMessages>;
}

/** Loads only the language that is used. */
const catalogues: Record<Language, Catalogues> = {
  en: {
    wording: () => import('../wording/en.ts').then(l => l.en),
    cli: () => import('../wording/cli/en.ts').then(l => l.cli),
    help: () => import('../wording/help/en.ts').then(l => l.help),
    interview: () => import('../wording/interview/en.ts').then(l => l.interview),
  },
  ru: {
    wording: () => import('../wording/ru.ts').then(l => l.ru),
    cli: () => import('../wording/cli/ru.ts').then(l => l.cli),
    help: () => import('../wording/help/ru.ts').then(l => l.help),
    interview: () => import('../wording/interview/ru.ts').then(l => l.interview),
  },
  kk: {
    wording: () => import('../wording/kk.ts').then(l => l.kk),
    cli: () => import('../wording/cli/kk.ts').then(l => l.cli),
    help: () => import('../wording/help/kk.ts').then(l => l.help),
    interview: () => import('../wording/interview/kk.ts').then(l => l.interview),
  },
  az: {
    wording: () => import('../wording/az.ts').then(l => l.az),
    cli: () => import('../wording/cli/az.ts').then(l => l.cli),
    help: () => import('../wording/help/az.ts').then(l => l.help),
    interview: () => import('../wording/interview/az.ts').then(l => l.interview),
  },
};

export async function wordsIn(language: Language): Promise<Words> {
  const { wording, cli } = catalogues[language];
  return new Words(language, await wording(), await cli());
}

export const helpIn = (language: Language): Promise<HelpMessages> => catalogues[language].help();
export const interviewIn = (language: Language): Promise<InterviewMessages> => catalogues[language].interview();
