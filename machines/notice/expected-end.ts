/**
 * The end that a notice of termination brings about once received, and the end that comes in any case. Without them, a notice that prevents a
 * renewal years ahead would hide that it also ends the agreement within months. Law of the agreement; VCLT art. 54.
 */
import { after, dayAfter, latest, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import type { Entry } from '../facts.ts';
import type { Dossier } from '../ledger.ts';
import { endBy } from '../revocable.ts';
import { standing } from '../standing.ts';
import type { Standing } from '../standing-types.ts';
import type { NoticeContext } from './context.ts';
import { factOf } from './facts.ts';
import type { Outcome } from './outcome.ts';

export type InTransit = Pick<NoticeContext, 'number' | 'content'> & Partial<Pick<NoticeContext, 'arrival' | 'dated' | 'dispatched'>>;

/** Returns the last day in force if the agreement ends before any renewal on every reading, whatever becomes of the notice. */
export function endInAnyCase({ termination, period }: Standing): CalendarDate | undefined {
  if (!termination || !period) return undefined;
  const ends = [termination.firstDayOut, ...termination.alternatives.map(a => a.firstDayOut)];
  const lastDays = [period.lastDay, ...period.alternatives.flatMap(a => a.date ?? [])];
  const renewal = dayAfter(latest(...lastDays));
  return ends.every(day => day !== null && day <= renewal) ? termination.lastDayInForce : undefined;
}
/**
 * Returns the end brought about by a notice on its day of receipt or, in transit, on the day by which it should arrive. Before dispatch it has
 * no day, so only its clause is named. Empty if a notice takes effect only at the end of a period or on fixed days.
 */
export function expectedEnd(dossier: Dossier, { status, period }: Standing, notice: InTransit, transit: Length): Outcome[] {
  const { termination } = dossier.agreement.clauses;
  if (termination?.when !== 'anyTime' && termination?.when !== 'afterFirstPeriod') return [];
  const received = notice.arrival?.received ?? (notice.dispatched && after(notice.dispatched, transit));
  if (!received) {
    const isInForce = status === 'inForce' || status === 'suspended';
    return isInForce ? [{ code: 'endsOnceReceived', args: { article: termination.article, isInPeriod: period !== null } }] : [];
  }
  const fact = factOf({ evidence: undefined, dated: undefined, dispatched: undefined, ...notice, received });
  const then = standing({ ...dossier, entries: [...dossier.entries, fact as unknown as Entry], asOf: received });
  const end = endBy(then, notice.number);
  if (!end) return [];
  const others = end.alternatives.map(a => a.firstDayOut).filter(day => day !== null);
  return [{ code: 'expectedEnd', args: { received, lastDayInForce: end.lastDayInForce, others, article: end.basis } }];
}
