/** Lists are of real agreements: a rehearsal would hide them, and its deadlines bind nobody. That some are left out is said. */
import type { CliContext } from './world.ts';

export function sayLeftOut({ warn, words: { m, counted } }: CliContext, count: number): void {
  if (count) warn(counted(m.list.leftOut, count));
}
