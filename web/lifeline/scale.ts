/** Days on a line: linear by piece. A piece that would be too narrow to see takes its least width from the others. */
import { round } from './shapes.ts';

export interface Piece {
  from: number;
  to: number;
  /** In pixels; 0 where it may be as narrow as it is. */
  least: number;
}

export interface Scale {
  (day: number): number;
  /** Of a piece: where its wait was cut, in the middle. */
  cuts: readonly { from: number; to: number }[];
}

/** Longer than this it is drawn as long, with a break mark: five years. */
export const longest = 1826;

/** From `start` over `width` pixels. The pieces follow each other. */
export function scaleOf(pieces: readonly Piece[], start: number, width: number): Scale {
  const weights = pieces.map(p => Math.min(p.to - p.from, longest));
  const widths = widthsOf(pieces, weights, width);
  const at: number[] = [start];
  for (const w of widths) at.push(at.at(-1)! + w);
  const scale = (day: number): number => {
    const i = Math.max(
      0,
      pieces.findIndex((p, n) => day < p.to || n === pieces.length - 1),
    );
    const piece = pieces[i]!;
    const share = piece.to === piece.from ? 0 : (day - piece.from) / (piece.to - piece.from);
    return round(at[i]! + share * widths[i]!);
  };
  return Object.assign(scale, { cuts: pieces.filter(p => p.to - p.from > longest).map(({ from, to }) => ({ from, to })) });
}

function widthsOf(pieces: readonly Piece[], weights: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const taken = pieces.reduce((sum, p, i) => (fixed.has(i) ? sum + p.least : sum), 0);
    const weight = weights.reduce((sum, w, i) => (fixed.has(i) ? sum : sum + w), 0);
    const perDay = weight ? (width - taken) / weight : 0;
    const narrow = pieces.findIndex((p, i) => !fixed.has(i) && weights[i]! * perDay < p.least);
    if (narrow < 0) return pieces.map((p, i) => (fixed.has(i) ? p.least : weights[i]! * perDay));
    fixed.add(narrow);
  }
}
