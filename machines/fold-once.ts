/**
 * One pass over the facts of a family, in the order of legal days: a step for each, over an immutable state. The machines decide what
 * happens; this file decides which machine gets which event, when, and passes messages between them.
 */
import type { Agreement } from '../clauses/agreement.ts';
import { byText, type CalendarDate } from '../clauses/calendar.ts';
import type { Reading } from '../clauses/reading.ts';
import { clauseOfProtocols, type EntryIntoForceClause } from '../clauses/terms.ts';
import { spend } from './budget.ts';
import { isInstrumentMessage, type Act, type Emitted, type InstrumentMessage } from './acts.ts';
import { hasEnded, type AgreementContext, type AgreementEvent, type AgreementFactType, type AgreementInput } from './agreement/context.ts';
import { agreementMachine, type AgreementMachine } from './agreement/machine.ts';
import { apply, fireDueDate, open, phaseOf, type MachineInstance, type DueDate, type StepResult } from './driver.ts';
import { doesSomething } from './due-dates.ts';
import { dateOf, isDeskFact, type Fact, type FactOf } from './facts.ts';
import type { TreatyState, ProtocolEffects, StateAt, TimelineRow, WithoutEffect } from './treaty-state.ts';
import { byLegalOrder, datedEvents, type DatedEvent } from './dated-events.ts';
import { dayOf, dueOrder, labelOfDue, labelOfFact, labelOfTiming, type DueName } from './labels.ts';
import { BeyondLimit } from './beyond-limit.ts';
import { foldLimit } from './limits.ts';
import { protocolMachine, type ProtocolEvent, type ProtocolFactType } from './protocol/machine.ts';
import { changesAheadOf, isTimed, timedEvents } from './protocol/timing.ts';
import { laterFacts, factsForDay, type Hindsight } from './later-facts.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import { defectOfForm, unconsented, whyProtocolWithoutEffect, whyWithoutEffect, type Phase, type ProtocolPhase } from './without-effect.ts';

/** The input of a fold: the known facts, sorted by date, and one reading. */
export interface FoldInput {
  agreement: Agreement;
  facts: readonly Fact[];
  reading: Reading;
}

/** Folds through a day, given the effects of protocols. */
export function foldOnce(input: FoldInput, asOf: CalendarDate, hindsight: Hindsight, effects: ProtocolEffects): TreatyState {
  const { agreement, facts, reading } = input;
  const taken = factsForDay(facts, asOf, hindsight, agreement.clauses, effects.counts);
  const sorted = sortByKind(taken);
  const timed = effects.timings.flatMap(timedEvents);
  const all = [...datedEvents(sorted.forMachines, agreement, reading, effects.counts), ...timed]
    .filter(h => h.at <= asOf)
    .sort(byLegalOrder);
  const last = runThrough(beginning(input, all[0]?.at ?? asOf, sorted), all, asOf);
  const later = laterFacts(facts, taken, asOf, hindsight, agreement.clauses, effects.counts);
  return familyOf(last, input, asOf, sorted.ofDesk, later);
}

/** The state of the family, and the notes taken on the way, newest first. */
interface State {
  agreement: MachineInstance<AgreementMachine>;
  protocols: ReadonlyMap<string, MachineInstance<typeof protocolMachine>>;
  parties: readonly string[];
  count: number;
  noted: Noted | undefined;
  /** Only the notes of facts without effect. */
  vain: Vain | undefined;
}

interface Vain {
  without: WithoutEffect;
  before: Vain | undefined;
}

/** A linked list of notes: states share its tail, so that a step copies nothing. */
interface Noted extends Note {
  before: Noted | undefined;
}

interface Note {
  act?: Act;
  moment?: StateAt;
  step?: TimelineRow;
  without?: WithoutEffect;
}

/** Applies a dated event on its day, after everything due by then. */
const step = (s: State, dated: DatedEvent): State => applyDated(fireThrough(s, dated.at), dated);

