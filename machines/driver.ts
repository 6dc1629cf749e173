/**
 * The pure core that drives one machine over legal days. It returns the machine's effects as data, turns delayed raises into due dates, and
 * reads no clock.
 */
import {
  createActor,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type ExecutableActionObject,
  type InputFrom,
  type SnapshotFrom,
} from 'xstate';
import { addDays, daysBetween, type CalendarDate } from '../clauses/calendar.ts';
import type { Emitted } from './acts.ts';

const DAY = 86_400_000;

/** Converts whole days, from the legal day of the step to the first day of the new state, to XState's milliseconds. */
export const until = (today: CalendarDate, firstDay: CalendarDate): number => daysBetween(today, firstDay) * DAY;

/**
 * Adapts a pure function of context and event to a guard, action or act. The transitions that use it determine which events it receives;
 * `setup` only knows the union of all.
 */
export const pure =
  <C, E extends { type: string }, T>(answer: (context: C, event: E) => T) =>
  ({ context, event }: { context: C; event: { type: string } }): T =>
    answer(context, event as E);

/** A running delay: its name in the machine, and the day at whose beginning it fires. */
export interface DueDate {
  id: string;
  name: string;
  on: CalendarDate;
  event: { type: string };
}

/** The state of one instrument: the machine's snapshot and its pending due dates. */
export interface MachineInstance<M extends AnyStateMachine = AnyStateMachine> {
  snapshot: SnapshotFrom<M>;
  pending: readonly DueDate[];
}

export interface StepResult<M extends AnyStateMachine = AnyStateMachine> {
  instance: MachineInstance<M>;
  emitted: readonly (Emitted & { on?: CalendarDate })[];
}

type Dated = { type: string; at: CalendarDate };

export function open<M extends AnyStateMachine>(machine: M, input: InputFrom<M> & { today: CalendarDate }): StepResult<M> {
  return resultOf<M>(
    [],
    input.today,
    inertStep(machine, scope => machine.getInitialSnapshot(scope, input)),
  );
}

/** Applies an event on its day. Returns undefined if the machine does not accept it in its present state. */
export function apply<M extends AnyStateMachine>(
  machine: M,
  { snapshot, pending }: MachineInstance<M>,
  event: Dated,
): StepResult<M> | undefined {
  if (!admits({ snapshot, pending }, event)) return undefined;
  return resultOf<M>(
    pending,
    event.at,
    inertStep(machine, scope => machine.transition(on(event.at, snapshot), event, scope)),
  );
}

/** Returns whether the machine accepts an event on its day. */
export function admits<M extends AnyStateMachine>({ snapshot }: MachineInstance<M>, event: Dated): boolean {
  const today = on(event.at, snapshot);
  return today.status === 'active' && today.can(event);
}

/** Fires one due date on its day. */
export function fireDueDate<M extends AnyStateMachine>(machine: M, { snapshot, pending }: MachineInstance<M>, due: DueDate): StepResult<M> {
  const rest = pending.filter(p => p !== due);
  return resultOf<M>(
    rest,
    due.on,
    inertStep(machine, scope => machine.transition(on(due.on, snapshot), due.event, scope)),
  );
}

/** Guards, delays and actions all read the legal day from the context, so it is set before each step. */
function on(today: CalendarDate, snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  return { ...snapshot, context: { ...snapshot.context, today } } as AnyMachineSnapshot;
}

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/**
 * Works like XState's `transition`, but reuses one actor per machine that never starts. XState creates a new actor for each step, which
 * repeats the machine's initial step and takes two thirds of the time.
 */
function inertStep(machine: AnyStateMachine, step: (scope: AnyActorScope) => AnyMachineSnapshot): [AnyMachineSnapshot, Effects] {
  let scope = scopes.get(machine);
  if (!scope) scopes.set(machine, (scope = scopeOf(machine)));
  const effects: ExecutableActionObject[] = [];
  const snapshot = step({ ...scope, actionExecutor: effect => effects.push(effect) });
  return [snapshot, effects];
}

function scopeOf(machine: AnyStateMachine): AnyActorScope {
  const self = createActor(machine);
  const nothing = (): void => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
}

type Effects = readonly ExecutableActionObject[];

function resultOf<M extends AnyStateMachine>(
  before: readonly DueDate[],
  today: CalendarDate,
  [snapshot, effects]: readonly [AnyMachineSnapshot, Effects],
): StepResult<M> {
  /* v8 ignore next -- @preserve a machine that throws has a bug: rethrow it */
  if (snapshot.status === 'error') throw snapshot.error;
  const pending = new Map(before.map(d => [d.id, d]));
  const emitted: Emitted[] = [];
  for (const effect of effects) perform(effect, today, pending, emitted);
  // checked last: leaving a state in the same step cancels its delays; a delay that was already running may be due on the same day
  const late = [...pending.values()].find(d => d.on <= today && !before.includes(d));
  if (late) throw new RangeError(`${late.name} would fall due on ${late.on}, which is not after ${today}, the day it starts`);
  return {
    instance: { snapshot: snapshot as SnapshotFrom<M>, pending: snapshot.status === 'active' ? [...pending.values()] : [] },
    emitted,
  };
}

function perform({ type, params }: Effects[number], today: CalendarDate, pending: Map<string, DueDate>, emitted: Emitted[]): void {
  switch (type) {
    case 'xstate.emit':
      emitted.push((params as { event: Emitted }).event);
      return;
    case 'xstate.cancel':
      pending.delete((params as { sendId: string }).sendId);
      return;
    case 'xstate.raise': {
      const { id, event, delay } = params as { id: string; event: { type: string }; delay?: number };
      if (delay === undefined) throw new RangeError(`${event.type} has no date and would fire immediately`);
      pending.set(id, { id, name: nameOf(id), on: addDays(today, delay / DAY), event });
      return;
    }
    default:
      throw new TypeError(`A legal machine may not ${type}, only raise, cancel and emit`);
  }
}

/** Extracts a delay's name: `xstate.after.periodEnd.agreement.inForce.period.running` is the delay `periodEnd`. */
function nameOf(id: string): string {
  return /^xstate\.after\.([^.]+)\./.exec(id)![1]!;
}

/** Returns the top-level state of an instance. */
export function phaseOf({ snapshot }: { snapshot: { value: unknown } }): string {
  return typeof snapshot.value === 'string' ? snapshot.value : Object.keys(snapshot.value as object)[0]!;
}
