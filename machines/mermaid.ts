/** A machine as a Mermaid state diagram, in source order: for the README, the CLI and lawyers. */
import type { AnyStateMachine } from 'xstate';
import { diagramOf, type Diagram, type DiagramState } from './diagram.ts';

export function toMermaid(machine: AnyStateMachine): string {
  const diagram = diagramOf(machine);
  const { root } = diagram;
  return [
    'stateDiagram-v2',
    ...body(root, '  '),
    ...root.states.flatMap(state => arrows(state, diagram)),
    ...root.states.flatMap(notes),
    '',
  ].join('\n');
}

/** Draws the states inside one. */
function body({ initial, isParallel, states }: DiagramState, indent: string): string[] {
  return [
    ...(initial ? [`${indent}[*] --> ${initial}`] : []),
    ...states.flatMap((child, i) => [...(isParallel && i > 0 ? [`${indent}--`] : []), ...drawn(child, indent)]),
  ];
}

function drawn(state: DiagramState, indent: string): string[] {
  const name = `${indent}state "${state.name}" as ${state.id}`;
  return state.states.length ? [`${name} {`, ...body(state, `${indent}  `), `${indent}}`] : [name];
}

/** All transitions are drawn at the top level: Mermaid would treat a state named inside another as that one's child. */
const arrows = (state: DiagramState, diagram: Diagram): string[] => [
  ...diagram.arrows
    .filter(({ from }) => from === state.id)
    .map(({ from, to, label }) => `  ${from} --> ${to}${label ? ` : ${label}` : ''}`),
  ...(state.isFinal ? [`  ${state.id} --> [*]`] : []),
  ...state.states.flatMap(child => arrows(child, diagram)),
];

/** Adds each state's meaning and article as a note. */
function notes({ id, description, article, states }: DiagramState): string[] {
  const text = [description, article && `(${article.replace('clause: ', 'by the clause on ')})`]
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[:;]/g, ','); // Mermaid ends a note's text at a colon or semicolon
  return [...(description ? [`  note right of ${id} : ${text}`] : []), ...states.flatMap(notes)];
}
