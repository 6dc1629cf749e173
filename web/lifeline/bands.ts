/** The states over time, on the band of the whole life. */
import type { Words } from '../words.ts';
import { goesOnFrom } from './bounds.ts';
import type { Measure } from './measure.ts';
import type { Day, Life } from './model.ts';
import { disputed, line, rect, text, typeface, type Shape } from './shapes.ts';
import { bandHeight, right } from './frame.ts';

export interface On {
  plain: (day: Day) => number;
  words: Words;
  measure: Measure;
  /** Today's position. */
  x: number;
}

export function bandsOf(life: Life, { plain, y, words, measure, x, from, to }: On & { y: number; from: Day; to: Day }): Shape[] {
  const m = words.m.lifeline;
  const { inForce, end, periods, isOver } = life;
  const shapes: Shape[] = [];
  const band = (a: Day, b: Day, style: string): Shape => rect(plain(a), y, plain(b) - plain(a), bandHeight, style);
  if (inForce === null || inForce > from) shapes.push(band(from, inForce === null ? Math.max(life.asOf, from + 30) : inForce, 'next'));
  const firstEnd = end ? end.lasts[0]! + 1 : Infinity;
  const lastEnd = end ? end.lasts.at(-1)! + 1 : Infinity;
  periods
    .filter(p => p.first < lastEnd && p.first < to)
    .forEach((p, i) => {
      const stop = Math.min(p.lasts[0]! + 1, firstEnd);
      const style = p.kind === 'running' ? 'cur' : p.kind === 'ahead' ? 'next' : i % 2 ? 'p2' : 'p1';
      if (stop > p.first) shapes.push(band(p.first, stop, style));
      if (p.notice !== null && p.notice < stop) shapes.push(line('tick', plain(p.notice), y + 17, plain(p.notice), y + bandHeight));
      if (stop <= p.first) return;
      const name = words.say(p.kind === 'ahead' ? m.ifRenewed : m.period, { n: p.number });
      const [a, b] = [plain(p.first), plain(stop)];
      const spot = spotIn(a, b, x, [name, `${p.number}`], measure);
      if (spot) shapes.push(text(spot.x, y + 16, spot.name, 'sm', { anchor: 'middle' }));
    });
  const since = goesOnFrom(life);
  if (since !== null) {
    const stop = Math.min(firstEnd, to);
    if (since < stop) shapes.push(band(since, stop, isOver ? 'p1' : 'cur'));
    if (!end) {
      const spot = spotIn(plain(since), plain(stop), x, [m.noEnd[life.noEnd]], measure);
      if (spot) shapes.push(text(spot.x, y + 16, spot.name, 'sm', { anchor: 'middle' }));
    }
  }
  if (end) {
    if (lastEnd > firstEnd) shapes.push(...disputed(plain(firstEnd), y, plain(lastEnd) - plain(firstEnd), bandHeight));
    if (plain(lastEnd) < right - 2) shapes.push(band(lastEnd, to, 'next'));
  }
  return shapes;
}

/** A place for a name, centred; where the line of today would cross it, it moves to the wider side. Undefined if no name fits. */
function spotIn(a: number, b: number, x: number, names: readonly string[], measure: Measure): { x: number; name: string } | undefined {
  for (const name of names) {
    const w = measure(name, typeface.sm.size);
    if (w + 8 > b - a) continue;
    const middle = (a + b) / 2;
    if (x < middle - w / 2 - 6 || x > middle + w / 2 + 6 || x < a || x > b) return { x: middle, name };
    const [from, to] = x - a > b - x ? [a, x] : [x, b];
    if (w + 12 <= to - from) return { x: (from + to) / 2, name };
  }
  return undefined;
}
