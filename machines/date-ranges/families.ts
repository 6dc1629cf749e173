/** A family folded on the possible days of what is known only within bounds: on the ends of each stretch of days that lead to the same course. */
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

/** The course but for its dates: what happened, in which order, and where it stands. */
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

/** Where these stand among the others makes no difference but to entry into force, which is a step of its own. */
const unsureTypes = ['signed', 'entry.agreed', 'completion.notified'];
