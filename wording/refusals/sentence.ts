/** Renders a refusal as a sentence: its parameters in its message. Decides nothing. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { DescriptionMistake, FoldFault } from '../../machines/fold-fault.ts';
import type { RightFault } from '../../machines/right-fault.ts';
import type { TooLate } from '../../machines/notice/outcome.ts';
import type { Refusal, RefusalCode, RefusalParams } from '../../machines/refusal.ts';
import type { ShapeIssue } from '../../machines/shape-issues.ts';
import { decodingFaultIn } from '../failures/parts.ts';
import { ruleIn } from '../faults/rule.ts';
import { withSlipsOfNames } from '../faults/slips.ts';
import { articleIn, dayInText, languageIn, timeInText } from '../forms.ts';
import type { Wording } from '../wording.ts';
import { message, type Values } from '../message.ts';
import { statementIn } from '../statements.ts';
import { descriptionMistakesIn, foldFaultIn } from './fold-fault.ts';
import { allOf, numberFormat, oneOf } from '../intl.ts';

/** With the article or rule on which it rests, if any. */
export function refusalWithBasis(refusal: Refusal, w: Wording): string {
  const said = refusalSentence(refusal, w);
  const basis = basisIn(refusal, w);
  if (!basis) return said;
  const stop = said.endsWith('.') ? '.' : '';
  return `${message(w.refusals.withBasis, w.locale, { said: said.slice(0, said.length - stop.length), basis })}${stop}`;
}

function basisIn({ basis }: Refusal, w: Wording): string | undefined {
  if (basis === 'fourEyes') return w.refusals.fourEyes;
  const article = articleIn(w, basis);
  return article && w.locale === 'en-GB' ? basis : article;
}

export function refusalSentence(refusal: Refusal, w: Wording): string {
  const { code, params } = refusal;
  const parts = partsOf(refusal, w);
  const others = Object.entries(params).filter(([name]) => !(name in parts));
  const values = Object.fromEntries(others.map(([name, value]) => [name, formOf(name, value, w)]));
  const said = message(w.refusals.messages[code], w.locale, { ...values, ...parts });
  return withSlipsOfNames(
    said,
    Object.values(params).filter(value => typeof value === 'string'),
    w,
  );
}

/** Words for parameters that are only names. `stage`: the state itself, for messages that depend on it. */
function partsOf({ code, params }: Refusal, w: Wording): Values {
  const { asked, noticeStates, protocolStates, dates, paths } = w.refusals;
  if (code === 'roleNeeded')
    return {
      what: asked[params.what],
      together: String(params.what === 'recordTogether'),
      ...(params.type && { type: typeIn(params.type, w) }),
    };
  if (code === 'otherDesk') return { what: asked[params.what] };
  if (code === 'malformedRequest') return { what: nameOf(params.what, asked) };
  if (code === 'noFactOf') return { asked: nameOf(params.asked, asked) };
  if (code === 'unknownParty') return { what: nameOf(params.what, paths) };
  if (code === 'datesOutOfOrder') return { earlier: dates[params.earlier], later: dates[params.later] };
  if (code === 'notFoldedWith') return { isBug: String(params.why.code === 'thrown') };
  if (code === 'undecoded') return { why: decodingFaultIn(params.why, w) };
  if ('type' in params && !ofEngineers.has(code)) return { type: typeIn(params.type, w) };
  if (!('state' in params)) return {};
  return { stage: params.state, state: 'notice' in params ? noticeStates[params.state] : protocolStates[params.state] };
}

/** Answers to a message written by a program: they repeat the type that it sent, or lists those that it may send. */
const ofEngineers: ReadonlySet<RefusalCode> = new Set(['unknownType', 'wrongUpdate', 'otherUpdate']);

export const typeIn = (type: string, w: Wording): string => nameOf(type, w.refusals.entryTypes);

/** The name for a code, or the text itself where it is not one of the codes. */
const nameOf = (code: string, names: Readonly<Record<string, string>>): string => (Object.hasOwn(names, code) ? names[code]! : code);

