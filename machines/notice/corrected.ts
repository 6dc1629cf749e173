/** A notice as it reads after the corrections of the fact that its receipt was: what is shown and printed of it. VCLT art. 79. */
import { isBounded, latestDay, type Bounds, type DayOrBounds } from '../../clauses/bounds.ts';
import { amendmentsOf, fieldsOf, set } from '../corrections.ts';
import type { AmendingEntry, Entry } from '../facts.ts';
import type { NoticeContent } from './content.ts';
import type { Arrival, NoticeContext } from './context.ts';
import { factTypeOf } from './facts.ts';

export interface CorrectedNotice extends NoticeContext {
  /** Where a correction says only between which days it was received; `received` is then the last of them. */
  receivedWithin?: Bounds;
}

/** `amendments`: the corrections and strikes of its fact that stand, in the order in which they apply. */
export function correctedNotice(c: NoticeContext, entries: readonly Entry[]): { notice: CorrectedNotice; amendments: AmendingEntry[] } {
  // an entry of another kind under the same id is none of its own
  const isItsOwn = entries.some(e => e.id === c.number && e.type === factTypeOf(c));
  const amendments = isItsOwn ? amendmentsOf(c.number, entries) : [];
  const fields = Object.assign({}, ...amendments.filter(a => a.type === 'corrected').map(fieldsOf)) as Record<string, unknown>;
  return { notice: Object.keys(fields).length ? withFields(c, fields) : c, amendments };
}

/** Each field where the notice keeps it: with how it came, with what it says, and beside both. Null clears one. */
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
