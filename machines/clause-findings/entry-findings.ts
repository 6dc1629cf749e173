/** An entry into force that the clauses themselves contradict. VCLT art. 24. */
import { provisionalApplication } from '../../clauses/provisional-application.ts';
import type { Finding } from './finding.ts';
import { firstEnd, periodsOf, type Walk } from './walk.ts';

export function entryFindings(walk: Walk): Finding[] {
  return [dateBeforeSignature(walk), endBeforeEntry(walk), neverApplied(walk)].flatMap(f => f ?? []);
}

function dateBeforeSignature({ agreement: { clauses }, facts, signed, inForce }: Walk): Finding | undefined {
  const { entryIntoForce: entry } = clauses;
  if (entry.on !== 'fixedDate' || entry.date >= signed) return undefined;
  return {
    name: 'fixedDateBeforeSignature',
    severity: 'warning',
    article: entry.article,
    path: ['clauses', 'entryIntoForce', 'date'],
    values: {},
    story: { facts, asOf: inForce, dates: { date: entry.date, signed, inForce } },
  };
}

/** If the agreement is renewed until then, it enters into force in a later period; otherwise never. */
function endBeforeEntry(walk: Walk): Finding | undefined {
  const { agreement, facts, signed, inForce, isOverBefore } = walk;
  const { duration } = agreement.clauses;
  const isFixed = duration.kind === 'periods' && typeof duration.first === 'object';
  const isLate = isFixed && !isOverBefore && periodsOf(walk).periods.some(p => p.firstDay === inForce && p.number > 1);
  if (!isOverBefore && !isLate) return undefined;
  const lastDay = firstEnd(agreement, signed, inForce);
  return {
    name: 'fixedEndBeforeEntry',
    severity: isOverBefore ? 'error' : 'warning',
    article: duration.article,
    path: ['clauses', 'duration', 'first'],
    values: {},
    story: { facts, asOf: inForce, dates: { lastDay, inForce } },
  };
}

/** If entry into force depends on nothing and comes by the day of provisional application, there is nothing to apply. VCLT art. 25. */
function neverApplied({ agreement: { clauses }, facts, signed, inForce }: Walk): Finding | undefined {
  const { provisionalApplication: clause, entryIntoForce: entry } = clauses;
  const isCertain = (entry.on === 'signature' || entry.on === 'fixedDate') && facts.length === 1;
  if (!clause || !isCertain) return undefined;
  const { date: from } = provisionalApplication(clause, signed);
  if (from < inForce) return undefined;
  return {
    name: 'neverAppliedProvisionally',
    severity: 'warning',
    article: clause.article,
    path: ['clauses', 'provisionalApplication', 'from'],
    values: {},
    story: { facts, asOf: inForce, dates: { from, inForce } },
  };
}
