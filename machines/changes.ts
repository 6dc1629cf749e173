import type { Plan } from './plan-types.ts';

/** A difference between two plans: a day, code or number before and after; null if there was or is none. */
export interface Change {
  what: 'status' | 'entry' | 'period' | 'lastDay' | 'renewalAgreed' | 'lastDayForNotice' | 'lastDayInForce';
  before: string | null;
  after: string | null;
}

/** Returns the changes from one plan to the next, for the answer to a request that recorded a fact. */
export function changesBetween(before: Pick<Plan, 'standing'> | undefined, after: Pick<Plan, 'standing'>): Change[] {
  if (!before) return [];
  const was = before.standing;
  const is = after.standing;
  return [
    ...moved('status', was.status, is.status),
    ...moved('entry', was.entryIntoForce, is.entryIntoForce),
    ...moved('period', was.period && `${was.period.number}`, is.period && `${is.period.number}`),
    ...moved('lastDay', was.period?.lastDay ?? null, is.period?.lastDay ?? null),
    ...moved('renewalAgreed', was.period?.renewalAgreedUntil ?? null, is.period?.renewalAgreedUntil ?? null),
    ...moved('lastDayForNotice', was.period?.lastDayForNotice ?? null, is.period?.lastDayForNotice ?? null),
    ...moved('lastDayInForce', was.lastDayInForce, is.lastDayInForce),
  ];
}

const moved = (what: Change['what'], before: string | null, after: string | null): Change[] =>
  before === after ? [] : [{ what, before, after }];
