/** What stands above the band of the enlarged part: the notices, or what comes after the period. */
import { dayOfNumber, type Life } from './model.ts';
import type { Said } from './said.ts';
import type { Scale } from './scale.ts';
import { line, path, text, typeface, type Shape } from './shapes.ts';
import { width, left, right } from './frame.ts';

/** Notices from receipt to effect, a lane each, with until when they can be revoked. */
export function bracketsOf(lanes: Life['notices'], more: number, { words, names, measure }: Said, scale: Scale, top: number): Shape[] {
  const m = words.m.lifeline;
  const shapes: Shape[] = lanes.flatMap((n, i) => {
    const y = top + 13 + i * 30;
    // One that was received before what is shown, or ends after it, goes on to the edge.
    const [a, b] = [Math.max(left, scale(n.received)), Math.min(right, scale(n.effect + 1))];
    const said = [
      words.say(m.notice, { by: words.party(n.by, names) }),
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

/** What comes after the period, said above its end where no bracket is. */
export function nextPeriodOf({ periods, end }: Life, { words, measure }: Said, scale: Scale, band: number, lanes: number): Shape[] {
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
