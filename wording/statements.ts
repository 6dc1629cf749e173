/**
 * What the law says as data, in a language: its message, with the values in their places. Nothing is decided here. A message that is missing
 * in a language does not compile. Parties stand in brackets or after a colon, so that no language has to decline them.
 */
import type { CalendarDate, Length } from '../clauses/calendar.ts';
import type { NonWorkingDay } from '../clauses/non-working-days.ts';
import type { AwaitedArgs, ReasonArgs, RemarkArgs, UnsureFact } from '../clauses/reason.ts';
import type { Interval } from '../clauses/terms.ts';
import type { ClauseTextArgs } from '../machines/clause-text.ts';
import type { ComingArgs } from '../machines/coming.ts';
import type { LabelArgs } from '../machines/labels.ts';
import type { HindsightArgs, NoteArgs } from '../machines/notes.ts';
import type { LimitArgs, OutcomeArgs, TooLateArgs } from '../machines/notice/outcome.ts';
import type { MissingArgs } from '../machines/protocol/process.ts';
import type { AnyStatement, StatementArgs } from '../machines/statements.ts';
import type { TimerArgs } from '../machines/timer.ts';
import type { ToDoArgs } from '../machines/to-do.ts';
import type { WhyNotArgs } from '../machines/why-not.ts';
import { dayInText, languageIn, lengthIn } from './forms.ts';
import type { Wording } from './wording.ts';
import { message, type Values } from './message.ts';

type Messages<Name extends PropertyKey> = Readonly<Record<Name, string>>;
export type ReasonMessages = Messages<
  keyof ReasonArgs | keyof AwaitedArgs | keyof RemarkArgs | 'interval' | 'firstDay' | 'anchor' | 'after' | 'unsureFact'
>;
export type EffectMessages = Messages<keyof WhyNotArgs | keyof OutcomeArgs | keyof LimitArgs | keyof TooLateArgs>;
export type LabelMessages = Messages<keyof LabelArgs | keyof ComingArgs | keyof MissingArgs | keyof TimerArgs | keyof ToDoArgs | PlanPart>;
export type NoteMessages = Messages<keyof NoteArgs | keyof HindsightArgs | keyof ClauseTextArgs | 'closed'>;

/** What the Temporal UI shows of a plan, beside its timers; and an entry with its day. */
export type PlanPart =
  | 'enteredOn'
  | 'planStatus'
  | 'planPeriod'
  | 'planEnd'
  | 'planWithin'
  | 'planSafeDay'
  | 'planNoSafeDay'
  | 'planNext'
  | 'planNothing'
  | 'planToDo'
  | 'noticeHead'
  | 'noticeState'
  | 'noticeDone'
  | 'protocolHead'
  | 'protocolState'
  | 'protocolMissing';

/** Every message of what the law says. */
export type StatementMessages = ReasonMessages & EffectMessages & LabelMessages & NoteMessages;

export const statementIn = ({ code, args }: AnyStatement, w: Wording): string => say(code, args, w);

/** A message with parameters in the forms of the language. */
export const say = (code: keyof StatementMessages, args: object, w: Wording): string =>
  message(w.statements[code], w.locale, { ...formsOf(args, w), ...partsOf(args, w) });

/** Parameters that are one thing in words, and several in data. */
function partsOf(args: object, w: Wording): Values {
  const parts: Record<string, string> = {};
  if ('interval' in args) parts['interval'] = intervalIn(args.interval as Interval | null, w);
  if ('counted' in args) parts['anchor'] = say('anchor', { which: args.counted, day: 'day' in args ? args.day : null }, w);
  if ('then' in args) {
    const { noticePeriod, then } = args as { noticePeriod: Length | null; then: Steps | null };
    const span = noticePeriod ? lengthIn(w, noticePeriod) : stepsIn(then!, w);
    parts['after'] = say('after', { span, onwards: then && firstDayIn(then, w), anchor: parts['anchor'] }, w);
  }
  if ('notBefore' in args && 'notAfter' in args) parts['isOneDay'] = String(args.notBefore === args.notAfter);
  return parts;
}

type Steps = Omit<Exclude<Interval, 'sameDay'>, 'expired'>;

function intervalIn(interval: Interval | null, w: Wording): string {
  if (interval === null || interval === 'sameDay') return '';
  return say('interval', { span: stepsIn(interval, w), isExpired: interval.expired ?? false, onwards: firstDayIn(interval, w) }, w);
}

/** The months and days of an interval; null where it goes to a first day at once. */
const stepsIn = ({ months, days }: Steps, w: Wording): string | null =>
  months || days ? lengthIn(w, `P${months ? `${months}M` : ''}${days ? `${days}D` : ''}` as Length) : null;

