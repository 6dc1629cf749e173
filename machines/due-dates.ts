/**
 * The due dates ahead for a family, as users see them: none after a certain end, and no last day for notice on which a notice could do
 * nothing.
 */
import { dayAfter, dayBefore, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { isToBeRenewed } from './agreement/amending.ts';
import { isNoticeBarredThrough, type AgreementContext } from './agreement/context.ts';
import type { DueDate } from './driver.ts';
import type { TreatyState } from './treaty-state.ts';
import { endKnown } from './view.ts';
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
    .filter(({ due, day }) => doesSomething(due.name, c) && day <= (sureEnd(c) ?? day) && due.on <= (expired(c) ?? due.on));
}

/** Returns whether a due date matters: a last day for notice only does if a notice on that day would have an effect. */
export function doesSomething(due: string, c: AgreementContext): boolean {
  switch (due) {
    case 'lastDayForNotice':
      return isToBeRenewed(c) && !isNoticeBarredThrough(c.period!.lastDayForNotice!, c);
    case 'lastDayForFixedDay':
      return !isOverBy(c.nextWayOut!.lastDay, c);
    default:
      return true;
  }
}

/** Returns whether the agreement ends by a day without a notice. */
function isOverBy(day: CalendarDate, c: AgreementContext): boolean {
  const end = endKnown(c)?.lastDayInForce.date;
  return end !== undefined && end <= day;
}

/** Returns the first day after an expiry by lapse of time, unless something ends the agreement sooner. */
function expired(c: AgreementContext): CalendarDate | undefined {
  const end = c.lastDayInForce ? undefined : endKnown(c);
  return end?.cause === 'expiry' ? dayAfter(end.lastDayInForce.date) : undefined;
}

/** Returns an end that no revocation can undo: agreed by the Parties, or caused by a later treaty. Survivals fall due after it has come. */
function sureEnd({ agreedEnd, succession, lastDayInForce }: AgreementContext): CalendarDate | undefined {
  if (lastDayInForce) return undefined;
  const ends = [agreedEnd && dayBefore(agreedEnd.firstDayOut), succession?.firstDayOut].filter(day => day !== undefined);
  return ends.length ? earliest(...ends) : undefined;
}
