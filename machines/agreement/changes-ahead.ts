/** What is known today of the running period's future: the agreement with the changes that protocols in force or complete will make. */
import { byText, dayBefore, type CalendarDate } from '../../clauses/calendar.ts';
import { windowFrom, type FixedDaysClause, type Window } from '../../clauses/fixed-days.ts';
import { amend } from './amending.ts';
import {
  expiresAfter,
  continuesAfterPeriod,
  isRenewedAfter,
  type AgreementContext,
  type AgreementEvent,
  type ChangesAhead,
} from './context.ts';
import { dispatchNoted, noticeTaken, type ContextPatch } from './steps.ts';

type EventOf<T extends AgreementEvent['type']> = Extract<AgreementEvent, { type: T }>;

/** Returns the agreement as it will be at the end of its running period, with every change known today. */
export function atEndOfPeriod(c: AgreementContext): AgreementContext {
  const next = nextChange(c);
  return next ? atEndOfPeriod(changed(c, next)) : c;
}

/**
 * Returns the agreement as it will be on the next last day for notice of its running period, with every change known to apply by then.
 * Once that day is past, a later change may make a notice effective again; if none does, the day that is past remains.
 */
export function onLastDayForNotice(c: AgreementContext): AgreementContext {
  const next = nextChange(c);
  const isAhead = isNoticeAhead(c);
  if (!next || (isAhead && c.period!.lastDayForNotice! < next.on)) return c;
  const then = onLastDayForNotice(changed(c, next));
  return isAhead || isNoticeAhead(then) ? then : c;
}

/**
 * Returns whether the last day for notice of the running period is not past. One that a change counts back to before its own day never
 * falls due: until then the old clauses govern, from then on it is past.
 */
export const isNoticeAhead = ({ period, today, amendments }: AgreementContext): boolean =>
  period?.lastDayForNotice !== undefined && [today, ...amendments.map(a => a.on)].every(day => day <= period.lastDayForNotice!);

/** The next last day for a notice that ends the agreement on a fixed day, with the agreement as it will be then. */
export interface WayOutAhead {
  at: AgreementContext;
  window: Window;
  /** The change from which on a notice no longer ends it on that day, if it applies before the last day counted by the old clause. */
  closedBy?: ChangesAhead;
}

/** Returns the next way out on a fixed day, with every change known to apply by then. */
export function wayOutAhead(c: AgreementContext, window: Window): WayOutAhead {
  const next = nextChange(c, window.lastDayForNotice);
  if (!next) return { at: c, window };
  const at = changed(c, next);
  const then = windowFrom(next.on, at.terms.termination as FixedDaysClause, c.reading);
  if (then.lastDay === window.lastDay) return wayOutAhead(at, then);
  return { at: c, window: { ...window, lastDayForNotice: dayBefore(next.on) }, closedBy: next };
}

/** Returns the first change known to apply by a day: by default the end of the running period. */
function nextChange(
  { changesAhead, amendments, period, today }: AgreementContext,
  through: CalendarDate | undefined = period?.lastDay,
): ChangesAhead | undefined {
  const [next] = changesAhead
    .filter(a => a.on >= today && !amendments.some(({ id }) => id === a.id))
    .sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id));
  return next && through && next.on <= through ? next : undefined;
}

const changed = (c: AgreementContext, { id, on, changes, how }: ChangesAhead): AgreementContext => ({
  ...c,
  ...amend(c, { protocol: id, at: on }, changes, how),
});

/** Returns whether the running period will be followed automatically by another, or by time without limit, as known today. */
export function isToBeRenewed(c: AgreementContext): boolean {
  const end = atEndOfPeriod(c);
  return isRenewedAfter(end, end.period!.lastDay);
}

/** A notice may prevent the renewal if, as far as is known today, one lies ahead. */
export const takeNotice = (c: AgreementContext, e: EventOf<'termination.notified'>): ContextPatch => noticeTaken(c, e, isRenewalAhead(c));
export const noteDispatch = (c: AgreementContext, e: EventOf<'termination.dispatched'>): ContextPatch =>
  dispatchNoted(c, e, isRenewalAhead(c));
const isRenewalAhead = (c: AgreementContext): boolean => continuesAfterPeriod(atEndOfPeriod(c));

/** Returns whether the running period is the last one, as known today. */
export function isToExpire(c: AgreementContext): boolean {
  const end = atEndOfPeriod(c);
  return end.period!.lastDay === c.period!.lastDay && expiresAfter(end, end.period!.lastDay);
}
