/** A machine as a diagram: its states within one another and its arrows, in words and in the order in which they are written. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';

export interface DiagramState {
  /** Its path, by which arrows name it: `inForce_period_running`. */
  id: string;
  name: string;
  /** What it means, and the article that it comes from. */
  description: string | undefined;
  article: string | undefined;
  isParallel: boolean;
  isFinal: boolean;
  /** The state inside it in which it begins. */
  initial: string | undefined;
  states: readonly DiagramState[];
}

export interface DiagramArrow {
  from: string;
  to: string;
  /** The event or the date, and the condition, as they are named in the machine; empty where there is none. */
  label: string;
  cause: { event: string } | { delay: string } | undefined;
  guard: Guard | undefined;
}

/** Named, or made of others. */
export type Guard = string | { op: 'and' | 'or' | 'not'; of: readonly Guard[] };

/** `root`: the machine itself, which is no state of it. */
export interface Diagram {
  root: DiagramState;
  arrows: readonly DiagramArrow[];
}

export const diagramOf = (machine: AnyStateMachine): Diagram => ({ root: stateOf(machine.root), arrows: allArrows(machine.root) });

/** The states in which a machine is, the outer ones first. */
export const litIn = (value: StateValue, path = ''): string[] =>
  typeof value === 'string'
    ? [path + value]
    : Object.entries(value).flatMap(([name, inner]) => [path + name, ...litIn(inner!, `${path}${name}_`)]);

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

/** A transition without a target stays where it is: something is noted, the state does not change. */
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
