/** Deadlines that no longer apply. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Coming } from '../machines/coming.ts';
import type { Dossier } from '../machines/ledger.ts';
import { common, type Deadline } from './deadline.ts';
import type { Known } from './known.ts';

/** A deadline that no longer applies: a notice or an agreed end came first, or the notice that set it was revoked. */
export interface ClosedDeadline extends ReturnType<typeof common> {
  what: 'notice' | 'end';
  says: Coming;
  date: CalendarDate;
  sendBy: CalendarDate | null;
  basis: string;
}

/** `ahead`: the deadlines that still apply. */
export function closedDeadlines(source: Dossier, { standing: s }: Pick<Known, 'standing'>, ahead: readonly Deadline[]): ClosedDeadline[] {
  const closed: ClosedDeadline[] = [];
  const last = s.period?.lastDayForNotice;
  const isOf = (period: number) => (d: Deadline) => d.says.code === 'safeDayOfPeriod' && d.says.args.period === period;
  if (s.period && last?.safe && s.termination && !ahead.some(isOf(s.period.number))) {
    const says: Coming = { code: 'safeDayOfPeriod', args: { period: s.period.number, isLater: false } };
    closed.push({ ...common(source, s), what: 'notice', says, date: last.safe, sendBy: last.sendBy, basis: last.basis });
  }
  const revoked = s.notices.filter(n => n.revoked).at(-1);
  if (revoked && revoked.lastDayInForce >= s.asOf && !s.termination && !s.within) {
    const says: Coming = { code: 'comingEnd', args: { cause: 'notice', isLater: false } };
    closed.push({ ...common(source, s), what: 'end', says, date: revoked.lastDayInForce, sendBy: null, basis: 'VCLT art. 68' });
  }
  return closed;
}
