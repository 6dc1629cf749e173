/**
 * Renders the law's data in a language: a message with its values. Decides nothing. A message missing in a language does not compile.
 * Parties stand in brackets or after a colon, so that no language has to decline them.
 */
import type { Texts } from '../clauses/agreement.ts';
import type { CalendarDate, Length } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Condition } from '../clauses/reading.ts';
import type { NonWorkingDay } from '../clauses/non-working-days.ts';
import type { AwaitedArgs, Reason, ReasonArgs, RemarkArgs, UnsureFact } from '../clauses/reason.ts';
import type { Counted, Interval } from '../clauses/terms.ts';
import type { AnswerArgs } from '../machines/answer.ts';
import type { ClauseTextArgs } from '../machines/clause-text.ts';
import type { ComingArgs } from '../machines/coming.ts';
import type { Label, LabelArgs } from '../machines/labels.ts';
import type { HindsightArgs, NoteArgs } from '../machines/notes.ts';
import type { LimitArgs, OutcomeArgs, TooLateArgs } from '../machines/notice/outcome.ts';
import type { Missing, MissingArgs, ProtocolState } from '../machines/protocol/awaited.ts';
import type { Direction } from '../machines/notice/context.ts';
import type { NoticeState } from '../machines/notice/replay.ts';
import type { AnyStatement, StatementArgs } from '../machines/statements.ts';
import type { TimerArgs } from '../machines/timer.ts';
import type { ToDo, ToDoArgs } from '../machines/to-do.ts';
import type { Status } from '../machines/view.ts';
import type { NoEffectReasonArgs } from '../machines/no-effect-reasons.ts';
import { conditionsIn } from './certificate.ts';
import { ruleIn } from './faults/rule.ts';
import { articleIn, dayInText, languageIn, lengthIn, textIn } from './forms.ts';
import type { Wording } from './wording.ts';
import { message, type Values } from './message.ts';
import { allOf, dateFormat, oneOf } from './intl.ts';

type Messages<Name extends PropertyKey> = Readonly<Record<Name, string>>;
export type ReasonMessages = Messages<keyof ReasonArgs | keyof AwaitedArgs | keyof RemarkArgs | Exclude<keyof PartArgs, 'closed'>>;
export type EffectMessages = Messages<keyof NoEffectReasonArgs | keyof OutcomeArgs | keyof LimitArgs | keyof TooLateArgs>;
export type LabelMessages = Messages<
  keyof LabelArgs | keyof ComingArgs | keyof CalendarArgs | keyof MissingArgs | keyof TimerArgs | keyof ToDoArgs | keyof PlanArgs
>;
export type NoteMessages = Messages<keyof NoteArgs | keyof HindsightArgs | keyof ClauseTextArgs | keyof AnswerArgs | 'closed'>;

/** Subscribed calendars: the description of a day, and what to do. `safe`: null if it is the send-by day. */
interface CalendarArgs {
  calendarSend: { sendBy: CalendarDate; safe: CalendarDate | null; lastDayInForce: CalendarDate | null };
  calendarDisputed: { said: string; others: readonly CalendarDate[]; orNever: boolean };
}

