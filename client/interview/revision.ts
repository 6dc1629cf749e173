/**
 * The questions about an agreement that is already described. Its description fills in the answers, and whatever the questions don't cover
 * stays unchanged. A part that contains more than its questions cover is not asked, so that no answer removes anything.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { terms } from '../../clauses/terms.ts';
import { canonical } from '../../register/canonical.ts';
import { interviews } from '../../wording/interview/messages.ts';
import { wordings } from '../../wording/index.ts';
import { answersGiven } from './answers-given.ts';
import type { Asking, Part } from './asking.ts';
import { askClause, clauseNames, codesOf, type Clause } from './description.ts';
import { FilledForm } from './filled-form.ts';
import { namesOfParties, sources, title } from './other-questions.ts';

export const revisedParts: readonly Part[] = ['parties', 'title', ...clauseNames, 'sources'];

/** The parts that the answers express in full. */
export async function partsAsked(inUse: Agreement): Promise<Part[]> {
  const answers = answersGiven(inUse);
  const asked: Part[] = [];
  for (const part of revisedParts) {
    const form = new FilledForm(interviews.en, wordings.en, name => answers[name] ?? '');
    const again = await revisedPart(form, inUse, part);
    const isInOneLine = form.parts.every(p => p.questions.every(q => !answers[q.name]?.includes('\n')));
    if (isInOneLine && !form.hasFaults && canonical(again) === canonical(inUse)) asked.push(part);
  }
  return asked;
}

/** The description with the new answers. Not to be used if an answer is invalid. */
export async function askRevision(i: Asking, inUse: Agreement, parts: readonly Part[]): Promise<Agreement> {
  let revised = inUse;
  for (const part of parts) revised = await revisedPart(i, revised, part);
  return revised;
}

async function revisedPart(i: Asking, inUse: Agreement, part: Part): Promise<Agreement> {
  if (isClause(part)) return { ...inUse, clauses: { ...inUse.clauses, [part]: await clauseAsked(i, inUse, part) } };
  i.begin(part);
  if (part === 'parties') return { ...inUse, parties: await namesOfParties(i, inUse.parties) };
  if (part === 'title') return { ...inUse, title: { ...inUse.title, en: await title(i) } };
  return { ...inUse, sources: (await sources(i)) as Agreement['sources'] };
}

const isClause = (part: Part): part is Clause => (clauseNames as readonly Part[]).includes(part);

async function clauseAsked(i: Asking, inUse: Agreement, clause: Clause): Promise<unknown> {
  const answered = await askClause(i, clause, codesOf(inUse));
  const read = terms.shape[clause].safeParse(answered);
  return read.success ? keepDefaultsAsWritten(clause, inUse.clauses[clause], read.data) : answered;
}

/** The defaults that apply where a clause is silent. */
const implicitDefaults: Partial<Record<Clause, Readonly<Record<string, string>>>> = {
  duration: { countedFrom: 'entryIntoForce' },
  termination: { counts: 'received', bars: 'effect', withdrawal: 'free' },
};

/** A default stays written out, or left out, as it was, since no answer has changed it. */
function keepDefaultsAsWritten(clause: Clause, before: object | undefined, now: object | undefined): object | undefined {
  const meanings = Object.entries(implicitDefaults[clause] ?? {});
  if (!meanings.length || !before || !now) return now;
  const [was, is] = [before, now] as [Record<string, unknown>, Record<string, unknown>];
  const same = meanings.filter(([name, meant]) => (was[name] ?? meant) === (is[name] ?? meant));
  const kept = same.flatMap(([name]) => (name in was ? [[name, was[name]] as const] : []));
  const rest = Object.entries(is).filter(([name]) => !same.some(([one]) => one === name));
  return Object.fromEntries([...rest, ...kept]);
}
