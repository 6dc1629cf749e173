/** A machine as a Mermaid state diagram, in the order in which it is written: for the README, the CLI and a lawyer's eye. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

export function toMermaid(machine: AnyStateMachine): string {
  return ['stateDiagram-v2', ...body(machine.root, '  '), ...allArrows(machine.root), ...notes(machine.root), ''].join('\n');
}

/** The states inside one. */
function body(node: AnyStateNode, indent: string): string[] {
  const initial = node.type === 'compound' ? node.initial.target[0] : undefined;
  return [
    ...(initial ? [`${indent}[*] --> ${idOf(initial)}`] : []),
    ...Object.values(node.states).flatMap((child, i) => [
      ...(node.type === 'parallel' && i > 0 ? [`${indent}--`] : []),
      ...drawn(child, indent),
    ]),
  ];
}

function drawn(node: AnyStateNode, indent: string): string[] {
  const name = `${indent}state "${words(node.key)}" as ${idOf(node)}`;
  return Object.keys(node.states).length ? [`${name} {`, ...body(node, `${indent}  `), `${indent}}`] : [name];
}

/** All transitions stand outside: Mermaid would take a state named within another for one of its own. */
const allArrows = (node: AnyStateNode): string[] =>
  Object.values(node.states).flatMap(child => [...arrows(child).map(arrow => `  ${arrow}`), ...allArrows(child)]);

function arrows(node: AnyStateNode): string[] {
  const transitions = [...node.transitions.values(), node.always ?? []].flat();
  return [
    ...transitions.flatMap(t => targetsOf(t, node).map(to => `${idOf(node)} --> ${to}${labelOf(t)}`)),
    ...(node.type === 'final' ? [`${idOf(node)} --> [*]`] : []),
  ];
}

/** A transition without a target stays where it is: something is noted, the state does not change. */
const targetsOf = (t: AnyTransitionDefinition, node: AnyStateNode): string[] => (t.target ? t.target.map(idOf) : [idOf(node)]);

function labelOf(t: AnyTransitionDefinition): string {
  const eventType = t.eventType as string;
  const delay = /^xstate\.after\.([^.]+)\./.exec(eventType)?.[1];
  const cause = delay ? `after ${words(delay)}` : eventType.split('.').map(words).join(' ');
  const label = [cause, t.guard ? `[${guardOf(t.guard)}]` : ''].filter(Boolean).join(' ');
  return label ? ` : ${label}` : '';
}

/** A guard is named, or made of others by `and`, `or` and `not`. */
function guardOf(guard: unknown): string {
  if (typeof guard === 'string') return words(guard);
  const { name, guards } = guard as { name: string; guards: readonly unknown[] };
  const parts = guards.map(guardOf);
  return name === 'not' ? `not ${parts[0]}` : parts.join(` ${name} `);
}

/** What each state means and where it comes from, as notes beside it. */
function notes(node: AnyStateNode): string[] {
  const { article } = (node.meta ?? {}) as { article?: string };
  const text = [node.description, article && `(${article.replace('clause: ', 'by the clause on ')})`]
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[:;]/g, ','); // Mermaid ends a note's text at a colon or semicolon
  const own = node.parent && node.description ? [`  note right of ${idOf(node)} : ${text}`] : [];
  return [...own, ...Object.values(node.states).flatMap(notes)];
}

const idOf = (node: AnyStateNode): string => node.path.join('_');
const words = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