/** A recorded pass: its initial state, the state after each event, and the state after each later due date. */
interface Run {
  from: string;
  events: readonly string[];
  states: readonly State[];
  fallen: { on: CalendarDate; state: State }[];
}

/** The latest runs for each agreement, kept as long as its description is referenced. */
let runs = new WeakMap<Agreement, readonly Run[]>();
/** Clears the cache, for tests that change the law within one process. */
export const forgetRuns = (): void => void (runs = new WeakMap());
/** About one megabyte per agreement at most. */
const mostStates = 1_000;

/**
 * Applies all events, and what falls due by a day. A pass that begins like an earlier one resumes where they diverge: a step depends only
 * on its state and its event.
 */
function runThrough(begun: Beginning, all: readonly DatedEvent[], day: CalendarDate): State {
  const { states, fallen: afterDueDates } = runOf(begun, all);
  let state = afterDueDates.findLast(({ on }) => on <= day)?.state ?? states.at(-1) ?? begin(begun);
  for (let next = nextDue(state); next && next.due.on <= day; next = nextDue(state)) {
    state = fireNextDue(counted(state), next);
    afterDueDates.push({ on: next.due.on, state });
  }
  return state;
}

function runOf(begun: Beginning, all: readonly DatedEvent[]): Run {
  const [from, events] = [textOf(begun), all.map(h => JSON.stringify(h.event))];
  const before = runs.get(begun.agreement) ?? [];
  let [known, shared] = [undefined as Run | undefined, 0];
  for (const run of before) {
    if (run.from !== from) continue;
    const common = sharedBy(events, run.events);
    if (!known || common > shared) [known, shared] = [run, common];
  }
  const isSame = known && shared === events.length && shared === known.events.length;
  const states = known ? known.states.slice(0, shared) : [];
  for (const dated of all.slice(states.length)) states.push(step(states.at(-1) ?? begin(begun), dated));
  const run = isSame ? known! : { from, events, states, fallen: [] };
  // a run that only extends another replaces it
  const others = before.filter(r => r !== run && !(r === known && shared === r.events.length));
  let kept = 0;
  runs.set(
    begun.agreement,
    [run, ...others].filter(r => (kept += 1 + r.states.length + r.fallen.length) <= mostStates),
  );
  return run;
}

function sharedBy(some: readonly string[], others: readonly string[]): number {
  const apart = some.findIndex((event, i) => event !== others[i]);
  return apart < 0 ? some.length : apart;
}

interface Sorted {
  forMachines: readonly Fact[];
  /** Facts that no machine accepts: they move no date. */
  ofDesk: readonly Fact[];
  /** Agreements on another date of entry into force: they govern the whole fold. */
  entries: readonly FactOf<'entry.agreed'>[];
  unsound: readonly WithoutEffect[];
  signed: CalendarDate | undefined;
}

function sortByKind(taken: readonly Fact[]): Sorted {
  const unsound = taken.flatMap(f => {
    const why = defectOfForm(f);
    return why ? [{ fact: f.id, reason: why }] : [];
  });
  const sound = unsound.length ? taken.filter(f => defectOfForm(f) === undefined) : taken;
  return {
    forMachines: sound.filter(f => !isDeskFact(f) && f.type !== 'entry.agreed'),
    ofDesk: sound.filter(isDeskFact),
    entries: sound.filter(f => f.type === 'entry.agreed'),
    unsound,
    signed: sound.find(f => f.type === 'signed')?.on,
  };
}

/** The initial input of a pass. */
interface Beginning {
  agreement: Agreement;
  input: AgreementInput;
  notes: readonly Note[];
}

