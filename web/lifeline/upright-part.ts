/** What the past and the present of an upright lifeline are made of: a piece of the strand, and what is said beside it. */
import type { Day } from './model.ts';
import type { Shape, Text } from './shapes.ts';

/** In pixels: where the strand lies, and how thick it is. */
export const [strand, thick] = [34, 30];

export interface Note {
  y: number;
  lines: readonly { text: string; style: Text['style']; color?: Text['color'] }[];
  leader: string;
}

export interface Part {
  shapes: Shape[];
  /** Days whose place is known, in order. */
  known: readonly { day: Day; y: number }[];
  notes: Note[];
  top: number;
  bottom: number;
}

export const soft = (said: string): Note['lines'][number] => ({ text: said, style: 'plain', color: 'soft' });
