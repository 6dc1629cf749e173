/** What entries bring about: the standing before and after them, and what moves from one to the other. */
import { causeInWords } from '../../activities/upcoming.ts';
import { inWords, latest, type CalendarDate } from '../../clauses/calendar.ts';
import { earlyYearsIn } from '../../machines/early-years.ts';
import { dateOf, isAmending, type Entry } from '../../machines/facts.ts';
import { enteredInWords } from '../../machines/labels.ts';
import { fieldsOf } from '../../machines/corrections.ts';
import { standing } from '../../machines/standing.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { datesInWords } from '../days.ts';
import { table, wrapped } from '../page.ts';
import type { Dossier } from '../../machines/ledger.ts';
import { otherEnds } from './standing-page.ts';
import { phaseInWords, statusInWords } from '../words.ts';
import type { Ink } from '../world.ts';

export interface Consequences {
  /** The day of both standings: today, or the latest date of the new facts when that lies ahead. */
  asOf: CalendarDate;
  before: Standing;
  after: Standing;
  moves: Move[];
  /** The new facts without effect, and why. */
  withoutEffect: Standing['withoutEffect'];
  /** Dates of the new entries that are most likely slips. */
  warnings: string[];
}

export interface Move {
  what: string;
  before: string | null;
  after: string | null;
}

export function consequencesOf(source: Dossier, added: readonly Entry[], today: CalendarDate): Consequences {
  const asOf = latest(today, ...added.filter(e => !isAmending(e)).map(dateOf));
  const before = standing({ ...source, asOf });
  const after = standing({ ...source, entries: [...source.entries, ...added], asOf });
  const withoutEffect = after.withoutEffect.filter(w => added.some(e => e.id === w.fact));
  return { asOf, before, after, moves: movesBetween(before, after), withoutEffect, warnings: earlyYearsIn(added) };
}

/** What is otherwise in the second standing. Dates are calendar dates; nothing is null. */
export function movesBetween(before: Standing, after: Standing): Move[] {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const names = [...new Set([...is.keys(), ...was.keys()])];
  return names.map(what => ({ what, before: was.get(what) ?? null, after: is.get(what) ?? null })).filter(m => m.before !== m.after);
}

function valuesOf(s: Standing): Map<string, string | null> {
  const last = s.period?.lastDayForNotice;
  return new Map<string, string | null>([
    ['status', statusInWords(s.status)],
    ['entry into force', s.entryIntoForce.date],
    ['entry into force not before', s.entryIntoForce.notBefore],
    ['period', s.period ? `${s.period.number}` : null],
    ['last day of the period', s.period?.lastDay ?? null],
    ['renewal agreed until', s.period?.agreedRenewal?.lastDay ?? null],
    ['last day for notice', last?.date ?? null],
    ['safe day for notice', last?.safe ?? null],
    ...s.notices.map((n): [string, string] => [`notice ${n.id}`, n.revoked ? 'revoked' : 'running']),
    ['end', s.termination && causeInWords(s.termination.cause)],
    ['last day in force', s.termination?.lastDayInForce ?? null],
    ['first day out', s.termination?.firstDayOut ?? null],
    ...s.protocols.map((p): [string, string] => [`protocol ${p.id}`, phaseInWords(p.status)]),
    ...s.withoutEffect.map((w): [string, string] => [w.fact, `without effect${extentOf(w)}`]),
  ]);
}

const extentOf = ({ onSomeDays, onSomeReadings }: Standing['withoutEffect'][number]): string =>
  onSomeDays ? ' on some possible days' : onSomeReadings ? ' on some readings' : '';

export function consequencesPage({ asOf, before, after, moves, withoutEffect, warnings }: Consequences, ink: Ink): string {
  const day = inWords(asOf);
  return [
    `As of ${day}, before: ${statusInWords(before.status)}; after: ${statusInWords(after.status)}.`,
    ...(moves.length ? [movesTable(moves, ink)] : ['No date moves.']),
    ...(moves.some(m => m.what === 'first day out') || after.otherEnds.length
      ? otherEnds(after.termination?.alternatives ?? after.otherEnds).flatMap(o => wrapped(`On another reading: ${o}.`))
      : []),
    ...withoutEffect.flatMap(w => wrapped(`${w.fact} would be entered without effect: ${w.why}`)),
    ...warnings.flatMap(w => wrapped(w)),
  ].join('\n');
}

export const movesTable = (moves: readonly Move[], ink: Ink): string =>
  table(
    ['What moves', 'Before', 'After'],
    moves.map(m => [m.what, shown(m.before), shown(m.after)]),
    ink,
  );

const shown = (value: string | null): string => (value === null ? 'none' : datesInWords(value));

/** An entry in a line. */
export function entryInWords(e: Entry): string {
  if (!isAmending(e)) return enteredInWords(e);
  if (e.type === 'struck') return `${e.of} struck: ${e.reason}`;
  const set = Object.entries(fieldsOf(e)).map(([field, value]) =>
    value === null ? `${field} cleared` : `${field} ${datesInWords(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return `${e.of} corrected: ${set.join(', ')}`;
}
