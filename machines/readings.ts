/** Folding under every reading: which questions are live, and under which conditions a result holds. */
import type { Agreement } from '../clauses/agreement.ts';
import { isDayCountOpen, questionsLeftOpen } from '../clauses/open-questions.ts';
import { choices, combinations, questions, type Condition, type Question, type Reading } from '../clauses/reading.ts';
import type { Fact } from './facts.ts';

/** Returns the questions that can make a difference to these facts; the others need not be folded. */
export function liveQuestions({ clauses }: Agreement, facts: readonly Fact[]): Question[] {
  const notices = facts.filter(f => f.type === 'termination.notified');
  const isNotified = notices.length > 0;
  const open = questionsLeftOpen(clauses);
  const live: Record<Question, boolean> = {
    periodEnd: open.periodEnd,
    noticeCount: open.noticeCount,
    effect: open.effect && isNotified,
    waysOut: open.waysOut && isNotified,
    notifies: open.notifies && notices.some(n => n.dispatched !== undefined && n.dispatched !== n.received),
    revocation: open.revocation && isNotified && facts.some(f => f.type === 'termination.revoked'),
    namedDate: open.namedDate && notices.some(n => n.names !== undefined),
    dayCount: open.dayCount || facts.some(f => f.type === 'protocol.signed' && isDayCountOpen(f.changes?.amendment)),
    premature: open.premature && isNotified,
  };
  return questions.filter(q => live[q]);
}

/** One result for each reading, the default reading first. */
export interface Answers<T> {
  of: readonly Question[];
  each: readonly { reading: Reading; value: T }[];
}

export function underEveryReading<T>(of: readonly Question[], base: Reading, answer: (reading: Reading) => T): Answers<T> {
  return { of, each: combinations(of, base).map(reading => ({ reading, value: answer(reading) })) };
}

export interface Alternative<V> {
  value: V;
  when: Condition[];
}

/** Returns the results that differ from the default, each with the shortest set of conditions that gives it. */
export function alternatives<T, V extends string | null>({ of, each }: Answers<T>, pick: (answer: T) => V): Alternative<V>[] {
  const rows = each.map(({ reading, value }) => ({ reading, value: pick(value) }));
  const values = [...new Set(rows.map(r => r.value))].slice(1).sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1));
  return values.map(value => ({
    value,
    when: shortest(
      of,
      rows.filter(r => r.value === value).map(r => r.reading),
      rows.filter(r => r.value !== value).map(r => r.reading),
    ),
  }));
}

/** Returns the shortest conditions under which something holds; undefined if it holds on every reading, empty if on none. */
export function conditionsWhere<T>({ of, each }: Answers<T>, isSo: (answer: T) => boolean): Condition[] | undefined {
  const [inside, outside] = [each.filter(r => isSo(r.value)), each.filter(r => !isSo(r.value))];
  if (!outside.length) return undefined;
  return shortest(
    of,
    inside.map(r => r.reading),
    outside.map(r => r.reading),
  );
}

/** Returns conditions that cover all of `inside` and none of `outside`, as short as possible and none redundant. */
function shortest(of: readonly Question[], inside: readonly Reading[], outside: readonly Reading[]): Condition[] {
  const found: Condition[] = [];
  for (const condition of conditionsByLength(of)) {
    const isNew = !found.some(f => holds(f, condition as Reading));
    if (isNew && inside.some(r => holds(condition, r)) && !outside.some(r => holds(condition, r))) found.push(condition);
  }
  return withoutSuperfluous(found, inside);
}

const holds = (condition: Condition, reading: Reading): boolean =>
  (Object.keys(condition) as Question[]).every(q => condition[q] === reading[q]);

function withoutSuperfluous(conditions: readonly Condition[], inside: readonly Reading[]): Condition[] {
  const kept = [...conditions];
  for (const c of [...conditions].reverse()) {
    const others = kept.filter(k => k !== c);
    if (inside.every(r => others.some(o => holds(o, r)))) kept.splice(kept.indexOf(c), 1);
  }
  return kept;
}

const conditionsOver = new Map<string, readonly Condition[]>();

/** Returns all conditions over the questions, shortest first: the same list for the same questions. */
function conditionsByLength(of: readonly Question[]): readonly Condition[] {
  const known = conditionsOver.get(of.join());
  if (known) return known;
  const all = of.reduce<Condition[]>((sofar, q) => sofar.flatMap(c => [c, ...choices[q].map(choice => ({ ...c, [q]: choice }))]), [{}]);
  all.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
  conditionsOver.set(of.join(), all);
  return all;
}
