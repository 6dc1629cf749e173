/** Above the enlarged band: the notices, or what follows the period. */
import { dayOfNumber, type Life } from './model.ts';
import type { LifelineContext } from './wording.ts';
import type { Scale } from './scale.ts';
import { line, path, text, typeface, type Shape } from './shapes.ts';
import { width, left, right } from './frame.ts';

/** A lane for each notice from receipt to effect, with the last day on which it can be revoked. */
export function bracketsOf(
  lanes: Life['notices'],
  more: number,
  { words, names, measure }: LifelineContext,
  scale: Scale,
  top: number,
): Shape[] {
  const m = words.m.lifeline;
  const shapes: Shape[] = lanes.flatMap((n, i) => {
    const y = top + 13 + i * 30;
    // A notice received before the visible range, or taking effect after it, runs on to the edge.
    const [a, b] = [Math.max(left, scale(n.received)), Math.min(right, scale(n.effect + 1))];
    const said = [
      words.say(m.notice, { number: lanes.length + more > 1 ? n.id : 'none', by: words.party(n.by, names) }),
      ...(n.revocableUntil !== null
        ? [words.say(m.revocable, { day: words.day(dayOfNumber(n.revocableUntil)), consent: String(n.byConsent) })]
        : []),
    ].join(': ');
    const w = measure(said, typeface.smb.size, true);
    const label =
      b - a > w + 20
        ? text((a + b) / 2, y - 4, said, 'smb', { anchor: 'middle' })
        : b + 8 + w < width
          ? text(b + 6, y + 5, said, 'smb')
          : a - 8 - w > 0
            ? text(a - 6, y + 5, said, 'smb', { anchor: 'end' })
            : text(Math.max(0, Math.min((a + b - w) / 2, width - w)), y - 4, said, 'smb');
    return [path('hair', `M${a} ${y + 10}V${y}H${b}V${y + 10}`), label];
  });
  const last = lanes.at(-1);
  if (more > 0 && last)
    shapes.push(text(width, top + 18 + (lanes.length - 1) * 30, words.counted(m.more, more), 'sm', { anchor: 'end', color: 'soft' }));
  return shapes;
}

/** What follows the period, above its end where no bracket is drawn. */
export function nextPeriodOf(
  { periods, end }: Life,
  { words, measure }: LifelineContext,
  scale: Scale,
  band: number,
  lanes: number,
): Shape[] {
  const i = periods.findIndex(p => p.kind === 'running');
  const running = periods[i];
  if (!running || end || lanes) return [];
  const x = scale(running.lasts[0]! + 1);
  const said = words.say(words.m.lifeline.nextPeriod, {
    days: words.days(running.lasts.map(d => dayOfNumber(d + 1))),
    n: running.number + 1,
  });
  const w = measure(said, typeface.plain.size);
  return [
    line('lead', x, band - 26, x, band),
    x - 7 - w >= 0 ? text(x - 7, band - 13, said, 'plain', { anchor: 'end' }) : text(x + 7, band - 13, said, 'plain'),
  ];
}