/** An agreed date of entry into force moves it, even afterwards. The latest agreement counts. */
function beginning({ agreement, reading }: FoldInput, today: CalendarDate, { entries, unsound, signed }: Sorted): Beginning {
  const isPossible = (f: FactOf<'entry.agreed'>): boolean => !signed || f.date >= signed;
  const last = entries.filter(isPossible).at(-1);
  const input: AgreementInput = {
    today,
    parties: agreement.parties.map(p => p.id),
    reading,
    terms: agreement.clauses,
    ...(last ? { agreedEntry: { date: last.date, on: last.on, published: last.published ?? false } } : {}),
  };
  const notes = [
    ...unsound.map(without => ({ without })),
    ...entries.map((f): Note =>
      isPossible(f)
        ? { step: { day: f.on, what: f.type, fact: f.id, ...labelOfFact(f) } }
        : { without: { fact: f.id, reason: { code: 'entryBeforeSignature', args: {} } } },
    ),
  ];
  return { agreement, input, notes };
}

/** The cache key: everything except the clauses, which belong to the agreement. */
const textOf = ({ input: { terms: _, ...input }, notes }: Beginning): string => JSON.stringify([input, notes]);

function begin({ input, notes }: Beginning): State {
  const { instance, emitted } = open(agreementMachine, input);
  const first: State = { agreement: instance, protocols: new Map(), parties: input.parties, count: 0, noted: undefined, vain: undefined };
  return keep(notes.reduce<State>(note, first), emitted);
}

const note = (s: State, what: Note): State => ({
  ...s,
  noted: { ...what, before: s.noted },
  vain: what.without ? { without: what.without, before: s.vain } : s.vain,
});

/** Records acts; messages between instruments are not recorded. */
const keep = (s: State, emitted: readonly Emitted[]): State =>
  emitted.reduce((sofar, e) => (e.type === 'act' ? note(sofar, { act: actOf(e) }) : sofar), s);

function actOf({ type: _, ...act }: Extract<Emitted, { type: 'act' }>): Act {
  return act;
}

function fireThrough(s: State, day: CalendarDate): State {
  let state = s;
  for (let next = nextDue(state); next && next.due.on <= day; next = nextDue(state)) state = fireNextDue(counted(state), next);
  return state;
}

interface DueOf {
  due: DueDate;
  protocol: string | undefined;
}

function nextDue({ agreement, protocols }: State): DueOf | undefined {
  let first: DueOf | undefined;
  for (const due of agreement.pending) if (!first || inDueOrder(due, first.due) < 0) first = { due, protocol: undefined };
  for (const [protocol, { pending }] of protocols)
    for (const due of pending)
      if (!first || (inDueOrder(due, first.due) || byText(protocol, String(first.protocol))) < 0) first = { due, protocol };
  return first;
}

const inDueOrder = (a: DueDate, b: DueDate): number => byText(a.on, b.on) || rankOfDue(a) - rankOfDue(b);
const rankOfDue = (due: DueDate): number => dueOrder.indexOf(due.name as DueName);

function fireNextDue(s: State, { due, protocol }: DueOf): State {
  const c = contextOf(s);
  const isNoted = !notedElsewhere.includes(due.name) && doesSomething(due.name, c);
  const at = isNoted ? note(s, { step: { day: dayOf(due), what: due.name, ...labelOfDue(due.name as DueName, c) } }) : s;
  return protocol === undefined
    ? moveAgreement(at, fireDueDate(agreementMachine, s.agreement, due))
    : moveProtocol(at, protocol, fireDueDate(protocolMachine, s.protocols.get(protocol)!, due));
}

/** These can begin on a due date or with a fact, so the timeline row is written when they begin. */
const notedElsewhere: readonly string[] = ['entryIntoForce', 'provisionalApplicationBegins'];

function counted(s: State): State {
  spend(10 + contextOf(s).notices.length + s.protocols.size);
  if (s.count < foldLimit) return { ...s, count: s.count + 1 };
  throw new BeyondLimit({ code: 'foldTooLong', day: contextOf(s).today, most: foldLimit });
}

