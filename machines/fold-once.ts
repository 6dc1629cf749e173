/**
 * One pass over the facts of a family, in the order of legal days: a step for each, over an immutable state. The machines decide what
 * happens; this file and fold-*.ts decide which machine gets which event, when, and pass messages between them.
 */
import type { CalendarDate } from '../clauses/calendar.ts';
import { hasEnded } from './agreement/context.ts';
import { byLegalOrder, datedEvents } from './dated-events.ts';
import { dateOf, type Fact } from './facts.ts';
import { beginning, sortByKind, type FoldInput } from './fold-beginning.ts';
import { runThrough } from './fold-runs.ts';
import { contextOf, listed, noteFact, withoutPrototype, type State } from './fold-state.ts';
import { factsForDay, laterFacts, type Hindsight } from './later-facts.ts';
import { timedEvents } from './protocol/timing.ts';
import type { ProtocolEffects, TimelineRow, TreatyState } from './treaty-state.ts';
import { unconsented } from './without-effect.ts';

/** Folds through a day, given the effects of protocols. */
export function foldOnce(input: FoldInput, asOf: CalendarDate, hindsight: Hindsight, effects: ProtocolEffects): TreatyState {
  const { agreement, facts, reading } = input;
  const taken = factsForDay(facts, asOf, hindsight, agreement.clauses, effects.counts);
  const sorted = sortByKind(taken);
  const timed = effects.timings.flatMap(timedEvents);
  const all = [...datedEvents(sorted.forMachines, agreement, reading, effects.counts, hindsight.back), ...timed]
    .filter(h => h.at <= asOf)
    .sort(byLegalOrder);
  const last = runThrough(beginning(input, all[0]?.at ?? asOf, sorted), all, asOf);
  const later = laterFacts(facts, taken, asOf, hindsight, agreement.clauses, effects.counts);
  return familyOf(last, input, asOf, sorted.ofDesk, later);
}

function familyOf(
  s: State,
  { facts }: FoldInput,
  asOf: CalendarDate,
  ofDesk: readonly Fact[],
  later: TreatyState['reachingBack'],
): TreatyState {
  const end = ofDesk.reduce(noteFact, s);
  const notes = listed(end);
  const none = notes.flatMap(n => n.without ?? []);
  const hasNoEffect = (id: string): boolean => none.some(w => w.fact === id);
  const reachingBack = later.filter(r => !hasNoEffect(r.fact.id));
  const without = [...none, ...(hasEnded(contextOf(s)) ? unconsented(contextOf(s)) : [])];
  return {
    agreement: s.agreement,
    protocols: withoutPrototype(s.protocols),
    acts: notes.flatMap(n => n.act ?? []),
    withoutEffect: without.filter(w => !later.some(r => r.fact.id === w.fact)), // not yet effective, so not without effect
    timeline: notes.flatMap(n => (n.step && !isUndone(n.step, contextOf(s).lastDayInForce) ? [n.step] : [])),
    history: notes.flatMap(n => n.moment ?? []),
    taken: facts.filter(f => dateOf(f) <= asOf || reachingBack.some(r => r.fact === f && r.how !== 'dispatched')),
    reachingBack,
    timings: [],
    counts: new Map(),
    contradictions: [],
  };
}

/** An end dated back undoes the days of periods and of suspension that had come since. */
const isUndone = ({ what, day }: TimelineRow, lastDayInForce: CalendarDate | undefined): boolean =>
  lastDayInForce !== undefined && day > lastDayInForce && undone.includes(what);
const undone: readonly string[] = ['periodEnd', 'lastDayForNotice', 'lastDayForFixedDay', 'suspensionBegins', 'resumptionBegins'];
