/** The states over time, on the enlarged band. */
import type { Day, Life } from './model.ts';
import { stillInForce, timeLeft, type LifelineContext } from './wording.ts';
import type { Scale } from './scale.ts';
import { disputed, rect, text, typeface, type Shape, type Text } from './shapes.ts';

export const nearHeight = 44;

export function nearBands(life: Life, { words, measure }: LifelineContext, scale: Scale, y: number, to: Day, from: Day): Shape[] {
  const m = words.m.lifeline;
  const shapes: Shape[] = [];
  const band = (a: Day, b: Day, style: string, fill?: 'hatch'): void => {
    if (b > a) shapes.push(rect(scale(a), y, scale(b) - scale(a), nearHeight, style, fill));
  };
  const named = (a: Day, b: Day, said: string, style: Text['style'], plate = false): void => {
    const w = measure(said, typeface[style].size, typeface[style].bold);
    const [x0, x1] = [scale(a), scale(b)];
    if (w + 16 > x1 - x0) return;
    const x = (x0 + x1) / 2;
    if (plate) shapes.push(rect(x - w / 2 - 8, y + 11, w + 16, 22, 'plate'));
    shapes.push(text(x, y + 27, said, style, { anchor: 'middle' }));
  };
  const { asOf, window: w, end } = life;
  const begin = Math.max(from, life.inForce ?? from);
  const running = life.periods.find(p => p.kind === 'running');
  if (end) {
    const [first, last] = [end.lasts[0]! + 1, end.lasts.at(-1)! + 1];
    band(begin, first, 'cur');
    if (last > first) {
      shapes.push(...disputed(scale(first), y, scale(last) - scale(first), nearHeight));
      named(first, last, words.say(m.disputed, { some: stillInForce(end.lasts), all: end.lasts.length }), 'bold', true);
    }
    band(last, to, 'next');
    return shapes;
  }
  if (w) {
    const from = Math.max(asOf, w.from);
    const open = Math.max(from, w.sendBy + 1);
    band(begin, from, 'cur');
    band(from, open, 'open');
    named(from, open, timeLeft(w, asOf, words), w.isDecided ? 'bold' : 'big');
    band(open, w.safe + 1, 'open');
    shapes.push(rect(scale(open), y, scale(w.safe + 1) - scale(open), nearHeight, 'none', 'hatch'));
    const closed = w.lasts.at(-1)! + 1;
    if (closed > w.safe + 1) shapes.push(...disputed(scale(w.safe + 1), y, scale(closed) - scale(w.safe + 1), nearHeight));
    if (!running) {
      band(closed, to, 'cur');
      return shapes;
    }
    band(closed, running.lasts[0]! + 1, 'cur');
    named(closed, running.lasts[0]! + 1, words.say(m.tooLate, { n: running.number }), 'plain');
  } else if (running) band(begin, running.lasts[0]! + 1, 'cur');
  if (running) {
    const last = running.lasts.at(-1)! + 1;
    const first = running.lasts[0]! + 1;
    if (last > first) shapes.push(...disputed(scale(first), y, scale(last) - scale(first), nearHeight));
    band(last, to, 'next');
    named(last, to, `${running.number + 1}`, 'plain');
  }
  return shapes;
}
