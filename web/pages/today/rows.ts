/** The lines of Today: what must be done by when, from the lists that the register keeps; nothing is folded for them. */
import type { CalendarDate } from '../../../clauses/calendar.ts';
import type { DatedDeadline } from '../../../client/lists.ts';
import type { Glance } from '../../../dossier/listing.ts';

export interface Row {
  glance: Glance;
  /** Undefined where the next date is further off than a year. */
  deadline: DatedDeadline | undefined;
  /** The day by which somebody must act, or on which it ends. */
  by: CalendarDate;
  daysLeft: number;
  group: 'act' | 'decide' | 'watch';
}

/** Within so many days, or overdue, it is to be done now. */
const soon = 30;

export function rowsOf(glances: readonly Glance[], deadlines: readonly DatedDeadline[]): Row[] {
  const known = new Map(glances.map(g => [g.agreement, g]));
  const near = deadlines.flatMap((deadline): Row[] => {
    const glance = known.get(deadline.agreement);
    if (!glance) return [];
    const { sendBy, date, daysLeftToSend, daysLeft, overdue } = deadline;
    const left = daysLeftToSend ?? daysLeft;
    return [{ glance, deadline, by: sendBy ?? date, daysLeft: left, group: overdue || left <= soon ? 'act' : 'decide' }];
  });
  const listed = new Set(near.map(r => r.glance.agreement));
  const far = glances
    .filter(g => !listed.has(g.agreement) && g.nextDate !== null)
    .map((glance): Row => ({ glance, deadline: undefined, by: glance.nextDate!, daysLeft: glance.daysLeft!, group: 'watch' }));
  return [...near, ...far].sort((a, b) => Number(isOverdue(b)) - Number(isOverdue(a)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

export const isOverdue = ({ deadline }: Row): boolean => deadline?.overdue ?? false;

export const horizons = ['all', '30', '90', '180', 'later'] as const;
export type Horizon = (typeof horizons)[number];

export function isWithin(horizon: Horizon, row: Row): boolean {
  const left = isOverdue(row) ? 0 : row.daysLeft;
  switch (horizon) {
    case 'all':
      return true;
    case '30':
      return left <= 30;
    case '90':
      return left > 30 && left <= 90;
    case '180':
      return left > 90 && left <= 180;
    case 'later':
      return left > 180;
    default:
      return horizon satisfies never;
  }
}
