/** The final clauses as a row describes them. A clause it does not mention is not described; one that is half described is rejected. */
import { durationClause } from './duration-clause.ts';
import { entryClause, provisionalClause, type EntryClause } from './entry-clause.ts';
import type { Fields } from './fields.ts';
import { survivals, terminationClause } from './termination-clause.ts';

export interface RowClauses {
  /** As in the `clauses` of an agreement's file, not yet validated. */
  terms: { entryIntoForce: EntryClause };
  /** What the row does not mention, in words. */
  notDescribed: string[];
}

export function readClauses(fields: Fields): RowClauses {
  const entryIntoForce = entryClause(fields);
  const provisionalApplication = provisionalClause(fields);
  const duration = durationClause(fields);
  const termination = terminationClause(fields);
  const survive = survivals(fields);
  const notDescribed = [
    ...(entryIntoForce.on === 'unseen' ? ['how it enters into force'] : []),
    ...(duration && 'unseen' in duration ? ['for how long it is concluded'] : []),
    ...(fields.text('termination') ? [] : ['whether and how a notice ends it']),
  ];
  const given = Object.entries({ provisionalApplication, duration, termination, survivals: survive }).filter(([, clause]) => clause);
  return { terms: { entryIntoForce, ...Object.fromEntries(given) }, notDescribed };
}
