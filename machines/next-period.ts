/** The period after the running one, while nothing can be sent any more to prevent the running one's renewal. */
import type { Agreement } from '../clauses/agreement.ts';
import { dayAfter, type CalendarDate } from '../clauses/calendar.ts';
import { decisionOnDay, type PeriodDecision } from './decisions.ts';
import { fold } from './fold.ts';
import type { Fact } from './facts.ts';
import type { View } from './view.ts';

/** Returns the decision about the renewal of the next period; undefined if it does not begin, or no notice in it would be in time. */
export function nextRenewal(
  agreement: Agreement,
  facts: readonly Fact[],
  { period, periods, end }: Pick<View, 'period' | 'periods' | 'end'>,
): (PeriodDecision & { sendBy: CalendarDate }) | undefined {
  if (!period || end) return undefined;
  const begins = dayAfter(periods[0]!.lastDay);
  const { history, taken } = fold(agreement, facts, agreement.reading, begins);
  const about = decisionOnDay({ agreement, facts: taken, history }, begins)?.about;
  return about?.sendBy && about.due >= begins ? { ...about, sendBy: about.sendBy } : undefined;
}
