/**
 * Drives one machine over legal days: the pure core. What the machine asks for in a step is returned as data; a raise with a
 * delay becomes a due date here, and no clock is read.
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

/** XState's delays are milliseconds; ours are whole days from the legal day of the step to the first day of the new state. */
export const until = (today: CalendarDate, firstDay: CalendarDate): number => daysBetween(today, firstDay) * DAY;

/**
 * A guard, an action or an act of a machine as a pure function of what it remembers and of the event. The transitions that name it say which
 * events come to it: `setup` knows only that it is one of them all.
 */
export const pure =
  <C, E extends { type: string }, T>(answer: (context: C, event: E) => T) =>
  ({ context, event }: { context: C; event: { type: string } }): T =>
    answer(context, event as E);

/** A delay that runs: its name in the machine, and the day at whose beginning it falls due. */
export interface DueDate {
  id: string;
  name: string;
  on: CalendarDate;
  event: { type: string };
}

/** Where one instrument stands: the machine's state, what will fall due, and what it emitted in this step. */
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

/** Takes an event on its day, or answers undefined: the machine has no use for it in its present state. */
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

/** Whether the machine has a use for an event on its day. */
export function admits<M extends AnyStateMachine>({ snapshot }: MachineInstance<M>, event: Dated): boolean {
  const today = on(event.at, snapshot);
  return today.status === 'active' && today.can(event);
}

/** Lets one delay run out, on its day. */
export function fireDueDate<M extends AnyStateMachine>(machine: M, { snapshot, pending }: MachineInstance<M>, due: DueDate): StepResult<M> {
  const rest = pending.filter(p => p !== due);
  return resultOf<M>(
    rest,
    due.on,
    inertStep(machine, scope => machine.transition(on(due.on, snapshot), due.event, scope)),
  );
}

/** Guards, delays and actions all read the legal day from the context: it is stamped before each step. */
function on(today: CalendarDate, snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  return { ...snapshot, context: { ...snapshot.context, today } } as AnyMachineSnapshot;
}

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/**
 * What XState's own `transition` does, with one actor for each machine that never starts: it makes a new one for each step, which runs the
 * machine's first step once more and takes two thirds of the time.
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
  /* v8 ignore next -- @preserve a machine that throws is a fault of ours, and is passed on */
  if (snapshot.status === 'error') throw snapshot.error;
  const pending = new Map(before.map(d => [d.id, d]));
  const emitted: Emitted[] = [];
  for (const effect of effects) perform(effect, today, pending, emitted);
  // checked last: a state that is left in the same step cancels its delays again; what ran before may be due on the same day
  const late = [...pending.values()].find(d => d.on <= today && !before.includes(d));
  if (late) throw new RangeError(`${late.name} would fall due on ${late.on}, not after ${today}, the day on which it begins to run`);
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
      if (delay === undefined) throw new RangeError(`${event.type} has no date and would fire at once`);
      pending.set(id, { id, name: nameOf(id), on: addDays(today, delay / DAY), event });
      return;
    }
    default:
      throw new TypeError(`A legal machine raises, cancels and emits; it may not ${type}`);
  }
}

/** `xstate.after.periodEnd.agreement.inForce.period.running` is the delay `periodEnd`. */
function nameOf(id: string): string {
  return /^xstate\.after\.([^.]+)\./.exec(id)![1]!;
}

/** The top state of an instance. */
export function phaseOf({ snapshot }: { snapshot: { value: unknown } }): string {
  return typeof snapshot.value === 'string' ? snapshot.value : Object.keys(snapshot.value as object)[0]!;
}
