/** Draws a graph placed by Graphviz as our own SVG: colours from the style sheet, nothing inline. */
import { instance, type Graph } from '@viz-js/viz';
import { html, type Html } from '../html.ts';
import { round } from '../lifeline/shapes.ts';
import { lineHeight } from './graph.ts';

/** The part of Graphviz's JSON that is used. Positions are texts: `x,y`. */
interface Placed {
  bb: string;
  objects?: readonly { name: string; bb?: string; pos?: string; width?: string; height?: string }[];
  edges?: readonly { id: string; pos: string; lp?: string }[];
}

export interface Titled {
  title: string;
  description: string;
  isLit: (state: string) => boolean;
  /** The label of a state around others, in one line. */
  nameOf: (state: string) => string;
  /** The label in a state's box, line by line. */
  linesOf: (state: string) => readonly string[];
  /** The words next to an arrow, line by line. */
  words: ReadonlyMap<string, readonly string[]>;
}

let viz: ReturnType<typeof instance> | undefined;
let drawn = 0;

export async function drawingOf(graph: Graph, { title, description, isLit, nameOf, linesOf, words }: Titled): Promise<Html> {
  viz ??= instance();
  const placed = (await viz).renderJSON(graph, { yInvert: true }) as Placed;
  const id = `m${(drawn = (drawn + 1) % 100_000)}`;
  const corners = numbers(placed.bb) as [number, number, number, number];
  const [width, height] = [corners[2], Math.max(corners[1], corners[3])];
  const objects = placed.objects ?? [];
  const clusters = objects.filter(o => o.name.startsWith('cluster_') && o.bb);
  const nodes = objects.filter(o => o.pos);
  const marked = (state: string, style: string): string => (isLit(state) ? `${style} lit` : style);
  const [wide, high] = [round(width + 4), round(height + 4)];
  return html`<svg viewBox="-2 -2 ${wide} ${high}" width="${wide}" height="${high}" role="img" aria-labelledby="${id}t ${id}d">
    <title id="${id}t">${title}</title>
    <desc id="${id}d">${description}</desc>
    ${clusters.map(({ name: called, bb }) => clusterOf(called.slice('cluster_'.length), bb!, marked, nameOf))}
    ${placed.edges?.map(({ id: ends, pos }) => edgeOf(pos, isLit(ends.split(' ')[0]!) ? 'ma now' : 'ma'))}
    ${nodes.map(({ name: state, pos, width: w, height: h }) => {
      const [x, y] = numbers(pos!) as [number, number];
      const [along, down] = [Number(w) * 72, Number(h) * 72];
      return html`<rect class="${marked(state, 'ms')}" x="${round(x - along / 2)}" y="${round(y - down / 2)}" width="${round(along)}" height="${round(down)}" rx="6"/>${textAt([x, y + 5], linesOf(state))}`;
    })}
    ${placed.edges?.map(({ id: ends, lp }) => besideOf(lp, words.get(ends) ?? []))}
  </svg>`;
}

function clusterOf(state: string, bb: string, marked: (state: string, style: string) => string, nameOf: Titled['nameOf']): Html {
  const [a, b, c, d] = numbers(bb) as [number, number, number, number];
  const [left, top] = [Math.min(a, c), Math.min(b, d)];
  return html`<rect class="${marked(state, 'mc')}" x="${round(left)}" y="${round(top)}" width="${round(Math.abs(c - a))}" height="${round(Math.abs(d - b))}" rx="8"/><text class="mn" x="${round(left + 10)}" y="${round(top + 19)}">${nameOf(state)}</text>`;
}

/** An arrow's words in the room that Graphviz reserved, drawn last because other arrows may cross that room. */
function besideOf(lp: string | undefined, lines: readonly string[]): Html | '' {
  if (!lp || !lines.length) return '';
  const [x, y] = numbers(lp) as [number, number];
  return textAt([x, y + 4], lines, 'ml');
}

/** A spline: `e,x,y` is its end, followed by its points. */
function edgeOf(pos: string, style: string): Html {
  const [end, ...points] = pos.split(' ').map(one => numbers(one.replace(/^[es],/, ''))) as [number[], ...number[][]];
  const [first, ...rest] = points as [number[], ...number[][]];
  const curve = `M${first.map(round).join(' ')}C${rest.map(p => p.map(round).join(' ')).join(' ')}`;
  return html`<path class="${style}" d="${curve}"/><path class="${style} tip" d="${tip(points.at(-1)!, end)}"/>`;
}

/** Lines centred on a point. */
function textAt([x, y]: readonly [number, number], lines: readonly string[], style?: string): Html {
  const first = y - ((lines.length - 1) * lineHeight) / 2;
  return html`<text${style ? html` class="${style}"` : ''} text-anchor="middle">${lines.map((l, i) => html`<tspan x="${round(x)}" y="${round(first + i * lineHeight)}">${l} </tspan>`)}</text>`;
}

/** The arrowhead, from the end of the line to its target. */
function tip([x, y]: number[], [toX, toY]: number[]): string {
  const [dx, dy] = [toX! - x!, toY! - y!];
  const long = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(-dy / long) * 4, (dx / long) * 4];
  return `M${round(toX!)} ${round(toY!)}L${round(x! + nx)} ${round(y! + ny)}L${round(x! - nx)} ${round(y! - ny)}Z`;
}

const numbers = (text: string): number[] => text.split(',').map(Number);
