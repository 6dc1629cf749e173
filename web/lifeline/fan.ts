/** The fan of readings: one line for each reading. Lines run together while they agree; the first to leave rises to the top row. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { inRoom } from './measure.ts';
import { dayNumber } from './model.ts';
import { path, rect, round, text, typeface, type Drawing, type Shape } from './shapes.ts';
import type { LifelineContext } from './wording.ts';

export interface FanLine {
  /** Null if it never comes on this reading. */
  day: CalendarDate | null;
  isFirstChoice: boolean;
  /** How it is counted, or on which conditions. */
  says: string;
}

export interface Fan {
  lines: readonly FanLine[];
  /** What the lines give: the last day for notice, or the last day in force. */
  about: 'safe' | 'end';
}

/** Sorted by day; a reading on which it never comes is last. */
export const fanOf = (about: Fan['about'], lines: readonly FanLine[]): Fan => ({
  about,
  lines: [...lines].sort((a, b) => (a.day ? dayNumber(a.day) : Infinity) - (b.day ? dayNumber(b.day) : Infinity)),
});

const apart = 7;

const headingOf = ({ lines, about }: Fan, { words }: LifelineContext): string =>
  words.say(about === 'safe' ? words.m.fan.safe : words.m.fan.lastDay, { day: words.day(lines[0]!.day!) });

/** A last day for notice that never comes is not an end that never comes: the agreement may be over. */
function labelOf({ day, isFirstChoice }: FanLine, about: Fan['about'], { words }: LifelineContext): string {
  const said = day ? words.day(day) : about === 'safe' ? words.m.dates.never : words.m.fan.never;
  return isFirstChoice ? words.say(words.m.fan.first, { day: said }) : said;
}

const daysApart = (a: FanLine, b: FanLine): number | undefined => (a.day && b.day ? dayNumber(b.day) - dayNumber(a.day) : undefined);

function descriptionOf(fan: Fan, said: LifelineContext): string {
  return fan.lines.map(l => `${labelOf(l, fan.about, said)}: ${l.says}`).join('. ');
}

const width = 1120;

export function wideFan(fan: Fan, said: LifelineContext): Drawing {
  const { words, measure } = said;
  const { lines } = fan;
  const steps = lines.slice(1).map((l, i) => 56 + 56 * Math.log10(Math.max(1, daysApart(lines[i]!, l) ?? 1000)));
  const reach = steps.reduce((a, b) => a + b, 0);
  const all = words.counted(words.m.fan.all, lines.length);
  const firstX = Math.max(230, measure(all, typeface.plain.size) + 24);
  const shrink = Math.min(1, 420 / Math.max(1, reach));
  const xs = lines.map((_, i) => firstX + steps.slice(0, i).reduce((a, b) => a + b * shrink, 0));
  const texts = lines.map((l, i) => inRoom(l.says, width - xs[i]! - 32, typeface.plain.size, false, measure));
  const ys: number[] = [];
  let y = 54;
  texts.forEach(t => {
    ys.push(y);
    y += 34 + t.length * 20;
  });
  const base = y + 12;
  const bottom = base + (lines.length - 1) * apart + 11;
  const shapes: Shape[] = [
    rect(firstX, 28, width - firstX, bottom - 28, 'fanbg'),
    path('saf', `M${firstX} 24V${bottom + 1}`),
    text(firstX, 17, headingOf(fan, said), 'bold', { color: fan.about === 'safe' ? 'blue' : 'red' }),
  ];
  lines.forEach((l, i) => {
    const x = round(xs[i]!);
    const run = base + i * apart;
    shapes.push(path(l.isFirstChoice ? 'f def' : 'f', `M0 ${run}H${x - 12}Q${x} ${run} ${x} ${run - 12}V${ys[i]!}`));
    shapes.push({ kind: 'circle', x, y: ys[i]!, r: 6, style: l.isFirstChoice ? 'dot' : 'hollow' });
    shapes.push(text(x + 16, ys[i]! + 5, labelOf(l, fan.about, said), 'bold'));
    texts[i]!.forEach((t, n) => shapes.push(text(x + 16, ys[i]! + 25 + n * 19, t, 'plain', { color: 'soft' })));
  });
  let free = -Infinity;
  lines.slice(1).forEach((l, i) => {
    const n = daysApart(lines[i]!, l);
    if (n === undefined) return;
    const label = words.counted(words.m.fan.days, n);
    const w = measure(label, typeface.sm.size);
    const x = Math.max((xs[i]! + xs[i + 1]!) / 2, free + w / 2 + 8);
    shapes.push(text(x, bottom + 14, label, 'sm', { color: 'soft', anchor: 'middle' }));
    free = x + w / 2;
  });
  shapes.push(text(0, base - 12, all, 'plain'));
  return { width, height: round(bottom + 22), shapes, title: words.m.fan.heading, description: descriptionOf(fan, said), below: [] };
}

const narrow = 358;
const textX = 72;

/** The lines come from the top left and turn right one after the other. */
export function uprightFan(fan: Fan, said: LifelineContext): Drawing {
  const { words, measure } = said;
  const { lines } = fan;
  const count = lines.length;
  const left = 8;
  const [all, heading] = [words.counted(words.m.fan.all, count), headingOf(fan, said)];
  const head = inRoom(heading, narrow - left - count * apart - 16, typeface.bold.size, true, measure);
  const headX = left + count * apart + 8;
  const shapes: Shape[] = [text(headX, 18, all, 'plain')];
  head.forEach((t, i) => shapes.push(text(headX, 42 + i * 20, t, 'bold', { color: fan.about === 'safe' ? 'blue' : 'red' })));
  const edge = 53 + (head.length - 1) * 20;
  shapes.push(path('saf', `M0 ${edge}H${narrow}`));
  let y = edge + 23;
  lines.forEach((l, i) => {
    const x = left + (count - 1 - i) * apart;
    shapes.push(path(l.isFirstChoice ? 'f def' : 'f', `M${x} 0V${y - 12}Q${x} ${y} ${x + 12} ${y}H${textX - 14}`));
    shapes.push({ kind: 'circle', x: textX - 14, y, r: 6, style: l.isFirstChoice ? 'dot' : 'hollow' });
    const label = inRoom(labelOf(l, fan.about, said), narrow - textX, typeface.bold.size, true, measure);
    label.forEach((t, n) => shapes.push(text(textX, y + 5 + n * 19, t, 'bold')));
    const says = inRoom(l.says, narrow - textX, typeface.plain.size, false, measure);
    const from = y + 24 + (label.length - 1) * 19;
    says.forEach((t, n) => shapes.push(text(textX, from + n * 19, t, 'plain', { color: 'soft' })));
    y = from + says.length * 19;
    const next = lines[i + 1];
    const n = next && daysApart(l, next);
    if (n !== undefined) shapes.push(text(textX, y + 12, words.counted(words.m.fan.days, n), 'sm', { color: 'soft' }));
    if (next) y += 34;
  });
  return {
    width: narrow,
    height: round(y + 4),
    shapes,
    title: words.m.fan.heading,
    description: descriptionOf(fan, said),
    below: [],
    upright: true,
  };
}
