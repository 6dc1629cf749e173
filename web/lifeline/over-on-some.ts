/** The days on which it goes on on its own reading and has ended on another: hatched as disputed, across the band. */
import type { Day, Life } from './model.ts';
import { rect, type Shape } from './shapes.ts';

interface Stretch {
  from: Day;
  /** Exclusive. */
  to: Day;
}

const stretchIn = ({ overOnSome }: Life, shown: Stretch): Stretch[] =>
  overOnSome !== null && overOnSome < shown.to ? [{ from: Math.max(overOnSome, shown.from), to: shown.to }] : [];

export const hatchAcross = (life: Life, shown: Stretch, x: (day: Day) => number, y: number, height: number): Shape[] =>
  stretchIn(life, shown).map(({ from, to }) => rect(x(from), y, x(to) - x(from), height, 'none', 'faint-hatch'));

export const hatchAlong = (life: Life, shown: Stretch, y: (day: Day) => number, x: number, width: number): Shape[] =>
  stretchIn(life, shown).map(({ from, to }) => rect(x, y(from), width, y(to) - y(from), 'none', 'faint-hatch'));
