/** Lists contain real agreements: rehearsals would hide them, and their deadlines bind nobody. A message counts the rehearsals left out. */
import type { CliContext } from './world.ts';

export function warnOfLeftOut(context: CliContext, count: number): void {
  const { m, counted } = context.words;
  if (count) context.warn(counted(m.list.leftOut, count));
}
