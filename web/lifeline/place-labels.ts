/**
 * Places labels next to their days so that no two overlap and no leader crosses a box: each to its own side or the other, on the first
 * level or a lower one, with the least movement in total. A label that does not fit becomes a numbered mark with its text below the
 * drawing.
 */
import type { Measure } from './measure.ts';
import { line, text, typeface, type Shape, type Text } from './shapes.ts';

export interface Label {
  x: number;
  /** The first line is the label; the others explain it. */
  lines: readonly { text: string; style: Text['style']; color?: Text['color'] }[];
  side: 'left' | 'right';
  /** The style of its leader. */
  leader: string;
}

interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

interface Spot {
  box: Box;
  leader: { x: number; y0: number; y1: number };
  side: Label['side'];
  cost: number;
}

export interface Placing {
  width: number;
  /** Where leaders begin, and the baseline of the first level's first line. */
  from: number;
  top: number;
  levels: number;
  measure: Measure;
}

const lineHeight = 19;
const levelHeight = 52;
const gap = 10;

export interface Placed {
  shapes: Shape[];
  /** The lowest point of all labels. */
  bottom: number;
  below: { number: number; text: string }[];
}

export function placed(labels: readonly Label[], placing: Placing): Placed {
  for (let count = labels.length; count >= 0; count--) {
    const found = best(
      labels.slice(0, count).map(l => spotsOf(l, placing)),
      [],
    );
    if (found) return drawn(labels, found.spots, placing);
  }
  /* v8 ignore next -- without a label there is nothing to place */
  return { shapes: [], bottom: placing.top, below: [] };
}

/** The cheapest placement without overlaps; undefined if there is none. */
function best(
  options: readonly (readonly Spot[])[],
  chosen: readonly Spot[],
  most = Infinity,
): { spots: readonly Spot[]; cost: number } | undefined {
  const [first, ...others] = options;
  if (!first) return { spots: chosen, cost: 0 };
  let found: { spots: readonly Spot[]; cost: number } | undefined;
  for (const spot of first) {
    const limit = (found?.cost ?? most) - spot.cost;
    if (limit <= 0 || !chosen.every(other => goTogether(spot, other))) continue;
    const rest = best(others, [...chosen, spot], limit);
    if (rest) found = { spots: rest.spots, cost: rest.cost + spot.cost };
  }
  return found;
}

function spotsOf({ x, lines, side: own }: Label, { width, from, top, levels, measure }: Placing): Spot[] {
  const wide = Math.max(...lines.map(l => measure(l.text, typeface[l.style].size, typeface[l.style].bold)));
  const spots = Array.from({ length: levels }, (_, level) =>
    (['left', 'right'] as const).map((side): Spot => {
      const y0 = top - 14 + level * levelHeight;
      const box = {
        ...(side === 'left' ? { x0: x - 7 - wide, x1: x - 7 } : { x0: x + 7, x1: x + 7 + wide }),
        y0,
        y1: y0 + lines.length * lineHeight + 1,
      };
      return {
        box,
        leader: { x, y0: from, y1: y0 + Math.min(lines.length, 2) * lineHeight },
        side,
        cost: level * 3 + (side === own ? 1 : 2),
      };
    }),
  ).flat();
  return spots.filter(({ box }) => box.x0 >= 0 && box.x1 <= width).sort((a, b) => a.cost - b.cost);
}

const crosses = ({ leader: l }: Spot, { box: b }: Spot): boolean => l.x > b.x0 - 4 && l.x < b.x1 + 4 && l.y1 > b.y0 && l.y0 < b.y1;
const meet = ({ box: a }: Spot, { box: b }: Spot): boolean => a.x0 < b.x1 + gap && b.x0 < a.x1 + gap && a.y0 < b.y1 && b.y0 < a.y1;
const goTogether = (a: Spot, b: Spot): boolean => !meet(a, b) && !crosses(a, b) && !crosses(b, a);

function drawn(labels: readonly Label[], spots: readonly Spot[], { from, top }: Placing): Placed {
  const shapes: Shape[] = [];
  labels.slice(0, spots.length).forEach((label, n) => {
    const { box, leader, side } = spots[n]!;
    shapes.push(line(label.leader, leader.x, leader.y0, leader.x, leader.y1));
    const [anchor, x] = side === 'left' ? (['end', box.x1] as const) : (['start', box.x0] as const);
    label.lines.forEach((l, i) => shapes.push(text(x, box.y0 + 14 + i * lineHeight, l.text, l.style, { color: l.color, anchor })));
  });
  const left = labels.slice(spots.length).map((label, i) => ({ label, number: i + 1 }));
  for (const { label, number } of left)
    shapes.push(line(label.leader, label.x, from, label.x, from + 8), text(label.x + 4, from + 14, `${number}`, 'smb'));
  return {
    shapes,
    bottom: Math.max(top, ...spots.map(s => s.box.y1)),
    below: left.map(({ label, number }) => ({ number, text: label.lines.map(l => l.text).join(', ') })),
  };
}