/** What the Temporal UI shows of a plan next to its timers; and an entry with its day. */
interface PlanArgs {
  enteredOn: { label: Label; notBefore: CalendarDate; notAfter: CalendarDate };
  planStatus: { asOf: CalendarDate; zones: readonly string[]; status: Status; entryIntoForce: CalendarDate | null };
  planPeriod: { number: number; firstDay: CalendarDate; lastDay: CalendarDate };
  planEnd: { lastDayInForce: CalendarDate; basis: string };
  planWithin: { statuses: readonly string[]; unsure: readonly UnsureFact[] };
  planSafeDay: { safe: CalendarDate | null };
  planNoSafeDay: { reason: Reason };
  planMachine: { machine: string };
  planDid: { did: string };
  planWithdrawn: { said: string };
  planMore: { more: number };
  planNext: object;
  planNothing: object;
  planToDo: { toDo: ToDo };
  noticeHead: { number: string; kind: string; by: string; direction: Direction };
  noticeState: { state: NoticeState; machine: string };
  noticeDone: {
    draftedBy: string;
    approvedBy?: string | undefined;
    dispatched?: CalendarDate | undefined;
    received?: CalendarDate | undefined;
  };
  protocolHead: { protocol: string; title: string | null; agreement: string };
  protocolState: { state: ProtocolState; machine: string; since: CalendarDate; basis: string };
  protocolMissing: { missing: Missing };
  noticeTitle: { number: string; kind: string; by: string };
  noticeNumbered: { number: string };
  protocolTitle: { protocol: string; title: string | null };
  agreementParties: { parties: readonly string[] };
  agreementNamed: { id: string; isRehearsal: boolean };
  lettersAbout: { agreement: string };
  letterAbout: { isWithdrawn: boolean; what: string; on: CalendarDate };
  letterIsAbout: { isWithdrawn: boolean; what: string };
  letterTo: { recipient: string; way: 'email' | 'webhook'; about: string };
  reconciliationTitle: object;
  watched: { agreements: number; differed: number; left: number; alarms: number };
}

/** Parts of other messages. */
interface PartArgs {
  interval: { span: string | null; isExpired: boolean; onwards: string | null };
  firstDay: { of: 'month' | 'year'; n: number };
  anchor: { which: Counted; day: CalendarDate | null };
  after: { span: string | null; onwards: string | null; anchor: string };
  unsureFact: UnsureFact;
  changeAhead: { protocol: string; on: CalendarDate };
  closed: object;
}

type SayArgs = StatementArgs & CalendarArgs & PlanArgs & PartArgs;

/** All messages about the law. */
export type StatementMessages = ReasonMessages & EffectMessages & LabelMessages & NoteMessages;

export const statementIn = ({ code, args }: AnyStatement, w: Wording): string => say(code, args as never, w);

/** A message with its parameters formatted for the language. */
export const say = <C extends keyof SayArgs>(code: C, args: SayArgs[C], w: Wording): string =>
  message(w.statements[code], w.locale, { ...formsOf(args, w), ...partsOf(args, w) });

/** Parameters that are one in words but several in data. */
function partsOf(args: object, w: Wording): Values {
  const { interval, counted, day = null, noticePeriod, then, notBefore, notAfter } = args as Composed;
  const anchor = counted ? say('anchor', { which: counted, day }, w) : '';
  return {
    ...(interval !== undefined ? { interval: intervalIn(interval, w) } : {}),
    ...(counted ? { anchor } : {}),
    ...(then !== undefined ? { after: afterIn(noticePeriod!, then, anchor, w) } : {}),
    ...(notBefore && notAfter ? { isOneDay: String(notBefore === notAfter) } : {}),
  };
}

interface Composed {
  interval?: Interval | null;
  counted?: Counted | null;
  day?: CalendarDate | null;
  noticePeriod?: Length | null;
  then?: Steps | null;
  notBefore?: CalendarDate;
  notAfter?: CalendarDate;
}

const afterIn = (noticePeriod: Length | null, then: Steps | null, anchor: string, w: Wording): string =>
  say('after', { span: noticePeriod ? lengthIn(w, noticePeriod) : stepsIn(then!, w), onwards: then && firstDayIn(then, w), anchor }, w);

type Steps = Omit<Exclude<Interval, 'sameDay'>, 'expired'>;

function intervalIn(interval: Interval | null, w: Wording): string {
  if (interval === null || interval === 'sameDay') return '';
  return say('interval', { span: stepsIn(interval, w), isExpired: interval.expired ?? false, onwards: firstDayIn(interval, w) }, w);
}

/** The months and days of an interval; null if it goes straight to a first day. */
const stepsIn = ({ months, days }: Steps, w: Wording): string | null =>
  months || days ? lengthIn(w, `P${months ? `${months}M` : ''}${days ? `${days}D` : ''}` as Length) : null;

