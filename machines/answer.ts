/** An agreement's standing as one sentence, as data. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Statement } from '../clauses/statement.ts';
import type { DurationClause } from '../clauses/terms.ts';
import type { Standing } from './standing-types.ts';
import type { EndCause, Status } from './view.ts';

export interface AnswerArgs {
  standsNotSigned: object;
  isSignedOnly: { notBefore: CalendarDate | null };
  willBeInForce: { entryIntoForce: CalendarDate };
  isAppliedProvisionally: { since: CalendarDate };
  inForcePeriod: { since: CalendarDate; period: number; lastDay: CalendarDate };
  inForceWithoutLimit: { since: CalendarDate };
  inForceUntilCondition: { since: CalendarDate; condition: string };
  inForceNotDescribed: { since: CalendarDate };
  inForceUntil: { since: CalendarDate; cause: EndCause; lastDayInForce: CalendarDate };
  isSuspended: { answer: AnswerStatement };
  noLongerInForce: { cause: EndCause; firstDayOut: CalendarDate };
  dependsOnUnsureDay: { possible: readonly Status[] };
}

export type AnswerStatement = Statement<AnswerArgs>;

type AnswerInput = Pick<Standing, 'status' | 'entryIntoForce' | 'period' | 'termination' | 'provisionalApplication'>;

export function answerFor(told: AnswerInput, duration: DurationClause): AnswerStatement {
  const { status, entryIntoForce: e, termination: t, provisionalApplication: p } = told;
  switch (status) {
    case 'negotiated':
      return { code: 'standsNotSigned', args: {} };
    case 'signed':
      return e.date
        ? { code: 'willBeInForce', args: { entryIntoForce: e.date } }
        : { code: 'isSignedOnly', args: { notBefore: e.notBefore } };
    case 'appliedProvisionally':
      return { code: 'isAppliedProvisionally', args: { since: p!.from } };
    case 'inForce':
      return inForce(told, duration);
    case 'suspended':
      return { code: 'isSuspended', args: { answer: inForce(told, duration) } };
    case 'terminated':
    case 'expired':
    case 'superseded':
      return { code: 'noLongerInForce', args: { cause: t!.cause, firstDayOut: t!.firstDayOut } };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return status satisfies never;
  }
}

function inForce({ entryIntoForce, period, termination: t }: AnswerInput, duration: DurationClause): AnswerStatement {
  const since = entryIntoForce.date!;
  if (t) return { code: 'inForceUntil', args: { since, cause: t.cause, lastDayInForce: t.lastDayInForce } };
  if (period) return { code: 'inForcePeriod', args: { since, period: period.number, lastDay: period.lastDay } };
  if (duration.kind === 'indefinite' && duration.endsWith)
    return { code: 'inForceUntilCondition', args: { since, condition: duration.endsWith.what } };
  const isDescribed = duration.kind === 'periods' || !duration.unseen;
  return { code: isDescribed ? 'inForceWithoutLimit' : 'inForceNotDescribed', args: { since } };
}
