/** What entries bring about: the standing before and after them, and what moves from one to the other. */
import { latest, type CalendarDate } from '../../clauses/calendar.ts';
import { earlyYearsIn } from '../../machines/early-years.ts';
import { dateOf, isAmending, type Entry } from '../../machines/facts.ts';
import { answerIn, type Answer } from '../../wording/answer.ts';
import { enteredIn } from '../../wording/entered.ts';
import { statementIn } from '../../wording/statements.ts';
import { fieldsOf } from '../../machines/corrections.ts';
import { standing } from '../../machines/standing.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { table, wrapped } from '../page.ts';
import type { Dossier } from '../../machines/ledger.ts';
import { otherEnds } from './standing-page.ts';
import type { EndCause } from '../../machines/view.ts';
import type { ProtocolPhase } from '../../machines/without-effect.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';

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

type MoveName = keyof Words['m']['moves']['names'];

/** `of`: the notice, the protocol or the entry that it is about. Values are those of the standing, dates or codes. */
export interface Move {
  what: MoveName;
  of: string | null;
  before: string | null;
  after: string | null;
}

export function consequencesOf({ wording }: Words, source: Dossier, added: readonly Entry[], today: CalendarDate): Consequences {
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

export function consequencesPage({ asOf, before, after, moves, withoutEffect, warnings }: Consequences, page: Page): string {
  const { words } = page;
  const { m, say } = words;
  return [
    say(m.moves.asOf, { day: words.day(asOf), before: words.status(before.status), after: words.status(after.status) }),
    ...(moves.length ? [movesTable(moves, page)] : [m.moves.none]),
    ...(moves.some(move => move.what === 'firstDayOut') || after.otherEnds.length
      ? otherEnds(after.termination?.alternatives ?? after.otherEnds, words).flatMap(end => wrapped(say(m.moves.otherReading, { end })))
      : []),
    ...withoutEffect.flatMap(({ fact, why }) => wrapped(say(m.moves.withoutEffect, { fact, why }))),
    ...warnings.flatMap(w => wrapped(w)),
  ].join('\n');
}

export const movesTable = (moves: readonly Move[], page: Page): string =>
  table(
    page.words.m.moves.columns,
    moves.map(move => Object.values(moveInWords(move, page.words))),
    page,
  );

/** In the order of a table. */
export const moveInWords = (move: Move, words: Words): { what: string; before: string; after: string } => ({
  what: words.say(words.m.moves.names[move.what], { id: move.of ?? '' }),
  before: shown(move, move.before, words),
  after: shown(move, move.after, words),
});

function shown({ what }: Move, value: string | null, words: Words): string {
  const { m, status, cause, phase, column } = words;
  if (value === null) return m.words.none;
  switch (what) {
    case 'status':
      return status(value);
    case 'end':
      return cause(value as EndCause);
    case 'protocol':
      return phase(value as ProtocolPhase);
    case 'notice':
      return value === 'revoked' ? m.moves.noticeRevoked : m.moves.noticeRunning;
    case 'withoutEffect':
      return m.moves.extents[value as keyof typeof m.moves.extents];
    case 'period':
      return value;
    default:
      return column(value as CalendarDate);
  }
}

/** An entry in a line. */
export function entryInWords(e: Entry, words: Words): string {
  const { m, say } = words;
  if (!isAmending(e)) return enteredIn(e, words.wording);
  if (e.type === 'struck') return say(m.entry.struck, { of: e.of, reason: e.reason });
  const fields = Object.entries(fieldsOf(e)).map(([field, value]) =>
    value === null ? say(m.entry.cleared, { field }) : `${field} ${words.dates(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return say(m.entry.corrected, { of: e.of, fields: fields.join(', ') });
}
