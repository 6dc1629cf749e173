/**
 * The due dates ahead for a family, as users see them: those of the running period where known changes move them, none after a certain
 * end, and no last day for notice on which a notice could do nothing.
 */
import { dayAfter, dayBefore, earliest, type CalendarDate } from '../clauses/calendar.ts';
import { atEndOfPeriod, isNoticeAhead, isToBeRenewed, onLastDayForNotice, wayOutAhead } from './agreement/changes-ahead.ts';
import { isNoticeBarredThrough, type AgreementContext } from './agreement/context.ts';
import type { DueDate } from './driver.ts';
import type { TreatyState } from './treaty-state.ts';
import { endKnown } from './view.ts';
import { dayOf, labelOfDue, type DueName, type Labelled } from './labels.ts';

export interface DueAhead extends Labelled {
  due: Due;
  day: CalendarDate;
  protocol: string | undefined;
}

type Due = Pick<DueDate, 'name' | 'on'>;

export function duesAhead({ agreement, protocols }: TreatyState, today: CalendarDate): DueAhead[] {
  const c = { ...agreement.snapshot.context, today };
  const all = [
    ...agreement.pending
      .filter(due => !ofPeriod.includes(due.name))
      .map(due => ({ ...(due.name === 'lastDayForFixedDay' ? dueOfWayOut(c) : { due, at: c }), protocol: undefined })),
    ...(agreement.pending.some(due => due.name === 'periodEnd') ? duesOfPeriod(c) : []),
    ...Object.entries(protocols).flatMap(([id, { pending, snapshot }]) =>
      pending.map(due => ({ due, at: c, protocol: { id, article: snapshot.context.clause.article } })),
    ),
  ];
  return all
    .filter(({ due, at }) => doesSomething(due.name, at) && dayOf(due) <= (sureEnd(c) ?? dayOf(due)) && due.on <= (expired(c) ?? due.on))
    .map(({ due, at, protocol }) => ({ due, day: dayOf(due), protocol: protocol?.id, ...labelOfDue(due.name as DueName, at, protocol) }));
}

const ofPeriod: readonly string[] = ['periodEnd', 'lastDayForNotice'];

function dueOfWayOut(c: AgreementContext): { due: Due; at: AgreementContext } {
  const { at, window } = wayOutAhead(c, c.nextWayOut!);
  return { due: { name: 'lastDayForFixedDay', on: dayAfter(window.lastDayForNotice) }, at: { ...at, nextWayOut: window } };
}

/** The due dates of the running period, each with the agreement as it will be then. */
function duesOfPeriod(c: AgreementContext): { due: Due; at: AgreementContext; protocol: undefined }[] {
  const [end, notice] = [atEndOfPeriod(c), onLastDayForNotice(c)];
  const due = (name: string, day: CalendarDate, at: AgreementContext) => ({ due: { name, on: dayAfter(day) }, at, protocol: undefined });
  return [
    ...(isNoticeAhead(notice) ? [due('lastDayForNotice', notice.period!.lastDayForNotice!, notice)] : []),
    due('periodEnd', end.period!.lastDay, end),
  ];
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
