/** A notice with the corrections of the fact recorded on its receipt, for display and printing. VCLT art. 79. */
import { isBounded, latestDay, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import { amendmentsOf, fieldsOf, set } from '../corrections.ts';
import type { AmendingEntry, Entry } from '../facts.ts';
import type { NoticeContent } from './content.ts';
import type { Arrival, NoticeContext } from './context.ts';
import { factTypeOf } from './facts.ts';

export interface CorrectedNotice extends NoticeContext {
  /** Set if a correction gives only bounds for its receipt; `received` is then the last day. */
  receivedWithin?: Bounds;
}

/** `amendments`: the effective corrections and strikes of its fact, in the order in which they apply. */
export function correctedNotice(c: NoticeContext, entries: readonly Entry[]): { notice: CorrectedNotice; amendments: AmendingEntry[] } {
  // an entry of another type under the same id is not the notice's own
  const isItsOwn = entries.some(e => e.id === c.number && e.type === factTypeOf(c));
  const amendments = isItsOwn ? amendmentsOf(c.number, entries) : [];
  const fields = Object.assign({}, ...amendments.filter(a => a.type === 'corrected').map(fieldsOf)) as Record<string, unknown>;
  return { notice: Object.keys(fields).length ? withFields(c, fields) : c, amendments };
}

/** Sets each field where the notice keeps it: in its arrival, its content, or the context. Null clears a field. */
function withFields(c: NoticeContext, fields: Record<string, unknown>): CorrectedNotice {
  const { received, on, dated, dispatched, form, evidence, defect, note, ...said } = fields;
  const day = (received ?? on) as DayOrBounds | undefined;
  const how = given({ dated, dispatched, form, evidence, received: day && latestDay(day) });
  return {
    ...(set({ ...c }, { ...how, ...given({ defect }) }) as unknown as NoticeContext),
    ...(c.arrival ? { arrival: set({ ...c.arrival }, how) as unknown as Arrival } : {}),
    content: set({ ...c.content }, { ...said, ...given({ text: note }) }) as unknown as NoticeContent,
    ...(day && isBounded(day) ? { receivedWithin: day } : {}),
  };
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
