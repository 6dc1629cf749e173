/** What entries bring about, on a page. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Consequences, Move } from '../../client/consequences.ts';
import { table, wrapped } from '../page.ts';
import { otherEnds } from './standing-page.ts';
import type { EndCause } from '../../machines/view.ts';
import type { ProtocolPhase } from '../../machines/without-effect.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';

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