/** Why a right is refused; part of a sentence, no full stop. */
export function rightFaultIn(fault: RightFault, w: Wording): string {
  if (fault.code === 'refused') return refusedIn(fault.refusal, w);
  if (fault.code === 'refusedBefore')
    return message(w.refusals.rights.refusedBefore, w.locale, { why: fault.refusal ? refusedIn(fault.refusal, w) : 'none' });
  const { code, ...values } = fault;
  if (fault.code === 'otherKind')
    return message(w.refusals.rights.otherKind, w.locale, { wanted: kindOf(fault.wanted), is: kindOf(fault.is) });
  return message(w.refusals.rights[code], w.locale, Object.fromEntries(Object.entries(values).map(([k, v]) => [k, instantIn(v, w)])));
}

/** What a token says that it is: "right" for `servanda-right+jwt`. */
const kindOf = (typ: string): string => typ.replace(/^servanda-(.*)\+jwt$/, '$1');

/** "2026-01-01 00:00 UTC", as a fault of a right has it. */
const instantIn = <V>(value: V, w: Wording): V | string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/.test(value)
    ? timeInText(w, `${value.slice(0, 10)}T${value.slice(11, 16)}Z`)
    : value;

const refusedIn = (refusal: Refusal, w: Wording): string => refusalSentence(refusal, w).replace(/\.$/, '');

/** What is wrong with the value of one field. */
export const shapeSentence = ({ path, rule, values = [], limit = 0, near = 'none', said = '' }: ShapeIssue, w: Wording): string =>
  message(w.refusals.shapes[rule], w.locale, {
    path: path || (rule === 'unknownFields' || rule === 'other' ? 'none' : w.refusals.whole),
    values: values.join(', '),
    limit: numberIn(limit, w),
    near,
    said: ruleIn(said, { values, limit }, w),
  });

/** The names of all day parameters; a missing one does not compile. */
type DayName = {
  [C in RefusalCode]: {
    [K in keyof RefusalParams[C]]-?: NonNullable<RefusalParams[C][K]> extends CalendarDate ? K : never;
  }[keyof RefusalParams[C]];
}[RefusalCode];
const days: Record<DayName, true> = {
  laterDay: true,
  earlierDay: true,
  day: true,
  notAfter: true,
  today: true,
  recorded: true,
  from: true,
  until: true,
  on: true,
  dated: true,
  received: true,
  dispatched: true,
  since: true,
  next: true,
  ends: true,
};

function formOf(name: string, value: unknown, w: Wording): Values[string] {
  const { roles } = w.refusals;
  if (value === null) return 'none';
  if (name in days) return dayInText(w, value as CalendarDate);
  if (typeof value === 'number') return numberIn(value, w);
  switch (name) {
    case 'issues':
      return (value as readonly ShapeIssue[]).map(issue => shapeSentence(issue, w)).join('; ');
    case 'parties':
      return allOf(w.locale, value as string[]);
    case 'roles':
      return oneOf(
        w.locale,
        (value as (keyof typeof roles)[]).map(role => roles[role]),
      );
    case 'language':
      return languageIn(w, value as string);
    case 'languages':
      return allOf(
        w.locale,
        (value as string[]).map(language => languageIn(w, language)),
      );
    case 'known':
    case 'needs':
      return (value as string[]).join(', ');
    case 'why':
      return whyIn(value as string | TooLate | FoldFault, w);
    case 'mistakes':
      return descriptionMistakesIn(value as readonly DescriptionMistake[], w);
    case 'fault':
      return rightFaultIn(value as RightFault, w);
    case 'refusal':
      return refusalSentence(value as Refusal, w);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function whyIn(why: string | TooLate | FoldFault, w: Wording): string {
  if (typeof why === 'string') return why;
  return 'args' in why ? statementIn(why, w) : foldFaultIn(why, w);
}

const numberIn = (n: number, { locale }: Wording): string => numberFormat(locale, undefined).format(n);
