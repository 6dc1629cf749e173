/** Entry into force that the clauses themselves contradict. VCLT art. 24. */
import type { Finding } from './finding.ts';
import { periodsOf, type Walk } from './walk.ts';

export function entryFindings(walk: Walk): Finding[] {
  const { clauses } = walk.agreement;
  const [first] = periodsOf(walk).periods;
  const story = { facts: walk.facts, asOf: walk.inForce };
  const found: Finding[] = [];
  if (clauses.entryIntoForce.on === 'fixedDate' && clauses.entryIntoForce.date < walk.signed)
    found.push({
      name: 'fixedDateBeforeSignature',
      severity: 'warning',
      article: clauses.entryIntoForce.article,
      path: ['clauses', 'entryIntoForce', 'date'],
      values: {},
      story: { ...story, dates: { date: clauses.entryIntoForce.date, signed: walk.signed, inForce: walk.inForce } },
    });
  if (first && first.lastDay < walk.inForce)
    found.push({
      name: 'fixedEndBeforeEntry',
      severity: 'error',
      article: clauses.duration.article,
      path: ['clauses', 'duration', 'first'],
      values: {},
      story: { ...story, dates: { lastDay: first.lastDay, inForce: walk.inForce } },
    });
  return found;
}
