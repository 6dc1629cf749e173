/** The rows of Today: deadlines from the lists in the register, without a fold. */
import type { CalendarDate } from '../../../clauses/calendar.ts';
import type { Overseen } from '../../../client/overview.ts';
import type { Glance } from '../../../dossier/listing.ts';
import type { Deadline } from '../../../dossier/deadline.ts';

export interface Row {
  glance: Glance;
  /** Undefined if the next date is more than a year away. */
  deadline: Deadline | undefined;
  /** The day by which somebody must act, or on which it ends. */
  by: CalendarDate;
  daysLeft: number;
  group: 'act' | 'decide' | 'watch';
}

/** In days: due within this time, or overdue, counts as due now. */
const soon = 30;

const known = new WeakMap<readonly Overseen[], readonly Row[]>();

/** In chronological order, and always the same order for the same agreements. */
export function rowsOf(overseen: readonly Overseen[]): readonly Row[] {
  const rows = known.get(overseen) ?? rowsAmong(overseen);
  known.set(overseen, rows);
  return rows;
}

function rowsAmong(overseen: readonly Overseen[]): Row[] {
  const rows: Row[] = [];
  for (const { glance, deadlines } of overseen) {
    for (const deadline of deadlines) {
      const { sendBy, date, daysLeftToSend, daysLeft, overdue } = deadline;
      const isPast = (daysLeftToSend ?? 0) < 0;
      // Once renewal is decided nobody has to send anything: what counts is how long a notice would still be in time.
      if (isDecided(deadline)) {
        const [by, left] = isPast ? [date, daysLeft] : [sendBy ?? date, daysLeftToSend ?? daysLeft];
        rows.push({ glance, deadline, by, daysLeft: left, group: 'watch' });
        continue;
      }
      const left = daysLeftToSend ?? daysLeft;
      rows.push({
        glance,
        deadline,
        by: sendBy ?? date,
        daysLeft: left,
        group: overdue || left <= soon ? 'act' : isEndByAct(deadline) ? 'watch' : 'decide',
      });
    }
    const { nextDate: by, daysLeft } = glance;
    if (!deadlines.length && by) rows.push({ glance, deadline: undefined, by, daysLeft: daysLeft!, group: 'watch' });
  }
  return rows.sort((a, b) => Number(isOverdue(b)) - Number(isOverdue(a)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

/** Decided to let it renew. */
export const isDecided = ({ what, decision }: Pick<Deadline, 'what' | 'decision'>): boolean => what === 'notice' && decision === 'renew';

/** Its day is a safe day, not the latest on which a notice may be in time, nor today for want of a safe day. */
export const hasSafeDay = ({ what, says: { code } }: Pick<Deadline, 'what' | 'says'>): boolean =>
  what === 'notice' && code !== 'noSafeDayGiven' && code !== 'lastDayForNoticeAtLatest';

/** A notice, the Parties or a later treaty end the agreement, on some reading at least. */
const isEndByAct = ({ what, says, decision }: Deadline): boolean => what === 'end' && says.code === 'comingEnd' && decision === null;

/** It ends so on every reading: nothing is left to decide. */
export const isEnding = (deadline: Deadline): boolean => isEndByAct(deadline) && deadline.alternatives.every(a => a.date !== null);

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