function applyDated(before: State, { fact, event }: DatedEvent): State {
  const s = counted(before);
  if (!fact) return takeWithoutFact(s, event as AgreementEvent);
  return 'protocol' in fact ? takeForProtocol(s, fact, event as ProtocolEvent) : takeForAgreement(s, fact, event as AgreementEvent);
}

/** Applies events without a fact of their own: a protocol's changes on days of their own, and a notice that counts ahead of its receipt. */
function takeWithoutFact(s: State, event: AgreementEvent): State {
  const taken = apply(agreementMachine, s.agreement, event);
  if (!taken) return s;
  const moved = moveAgreement(s, taken);
  return event.type === 'protocol.changesApplied' || event.type === 'protocol.applicationEnded'
    ? note(moved, { step: { day: event.at, what: event.type, ...labelOfTiming(event) } })
    : moved;
}

/** Applies a fact, or records why it is without effect. */
function takeForAgreement(s: State, fact: Fact, event: AgreementEvent): State {
  const named = 'of' in fact && fact.of ? foundWithout(s, fact.of) : undefined;
  if (named) return withoutEffect(s, fact, { code: 'ofWithoutEffect', args: { of: named.fact, why: named.reason } });
  const taken = apply(agreementMachine, s.agreement, event);
  if (taken) return moveAgreement(noteFact(s, fact), taken); // the fact precedes its consequences
  return tookEffectOnDispatch(s, fact)
    ? noteFact(s, fact)
    : withoutEffect(s, fact, whyWithoutEffect(phaseIn(s), contextOf(s), fact as FactOf<AgreementFactType>));
}

const noteFact = (s: State, fact: Fact): State =>
  note(s, { step: { day: dateOf(fact), what: fact.type, fact: fact.id, ...labelOfFact(fact) } });
const withoutEffect = (s: State, { id: fact }: Fact, reason: NoEffectReason): State => note(s, { without: { fact, reason } });

/** If dispatch counts, a notice in time took effect before its receipt, which then changes nothing. */
const tookEffectOnDispatch = (s: State, { id }: Fact): boolean => contextOf(s).notices.some(n => n.id === id);

function takeForProtocol(before: State, fact: FactOf<ProtocolFactType>, event: ProtocolEvent): State {
  const s = before.protocols.has(fact.protocol) ? before : openProtocol(before, fact.protocol, event.at);
  const instance = s.protocols.get(fact.protocol)!;
  const full = fact.type === 'protocol.signed' ? ({ ...event, clause: amendmentClause(s) } as ProtocolEvent) : event;
  const taken = apply(protocolMachine, instance, full);
  return taken
    ? moveProtocol(noteFact(s, fact), fact.protocol, taken)
    : withoutEffect(s, fact, whyProtocolWithoutEffect(phaseOf(instance) as ProtocolPhase, instance.snapshot.context, fact));
}

function openProtocol(s: State, id: string, today: CalendarDate): State {
  const c = contextOf(s);
  const opened = open(protocolMachine, {
    today,
    id,
    parties: s.parties,
    reading: c.reading,
    clause: amendmentClause(s),
    article: c.terms.amendment?.article ?? 'VCLT art. 39',
    ...(c.entry ? { agreementInForceSince: c.entry.date } : {}),
  });
  const { instance, emitted } = hasEnded(c) ? apply(protocolMachine, opened.instance, { type: 'agreement.ended', at: today })! : opened;
  return keep(withProtocol(s, id, instance), emitted);
}

const amendmentClause = (s: State): EntryIntoForceClause => clauseOfProtocols(contextOf(s).terms);

const withProtocol = (s: State, id: string, instance: MachineInstance<typeof protocolMachine>): State => ({
  ...s,
  protocols: new Map(s.protocols).set(id, instance),
});