function firstDayIn({ firstDayOfMonth, firstDayOfYear }: Steps, w: Wording): string | null {
  if (firstDayOfMonth) return say('firstDay', { of: 'month', n: firstDayOfMonth }, w);
  return firstDayOfYear ? say('firstDay', { of: 'year', n: firstDayOfYear }, w) : null;
}

/** The names of all parameters that are of a kind: one that is missing does not compile. */
type NameOf<Kind> = {
  [C in keyof StatementArgs]: {
    [K in keyof StatementArgs[C]]-?: NonNullable<StatementArgs[C][K]> extends Kind ? K : never;
  }[keyof StatementArgs[C]];
}[keyof StatementArgs];

const days: Record<NameOf<CalendarDate>, true> = {
  date: true,
  day: true,
  due: true,
  entryIntoForce: true,
  exchanged: true,
  expected: true,
  firstDay: true,
  firstDayOut: true,
  fixed: true,
  from: true,
  lastDay: true,
  lastDayForNotice: true,
  lastDayInForce: true,
  met: true,
  named: true,
  notAfter: true,
  notBefore: true,
  on: true,
  opens: true,
  over: true,
  passed: true,
  received: true,
  renewal: true,
  safe: true,
  sendBy: true,
  signed: true,
  since: true,
  until: true,
};
const lengths: Record<NameOf<Length>, true> = {
  ahead: true,
  barredFor: true,
  length: true,
  noticeBefore: true,
  noticeFirst: true,
  noticeLater: true,
  noticePeriod: true,
};

const formsOf = (args: object, w: Wording): Record<string, string | number> =>
  Object.fromEntries(Object.entries(args).flatMap(([name, value]) => [[name, formOf(name, value, w)], ...countOf(name, value)]));

/** Of several, also how many there are. */
const countOf = (name: string, value: unknown): [string, number][] => (Array.isArray(value) ? [[`${name}Count`, value.length]] : []);

function formOf(name: string, value: unknown, w: Wording): string | number {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return textOf(name, value, w);
  if (isStatement(value)) return statementIn(value, w);
  if (Array.isArray(value)) return listOf(name, value, w);
  return name === 'unsure' ? say('unsureFact', value, w) : String(value);
}

/** Days of a closed list of names are formatted as days; the rest as they are. */
function listOf(name: string, values: readonly unknown[], w: Wording): string {
  const items = values.map(value => itemOf(name, value, w));
  if (name === 'lengths') return sumOf(items as string[]);
  if (name === 'remarks' || name === 'unsure' || name === 'survivals' || name === 'zones' || name === 'changes')
    return items.join(name === 'zones' || name === 'changes' ? ', ' : '; ');
  const type = name === 'others' || name === 'fixedDays' || name === 'statuses' ? 'disjunction' : 'conjunction';
  return new Intl.ListFormat(w.locale, { type }).format(items as string[]);
}

function itemOf(name: string, value: unknown, w: Wording): string | number {
  switch (name) {
    case 'others':
      return dayInText(w, value as CalendarDate);
    case 'lengths':
      return lengthIn(w, value as Length);
    case 'fixedDays':
      return dayOfYearIn(w, value as string);
    case 'languages':
      return languageIn(w, value as string);
    case 'closed':
      return say('closed', closedOf(value as NonWorkingDay, w), w);
    case 'unsure':
      return say('unsureFact', value as UnsureFact, w);
    default:
      return formOf('', value, w);
  }
}

/** In the order of time: `10 years + 3 × 2 years`. */
function sumOf(items: readonly string[]): string {
  const runs: { item: string; times: number }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.item === item) last.times += 1;
    else runs.push({ item, times: 1 });
  }
  return runs.map(({ item, times }) => `${times > 1 || runs.length === 1 ? `${times} × ` : ''}${item}`).join(' + ');
}

/** `12-31` as 31 Dec. */
const dayOfYearIn = ({ locale }: Wording, day: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: locale === 'en-GB' ? 'short' : 'long', timeZone: 'UTC' }).format(
    new Date(`2001-${day}T00:00:00Z`),
  );

const weekdays = { Saturday: '2000-01-01', Sunday: '2000-01-02' } as const;

/** With the weekday, or the holiday that it is in place of, in the language. */
function closedOf(d: NonWorkingDay, w: Wording): object {
  if (d.why === 'inPlaceOf') return { ...d, of: dayInText(w, d.of) };
  if (d.why !== 'weekend') return d;
  const weekday = new Intl.DateTimeFormat(w.locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${weekdays[d.weekday]}T00:00:00Z`),
  );
  return { ...d, weekday };
}

const isStatement = (value: unknown): value is AnyStatement => typeof value === 'object' && value !== null && 'code' in value;

function textOf(name: string, value: string, w: Wording): string {
  if (name in days) return dayInText(w, value as CalendarDate);
  if (name in lengths) return lengthIn(w, value as Length);
  return name === 'type' ? value.replaceAll('.', '_') : value;
}
