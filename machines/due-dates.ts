/** What falls due ahead in a family, as people wait for it: nothing after a sure end, and no last day for notice that could prevent nothing. */
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

/** A last day for notice matters only where a notice of that day would do something. */
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

/** It ends by then without a notice. */
function isOverBy(day: CalendarDate, c: AgreementContext): boolean {
  const end = endKnown(c)?.lastDayInForce.date;
  return end !== undefined && end <= day;
}

/** From when it is over without a notice, where nothing ends it sooner. */
function expired(c: AgreementContext): CalendarDate | undefined {
  const end = c.lastDayInForce ? undefined : endKnown(c);
  return end?.cause === 'expiry' ? dayAfter(end.lastDayInForce.date) : undefined;
}

/** An end that no revocation takes back: agreed by the Parties, or by a later treaty. What survives it falls due after it has come. */
function sureEnd({ agreedEnd, succession, lastDayInForce }: AgreementContext): CalendarDate | undefined {
  if (lastDayInForce) return undefined;
  const ends = [agreedEnd && dayBefore(agreedEnd.firstDayOut), succession?.firstDayOut].filter(day => day !== undefined);
  return ends.length ? earliest(...ends) : undefined;
}
