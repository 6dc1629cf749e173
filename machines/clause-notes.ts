/** Notes about the clauses that an answer rests on: one that the schema only approximates, one that depends on a condition. */
import { endsWith, type Terms } from '../clauses/terms.ts';
import type { Note } from './notes.ts';
import type { View } from './view.ts';

/** Notes each clause that the schema only approximates, and how. Every answer that rests on such a clause includes the note. */
export function bentNotes({ entryIntoForce, provisionalApplication, duration, termination, amendment, survivals }: Terms): Note[] {
  const all = [
    ['entryIntoForce', entryIntoForce],
    ['provisionalApplication', provisionalApplication],
    ['duration', duration],
    ['termination', termination],
    ['amendment', amendment],
    ['entryOfProtocols', amendment?.entryIntoForce],
    ...(survivals ?? []).map(s => ['survival', s] as const),
  ] as const;
  return all.flatMap(([name, clause]): Note[] =>
    clause?.bent ? [{ code: 'bentClause', args: { clause: name, article: clause.article, bent: clause.bent } }] : [],
  );
}

/** Notes which document or event is missing. */
export function entryNotKnown({ awaiting, awaitedCondition: condition }: View, { entryIntoForce }: Pick<Terms, 'entryIntoForce'>): Note {
  const args = {
    awaited: awaiting!,
    article: entryIntoForce.article,
    condition: condition?.of.id ?? null,
    isAlone: condition?.alone ?? false,
  };
  return { code: 'entryNotKnown', args };
}

/** Notes an agreement that runs as long as something else does, so that no end date is known. */
export function conditionNotes(view: View, terms: Terms): Note[] {
  const condition = endsWith(terms);
  if (!condition || view.end) return [];
  const { what, article, id } = condition;
  return [{ code: 'endsWithCondition', args: { what, article, condition: id } }];
}
