/** What is drawn of a machine, for Graphviz and as data: its states within one another, its arrows, and the words of those that can be taken now. */
import type { Graph, Subgraph } from '@viz-js/viz';
import type { Diagram, DiagramArrow, DiagramState } from '../../machines/diagram.ts';
import type { Measure } from '../lifeline/measure.ts';

export interface Seen {
  diagram: Diagram;
  lit: ReadonlySet<string>;
  measure: Measure;
}

/** In pixels: of the names, as the style has them; and as Graphviz counts labels, which it knows no width of. */
export const nameSize = 14;
const labelSize = 13.5;
const pointsOf = (pixels: number): number => pixels / 72;

export const litLeaves = ({ diagram, lit }: Pick<Seen, 'diagram' | 'lit'>): string[] =>
  statesIn(diagram.root)
    .filter(s => !s.states.length && lit.has(s.id))
    .map(s => s.id);

export const statesIn = (state: DiagramState): DiagramState[] => state.states.flatMap(child => [child, ...statesIn(child)]);

/** Several between the same two are one. What leads back to where it comes from is said in the list, and not drawn. */
function arrowsDrawn({ diagram }: Seen): DiagramArrow[] {
  const drawn = new Map<string, DiagramArrow>();
  for (const arrow of diagram.arrows) {
    const { from, to } = arrow;
    if (isWithin(to, from) || isWithin(from, to)) continue;
    const key = `${from} ${to}`;
    const known = drawn.get(key);
    drawn.set(key, known ? { ...known, label: `${known.label}\n${arrow.label}` } : arrow);
  }
  return [...drawn.values()];
}

const isWithin = (id: string, outer: string): boolean => id === outer || id.startsWith(`${outer}_`);

/** The whole machine. Only what can happen now has its words beside the arrow; the others are in docs/machines.md. */
export function graphOf(seen: Seen): Graph {
  const inside = (state: DiagramState): Subgraph => {
    const { states } = state;
    return {
      nodes: states.filter(child => !child.states.length).map(child => ({ name: child.id, attributes: nodeOf(child, seen) })),
      subgraphs: states
        .filter(child => child.states.length)
        .map(child => ({
          name: `cluster_${child.id}`,
          graphAttributes: { label: child.name, labeljust: 'l', fontsize: nameSize, margin: 8 },
          ...inside(child),
        })),
    };
  };
  const edges = arrowsDrawn(seen).map(({ from, to, label }) => {
    const [tail, head] = [leafOf(from, seen), leafOf(to, seen)];
    const said = seen.lit.has(from) ? label.replaceAll(' [', '\n[') : '';
    return {
      tail,
      head,
      attributes: { ...(said ? { label: said } : {}), ...(tail === from ? {} : { ltail: `cluster_${from}` }), id: `${from} ${to}` },
    };
  });
  return {
    graphAttributes: { rankdir: 'LR', compound: true, nodesep: 0.16, ranksep: 0.3 },
    nodeAttributes: { shape: 'box', fixedsize: true, fontsize: nameSize },
    edgeAttributes: { fontsize: labelSize, fontname: 'Helvetica' },
    ...inside(seen.diagram.root),
    edges,
  };
}

const nodeOf = ({ name, id }: DiagramState, { lit, measure }: Seen) => ({
  width: pointsOf(measure(name, nameSize, lit.has(id)) + 20),
  height: pointsOf(30),
});

/** An arrow ends at a state that has none inside: where the machine begins in it, or where it is. */
function leafOf(id: string, { diagram, lit }: Pick<Seen, 'diagram' | 'lit'>): string {
  const state = statesIn(diagram.root).find(s => s.id === id)!;
  if (!state.states.length) return id;
  const inner = state.states.find(s => lit.has(s.id)) ?? state.states.find(s => s.id === state.initial) ?? state.states[0]!;
  return leafOf(inner.id, { diagram, lit });
}
