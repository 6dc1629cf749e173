/** Lists are of real agreements: a rehearsal would hide them, and its deadlines bind nobody. That some are left out is said. */
import type { CliContext } from './world.ts';

export function sayLeftOut(context: CliContext, count: number): void {
  const { m, counted } = context.words;
  if (count) context.warn(counted(m.list.leftOut, count));
}
