/** The answers that would produce a description, by the names of a form's fields: `duration.first`, `5 years`. */
import type { Agreement } from '../../clauses/agreement.ts';
import { lengthInWords, type Length } from '../../clauses/calendar.ts';
import type { Condition } from '../../clauses/condition.ts';
import type { Survival } from '../../clauses/survivals.ts';
import type { DurationClause, EntryIntoForceClause, TerminationClause, Terms } from '../../clauses/terms.ts';
import { intervalInWords } from './answers.ts';

export type Answers = Readonly<Record<string, string>>;
type Some = Readonly<Record<string, string | undefined>>;

/** What the questions can't express is left out; the caller must check that the answers reproduce the description. */
export function answersGiven({ parties, title, clauses, sources }: Agreement): Answers {
  const [one, other] = parties;
  const { entryIntoForce, provisionalApplication, duration, termination, amendment, survivals = [] } = clauses;
  const own = amendment?.entryIntoForce;
  const all: Some = {
    ...under('parties.one', { name: one.name['en'], zone: one.zone }),
    ...under('parties.other', { name: other.name['en'], zone: other.zone }),
    'title.title': title['en'],
    ...under('entryIntoForce', entryGiven(entryIntoForce, one.id)),
    ...under('provisionalApplication', provisionalGiven(provisionalApplication)),
    ...under('duration', durationGiven(duration)),
    ...under('termination', termination ? terminationGiven(termination) : { when: 'none' }),
    ...under('amendment', amendment ? { by: own ? 'otherwise' : 'asTheAgreement', ...articleGiven(amendment) } : { by: 'none' }),
    ...(own ? under('amendment.own', entryGiven(own, one.id)) : {}),
    ...under('survivals', Object.assign({}, ...survivals.map((s, i) => numbered(survivalGiven(s), i)))),
    ...under('sources', Object.assign({}, ...sources.map((s, i) => numbered({ ...s, another: i < sources.length - 1 ? 'yes' : 'no' }, i)))),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const under = (path: string, answers: Some): Some =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [`${path}.${name}`, answer]));

/** A question that is asked again in the same place gets a number. */
const numbered = (answers: Some, i: number): Some =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [i ? `${name}.${i + 1}` : name, answer]));

const articleGiven = ({ article, bent }: { article: string; bent?: string | undefined }): Some => ({ article, bent });

const conditionGiven = (condition: Condition | undefined): Some =>
  condition ? { condition: condition.what, conditionId: condition.id, conditionArticle: condition.article } : {};

function entryGiven(entry: EntryIntoForceClause, one: string): Some {
  const { on } = entry;
  const common = { on, ...articleGiven(entry), ...('condition' in entry ? conditionGiven(entry.condition) : {}) };
  switch (on) {
    case 'lastNotification': {
      const { parties, counts, then } = entry;
      const awaited = !parties ? 'both' : parties[0] === one ? 'one' : 'other';
      return { ...common, awaited, counts, then: intervalInWords(then) };
    }
    case 'signature':
    case 'exchangeOfInstruments':
      return { ...common, then: intervalInWords(entry.then) };
    case 'fixedDate':
      return { ...common, date: entry.date, bound: entry.afterLastNotification ? 'yes' : 'no' };
    case 'unseen':
      return common;
    default:
      return on satisfies never;
  }
}

function provisionalGiven(clause: Terms['provisionalApplication']): Some {
  if (!clause) return { applied: 'no' };
  const { from } = clause;
  return { ...(from === 'signature' ? { applied: from } : { applied: 'day', from }), ...articleGiven(clause) };
}

function durationGiven(clause: DurationClause): Some {
  const { kind } = clause;
  if (kind === 'indefinite') return { kind, ...conditionGiven(clause.endsWith), ...articleGiven(clause) };
  const { first, countedFrom = 'entryIntoForce', renewal, noticeBefore, counts = 'unsaid' } = clause;
  const isDay = countedFrom !== 'entryIntoForce' && countedFrom !== 'signature';
  return {
    kind,
    first: typeof first === 'string' ? lengthInWords(first) : `until ${first.until}`,
    countedFrom: isDay ? 'day' : countedFrom,
    countedFromDay: isDay ? countedFrom : undefined,
    renewal: renewal.kind,
    each: 'length' in renewal ? lengthOrNone(renewal.length) : undefined,
    times: 'times' in renewal && renewal.times ? String(renewal.times) : undefined,
    noticeBefore:
      typeof noticeBefore === 'object'
        ? `first ${lengthInWords(noticeBefore.first)}, later ${lengthInWords(noticeBefore.later)}`
        : lengthOrNone(noticeBefore),
    counts,
    ...articleGiven(clause),
  };
}

const lengthOrNone = (length: Length | undefined): string | undefined => length && lengthInWords(length);

function terminationGiven(clause: TerminationClause): Some {
  const { when, withdrawal: withdrawn = 'free' } = clause;
  const common = { when, withdrawn, ...articleGiven(clause) };
  if (when === 'endOfPeriod') return common;
  const { counts: counted = 'received' } = clause;
  if (when === 'onFixedDays') return { ...common, counted, days: clause.days.join(', '), before: lengthInWords(clause.notice) };
  const { notice, then } = clause;
  const effect = notice ? lengthInWords(notice) : then && intervalInWords(then);
  if (when === 'anyTime') return { ...common, counted, effect };
  return { ...common, counted, effect, bars: clause.bars ?? 'effect', barredFor: lengthOrNone(clause.barredFor) };
}

const survivalGiven = (survival: Survival): Some => ({
  what: survival.what,
  length: lengthOrNone(survival.length),
  ...articleGiven(survival),
});
