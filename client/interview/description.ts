/** Asks for an agreement's description, in the order of a treaty's final clauses. */
import { terms } from '../../clauses/terms.ts';
import type { Asking } from './asking.ts';
import { duration, termination } from './duration-questions.ts';
import { entryIntoForce, provisionalApplication, type PartyCodes } from './entry-questions.ts';
import { agreementId, amendment, parties, signature, sources, survivals, title } from './other-questions.ts';

/** The final clauses, in the order in which treaties have them. */
const clauseQuestions = {
  entryIntoForce,
  provisionalApplication,
  duration,
  termination,
  amendment,
  survivals,
} as const satisfies Record<keyof typeof terms.shape, (i: Asking, codes: PartyCodes) => Promise<unknown>>;
export type Clause = keyof typeof clauseQuestions;
export const clauseNames = Object.keys(clauseQuestions) as Clause[];

export interface Description {
  id: string;
  title: { en: string };
  parties: Awaited<ReturnType<typeof parties>>;
  clauses: Partial<Record<Clause, unknown>>;
  sources: object[];
  facts: object[];
}

export async function askDescription(i: Asking): Promise<Description> {
  i.begin('parties');
  const both = await parties(i);
  const codes = codesOf({ parties: both });
  i.begin('title');
  const en = await title(i);
  const signed = await signature(i);
  const id = await agreementId(i, codes, en, signed.on);
  const clauses: Description['clauses'] = {};
  for (const clause of clauseNames) clauses[clause] = await askClause(i, clause, codes);
  i.begin('sources');
  return { id, title: { en }, parties: both, clauses, sources: await sources(i), facts: [{ id: 's', type: 'signed', ...signed }] };
}

export const codesOf = ({ parties: [one, other] }: { parties: readonly [{ id: string }, { id: string }] }): PartyCodes => [
  one.id,
  other.id,
];

/** Asks the whole clause again if its answers contradict one another. */
export function askClause(i: Asking, clause: Clause, codes: PartyCodes): Promise<unknown> {
  i.begin(clause);
  return i.section(terms.shape[clause], () => clauseQuestions[clause](i, codes));
}
