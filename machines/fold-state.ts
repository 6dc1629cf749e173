/** The state of a fold: the family's machines on a day, and the notes taken on the way. A value: each change makes another. */
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Act, Emitted } from './acts.ts';
import type { AgreementContext } from './agreement/context.ts';
import type { AgreementMachine } from './agreement/machine.ts';
import { phaseOf, type MachineInstance } from './driver.ts';
import { dateOf, type Fact } from './facts.ts';
import { labelOfDue, labelOfFact, type DueName } from './labels.ts';
import type { NoEffectReason } from './no-effect-reasons.ts';
import type { protocolMachine } from './protocol/machine.ts';
import type { StateAt, TimelineRow, WithoutEffect } from './treaty-state.ts';
import type { Phase } from './without-effect.ts';

/** The state of the family, and the notes taken on the way, newest first. */
export interface State {
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

export interface Note {
  act?: Act;
  moment?: StateAt;
  step?: TimelineRow;
  without?: WithoutEffect;
}

export const note = (s: State, what: Note): State => ({
  ...s,
  noted: { ...what, before: s.noted },
  vain: what.without ? { without: what.without, before: s.vain } : s.vain,
});

/** Records acts; messages between instruments are not recorded. */
export const keep = (s: State, emitted: readonly Emitted[]): State =>
  emitted.reduce((sofar, e) => (e.type === 'act' ? note(sofar, { act: actOf(e) }) : sofar), s);

function actOf({ type: _, ...act }: Extract<Emitted, { type: 'act' }>): Act {
  return act;
}

export const noteFact = (s: State, fact: Fact): State =>
  note(s, { step: { day: dateOf(fact), what: fact.type, fact: fact.id, ...labelOfFact(fact) } });
export const withoutEffect = (s: State, { id: fact }: Fact, reason: NoEffectReason): State => note(s, { without: { fact, reason } });

export const noteBegun = (s: State, what: DueName, day: CalendarDate): State =>
  note(s, { step: { day, what, ...labelOfDue(what, contextOf(s)) } });

export const withProtocol = (s: State, id: string, instance: MachineInstance<typeof protocolMachine>): State => ({
  ...s,
  protocols: new Map(s.protocols).set(id, instance),
});

export const contextOf = (s: State): AgreementContext => s.agreement.snapshot.context;
export const phaseIn = (s: State): Phase => phaseOf(s.agreement) as Phase;

/** Returns the first note that a fact is without effect. Called for each fact that refers to another, so it searches only those notes. */
export function foundWithout({ vain: ineffective }: State, fact: string): WithoutEffect | undefined {
  let found: WithoutEffect | undefined;
  for (let n = ineffective; n; n = n.before) if (n.without.fact === fact) found = n.without;
  return found;
}

/** Returns the notes in the order in which they were taken. */
export function listed({ noted }: State): Note[] {
  const found: Note[] = [];
  for (let n = noted; n; n = n.before) found.push(n);
  return found.reverse();
}

export const withoutPrototype = <T>(byName: ReadonlyMap<string, T>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(byName));
