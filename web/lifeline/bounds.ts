/** The range of days that a life covers. */
import type { Day, Life } from './model.ts';

const year = 365;

/** Since when it is in force outside its periods: without any, or after the last. Null if it is not. */
export function goesOnFrom({ periods, inForce, isOver }: Pick<Life, 'periods' | 'inForce' | 'isOver'>): Day | null {
  const last = periods.at(-1);
  if (!last || inForce === null) return inForce;
  return last.kind === 'past' && !isOver ? last.lasts[0]! + 1 : null;
}

/** The days covered by the whole life. */
export function boundsOf({ asOf, signed, inForce, applied, periods, end, isOver }: Life): { from: Day; to: Day } {
  const known = [signed, inForce, applied].filter(d => d !== null);
  const from = Math.min(...(known.length ? known : [asOf - year]), asOf - 30);
  const last = periods.at(-1)?.lasts.at(-1);
  const to = end
    ? end.lasts.at(-1)! + (isOver ? Math.max(270, asOf - end.lasts.at(-1)! + 30) : 270)
    : goesOnFrom({ periods, inForce, isOver }) !== null
      ? asOf + 5 * year
      : (last ?? asOf + 5 * year);
  return { from, to: Math.max(to, asOf + 30) };
}
