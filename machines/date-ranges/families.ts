/** The family folded on the possible days of a fact known only within bounds: on both ends of each stretch of days with the same course. */
import type { Agreement } from '../../clauses/agreement.ts';
import type { CalendarDate } from '../../clauses/calendar.ts';
import { stretches, type Possible, type Stretch } from './bounded.ts';
import { fold } from '../fold.ts';
import type { TreatyState } from '../treaty-state.ts';
import { viewOf } from '../view.ts';

/** Under the default reading. The other readings move with it. */
export function possibleFamilies(agreement: Agreement, possible: Possible, asOf: CalendarDate): Stretch<TreatyState>[] {
  return stretches(
    possible.span,
    day => fold(agreement, possible.on(day), agreement.reading, asOf),
    family => shapeOf(family, asOf),
  );
}

/** Returns the course without its dates: what happened, in which order, and the standing. */
function shapeOf(family: TreatyState, asOf: CalendarDate): string {
  const { status, period, notices, end, protocols } = viewOf(family, asOf);
  return JSON.stringify([
    status,
    period && [period.number, period.settled],
    notices.map(n => [n.id, n.outcome.inTime, n.prevents?.number, n.revoked?.id, n.replacedBy]),
    end && [end.cause, end.id],
    protocols.map(p => p.status),
    family.timeline.map(s => s.what).filter(what => !unsureTypes.includes(what)),
    family.withoutEffect.map(w => w.fact),
    family.acts.map(a => [a.kind, a.what]),
  ]);
}

/** Their position among the others only affects entry into force, which has a row of its own. */
const unsureTypes = ['signed', 'entry.agreed', 'completion.notified'];
