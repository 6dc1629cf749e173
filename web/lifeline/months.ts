/** The months and years above the enlarged part, where they fit. */
import { monthIn } from '../../wording/forms.ts';
import { dayOfNumber, type Day } from './model.ts';
import type { LifelineContext } from './wording.ts';
import { longest, type Scale } from './scale.ts';
import { line, text, typeface, type Shape } from './shapes.ts';
import { left, right } from './frame.ts';

const year = 365;

export function monthsOf(scale: Scale, from: Day, to: Day, y: number, { words, measure }: LifelineContext): Shape[] {
  const shapes: Shape[] = [];
  const every = to - from > 12 * longest ? 60 : to - from > 6 * year ? 12 : to - from > 400 ? 3 : 1;
  let free = left;
  for (let d = firstOfMonthFrom(from); d <= to; d = firstOfMonthFrom(d + 28)) {
    const iso = dayOfNumber(d);
    const month = Number(iso.slice(5, 7));
    if ((month - 1) % Math.min(every, 12) !== 0 || (every === 60 && Number(iso.slice(0, 4)) % 5)) continue;
    const isYear = month === 1;
    const name = isYear ? iso.slice(0, 4) : monthIn(words.wording, iso, true);
    const x = scale(d);
    const w = measure(name, typeface.sm.size, isYear);
    if (x < free + 4 || x + 4 + w > right) continue;
    shapes.push(
      line('tick', x, y - (isYear ? 0 : -8), x, y + 14),
      text(x + 4, y + 8, name, isYear ? 'smb' : 'sm', isYear ? {} : { color: 'soft' }),
    );
    free = x + 4 + w + 6;
  }
  return shapes;
}

function firstOfMonthFrom(d: Day): Day {
  const [y, m, dd] = dayOfNumber(d).split('-').map(Number) as [number, number, number];
  return dd === 1 ? d : Date.UTC(y, m, 1) / 86_400_000;
}
