/** The building blocks of an upright lifeline's past and present: a piece of the strand and its labels. */
import type { Day } from './model.ts';
import { round, type Shape, type Text } from './shapes.ts';

/** In pixels: the position and thickness of the strand. */
export const [strand, thick] = [34, 30];

export interface Note {
  y: number;
  lines: readonly { text: string; style: Text['style']; color?: Text['color'] }[];
  leader: string;
}

export interface Part {
  shapes: Shape[];
  /** Days with a known position, in order. */
  known: readonly { day: Day; y: number }[];
  notes: Note[];
  top: number;
  bottom: number;
}

export const soft = (said: string): Note['lines'][number] => ({ text: said, style: 'plain', color: 'soft' });

/** Interpolates between the nearest known days; at least one must be known. */
export const placeIn =
  (known: Part['known']) =>
  (day: Day): number => {
    const b = known.slice(1).find(k => k.day >= day) ?? known.at(-1)!;
    const a = known[known.indexOf(b) - 1] ?? b;
    return b.day === a.day ? b.y : round(a.y + ((day - a.day) / (b.day - a.day)) * (b.y - a.y));
  };