function moveAgreement(before: State, { instance, emitted }: StepResult<AgreementMachine>): State {
  const s = { ...before, agreement: instance };
  const { today: day, appliedProvisionally: applied } = contextOf(s);
  const moved = note(s, { moment: { day, phase: phaseIn(s), context: contextOf(s) } });
  const begins = applied !== contextOf(before).appliedProvisionally;
  return tell(keep(begins ? noteBegun(moved, 'provisionalApplicationBegins', applied!) : moved, emitted), emitted);
}

const noteBegun = (s: State, what: DueName, day: CalendarDate): State =>
  note(s, { step: { day, what, ...labelOfDue(what, contextOf(s)) } });

function moveProtocol(s: State, id: string, { instance, emitted }: StepResult<typeof protocolMachine>): State {
  return tell(keep(withChangesAhead(withProtocol(s, id, instance)), emitted), emitted, id);
}

/** A protocol's future changes are known from its own step on. */
function withChangesAhead(s: State): State {
  const { pending, snapshot } = s.agreement;
  const changesAhead = changesAheadOf(withoutPrototype(s.protocols));
  return { ...s, agreement: { pending, snapshot: { ...snapshot, context: { ...snapshot.context, changesAhead } } } };
}

/** Delivers one instrument's message to another as an event on the same day. */
const tell = (s: State, emitted: readonly Emitted[], from?: string): State =>
  emitted
    .filter(isInstrumentMessage)
    .reduce((sofar, word) => (word.tell === 'agreement' ? informAgreement(sofar, word, from!) : informProtocols(sofar, word)), s);

function informAgreement(s: State, { event }: Extract<InstrumentMessage, { tell: 'agreement' }>, from: string): State {
  const { today, changes, entry } = s.protocols.get(from)!.snapshot.context;
  const full = { ...event, at: today, ...(changes && !isTimed(changes) ? { changes } : {}) };
  const { date: day, basis: article } = entry!;
  const begun = note(s, { step: { day, what: 'entryIntoForce', ...labelOfDue('entryIntoForce', contextOf(s), { id: from, article }) } });
  return moveAgreement(begun, apply(agreementMachine, s.agreement, full)!); // protocols enter into force only while the agreement is
}

/** Entry into force is one step, whether a due date or the last fact brings it about. */
function informProtocols(s: State, { event }: Extract<InstrumentMessage, { tell: 'protocols' }>): State {
  const begun = event.type === 'agreement.enteredIntoForce' ? noteBegun(s, 'entryIntoForce', contextOf(s).entry!.date) : s;
  return [...s.protocols.keys()].reduce((sofar, id) => {
    const taken = apply(protocolMachine, sofar.protocols.get(id)!, { ...event, at: contextOf(sofar).today });
    return taken ? moveProtocol(sofar, id, taken) : sofar;
  }, begun);
}

const contextOf = (s: State): AgreementContext => s.agreement.snapshot.context;
const phaseIn = (s: State): Phase => phaseOf(s.agreement) as Phase;

/** Returns the first note that a fact is without effect. Called for each fact that refers to another, so it searches only those notes. */
function foundWithout({ vain: ineffective }: State, fact: string): WithoutEffect | undefined {
  let found: WithoutEffect | undefined;
  for (let n = ineffective; n; n = n.before) if (n.without.fact === fact) found = n.without;
  return found;
}

/** Returns the notes in the order in which they were taken. */
function listed({ noted }: State): Note[] {
  const found: Note[] = [];
  for (let n = noted; n; n = n.before) found.push(n);
  return found.reverse();
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
    timeline: notes.flatMap(n => n.step ?? []),
    history: notes.flatMap(n => n.moment ?? []),
    taken: facts.filter(f => dateOf(f) <= asOf || reachingBack.some(r => r.fact === f && r.how !== 'dispatched')),
    reachingBack,
    timings: [],
    counts: new Map(),
    contradictions: [],
  };
}

const withoutPrototype = <T>(byName: ReadonlyMap<string, T>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(byName));
