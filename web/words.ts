/** The words of pages in a language: sentences with days as links, and names of articles, Parties and legal values. */
import { stateOf } from '../agreements/states.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Condition } from '../clauses/reading.ts';
import type { AnyStatement } from '../machines/statements.ts';
import type { CliMessages } from '../wording/cli/en.ts';
import { conditionsIn } from '../wording/conditions.ts';
import { dayOnPage, languageIn, textIn, timeOnPage } from '../wording/forms.ts';
import { message, parts, type Values } from '../wording/message.ts';
import { statementIn } from '../wording/statements.ts';
import { deskValues, deskWordings } from '../wording/web/failures/messages.ts';
import { webMessages, type WebMessages } from '../wording/web/words.ts';
import type { Wording } from '../wording/wording.ts';
import { html, type Html, type Renderable } from './html.ts';
import { allOf, numberFormat, oneOf } from '../wording/intl.ts';
import { isFormer, stateIn } from '../wording/states.ts';

export interface Names {
  readonly parties: readonly { id: string; name: Readonly<Record<string, string>> }[];
}

export class Words {
  readonly wording: Wording;
  readonly m: WebMessages;
  /** The command line's names for legal values. */
  readonly values: CliMessages;

  constructor(readonly language: Language) {
    this.wording = deskWordings[language];
    this.m = webMessages[language];
    this.values = deskValues[language];
  }

  say = (text: string, values: Values = {}): string => message(text, this.wording.locale, values);

  counted = (text: string, count: number, values: Values = {}): string => this.say(text, { ...values, count, n: this.number(count) });

  /** A sentence with links or emphasis in it. */
  rich(text: string, values: Readonly<Record<string, string | number | Html>> = {}): Html {
    const of = (tag: 'b' | 'i') => (inside: readonly (string | Html)[]) => (tag === 'b' ? html`<b>${inside}</b>` : html`<i>${inside}</i>`);
    return html`${parts<Html>(text, this.wording.locale, values, { b: of('b'), i: of('i') })}`;
  }

  day = (day: CalendarDate): string => dayOnPage(this.wording, day);

  /** An instant: 14 Mar 2029, 07:56 UTC. */
  time = (at: number): string => timeOnPage(this.wording, at);

  /** 14 or 15 Sep 2029: two days of one month share it. */
  days(days: readonly CalendarDate[], type: 'disjunction' | 'conjunction' = 'disjunction'): string {
    const listed = (items: readonly string[]): string => (type === 'disjunction' ? oneOf : allOf)(this.wording.locale, items);
    const last = days.at(-1);
    if (!last || days.length !== 2 || days.some(d => d.slice(0, 7) !== last.slice(0, 7))) return listed(days.map(this.day));
    const numbers = listed(days.map(d => `${Number(d.slice(8))}`));
    return this.day(last).replace(new RegExp(`(?<!\\d)${Number(last.slice(8))}(?!\\d)`), numbers);
  }

  /** in 823 days, 3 days ago. */
  left = (days: number): string => (days >= 0 ? this.counted(this.m.words.inDays, days) : this.counted(this.m.words.daysAgo, -days));

  number = (n: number): string => numberFormat(this.wording.locale, { useGrouping: false }).format(n);

  /** An article as cited in a line: art. 13, ст. 13. */
  basis(basis: string): string {
    const { article, articles, vienna, register } = this.values.basis;
    const found = /^(?<vclt>VCLT )?arts?\. (?<n>.+)$/.exec(basis)?.groups;
    const n = found?.['n'];
    const said = n ? this.say(/,| and /.test(n) ? articles : article, { n }) : basis === 'register' ? register : basis;
    return (found?.['vclt'] ? this.say(vienna, { article: said }) : said)
      .replaceAll(/(\p{L}\.?) (?=\d)/gu, '$1\u00a0')
      .replaceAll('-', '\u2011');
  }

  statement = (statement: AnyStatement): string => statementIn(statement, this.wording);
  conditions = (when: readonly Condition[]): string => conditionsIn(when, this.wording);

  /** The short name of a Party that is a State; otherwise, and for a former State, its name in the agreement. */
  party(id: string, { parties }: Names): string {
    const name = parties.find(p => p.id === id)?.name;
    const state = this.state(id, name?.[this.language]);
    return state ?? (name ? textIn(name, this.language) : id);
  }

  private state(id: string, called: string | undefined): string | undefined {
    const known = /^[A-Z]{2}$/.test(id) ? stateOf(id) : undefined;
    if (!known || this.language === 'en') return known?.name;
    return (isFormer(id) ? called : undefined) ?? stateIn(this.language, id);
  }

  parties = (names: Names): string => this.and(names.parties.map(p => this.party(p.id, names)));

  title = (title: Readonly<Record<string, string>>): string => textIn(title, this.language);

  /** A title without a text in the language of the page is marked as English, for screen readers. */
  titled = (title: Readonly<Record<string, string>>): Renderable =>
    title[this.language] === undefined ? html`<span lang="en">${this.title(title)}</span>` : this.title(title);

  capital = (text: string): string => text.charAt(0).toLocaleUpperCase(this.wording.locale) + text.slice(1);

  and = (items: readonly string[]): string => allOf(this.wording.locale, items);
  or = (items: readonly string[]): string => oneOf(this.wording.locale, items);

  languageName = (language: string): string => languageIn(this.wording, language);

  /** Several pieces of HTML, as a list in the language. */
  listed(items: readonly Html[], type: 'conjunction' | 'disjunction' = 'disjunction'): Html {
    const marks = items.map((_, i) => `\u0000${i}\u0000`);
    const said = (type === 'disjunction' ? oneOf : allOf)(this.wording.locale, marks).split('\u0000');
    return html`${said.map((part, i) => (i % 2 ? items[Number(part)]! : part))}`;
  }
}

const made = new Map<Language, Words>();

export function wordsIn(language: Language): Words {
  const known = made.get(language) ?? new Words(language);
  made.set(language, known);
  return known;
}
