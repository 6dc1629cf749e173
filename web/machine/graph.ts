/** The graph of a machine for Graphviz: nested states, arrows, and the words on arrows that can be taken now. */
import type { Graph, Subgraph } from '@viz-js/viz';
import type { Diagram, DiagramArrow, DiagramState } from '../../machines/diagram.ts';
import { inRoom, type Measure } from '../lifeline/measure.ts';

export interface Seen {
  diagram: Diagram;
  lit: ReadonlySet<string>;
  measure: Measure;
  /** The name of a state. */
  nameOf: (state: string) => string;
  /** The events and conditions of an arrow, one line each. */
  saidOf: (arrow: DiagramArrow) => readonly string[];
}

/** In pixels, as in the style sheet. */
const nameSize = 14;
const outerNameSize = 13;
const labelSize = 12.5;
export const lineHeight = 16;
const inchesOf = (pixels: number): number => pixels / 72;
/** Room for a wider fallback font. */
const spare = 8;

export const activeLeaves = ({ diagram, lit }: Pick<Seen, 'diagram' | 'lit'>): string[] =>
  statesIn(diagram.root)
    .filter(s => !s.states.length && lit.has(s.id))
    .map(s => s.id);

export const statesIn = (state: DiagramState): DiagramState[] => state.states.flatMap(child => [child, ...statesIn(child)]);

interface Drawn extends Pick<DiagramArrow, 'from' | 'to'> {
  lines: readonly string[];
}

/** In pixels. Names and words are broken to this width, so that the drawing is hardly wider than a screen. */
const room = 90;

/** Merges arrows between the same two states. An arrow back to its own state is listed but not drawn. */
function arrowsDrawn({ diagram, saidOf, measure }: Seen): Drawn[] {
  const drawn = new Map<string, Drawn>();
  for (const arrow of diagram.arrows) {
    const { from, to } = arrow;
    if (isWithin(to, from) || isWithin(from, to)) continue;
    const known = drawn.get(idOf(arrow));
    drawn.set(idOf(arrow), {
      from,
      to,
      lines: [...(known?.lines ?? []), ...saidOf(arrow).flatMap(said => inRoom(said, room, labelSize, false, measure))],
    });
  }
  return [...drawn.values()];
}

const isWithin = (id: string, outer: string): boolean => id === outer || id.startsWith(`${outer}_`);

/** The whole machine. Only arrows that can be taken now have words; docs/machines.md has the others. */
export function graphOf(seen: Seen): Graph {
  const inside = (state: DiagramState): Subgraph => {
    const { states } = state;
    return {
      nodes: states.filter(child => !child.states.length).map(child => ({ name: child.id, attributes: nodeOf(child, seen) })),
      subgraphs: states
        .filter(child => child.states.length)
        .map(child => ({
          name: `cluster_${child.id}`,
          // One line more than the name takes, since words on arrows inside come close to it.
          graphAttributes: { label: roomFor([seen.nameOf(child.id), ''], outerNameSize, true, seen), labeljust: 'l', margin: 8 },
          ...inside(child),
        })),
    };
  };
  const words = wordsOn(seen);
  const edges = arrowsDrawn(seen).map(arrow => {
    const { from, to } = arrow;
    const [tail, head] = [leafOf(from, seen), leafOf(to, seen)];
    const said = words.get(idOf(arrow));
    return {
      tail,
      head,
      attributes: {
        ...(said ? { label: roomFor(said, labelSize, false, seen) } : {}),
        ...(tail === from ? {} : { ltail: `cluster_${from}` }),
        id: idOf(arrow),
      },
    };
  });
  return {
    graphAttributes: { rankdir: 'LR', compound: true, nodesep: 0.16, ranksep: 0.14 },
    nodeAttributes: { shape: 'box', fixedsize: true },
    ...inside(seen.diagram.root),
    edges,
  };
}

const idOf = ({ from, to }: Pick<DiagramArrow, 'from' | 'to'>): string => `${from} ${to}`;

/** The words on arrows from the current state, by arrow id, line by line. */
export const wordsOn = (seen: Seen): Map<string, readonly string[]> =>
  new Map(
    arrowsDrawn(seen)
      .filter(({ from, lines }) => seen.lit.has(from) && lines.length)
      .map(arrow => [idOf(arrow), arrow.lines]),
  );

/** Graphviz does not know our font: it reserves the measured size, and the text is placed there afterwards. */
const roomFor = (lines: readonly string[], size: number, bold: boolean, { measure }: Seen) => ({
  html: `<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true" width="${Math.ceil(
    Math.max(...lines.map(l => measure(l, size, bold))) + spare,
  )}" height="${lines.length * lineHeight}"><tr><td></td></tr></table>`,
});

function nodeOf({ id }: DiagramState, seen: Seen) {
  const { lit, measure } = seen;
  const lines = linesOfName(id, seen);
  const width = Math.max(...lines.map(line => measure(line, nameSize, lit.has(id))));
  return { width: inchesOf(width + 14), height: inchesOf(14 + lines.length * lineHeight) };
}

/** The name of a state, line by line. */
export const linesOfName = (id: string, { lit, measure, nameOf }: Seen): string[] =>
  inRoom(nameOf(id), room, nameSize, lit.has(id), measure);

/** Arrows end at leaf states: a compound state's current state, or its initial one. */
function leafOf(id: string, { diagram, lit }: Pick<Seen, 'diagram' | 'lit'>): string {
  const state = statesIn(diagram.root).find(s => s.id === id)!;
  if (!state.states.length) return id;
  const inner = state.states.find(s => lit.has(s.id)) ?? state.states.find(s => s.id === state.initial) ?? state.states[0]!;
  return leafOf(inner.id, { diagram, lit });
}
