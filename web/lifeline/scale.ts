/** A piecewise linear scale of days. A piece too narrow to see takes its least width from the others. */
import { round } from './shapes.ts';

export interface Piece {
  from: number;
  to: number;
  /** In pixels; 0 if it may be arbitrarily narrow. */
  least: number;
}

export interface Scale {
  (day: number): number;
  /** The wait cut out of the middle of a piece. */
  cuts: readonly { from: number; to: number }[];
}

/** Five years: longer pieces are drawn at this length, with a break mark. */
export const longest = 1826;

/** Spans `width` pixels from `start`. The pieces are consecutive. */
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
