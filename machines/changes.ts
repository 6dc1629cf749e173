import type { Plan } from './plan-types.ts';

/** What changed from one plan to the next, in words: for the answer to whoever recorded a fact. */
export function changesBetween(before: Pick<Plan, 'standing'> | undefined, after: Pick<Plan, 'standing'>): string[] {
  if (!before) return [];
  const was = before.standing;
  const is = after.standing;
  return [
    ...moved('status', was.status, is.status),
    ...moved('entry into force', was.entryIntoForce, is.entryIntoForce),
    ...moved('period', was.period && `${was.period.number}`, is.period && `${is.period.number}`),
    ...moved('last day of the period', was.period?.lastDay ?? null, is.period?.lastDay ?? null),
    ...moved('renewal agreed until', was.period?.renewalAgreedUntil ?? null, is.period?.renewalAgreedUntil ?? null),
    ...moved('last day for notice', was.period?.lastDayForNotice ?? null, is.period?.lastDayForNotice ?? null),
    ...moved('last day in force', was.lastDayInForce, is.lastDayInForce),
  ];
}

const moved = (what: string, was: string | null, is: string | null): string[] =>
  was === is ? [] : [`${what}: ${was ?? 'none'} → ${is ?? 'none'}`];
