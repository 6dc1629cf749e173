/** The consequences of entries, as a page. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { otherEndsIn, type Consequences } from '../../client/consequences.ts';
import { sideIn, type Move } from '../../client/moves.ts';
import { lineOn, table, wrapped } from '../page.ts';
import { otherEnds, until } from './standing-page.ts';
import type { Words } from '../words.ts';
import type { Page } from '../world.ts';

export function consequencesPage({ asOf, before, after, moves, withoutEffect, warnings }: Consequences, page: Page): string {
  const { words } = page;
  const { m, say } = words;
  return [
    say(m.moves.asOf, { day: words.day(asOf), before: words.status(before.status), after: words.status(after.status) }),
    movesPage(moves, page),
    ...otherEnds(otherEndsIn({ before, after }), words).flatMap(end => wrapped(say(m.moves.otherReading, { end }), lineOn(page))),
    ...withoutEffect.flatMap(({ fact, why }) => wrapped(say(m.moves.withoutEffect, { fact, why }), lineOn(page))),
    ...warnings.flatMap(w => wrapped(w, lineOn(page))),
  ].join('\n');
}

/** The dates that move; of past dates, only their number. */
export function movesPage(moves: readonly Move[], page: Page): string {
  const { m, counted } = page.words;
  const past = moves.filter(move => move.past).length;
  const rows = moves.filter(move => !move.past).map(move => Object.values(formatMove(move, page.words)));
  const tail = past ? [counted(m.moves.past, past)] : [];
  return [...(rows.length ? [table(m.moves.columns, rows, page)] : past ? [] : [m.moves.none]), ...tail].join('\n');
}

/** The move's cells, in the order of the table's columns. */
export const formatMove = (move: Move, words: Words): { what: string; before: string; after: string } => ({
  what: words.say(words.m.moves.names[move.what], { id: move.of ?? '' }),
  before: shown(move, move.before, words),
  after: shown(move, move.after, words),
});

function shown({ what }: Move, value: string | null, words: Words): string {
  const days = (day: string): string => {
    const [from, to] = day.split('..') as [CalendarDate, (CalendarDate | '')?];
    return `${words.column(from)}${to === undefined ? '' : until(to || null, words)}`;
  };
  return sideIn(what, value, { m: words.m, wording: words.wording, days });
}
