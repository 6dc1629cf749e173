/** What entries bring about: the standing before and after them, and what moves from one to the other. */
import { latest, type CalendarDate } from '../clauses/calendar.ts';
import { earlyYearsIn } from '../machines/early-years.ts';
import { dateOf, isAmending, type Entry } from '../machines/facts.ts';
import type { Dossier } from '../machines/ledger.ts';
import { standing } from '../machines/standing.ts';
import type { Standing } from '../machines/standing-types.ts';
import { answerIn, type Answer } from '../wording/answer.ts';
import { statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';

export interface Consequences {
  /** The day of both standings: today, or the latest date of the new facts when that lies ahead. */
  asOf: CalendarDate;
  before: Answer;
  after: Answer;
  moves: Move[];
  /** The new facts without effect, and why. */
  withoutEffect: Answer['withoutEffect'];
  /** Dates of the new entries that are most likely slips. */
  warnings: string[];
}

export type MoveName =
  | 'status'
  | 'entry'
  | 'notBefore'
  | 'period'
  | 'lastDay'
  | 'renewalAgreed'
  | 'lastDayForNotice'
  | 'safeDay'
  | 'notice'
  | 'end'
  | 'lastDayInForce'
  | 'firstDayOut'
  | 'protocol'
  | 'withoutEffect';

/** `of`: the notice, the protocol or the entry that it is about. Values are those of the standing, dates or codes. */
export interface Move {
  what: MoveName;
  of: string | null;
  before: string | null;
  after: string | null;
}

export function consequencesOf(wording: Wording, source: Dossier, added: readonly Entry[], today: CalendarDate): Consequences {
  const asOf = latest(today, ...added.filter(e => !isAmending(e)).map(dateOf));
  const on = (entries: Dossier['entries']): Answer => answerIn(standing({ ...source, entries, asOf }), wording);
  const before = on(source.entries);
  const after = on([...source.entries, ...added]);
  const withoutEffect = after.withoutEffect.filter(w => added.some(e => e.id === w.fact));
  const warnings = earlyYearsIn(added).map(note => statementIn(note, wording));
  return { asOf, before, after, moves: movesBetween(before, after), withoutEffect, warnings };
}

/** What is otherwise in the second standing. */
export function movesBetween(before: Compared, after: Compared): Move[] {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const isSame = (one: Value, other: Value): boolean => one.what === other.what && one.of === other.of;
  const all = [...is, ...was.filter(v => !is.some(other => isSame(v, other)))];
  const valueIn = (values: readonly Value[], one: Value): string | null => values.find(v => isSame(v, one))?.value ?? null;
  return all.map(v => ({ what: v.what, of: v.of, before: valueIn(was, v), after: valueIn(is, v) })).filter(m => m.before !== m.after);
}

interface Value {
  what: MoveName;
  of: string | null;
  value: string | null;
}

/** What it looks at, which an answer has too. */
type Compared = Pick<Standing, 'status' | 'entryIntoForce' | 'period' | 'notices' | 'termination' | 'protocols' | 'withoutEffect'>;

function valuesOf(s: Compared): Value[] {
  const last = s.period?.lastDayForNotice;
  const value = (what: MoveName, is: string | null | undefined, of: string | null = null): Value => ({ what, of, value: is ?? null });
  return [
    value('status', s.status),
    value('entry', s.entryIntoForce.date),
    value('notBefore', s.entryIntoForce.notBefore),
    value('period', s.period && `${s.period.number}`),
    value('lastDay', s.period?.lastDay),
    value('renewalAgreed', s.period?.agreedRenewal?.lastDay),
    value('lastDayForNotice', last?.date),
    value('safeDay', last?.safe),
    ...s.notices.map(n => value('notice', n.revoked ? 'revoked' : 'running', n.id)),
    value('end', s.termination?.cause),
    value('lastDayInForce', s.termination?.lastDayInForce),
    value('firstDayOut', s.termination?.firstDayOut),
    ...s.protocols.map(p => value('protocol', p.status, p.id)),
    ...s.withoutEffect.map(w => value('withoutEffect', extentOf(w), w.fact)),
  ];
}

const extentOf = ({ onSomeDays, onSomeReadings }: Standing['withoutEffect'][number]): string =>
  onSomeDays ? 'onSomeDays' : onSomeReadings ? 'onSomeReadings' : 'always';