function firstDayIn({ firstDayOfMonth, firstDayOfYear }: Steps, w: Wording): string | null {
  if (firstDayOfMonth) return say('firstDay', { of: 'month', n: firstDayOfMonth }, w);
  return firstDayOfYear ? say('firstDay', { of: 'year', n: firstDayOfYear }, w) : null;
}

/** The names of all parameters of a kind; a missing one does not compile. */
type NameOf<Kind> = {
  [C in keyof SayArgs]: {
    [K in keyof SayArgs[C]]-?: NonNullable<SayArgs[C][K]> extends Kind ? K : never;
  }[keyof SayArgs[C]];
}[keyof SayArgs];

const days: Record<NameOf<CalendarDate>, true> = {
  asOf: true,
  dispatched: true,
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
  transit: true,
  barredFor: true,
  length: true,
  noticeBefore: true,
  noticeFirst: true,
  noticeLater: true,
  noticePeriod: true,
};

const formsOf = (args: object, w: Wording): Record<string, string | number> =>
  Object.fromEntries(Object.entries(args).flatMap(([name, value]) => [[name, formOf(name, value, w)], ...countOf(name, value)]));

/** For several, also their number. */
const countOf = (name: string, value: unknown): [string, number][] => (Array.isArray(value) ? [[`${name}Count`, value.length]] : []);

function formOf(name: string, value: unknown, w: Wording): string | number {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return textOf(name, value, w);
  if (isStatement(value)) return statementIn(value, w);
  if (Array.isArray(value)) return listOf(name, value, w);
  if (name === 'organisation') return textIn(value as Texts, w.locale.slice(0, 2) as Language);
  return name === 'unsure' ? say('unsureFact', value as UnsureFact, w) : JSON.stringify(value);
}

/** Days under one of these names are formatted as days; other values are unchanged. */
function listOf(name: string, values: readonly unknown[], w: Wording): string {
  if (name === 'when') return conditionsIn(w.certificate, values as Condition[]);
  const items = values.map(value => itemOf(name, value, w));
  if (name === 'lengths') return sumOf(items as string[]);
  if (name === 'remarks' || name === 'unsure' || name === 'survivals' || name === 'zones' || name === 'changes')
    return items.join(name === 'zones' || name === 'changes' ? ', ' : '; ');
  const list = name === 'others' || name === 'fixedDays' || name === 'statuses' || name === 'possible' ? oneOf : allOf;
  return list(w.locale, items as string[]);
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
    case 'changes':
      return typeof value === 'string'
        ? w.changes[value as keyof typeof w.changes]
        : say('changeAhead', value as PartArgs['changeAhead'], w);
    case 'possible':
      return w.certificate.statuses[value as Status];
    case 'unsure':
      return say('unsureFact', value as UnsureFact, w);
    default:
      return formOf('', value, w);
  }
}

/** In chronological order: `10 years + 3 × 2 years`. */
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
  dateFormat(locale, { day: 'numeric', month: locale === 'en-GB' ? 'short' : 'long' }).format(new Date(`2001-${day}T00:00:00Z`));

const weekdays = { Saturday: '2000-01-01', Sunday: '2000-01-02' } as const;

/** With the weekday, or the holiday that it replaces, in the language. */
function closedOf(d: NonWorkingDay, w: Wording): object {
  if (d.why === 'inPlaceOf') return { ...d, of: dayInText(w, d.of) };
  if (d.why !== 'weekend') return d;
  const weekday = dateFormat(w.locale, { weekday: 'long' }).format(new Date(`${weekdays[d.weekday]}T00:00:00Z`));
  return { ...d, weekday };
}

const isStatement = (value: unknown): value is AnyStatement => typeof value === 'object' && value !== null && 'code' in value;

function textOf(name: string, value: string, w: Wording): string {
  if (name in days) return dayInText(w, value as CalendarDate);
  if (name in lengths) return lengthIn(w, value as Length);
  if ((name === 'article' || name === 'basis') && w.locale !== 'en-GB') return articleIn(w, value) ?? value;
  if (name === 'mistake') return ruleIn(value, {}, w);
  return name === 'type' ? value.replaceAll('.', '_') : value;
}
