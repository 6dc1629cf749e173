/** A machine as a diagram: nested states and arrows, with their names in words, in source order. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';

export interface DiagramState {
  /** Its path, used by the arrows: `inForce_period_running`. */
  id: string;
  name: string;
  /** Its meaning, and the article it comes from. */
  description: string | undefined;
  article: string | undefined;
  isParallel: boolean;
  isFinal: boolean;
  /** Its initial child state. */
  initial: string | undefined;
  states: readonly DiagramState[];
}

export interface DiagramArrow {
  from: string;
  to: string;
  /** The event or delay and the guard, as named in the machine; may be empty. */
  label: string;
  cause: { event: string } | { delay: string } | undefined;
  guard: Guard | undefined;
}

/** A named guard, or a combination of guards. */
export type Guard = string | { op: 'and' | 'or' | 'not'; of: readonly Guard[] };

/** `root`: the machine itself, which is not one of its states. */
export interface Diagram {
  root: DiagramState;
  arrows: readonly DiagramArrow[];
}

export const diagramOf = (machine: AnyStateMachine): Diagram => ({ root: stateOf(machine.root), arrows: allArrows(machine.root) });

/** Returns the ids of the active states, outermost first. */
export const activeStates = (value: StateValue, path = ''): string[] =>
  typeof value === 'string'
    ? [path + value]
    : Object.entries(value).flatMap(([name, inner]) => [path + name, ...activeStates(inner!, `${path}${name}_`)]);

function stateOf(node: AnyStateNode): DiagramState {
  const [initial] = node.initial.target;
  const { article } = (node.meta ?? {}) as { article?: string };
  return {
    id: idOf(node),
    name: words(node.key),
    description: node.description,
    article,
    isParallel: node.type === 'parallel',
    isFinal: node.type === 'final',
    initial: initial && idOf(initial),
    states: Object.values(node.states).map(stateOf),
  };
}

const allArrows = (node: AnyStateNode): DiagramArrow[] =>
  Object.values(node.states).flatMap(child => [...arrowsOf(child), ...allArrows(child)]);

function arrowsOf(node: AnyStateNode): DiagramArrow[] {
  const transitions = [...node.transitions.values(), node.always ?? []].flat();
  return transitions.flatMap(t => {
    const [cause, guard] = [causeOf(t), t.guard ? guardOf(t.guard) : undefined];
    return targetsOf(t, node).map(to => ({ from: idOf(node), to, label: labelOf(cause, guard), cause, guard }));
  });
}

/** A transition without a target stays in its state: it only runs actions. */
const targetsOf = (t: AnyTransitionDefinition, node: AnyStateNode): string[] => (t.target ? t.target.map(idOf) : [idOf(node)]);

function causeOf({ eventType }: AnyTransitionDefinition): DiagramArrow['cause'] {
  const type = eventType as string;
  const delay = /^xstate\.after\.([^.]+)\./.exec(type)?.[1];
  return delay ? { delay } : type ? { event: type } : undefined;
}

function guardOf(guard: unknown): Guard {
  if (typeof guard === 'string') return guard;
  const { name, guards } = guard as { name: 'and' | 'or' | 'not'; guards: readonly unknown[] };
  return { op: name, of: guards.map(guardOf) };
}

function labelOf(cause: DiagramArrow['cause'], guard: Guard | undefined): string {
  const said = !cause ? '' : 'delay' in cause ? `after ${words(cause.delay)}` : cause.event.split('.').map(words).join(' ');
  return [said, guard ? `[${guardInWords(guard)}]` : ''].filter(Boolean).join(' ');
}

function guardInWords(guard: Guard): string {
  if (typeof guard === 'string') return words(guard);
  const parts = guard.of.map(guardInWords);
  return guard.op === 'not' ? `not ${parts[0]}` : parts.join(` ${guard.op} `);
}

const idOf = (node: AnyStateNode): string => node.path.join('_');
const words = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
