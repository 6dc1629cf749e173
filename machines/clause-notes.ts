/** What an answer must say besides about the clauses it rests on: one that is bent to fit, one that waits for a condition. */
import { endsWith, type Terms } from '../clauses/terms.ts';
import type { View } from './view.ts';

/** Which clauses are bent to fit the schema, and how: every answer that rests on them says so. */
export function bentNotes({ entryIntoForce, provisionalApplication, duration, termination, amendment, survivals }: Terms): string[] {
  const all = [
    ['entry into force', entryIntoForce],
    ['provisional application', provisionalApplication],
    ['duration', duration],
    ['termination', termination],
    ['amendment', amendment],
    ['entry into force of protocols', amendment?.entryIntoForce],
    ...(survivals ?? []).map(s => ['what survives the end', s] as const),
  ] as const;
  return all.flatMap(([name, clause]) =>
    clause?.bent ? [`The clause on ${name} (${clause.article}) is bent to fit, and dates that rest on it may differ: ${clause.bent}`] : [],
  );
}

/** Which document or event to look for. */
export function entryNotKnown({ awaiting, awaitedCondition: condition }: View, { entryIntoForce }: Pick<Terms, 'entryIntoForce'>): string {
  const document = ` Ask for the document by which it was made, and its date (${entryIntoForce.article}).`;
  const event = ` Find out whether the condition is met, and since when: record it as condition.met of ${condition?.of.id}.`;
  return `Entry into force is not known: ${awaiting} is missing.${condition?.alone ? '' : document}${condition ? event : ''}`;
}

/** While the agreement runs as long as something else does: no date of its end is known. */
export function conditionNotes(view: View, terms: Terms): string[] {
  const condition = endsWith(terms);
  if (!condition || view.end) return [];
  return [
    `It ends with the day on which a condition is met, and no date is known: ${condition.what} (${condition.article}). Record it as condition.met of ${condition.id}.`,
  ];
}
