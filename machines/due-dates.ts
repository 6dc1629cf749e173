/** What falls due ahead in a family, as people wait for it: nothing after a sure end, and no last day for notice that could prevent nothing. */
import { dayBefore, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { isToBeRenewed } from './agreement/amending.ts';
import type { AgreementContext } from './agreement/context.ts';
import type { DueDate } from './driver.ts';
import type { TreatyState } from './treaty-state.ts';
import { dayOf, labelOfDue, type DueName, type Labelled } from './labels.ts';

export interface DueAhead extends Labelled {
  due: DueDate;
  day: CalendarDate;
  protocol: string | undefined;
}

export function duesAhead({ agreement, protocols }: TreatyState): DueAhead[] {
  const c = agreement.snapshot.context;
  const all = [
    ...agreement.pending.map(due => ({ due, protocol: undefined })),
    ...Object.entries(protocols).flatMap(([id, { pending, snapshot }]) =>
      pending.map(due => ({ due, protocol: { id, article: snapshot.context.clause.article } })),
    ),
  ];
  return all
    .map(({ due, protocol }) => ({ due, day: dayOf(due), protocol: protocol?.id, ...labelOfDue(due.name as DueName, c, protocol) }))
    .filter(({ due, day }) => preventsSomething(due.name, c) && day <= (sureEnd(c) ?? day));
}

/** A last day for notice matters only where a renewal comes that a notice could prevent. */
export const preventsSomething = (due: string, c: AgreementContext): boolean => due !== 'lastDayForNotice' || isToBeRenewed(c);

/** An end that no revocation takes back: agreed by the Parties, or by a later treaty. What survives it falls due after it has come. */
function sureEnd({ agreedEnd, succession, lastDayInForce }: AgreementContext): CalendarDate | undefined {
  if (lastDayInForce) return undefined;
  const ends = [agreedEnd && dayBefore(agreedEnd.firstDayOut), succession?.firstDayOut].filter(day => day !== undefined);
  return ends.length ? earliest(...ends) : undefined;
}
