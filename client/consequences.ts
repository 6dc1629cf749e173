/** The consequences of entries: the standing before and after them, and the dates that move. */
import { latest, type CalendarDate } from '../clauses/calendar.ts';
import { earlyYearsIn } from '../machines/early-years.ts';
import { asRecordedOn, dateOf, isAmending, type Entry } from '../machines/facts.ts';
import type { Dossier } from '../machines/ledger.ts';
import { standing } from '../machines/standing.ts';
import { answerIn, type Answer } from '../wording/answer.ts';
import { statementIn } from '../wording/statements.ts';
import type { Wording } from '../wording/wording.ts';
import { movesBetween, type Move } from './moves.ts';

export interface Consequences {
  /** The day of both standings: today, or the latest date of the new facts if that is later. */
  asOf: CalendarDate;
  before: Answer;
  after: Answer;
  moves: Move[];
  /** The new facts without effect, each with its reason. */
  withoutEffect: Answer['withoutEffect'];
  /** Dates of the new entries that are probably typing errors. */
  warnings: string[];
}

export function consequencesOf(wording: Wording, source: Dossier, added: readonly Entry[], today: CalendarDate): Consequences {
  const asOf = latest(today, ...added.filter(e => !isAmending(e)).map(dateOf));
  const on = (entries: Dossier['entries']): Answer => answerIn(standing({ ...source, entries, asOf }), wording);
  const before = on(source.entries);
  const after = on([...source.entries, ...added.map(e => asRecordedOn(today, e))]);
  const withoutEffect = after.withoutEffect.filter(w => added.some(e => e.id === w.fact));
  const warnings = earlyYearsIn(added).map(note => statementIn(note, wording));
  return { asOf, before, after, moves: movesBetween(before, after), withoutEffect, warnings };
}

/** The end under other readings, if an end moves on any of them or only other readings have one. */
export function otherEndsIn({ before, after }: Pick<Consequences, 'before' | 'after'>): Answer['otherEnds'] {
  const isMoved = JSON.stringify(endsIn(before)) !== JSON.stringify(endsIn(after));
  return isMoved || after.otherEnds.length ? endsIn(after).others : [];
}

const endsIn = ({ termination: end, otherEnds }: Answer): { day: CalendarDate | null; others: Answer['otherEnds'] } => ({
  day: end?.firstDayOut ?? null,
  others: end?.alternatives ?? otherEnds,
});
