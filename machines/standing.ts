/** The answer: an agreement's standing on a day, as known on a day, under the default reading and all others. */
import { withinBudget } from './budget.ts';
import { earlyYearsIn, earlyYearsOf } from './early-years.ts';
import { exactStanding } from './exact-standing.ts';
import { factsKnown } from './ledger.ts';
import { isRunning, revocable } from './revocable.ts';
import type { NoticeLine, StandingQuestion, Standing } from './standing-types.ts';
import { standingWithin } from './date-ranges/standing.ts';

export const standing = (q: StandingQuestion): Standing => withinBudget(() => answered(q));

function answered(q: StandingQuestion): Standing {
  const { facts, spoilt, possible } = factsKnown(q.entries, q.knownOn, q.agreement.clauses);
  const s = possible ? standingWithin(q, possible, spoilt) : exactStanding(q, facts, spoilt);
  const notices = s.notices.map(n => ({ ...n, revocableUntil: revocableUntil(n, s) }));
  return { ...s, notices, notes: [...earlyYearsOf(q.agreement), ...earlyYearsIn(facts), ...s.notes] };
}

function revocableUntil(n: NoticeLine, s: Standing): NoticeLine['revocableUntil'] {
  const days = isRunning(n) ? revocable(s, n) : undefined;
  return days && days.until >= s.asOf ? { ...days, basis: 'VCLT art. 68' } : null;
}
