/** The whole life to scale on one band: its periods, with the protocols above and the years below. */
import { bandsOf } from './bands.ts';
import { boundsOf } from './bounds.ts';
import { stripAbove, type Beside } from './differences.ts';
import { bandHeight, left, right, width } from './frame.ts';
import type { Measure } from './measure.ts';
import { dayOfNumber, type Day, type Life } from './model.ts';
import { dayAsked, type LifelineContext } from './wording.ts';
import { hatchAcross } from './over-on-some.ts';
import { line, round, text, typeface, type Shape } from './shapes.ts';
import { strandOf } from './strands.ts';
import { stripsBelow } from './suspended.ts';

export interface Whole {
  shapes: Shape[];
  from: Day;
  to: Day;
  bottom: number;
  /** Of the band. */
  y: number;
}

export function wholeLife(life: Life, said: LifelineContext, beside: Beside | undefined): Whole {
  const { words, names, measure } = said;
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { from, to } = beside ?? boundsOf(life);
  const plain = (d: Day): number => round(left + ((d - from) / Math.max(1, to - from)) * (right - left));
  const all = life.protocols.filter(p => p.signed !== null || p.inForce !== null);
  const strands = all.slice(0, 4);
  const y = 58 + Math.max(0, strands.length - 1) * 24;
  const shapes: Shape[] = [];
  const opening =
    life.signed !== null && life.inForce !== null
      ? words.say(m.signedInForce, { day: day(life.signed), since: day(life.inForce) })
      : life.inForce !== null
        ? words.say(m.inForceSince, { since: day(life.inForce) })
        : life.signed !== null
          ? words.say(m.signed, { day: day(life.signed) })
          : '';
  const today = dayAsked(said, life.asOf);
  const x = plain(life.asOf);
  const todayWidth = measure(today, typeface.bold.size, true);
  const todayX = Math.min(Math.max(x, todayWidth / 2), width - todayWidth / 2);
  const openingWidth = measure(opening, typeface.plain.size);
  if (opening && openingWidth + 12 < todayX - todayWidth / 2) shapes.push(text(0, 15, opening, 'plain'));
  else if (opening && todayX + todayWidth / 2 + 12 + openingWidth < width)
    shapes.push(text(width, 15, opening, 'plain', { anchor: 'end' }));
  else if (opening) shapes.push(text(0, y + bandHeight + 36, opening, 'plain'));
  shapes.push(text(todayX, 15, today, 'bold', { anchor: 'middle' }));
  strands.forEach((p, i) => {
    const more = i === strands.length - 1 ? all.length - strands.length : 0;
    shapes.push(...strandOf(p, i, { plain, words, names, measure, x, to, life, more }));
  });
  shapes.push(...bandsOf(life, { plain, y, words, measure, x, from, to }));
  shapes.push(...hatchAcross(life, { from, to }, plain, y, bandHeight));
  shapes.push(...yearsOf(life, plain, y, measure, from), ...(beside?.differences.flatMap(d => stripAbove(d, plain, y)) ?? []));
  shapes.push(...stripsBelow(life, { from, to }, plain, y + bandHeight, 6));
  shapes.push(line('hair', x, 21, x, y + bandHeight + 4));
  const openingBelow = opening && openingWidth + 12 >= todayX - todayWidth / 2 && todayX + todayWidth / 2 + 12 + openingWidth >= width;
  return { shapes, from, to, bottom: y + bandHeight + (openingBelow ? 42 : 20), y };
}

function yearsOf({ periods, inForce, signed, end }: Life, plain: (day: Day) => number, y: number, measure: Measure, from: Day): Shape[] {
  const days = periods.length ? periods.map(p => p.first).filter(d => !end || d <= end.lasts[0]!) : [inForce ?? signed ?? from];
  const shapes: Shape[] = [];
  let free = -Infinity;
  for (const d of days) {
    const said = dayOfNumber(d).slice(0, 4);
    const w = measure(said, typeface.sm.size);
    const x = Math.min(Math.max(plain(d), w / 2), width - w / 2);
    if (x - w / 2 < free) continue;
    shapes.push(text(x, y + 39, said, 'sm', { color: 'soft', anchor: 'middle' }));
    free = x + w / 2 + 10;
  }
  return shapes;
}
